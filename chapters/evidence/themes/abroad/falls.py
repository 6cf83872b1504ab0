"""The fall in the number abroad: when it set in, what the end of missions explains, of whom."""

from typing import Literal

from evidence.reckon import bounds
from evidence.reckon.bounds import Interval
from evidence.show import words
from evidence.themes.abroad.abroad import span_of_years

MOST = 1 / 2  # the share from which a mission is most of a fall


def onset(
    years: list[int], start: int, end: int
) -> tuple[Literal["years missing", "each year"], dict[str, str]]:
    """Whether `years` with statements show in which year a fall from `start` to `end` set in."""
    missing = sorted(set(range(start, end + 1)) - set(years))
    if missing:
        return "years missing", {"years": span_of_years(missing)}
    return "each year", {}


def weight(share: Interval) -> tuple[Literal["whole", "less", "more", "either"], dict[str, str]]:
    """What holds of all of an interval in percent: how much of a fall it is."""
    fills = {"most": words.fraction(MOST)}
    if share[0] > 100:
        return "whole", fills
    if share[1] < MOST * 100:
        return "less", fills
    return "more" if share[0] > MOST * 100 else "either", fills


def remainder(whole: Interval, parts: list[Interval]) -> Interval:
    """What the parts leave of the whole, not below zero."""
    for part in parts:
        whole = bounds.subtract(whole, part)
    return max(whole[0], 0.0), max(whole[1], 0.0)


def remaining(
    left: Interval, missions: int
) -> tuple[Literal["some", "perhaps none"], dict[str, str]]:
    """What follows from what so many missions leave of a fall."""
    fills = {"missions": words.spelled(missions), "left": words.number(round(left[0]))}
    return "some" if left[0] > 0 else "perhaps none", fills


def whose_fall(others: Interval, doctors: Interval) -> Literal["others", "doctors", "not known"]:
    """Of whom most of a fall was: other staff or doctors."""
    if others[0] > doctors[1]:
        return "others"
    return "doctors" if doctors[0] > others[1] else "not known"


def beyond(share: Interval) -> Literal["more", "less", "either"]:
    """How one mission's end stands to all of a fall (percent of it)."""
    if share[0] > 100:
        return "more"
    return "less" if share[1] < 100 else "either"


def follows(
    rise: Interval, fall: Interval
) -> tuple[Literal["follow", "not clearly"], dict[str, str]]:
    """Whether a count goes with one mission, from the mission's percent of its rise and fall."""
    outcome = "follow" if min(rise[0], fall[0]) > MOST * 100 else "not clearly"
    return outcome, {"most": words.fraction(MOST)}


def fell(
    fall: Interval,
) -> tuple[Literal["fell", "perhaps", "did not fall"], dict[str, str]]:
    """How a number fell, from the lowest and the highest fall that its two statements allow."""
    fills = {"fall": words.spread(fall), "most": words.number(fall[1])}
    if fall[1] <= 0:
        return "did not fall", fills
    return "fell" if fall[0] > 0 else "perhaps", fills

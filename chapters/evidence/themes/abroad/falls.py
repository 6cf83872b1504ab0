"""The fall in the number abroad: when it set in, what the end of missions explains, of whom."""

from evidence.reckon import bounds
from evidence.reckon.bounds import Interval
from evidence.themes.abroad.abroad import span_of_years


def onset_sentence(years: list[int], start: int, end: int) -> str:
    """Whether `years` with statements show in which year a fall from `start` to `end` set in."""
    missing = sorted(set(range(start, end + 1)) - set(years))
    if missing:
        return (
            f"No Cuban statement was found for {span_of_years(missing)}, so when the fall set in "
            "is not known."
        )
    return "Each year between has a Cuban statement."


def weight(share: Interval) -> str:
    """A share in percent as words that hold for all of the interval."""
    if share[0] > 100:
        return "more than the whole"
    if share[1] < 50:
        return "less than half"
    if share[0] > 50:
        return "more than half"
    return "perhaps less and perhaps more than half"


def remainder(whole: Interval, parts: list[Interval]) -> Interval:
    """What the parts leave of the whole, not below zero."""
    for part in parts:
        whole = bounds.subtract(whole, part)
    return max(whole[0], 0.0), max(whole[1], 0.0)


def remainder_sentence(left: Interval) -> str:
    """What follows from a remainder; holds no number."""
    if left[0] > 0:
        return (
            "Even at their largest the four together do not make up the whole fall: either other "
            "missions shrank as well, or one of the numbers is wrong."
        )
    return "At their largest the four together can make up the whole fall."


def whose_fall(others: Interval, doctors: Interval) -> str:
    """Of whom most of a fall was: other staff or doctors; holds no number."""
    if others[0] > doctors[1]:
        return (
            "On these few counts most of the fall was of nurses, technicians and others, whom the "
            "end of a mission of doctors cannot explain."
        )
    if doctors[0] > others[1]:
        return "On these few counts most of the fall was of doctors."
    return "Whether more doctors or more other staff are missing cannot be told."


def beyond(share: Interval) -> str:
    """What it means that one mission's end is more than all of a fall (percent of it)."""
    if share[0] > 100:
        return (
            "More than the whole: if the counts are right, the number of doctors elsewhere grew "
            "meanwhile."
        )
    if share[1] < 100:
        return "The rest of the fall was elsewhere."
    return "That can be the whole of it."


def follows(rise: Interval, fall: Interval) -> str:
    """Whether a count goes with one mission, from the mission's percent of its rise and fall."""
    if min(rise[0], fall[0]) > 50:
        return (
            "At the few dates with a count of doctors alone, the mission in Brazil was more than "
            "half of the rise and of the fall."
        )
    return "The counts of doctors alone do not clearly follow the mission in Brazil."

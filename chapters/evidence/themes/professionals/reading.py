"""What the headline results come to: outcomes, which `chapters/professionals.say.yml` words."""

import math
from typing import Literal

import pandas as pd

from evidence import assumptions
from evidence.reckon.bounds import Interval, overlap
from evidence.reckon.totals import judge
from evidence.show import say, words

said = say.of("professionals")


def at_most(years: float) -> tuple[Literal["limit", "no limit"], dict[str, str]]:
    """An upper end in years, rounded up so that it stays true, to two digits that tell it apart."""
    if math.isinf(years):
        return "no limit", {}
    return "limit", {"years": f"{math.ceil(years * 100 - 1e-9) / 100:.2f}"}


def stay(years: Interval) -> str:
    """A stay in years, in words: "1.6 to 1.8", or "at most 0.3" where it has no lower end."""
    return said("at_most", *at_most(years[1])) if years[0] == 0 else words.spread(years, 1)


def total_clash(
    tests: pd.DataFrame, years: dict[str, str], least: float
) -> tuple[Literal["all can", "far from steady", "cannot"], dict[str, str]]:
    """Whether all official totals can count people; `years` gives the year of each claim id.

    `tests` has `longest`, the longest stay that the ends of each period allow; `least` is the
    shortest stay taken as possible (years).
    """
    totals = dict.fromkeys([*tests["earlier"], *tests["later"]])
    fills = {"years": words.listed([years[i] for i in totals])}
    short = tests[tests["finding"] == "too short"]
    if short.empty:
        return "all can", fills
    longest = short["longest"].min()
    if longest >= least:
        return "far from steady", fills
    return "cannot", {**fills, "longest": said("at_most", *at_most(longest))}


def period(years: dict[str, str], earlier: str, later: str) -> str:
    """The years of two totals: "2008 to 2014"."""
    return said("period", start=years[earlier], end=years[later])


def edges(
    tests: pd.DataFrame, years: dict[str, str], least: float
) -> tuple[Literal["none short", "all held", "all lost", "some lost"], dict[str, str]]:
    """Which pairs found too short stay so at the longest stay that the ends of the period allow.

    `tests` has `longest` (years); `least` is the shortest stay taken as possible.
    """
    short = tests[tests["finding"] == "too short"]
    held, lost = short[short["longest"] < least], short[short["longest"] >= least]
    if lost.empty:
        return "none short" if short.empty else "all held", {}
    held_named, lost_named = (
        words.listed([period(years, r.earlier, r.later) for r in rows.itertuples()])
        for rows in (held, lost)
    )
    top = words.spread((lost["longest"].min(), lost["longest"].max()), 1)
    outcome = "all lost" if held.empty else "some lost"
    return outcome, {"lost": lost_named, "held": held_named, "top": top}


def stay_measured(
    test: pd.Series, years: dict[str, str]
) -> tuple[Literal["no rise", "possible", "too short", "too long"], dict[str, str]]:
    """One pair of totals: what stay it implies, and where that stands."""
    implied = "" if test["finding"] == "no rise" else stay((test["tour_low"], test["tour_high"]))
    fills = {"start": years[test["earlier"]], "end": years[test["later"]], "stay": implied}
    return test["finding"], fills


def earlier_totals(tests: pd.DataFrame, target: str) -> Literal["conflict", "no room", "room"]:
    """What it means that earlier totals agree or disagree on one later total."""
    found = set(tests.loc[tests["later"] == target, "finding"])
    if {"possible", "too short"} <= found:
        return "conflict"
    return "no room" if found == {"too short"} else "room"


def stale(test: pd.Series) -> Literal["stale", "not stale"]:
    """Whether an official total below one that was printed before it is the likelier to be stale.

    `test`: that total against an earlier one; too long a stay asks that nobody new was sent.
    """
    return "stale" if test["finding"] == "too long" else "not stale"


def sectors_of_people(
    health: Interval, everyone: Interval
) -> tuple[Literal["both", "health", "all sectors", "neither"], dict[str, str]]:
    """Which earlier total a later one can continue, by the stays that each implies (years)."""
    fills = {"health": stay(health), "everyone": stay(everyone)}
    fit = [judge(health) == "possible", judge(everyone) == "possible"]
    if all(fit):
        return "both", fills
    return "health" if fit[0] else "all sectors" if fit[1] else "neither", fills


def as_people(test: pd.Series) -> Literal["not people", "people too"]:
    """Whether a number that is said of people can be one, from its pair with the tested total."""
    return "not people" if test["finding"] == "too short" else "people too"


def rise(test: pd.Series) -> Literal["possible", "too fast"]:
    """Whether one rise of a total can be a rise in people."""
    return "too fast" if test["finding"] == "too short" else "possible"


def whole(
    person: Interval, mission: Interval, possible: Interval
) -> Literal["both", "person", "mission", "neither"]:
    """What the whole period says: which of the years it allows can be a stay."""
    by_person, by_mission = overlap(person, possible), overlap(mission, possible)
    if by_person and by_mission:
        return "both"
    return "person" if by_person else "mission" if by_mission else "neither"


def choice(documented: Interval) -> Literal["documented", "more", "other"]:
    """How the tours taken as possible stand to those documented, in years."""
    tour = assumptions.tour()
    if tour == documented:
        return "documented"
    return "more" if tour[0] <= documented[0] and documented[1] <= tour[1] else "other"


def fig_totals_title(rises: list[float]) -> Literal["at each step", "not at each step"]:
    """Whether a total that is told in steps, each a multiple of the one before, rose at each."""
    return "at each step" if min(rises) > 1 else "not at each step"


def fig_tours_title(tests: pd.DataFrame) -> Literal["none short", "some short", "all short"]:
    """How many pairs of totals leave people too little time."""
    short = tests["finding"] == "too short"
    return "all short" if short.all() else "some short" if short.any() else "none short"

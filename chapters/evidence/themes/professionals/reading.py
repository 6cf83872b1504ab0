"""Sentences that read the headline results, each chosen by the result it reads."""

import math

import pandas as pd

from evidence.reckon.bounds import Interval, overlap
from evidence.show import words

FINDINGS = {
    "possible": "which is within the range taken as possible",
    "too short": "which is below the range taken as possible",
    "too long": "which is possible only if nearly all who left had served before",
    "no rise": "and the total did not rise",
}


def at_most(years: float) -> str:
    """An upper end in years, rounded up so that it stays true: "at most 0.4", "no limit"."""
    return "no limit" if math.isinf(years) else f"at most {math.ceil(years * 10) / 10:.1f}"


def stay(years: Interval) -> str:
    """A stay in years, in words: "1.6 to 1.8", or "at most 0.3" where it has no lower end."""
    return at_most(years[1]) if years[0] == 0 else words.spread(years, 1)


def clash_sentence(tests: pd.DataFrame, years: dict[str, str], least: float) -> str:
    """Whether all official totals can count people; `years` gives the year of each claim id.

    `tests` has `longest`, the longest stay that the ends of each period allow; `least` is the
    shortest stay taken as possible (years).
    """
    named = words.listed([years[i] for i in dict.fromkeys([*tests["earlier"], *tests["later"]])])
    short = tests[tests["finding"] == "too short"]
    if short.empty:
        return f"The Cuban state’s totals of {named} can all count people, as far as stays go."
    longest = short["longest"].min()
    if longest >= least:
        return (
            f"The Cuban state’s totals of {named} can all count people only if the missions were "
            "far from a steady state."
        )
    return (
        f"On the stays taken as possible, the Cuban state’s totals of {named} cannot all be right "
        "and current counts of people: between two of them the average stay, however far from a "
        f"steady state, is {at_most(longest)} years."
    )


def edges(tests: pd.DataFrame, years: dict[str, str], least: float) -> str:
    """Which pairs found too short stay so at the longest stay that the ends of the period allow.

    `tests` has `longest` (years); `least` is the shortest stay taken as possible.
    """
    short = tests[tests["finding"] == "too short"]
    if short.empty:
        return "No pair is too short, so the ends of the periods change no finding."

    def named(rows: pd.DataFrame) -> str:
        return words.listed([f"{years[r.earlier]} to {years[r.later]}" for r in rows.itertuples()])

    held, lost = short[short["longest"] < least], short[short["longest"] >= least]
    if lost.empty:
        return "Even at that extreme every pair found too short stays too short."
    top = words.spread((lost["longest"].min(), lost["longest"].max()), 1)
    text = f"At that extreme the stay from {named(lost)} could reach {top} years, so there the "
    text += "conflict is likely but not certain"
    return text + (f"; from {named(held)} it stays too short." if len(held) else ".")


def stay_measured(test: pd.Series, years: dict[str, str]) -> str:
    """One pair of totals: what stay it implies, and where that stands."""
    start, end = years[test["earlier"]], years[test["later"]]
    if test["finding"] == "no rise":
        return f"From {start} to {end} the total did not rise."
    years = stay((test["tour_low"], test["tour_high"]))
    return (
        f"Measured from {start}, the total of {end} implies a stay of {years} years, "
        f"{FINDINGS[test['finding']]}."
    )


def earlier_totals(tests: pd.DataFrame, target: str) -> str:
    """What it means that earlier totals agree or disagree on one later total."""
    found = set(tests.loc[tests["later"] == target, "finding"])
    if {"possible", "too short"} <= found:
        return (
            "So, in a steady state, two of these totals conflict: at least one is wrong, or stale, "
            "or counts something else. The test does not say which."
        )
    if found == {"too short"}:
        return "No earlier total leaves room for it as a number of people."
    return "The earlier totals leave room for it as a number of people."


def rise(test: pd.Series) -> str:
    """Whether one rise of a total can be a rise in people."""
    if test["finding"] == "too short":
        return "As a rise in the number of people that is not possible on these stays."
    return "As a rise in the number of people that is possible on these stays."


def whole(person: Interval, mission: Interval, possible: Interval) -> str:
    """What the whole period says: the years it allows for each person and for each mission."""
    fitting = [
        name
        for name, years in (("person", person), ("mission", mission))
        if overlap(years, possible)
    ]
    if len(fitting) == 2:
        return "Both can be stays taken as possible, so the whole period decides nothing."
    if fitting:
        return f"Only the years for each {fitting[0]} can be a stay taken as possible."
    return "Neither can be a stay taken as possible."

"""Sentences that read the headline results, each chosen by the result it reads."""

import pandas as pd

from . import words

FINDINGS = {
    "possible": "which is within the range taken as possible",
    "too short": "which is below the range taken as possible",
    "too long": "which is possible only if nearly all who left had served before",
    "no rise": "and the total did not rise",
}


def clash(tests: pd.DataFrame, years: dict[str, str]) -> str:
    """Whether all official totals can count people; `years` gives the year of each claim id."""
    named = words.listed([years[i] for i in dict.fromkeys([*tests["earlier"], *tests["later"]])])
    short = tests[tests["finding"] == "too short"]
    if short.empty:
        return f"The Cuban state’s totals of {named} can all count people, as far as stays go."
    least = short["tour_high"].min()
    return (
        f"The Cuban state’s totals of {named} cannot all count people: between two of them "
        f"the average stay would have to be at most {words.spread((least, least), 1)} years."
    )


def measured(test: pd.Series, years: dict[str, str]) -> str:
    """One pair of totals: what stay it implies, and where that stands."""
    start, end = years[test["earlier"]], years[test["later"]]
    if test["finding"] == "no rise":
        return f"From {start} to {end} the total did not rise."
    stay = words.spread((test["tour_low"], test["tour_high"]), 1)
    return (
        f"Measured from {start}, the total of {end} implies a stay of {stay} years, "
        f"{FINDINGS[test['finding']]}."
    )


def earlier_totals(tests: pd.DataFrame, target: str) -> str:
    """What it means that earlier totals agree or disagree on one later total."""
    found = set(tests.loc[tests["later"] == target, "finding"])
    if {"possible", "too short"} <= found:
        return (
            "So two of these totals conflict: at least one of them is wrong, or stale, or counts "
            "something else. The test does not say which."
        )
    if found == {"too short"}:
        return "No earlier total leaves room for it as a number of people."
    return "The earlier totals leave room for it as a number of people."


def rise(test: pd.Series) -> str:
    """Whether one rise of a total can be a rise in people."""
    if test["finding"] == "too short":
        return "As a rise in the number of people that is not possible on these stays."
    return "As a rise in the number of people that is possible on these stays."

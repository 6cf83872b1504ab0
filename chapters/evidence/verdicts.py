"""Verdicts: what the results say about a documented figure, chosen by rule.

Each function returns (verdict, sentence). Verdicts: supported, supported with a caveat, not
checkable, contradicted. The sentences hold no number of their own: results carry those.
"""

import pandas as pd


def people_total(tests: pd.DataFrame, target: str, checkable: bool) -> tuple[str, str]:
    """Verdict on a running total of people, from totals.implied_tours.

    `target` is the claim id the documented figure goes back to; `checkable` says whether anyone
    but the Cuban state has counted. Raises ValueError where no earlier total tests the target.
    """
    found = set(tests.loc[tests["later"] == target, "finding"])
    if not found:
        raise ValueError(f"no pair of totals ends in {target!r}")
    short, possible = "too short" in found, "possible" in found
    if short and not possible:
        return "contradicted", (
            "As a count of people the total is contradicted: every earlier official total would "
            "make the average stay abroad shorter than any source reports."
        )
    if short:
        return "not checkable", (
            "The total is the Cuban state’s own count, and nobody else’s. Between one earlier "
            "official total and this one too few were abroad, in a steady state, for both to count "
            "people; from another it is possible. Which total, if any, is wrong is not known."
        )
    if not checkable:
        return "not checkable", (
            "The total is the Cuban state’s own count, and nobody else’s. It agrees with the "
            "earlier official totals, but no independent record can confirm it."
        )
    return "supported", "The total agrees with earlier totals and with an independent count."


def running_count(falls: pd.DataFrame, target_confirmed: bool) -> tuple[str, str]:
    """Verdict on a running count of countries, from totals.falls of one counter's statements."""
    if not target_confirmed:
        return "contradicted", "No statement by the counting authority has this number."
    if len(falls):
        return "not checkable", (
            "The Cuban government said so at the time. Cuban state bodies have since published "
            "other totals, lower ones among them, and a total of countries ever served cannot "
            "fall: they count different things or some are wrong, and no list was found."
        )
    return "supported", "The counting authority said so, and its statements agree with each other."


def counted_otherwise(value: float, counted: float, same_unit: bool) -> tuple[str, str]:
    """Verdict on a hedged "more than `value`" against a count of possibly another thing."""
    if counted <= value:
        return "contradicted", "The known count is lower than the documents say."
    if same_unit:
        return "supported", "The known count is above the number that the documents give."
    return "not checkable", (
        "The number matches an official count, but of something else: approved applications to one "
        "United States programme, by health workers of every kind, perhaps with their families. "
        "Of doctors who left, no count was found, and other routes are not counted."
    )


def agreeing(same: int, total: int) -> tuple[str, str]:
    """Verdict on a count from how many of the other counts of its time are equal to it."""
    if total == 0:
        return "not checkable", "No other count of that time was found."
    if same == total:
        return "supported", "Every other exact count of that time is the same."
    if same * 2 >= total:
        return "supported with a caveat", (
            "Most exact counts of that time are the same; why the others differ, they do not say."
        )
    if same:
        return "not checkable", (
            "Fewer than half of the exact counts of that time are the same, and no rule tells "
            "which of them to prefer."
        )
    return "contradicted", "No other exact count of that time is the same."


def sectors(health: float, everyone: float, later: float) -> str:
    """What a health count and an all-sector count of one year mean for a later total."""
    if later < health:
        return "The later total is below even the health count, so it cannot continue it."
    if later < everyone:
        return (
            "The later total lies between the two, so it can continue the health count, but not "
            "the all-sector count."
        )
    return (
        "The later total is at least as high as both, so it can continue either: the numbers alone "
        "do not tell which."
    )


def shared(figures: pd.DataFrame, text: str) -> str:
    """Whether two texts (column `text`) give a figure of the same measure and value."""
    texts = figures.groupby(["measure", "value"])[text].nunique()
    if (texts > 1).any():
        return "The two texts share a figure."
    return "The two texts share no figure that has a number."

"""What the counts of countries say of the documented ones.

Each function of a verdict returns (verdict, sentence); the sentences hold no number of their own.
"""

import pandas as pd


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

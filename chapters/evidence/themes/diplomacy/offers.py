"""How round numbers of an offer go back to the count of one team."""

import math

import pandas as pd


def rounding(value: float, count: float) -> str:
    """How a round number goes back to a count: "the same", "cut", "rounded" or "neither".

    The step is the largest power of ten that divides `value`, a positive whole number.
    """
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    if value == count:
        return "the same"
    if value == math.floor(count / step) * step:
        return "cut"
    return "rounded" if value == math.floor(count / step + 0.5) * step else "neither"


def of_one_count(value: float, claims: pd.DataFrame) -> set[str]:
    """The claims (ids) that give one count with a round `value`: the count, or it cut or rounded.

    A convention of this report: two round numbers fit each other if a count in `claims` makes both.
    """
    counts = [count for count in claims["value"] if rounding(value, count) != "neither"]
    return {
        r.id
        for r in claims.itertuples()
        if any(rounding(r.value, count) != "neither" for count in counts)
    }


def related(found: str) -> str:
    """How one number goes back to another, in words that follow "which" (from rounding)."""
    return {
        "the same": "is the same number",
        "cut": "is that number cut short",
        "rounded": "is that number rounded",
        "neither": "does not go back to it",
    }[found]


def offer(found: str) -> tuple[str, str]:
    """Verdict on the size of an offer, from how the number goes back to the count (rounding)."""
    if found == "the same":
        return "supported", "The number is the size of the team that was reported at the time."
    if found == "neither":
        return (
            "contradicted",
            "The number does not go back to the size that was reported at the time.",
        )
    how = "rounded down" if found == "cut" else "rounded"
    return "supported with a caveat", (
        "An offer of this order was reported at the time, but the article’s number is the "
        f"team’s size {how}."
    )

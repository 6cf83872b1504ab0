"""Losses from the embargo as claimed: two bases, and totals beside yearly claims."""

import pandas as pd

from .flows import dated

# How far a rise in a total may lie from the year's claim and still be called the same, as a share.
SAME_SUM = 0.01


def closing(claims: pd.DataFrame) -> pd.DataFrame:
    """Totals by the date they run to: the end of the period, or else the date of the statement.

    Returns the claims that have either, in time order, with `time` in decimal years.
    """
    ends = claims["date_end"].where(claims["date_end"] != "", claims["as_of"])
    return dated(claims.assign(as_of=ends))


def times_larger(adjusted: pd.DataFrame, current: pd.DataFrame) -> pd.DataFrame:
    """How many times an adjusted total is as large as one at current prices, to the same month.

    Both as from `closing`. Returns as_of, adjusted and current (claim ids) and ratio.
    """
    pairs = adjusted.merge(current, on="as_of", suffixes=("_adjusted", "_current"))
    return pd.DataFrame(
        {
            "as_of": pairs["as_of"],
            "adjusted": pairs["id_adjusted"],
            "current": pairs["id_current"],
            "ratio": pairs["value_adjusted"] / pairs["value_current"],
        }
    ).sort_values("ratio", ignore_index=True, kind="stable")


def sums(rise: float, year: float) -> str:
    """What it means that a total rose by so much in a year with that claim of its own."""
    if abs(rise - year) <= SAME_SUM * year:
        return "the total is a running sum of the yearly claims"
    return "the total is not a running sum of the yearly claims"

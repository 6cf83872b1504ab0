"""Losses from the embargo as claimed: two bases, and totals beside yearly claims."""

from typing import Literal

import pandas as pd

from evidence import assumptions
from evidence.reckon.flows import dated


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


def sums(rise: float, year: float) -> Literal["running sum", "no running sum"]:
    """What it means that a total rose by so much in a year with that claim of its own."""
    alike = abs(rise - year) <= assumptions.same_sum * year
    return "running sum" if alike else "no running sum"

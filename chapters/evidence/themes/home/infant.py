"""Infant mortality: a series, the rates as reported, and an adjusted range beside others."""

from typing import Literal

import pandas as pd

from evidence.reckon.bounds import Interval


def lowest(values: pd.Series) -> int:
    """The last year of the lowest value; `values` is indexed by year, in order."""
    return int(values.index[values == values.min()][-1])


def fig_home_infant_title(values: pd.Series) -> Literal["rose", "low"]:
    """Whether the end of the series (as in `lowest`) stands above its lowest value."""
    return "rose" if values.iloc[-1] > values.min() else "low"


def infant_gap(stated: pd.Series, series: pd.Series) -> pd.DataFrame:
    """Stated rates beside a series of the same years: year, stated, series, gap.

    Both are indexed by year; a year may be stated more than once.
    """
    rows = stated.rename("stated").rename_axis("year").reset_index()
    rows = rows[rows["year"].isin(series.index)]
    rows["series"] = rows["year"].map(series)
    return rows.assign(gap=rows["stated"] - rows["series"]).reset_index(drop=True)


def widest_gap(
    gaps: pd.Series,
) -> tuple[Literal["nothing", "below", "above", "either side"], dict[str, str]]:
    """The widest gap on either side."""
    below, above = -gaps.min(), gaps.max()
    fills = {"below": f"{below:.1f}", "above": f"{above:.1f}"}
    if below > 0 and above > 0:
        return "either side", fills
    return "below" if below > 0 else "above" if above > 0 else "nothing", fills


def stands(figure: Interval, other: float) -> Literal["below", "above", "on both sides"]:
    """Where a figure stands against another."""
    if figure[1] < other:
        return "below"
    return "above" if figure[0] > other else "on both sides"

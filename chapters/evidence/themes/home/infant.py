"""Infant mortality: a series, the rates as reported, and an adjusted range beside others."""

import pandas as pd

from evidence.reckon.bounds import Interval


def turned(values: pd.Series) -> tuple[int, str]:
    """The last year of the lowest value and whether the end stands above it: "rose" or "low".

    `values` is indexed by year, in order.
    """
    lowest = int(values.index[values == values.min()][-1])
    return lowest, "rose" if values.iloc[-1] > values.min() else "low"


def infant_title(lowest: int, direction: str) -> str:
    """The message of the infant mortality chart."""
    if direction == "rose":
        return f"Infant mortality in Cuba rose again after {lowest}"
    return "Infant mortality in Cuba has not risen again"


def infant_gap(stated: pd.Series, series: pd.Series) -> pd.DataFrame:
    """Stated rates beside a series of the same years: year, stated, series, gap.

    Both are indexed by year; a year may be stated more than once.
    """
    rows = stated.rename("stated").rename_axis("year").reset_index()
    rows = rows[rows["year"].isin(series.index)]
    rows["series"] = rows["year"].map(series)
    return rows.assign(gap=rows["stated"] - rows["series"]).reset_index(drop=True)


def gap_words(gaps: pd.Series) -> list[str]:
    """The widest gap on either side: ["up to 1.3 below", "up to 2.0 above"]; none, ["nothing"]."""
    sides = {"below": -gaps.min(), "above": gaps.max()}
    return [f"up to {gap:.1f} {side}" for side, gap in sides.items() if gap > 0] or ["nothing"]


def stands(figure: Interval, other: float) -> str:
    """Where a figure stands against another: "below", "above" or "on both sides of"."""
    if figure[1] < other:
        return "below"
    return "above" if figure[0] > other else "on both sides of"

"""A country's place among all countries that have a value in a year."""

import pandas as pd

from evidence import assumptions
from evidence.reckon.bounds import Interval


def latest_year(rows: pd.DataFrame, iso3: str) -> int:
    """The latest year in which `iso3` and at least `least_countries` (an assumption) have a value.

    Raises ValueError where there is none.
    """
    least = assumptions.least_countries
    counts = rows.groupby("year")["iso3"].nunique()
    years = set(rows.loc[rows["iso3"] == iso3, "year"]) & set(counts.index[counts >= least])
    if not years:
        raise ValueError(f"no year has {iso3} and {least:g} countries")
    return int(max(years))


def rank(others: pd.Series, figure: Interval) -> tuple[int, int]:
    """Best and worst place that a figure can take among the values of the other countries."""
    return 1 + int((others > figure[1]).sum()), 1 + int((others > figure[0]).sum())


def place_words(ends: tuple[int, int]) -> str:
    """A rank in words: "first", "between first and eighth", "in place 12"."""
    names = dict(
        enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
    )
    best, worst = (names.get(place, f"place {place}") for place in ends)
    return best if best == worst else f"between {best} and {worst}"

"""Accusations and defences in words for a table: of what, where, when, by which rating."""

from typing import Literal

import pandas as pd

from evidence.show import say, words

said = say.of("critics")


def when(row: pd.Series) -> str:
    """The period a claim speaks of, by months, else the month of its date, else "undated"."""
    start, end = row["date_start"][:7], row["date_end"][:7]
    if row["as_of"] and not (start and end):
        return words.when(row["as_of"][:7])
    if end == f"{start}-12":  # a year to its end
        return words.when(start)
    return words.period(start, end) or words.when("")


def tier_years(rows: pd.DataFrame) -> tuple[list[int], list[int]]:
    """Years with a stated tier, and the years between the first and last that have none."""
    years = sorted({int(year) for year in rows["date_start"] if year})
    return years, [year for year in range(years[0], years[-1]) if year not in years]


def tier_agrees(watch_start: int, told: str) -> Literal["agree", "apart"]:
    """Whether years on the Watch List begin where a story of the lowest tier (dated) ends."""
    return "agree" if watch_start == int(told[:4]) else "apart"


def told(rows: pd.DataFrame, labels: pd.Series) -> list[str]:
    """What each claim is a number of; that it is an estimate is said elsewhere."""
    return [labels[measure].removesuffix(", by NGO estimate") for measure in rows["measure"]]


def where_and_when(rows: pd.DataFrame, places: pd.Series) -> list[str]:
    """Country (unless Cuba) and month or period: "Brazil, June 2020"; `places` by iso3."""
    return [
        when(row)
        if iso3 in ("", "CUB")
        else said("place and time", place=places[iso3], when=when(row))
        for iso3, (_, row) in zip(rows["country_iso3"], rows.iterrows(), strict=True)
    ]

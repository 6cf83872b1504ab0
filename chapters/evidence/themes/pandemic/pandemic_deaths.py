"""Deaths in the pandemic: official numbers beside all deaths and life expectancy."""

from typing import Literal

import pandas as pd

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon.bounds import Interval, with_bounds
from evidence.show import words

HALF = 1 / 2  # of the countries, by rank


def excess(during: float, before: list[float]) -> Interval:
    """Deaths of one year above each of the years before: the lowest and the highest difference."""
    if not before:
        raise ValueError("no year to compare with")
    return during - max(before), during - min(before)


def deaths(multiple: Interval) -> Literal["several times", "less", "as much"]:
    """What the ratio of the rise in all deaths to the official COVID-19 deaths says."""
    if multiple[0] >= assumptions.several_times:
        return "several times"
    return "less" if multiple[1] < 1 else "as much"


def beyond_official(
    claims: pd.DataFrame, before: float, official: float, since_start: float
) -> set[str]:
    """The claims (ids) by which more people died than was officially put down to COVID-19.

    All deaths of a year fit where they exceed those of the year `before` by more than that year's
    `official` deaths; a modelled excess where it exceeds the official toll `since_start`; a
    multiple of the official toll where it is above one. Every number that the words allow has to:
    "up to" sets no lower end and never fits. Raises KeyError for another measure.
    """
    least = {
        "all_cause_deaths": before + official,
        "excess_deaths": since_start,
        "covid_deaths_multiple": 1.0,
    }
    rows = with_bounds(claims)
    return {r.id for r in rows.itertuples() if r.low > least[r.measure]}


def fig_deaths_title(
    official: int, fall: int, count: int
) -> tuple[Literal["both upper", "both lower", "more deaths", "more years"], dict[str, str]]:
    """In which half of `count` countries Cuba stands; rank 1 is the most deaths or deepest fall."""
    toll, life = (rank <= count * HALF for rank in (official, fall))
    fills = {"half": words.fraction(HALF)}
    if toll == life:
        return "both upper" if toll else "both lower", fills
    return "more deaths" if toll else "more years", fills


def compared(indicator: str) -> pd.DataFrame:
    """An indicator of the countries that are compared, without the sums of regions."""
    rows = tables.table("indicators").query("iso3 not in ['WLD', 'LCN']")
    return rows[rows["indicator"] == indicator]


def fall_in_life(life: pd.DataFrame) -> pd.Series:
    """The deepest fall in life expectancy from 2019, in years, by iso3.

    `life`: rows iso3, year, value. Countries without 2019 or without 2020 and 2021 are left out.
    """
    wide = life.pivot(index="iso3", columns="year", values="value")
    return (wide[2019] - wide[[2020, 2021]].min(axis=1, skipna=False)).dropna()


def per_hundred_thousand(per_million: float) -> float:
    """A rate per million as a rate per 100,000."""
    return per_million / 10

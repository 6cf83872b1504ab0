"""Deaths in the pandemic: official numbers beside all deaths and life expectancy."""

import pandas as pd

from .bounds import Interval, with_bounds


def excess(during: float, before: list[float]) -> Interval:
    """Deaths of one year above each of the years before: the lowest and the highest difference."""
    if not before:
        raise ValueError("no year to compare with")
    return during - max(before), during - min(before)


def deaths_sentence(multiple: Interval) -> str:
    """What the ratio of the rise in all deaths to the official COVID-19 deaths says."""
    if multiple[0] >= 2:
        return (
            "In 2021 deaths from all causes rose by several times the number that was officially "
            "put down to COVID-19. How much of that was COVID-19 is not known."
        )
    if multiple[1] < 1:
        return "In 2021 deaths from all causes rose by less than the official COVID-19 deaths."
    return "In 2021 deaths from all causes rose by about as much as the official COVID-19 deaths."


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


def ranks_sentence(official: int, fall: int, count: int) -> str:
    """Where Cuba stands among `count` countries: rank 1 is the highest toll or deepest fall."""
    low_toll, deep_fall = official > count / 2, fall <= count / 2
    if low_toll and deep_fall:
        return "Low official deaths, a deep fall in life expectancy"
    if not low_toll and deep_fall:
        return "High official deaths and a deep fall in life expectancy"
    if low_toll:
        return "Low official deaths and a small fall in life expectancy"
    return "High official deaths, a small fall in life expectancy"


def fall_in_life(life: pd.DataFrame) -> pd.Series:
    """The deepest fall in life expectancy from 2019, in years, by iso3.

    `life`: rows iso3, year, value. Countries without 2019 or without 2020 and 2021 are left out.
    """
    wide = life.pivot(index="iso3", columns="year", values="value")
    return (wide[2019] - wide[[2020, 2021]].min(axis=1, skipna=False)).dropna()


def per_hundred_thousand(per_million: float) -> float:
    """A rate per million as a rate per 100,000."""
    return per_million / 10

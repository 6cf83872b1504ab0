"""Deaths in the pandemic: official numbers beside all deaths and life expectancy."""

import matplotlib.pyplot as plt
import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon.bounds import Interval, with_bounds
from evidence.show import charts, marks, words


def excess(during: float, before: list[float]) -> Interval:
    """Deaths of one year above each of the years before: the lowest and the highest difference."""
    if not before:
        raise ValueError("no year to compare with")
    return during - max(before), during - min(before)


def deaths_sentence(multiple: Interval) -> str:
    """What the ratio of the rise in all deaths to the official COVID-19 deaths says."""
    if multiple[0] >= assumptions.several_times:
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


def halves(official: int, fall: int, count: int) -> str:
    """In which half of `count` countries Cuba stands; rank 1 is the most deaths or deepest fall."""
    toll, life = ("upper" if rank <= count / 2 else "lower" for rank in (official, fall))
    if toll == life:
        return f"{toll} half for official deaths and for life expectancy lost"
    return f"{toll} half for official deaths, {life} half for life expectancy lost"


def fall_in_life(life: pd.DataFrame) -> pd.Series:
    """The deepest fall in life expectancy from 2019, in years, by iso3.

    `life`: rows iso3, year, value. Countries without 2019 or without 2020 and 2021 are left out.
    """
    wide = life.pivot(index="iso3", columns="year", values="value")
    return (wide[2019] - wide[[2020, 2021]].min(axis=1, skipna=False)).dropna()


def per_hundred_thousand(per_million: float) -> float:
    """A rate per million as a rate per 100,000."""
    return per_million / 10


def death_statements(names: dict[str, str]) -> pd.DataFrame:
    """The table of the statements judged to be "listed-deaths", in the order of the ledger.

    `names` (by iso3) tell a country that is not Cuba.
    """
    rows = tables.claims(id=tables.judged("listed-deaths"))
    labels = tables.measures().set_index("measure")["label"]
    what = rows["measure"].map(labels).str.capitalize().str.replace("covid", "COVID")
    what += rows["country_iso3"].map({"CUB": ""}).fillna(", " + rows["country_iso3"].map(names))
    return pd.DataFrame(
        {
            "What": what + rows["unit"].map({"percent": " (percent)"}).fillna(""),
            "To": rows["as_of"].map(words.when),
            "Number": rows["id"].map(show.claim),
            "Counted or estimated by": rows["attributed_to"],
        }
    )


# Where the label of a country stands beside its mark, in points; else to the right.
BESIDE = {"ITA": (-7, 0), "BRA": (-7, 6), "USA": (-7, -4), "HTI": (6, 6), "CRI": (3, -9),
          "VEN": (4, -9), "DOM": (6, 6), "AGO": (7, 5)}  # fmt: skip


def draw_deaths(axes: plt.Axes, rows: pd.DataFrame, names: dict[str, str]) -> None:
    """Official deaths (`toll`, per 100,000) against years of life lost (`fall`), by iso3."""
    for iso3, row in rows.iterrows():
        mark, size, colour = "o", 5, charts.GREY
        if iso3 == "CUB":
            mark, size, colour = "s", 8, charts.VERMILION
        axes.plot(row["toll"], row["fall"], mark, ms=size, color=colour, mec="white")
        marks.label(axes, row["toll"], row["fall"], names[iso3], *BESIDE.get(iso3, (7, 0)))
    axes.set(xlabel="official COVID-19 deaths per 100,000 people, to March 2023", xlim=(-8, 370),
             ylabel="years of life expectancy lost", ylim=(0, 7))  # fmt: skip

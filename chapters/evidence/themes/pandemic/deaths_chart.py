"""Official deaths beside the fall in life expectancy, country by country."""

import matplotlib.pyplot as plt
import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.show import charts, marks, say, words
from evidence.themes.pandemic import coverage
from evidence.themes.pandemic.brigade_totals import out_of, stated
from evidence.themes.pandemic.pandemic_deaths import (
    compared,
    fall_in_life,
    fig_deaths_title,
    per_hundred_thousand,
)

said = say.of("pandemic")
TOLL, LIFE = "OWID_total_deaths_per_million", "SP.DYN.LE00.IN"
PEOPLE = 100_000  # that deaths are stated for
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
    across = said("fig-deaths", "x", people=words.number(PEOPLE))
    axes.set(xlabel=across, xlim=(-8, 370), ylabel=said("fig-deaths", "y"), ylim=(0, 7))


def measures() -> pd.DataFrame:
    """Official deaths (`toll`) and years of life lost (`fall`) by iso3, from few deaths to many."""
    toll = per_hundred_thousand(compared(TOLL).set_index("iso3")["value"])
    both = pd.DataFrame({"toll": toll, "fall": fall_in_life(compared(LIFE))}).dropna()
    return both.sort_values("toll", kind="stable")


def draw() -> None:
    """Show the chart of official deaths against years of life lost."""
    both, names = measures(), tables.country_names()
    ranks = both.rank(ascending=False).loc["CUB"]
    title, fills = fig_deaths_title(*ranks, len(both))
    figure, axes = charts.new(height=3.9)
    draw_deaths(axes, both, names)
    countries = (
        said("fig-deaths", "country", name=names[iso3], deaths=f"{row['toll']:.0f}",
             years=f"{row['fall']:.1f}")
        for iso3, row in both.iterrows()
    )  # fmt: skip
    charts.worded(
        figure, "pandemic", "fig-deaths", behind(both), title=title, **fills,
        people=words.number(PEOPLE), countries="; ".join(countries),
    )  # fmt: skip


def behind(both: pd.DataFrame) -> pd.DataFrame:
    """The rows of the indicators that were drawn (measures)."""
    data = tables.table("indicators")
    life = data["indicator"].eq(LIFE) & data["year"].isin([2019, 2020, 2021])
    return data[data["iso3"].isin(both.index) & (data["indicator"].eq(TOLL) | life)]


def tell_ranks() -> None:
    """Show Cuba's rank by official deaths and by years of life lost, and how many it lost."""
    both = measures()
    ranks = both.rank(ascending=False).loc["CUB"]
    for name in ("toll", "fall"):
        show.result(f"pandemic-rank-{name}", out_of(int(ranks[name]), len(both)))
    show.result("pandemic-life-lost", words.number(round(both.loc["CUB", "fall"], 1)))


def tell_model() -> None:
    """Show the excess deaths of a model as multiples of the official ones."""
    toll = measures()["toll"]
    for name, (claim_id,) in tables.judged_parts("deaths-modelled").items():
        claim = tables.claim(claim_id)
        ratio = f"{claim['value'] / toll[claim['country_iso3']]:.1f}"
        text = said("at most", ratio=ratio) if name == "cuba" else ratio
        show.result(f"pandemic-model-{name}", text, [claim_id])
    rate = (
        stated("excess-deaths.cuba.2022-08.businesspress-in") / coverage.population()[2021] * PEOPLE
    )
    show.result(
        "pandemic-model-rate", f"{rate:.0f}", ["excess-deaths.cuba.2022-08.businesspress-in"]
    )

"""How many people in Cuba were fully vaccinated, by whom they were counted."""

from typing import Literal

import matplotlib.pyplot as plt
import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.show import charts, marks, say, words
from evidence.themes.pandemic.brigade_totals import out_of, share, stated
from evidence.themes.pandemic.pandemic_deaths import compared

said = say.of("pandemic")
TICKS = [2021.5, 2022, 2022.5, 2023, 2023.5]  # of the axis of time, in decimal years


def coverage(people: pd.Series) -> pd.DataFrame:
    """Every share of people fully vaccinated, in percent; `people` is the population by year.

    Counts of people are divided by the population of their year.
    """
    counts = tables.claims(measure="people_fully_vaccinated")
    share = [100 * r.value / people[int(r.as_of[:4])] for r in counts.itertuples()]
    stated = tables.claims(measure="full_vaccination_coverage")
    counts = counts.assign(value=share, unit="percent")
    return pd.concat([stated, counts], ignore_index=True)


def draw_coverage(axes: plt.Axes, rows: pd.DataFrame) -> pd.DataFrame:
    """Shares over time, with the first, the last under half and the newest labelled.

    Returns the plotted rows.
    """
    drawn = marks.over_time(axes, rows)
    first, newest = drawn.iloc[0], drawn.iloc[-1]
    under = drawn[drawn["value"].lt(50)].iloc[-1]
    for row, dx, dy in ((first, 16, 0), (under, 16, 0), (newest, -8, -11)):
        fills = {"number": f"{row['value']:.0f}", "date": words.when(row["as_of"][:7])}
        text = say.text("shared", "label", fills)
        marks.label(axes, row["time"], row["value"], text, dx, dy)
    axes.set(ylabel=said("fig-coverage", "y"), ylim=(-4, 100), xlim=(2021.2, 2023.8))
    axes.set_xticks(TICKS, map(half_year, TICKS))
    marks.key(axes, "lower right")
    return drawn


def half_year(time: float) -> str:
    """The name of the beginning or the middle of a year, from decimal years."""
    part = "middle of" if time % 1 else "start of"
    return said("fig-coverage", part, year=f"{int(time)}")


def fig_coverage_title(ministry: int, count: int) -> Literal["one counter", "no common counter"]:
    """Whether most of the figures of coverage go back to one counter."""
    return "one counter" if ministry > count / 2 else "no common counter"


def population() -> pd.Series:
    """The people of Cuba by year, of the World Bank."""
    data = tables.table("indicators").query("iso3 == 'CUB' and indicator == 'SP.POP.TOTL'")
    return data.set_index("year")["value"]


def most_named(rows: pd.DataFrame) -> int:
    """How many rows name the counter that is named most."""
    return rows.loc[rows["attributed_to"] != "", "attributed_to"].value_counts().max()


def draw() -> None:
    """Show the chart of the shares of people fully vaccinated."""
    rows = coverage(population())
    title = fig_coverage_title(most_named(rows), len(rows))
    figure, axes = charts.new(height=3.0)
    drawn = draw_coverage(axes, rows)
    first = drawn.iloc[0]
    charts.worded(
        figure, "pandemic", "fig-coverage", drawn, title=title, number=f"{len(drawn)}",
        first=f"{first['value']:.0f}", start=words.when(first["as_of"][:7]),
        most=f"{drawn['value'].max():.0f}",
    )  # fmt: skip


def tell() -> None:
    """Show who counted, and what share the vaccinated are of each number of people."""
    people, claim_id = population(), "people-fully-vaccinated.cuba.2023-08.owid"
    rows, done = coverage(people), stated(claim_id)
    counter = out_of(most_named(rows), len(rows))
    show.result("pandemic-coverage-counter", counter, list(rows["id"]))
    show.result("pandemic-coverage-bank", share(done, people[2023]), [claim_id])
    for name, (number,) in tables.judged_parts("populations").items():
        part = share(done, stated(number))
        show.result(f"pandemic-coverage-{name}", part, [claim_id, number])


def tell_rank() -> None:
    """Show Cuba's rank by the share of people fully vaccinated."""
    shares = compared("OWID_people_fully_vaccinated_per_hundred").set_index("iso3")["value"]
    rank = f"{int(shares.rank(ascending=False)['CUB'])}"
    text = said("rank", rank=rank, countries=f"{len(shares)}")
    show.result("pandemic-coverage-rank", text)

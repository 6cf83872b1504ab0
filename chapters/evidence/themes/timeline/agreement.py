"""Lasting missions that two or more sources date, and by how much the years differ."""

from itertools import chain

import pandas as pd

from evidence import show
from evidence.show import charts, marks, say, words
from evidence.themes.timeline import beginnings, openings

said = say.of("timeline")
SEVERAL = 2  # sources from which years can disagree


def dated() -> pd.DataFrame:
    """The lasting missions that several sources date (beginnings.datings)."""
    return beginnings.datings(openings.starts())


def tell() -> None:
    """Show how many missions are dated so, for how many the years differ, and by how much."""
    found = dated()
    disputed = found[found["disputed"]]
    show.result("timeline-dated-twice", words.number(len(found)), list(chain(*found["ids"])))
    show.result("timeline-disputed", words.number(len(disputed)), list(chain(*disputed["ids"])))
    widest = max(years[-1] - years[0] for years in disputed["years"])
    show.result("timeline-widest", words.number(widest))


def stated(years: tuple[int, ...]) -> str:
    """The years that sources give for one mission, in words."""
    several = said("fig-years", "or").join(map(str, years))
    return several if len(years) > 1 else said("fig-years", "agreed", year=several)


def draw() -> None:
    """Show the chart of the years that sources give for one and the same mission."""
    found = dated()
    figure, axes = charts.new(height=2.4)
    axes.set(xlim=(1958, 2012), xlabel=said("fig-years", "x"))
    telling = found["years"].map(stated)
    for place, row in enumerate(found.itertuples()):
        colour = charts.VERMILION if row.disputed else charts.GREY
        axes.plot(row.years, [place] * len(row.years), "o-", color=colour, lw=2, ms=6)
        marks.label(axes, row.years[-1], place, telling[place], 8)
    axes.set_yticks(range(len(found)), found["name"])
    axes.set_ylim(len(found) - 0.5, -0.5)
    axes.grid(axis="y", visible=False)
    starts = openings.starts()
    lines = [said("fig-years", "line", place=n, years=telling[i]) for i, n in found["name"].items()]
    charts.worded(
        figure, "timeline", "fig-years", starts[starts["id"].isin(list(chain(*found["ids"])))],
        disputed=f"{found['disputed'].sum()}", dated=f"{len(found)}", lines="; ".join(lines),
        often=words.often(SEVERAL), several=words.spelled(SEVERAL),
    )  # fmt: skip

"""The chart of brigades: totals sent and counts at work, a panel each."""

import math
from datetime import date

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.ticker import FuncFormatter

from evidence.ledger import tables
from evidence.reckon.bounds import with_bounds
from evidence.reckon.flows import dated, decimal_year
from evidence.show import charts, marks, say, words
from evidence.themes.pandemic.brigade_totals import certain_falls, days, fig_pandemic_title, floor

said = say.of("pandemic")
# The three running totals, and the counts at work beside them.
PANELS = [
    ("pandemic_brigades_sent", "pandemic_brigades_active"),
    ("pandemic_countries_sent", "pandemic_countries_active"),
    ("pandemic_workers_sent", "pandemic_workers_active"),
]
SENT = [sent for sent, _ in PANELS]


def tell_totals(drawn: pd.DataFrame) -> str:
    """The last total sent and the last count at work of each panel, from the rows drawn."""
    parts = []
    for sent, active in PANELS:
        rows = {m: dated(drawn[drawn["measure"] == m]).iloc[-1] for m in (sent, active)}
        fills = {"sent": words.figure(rows[sent]), "active": words.figure(rows[active])}
        name = said("fig-pandemic", sent).lower()
        parts.append(said("fig-pandemic", "panel", fills, name=name))
    return "; ".join(parts)


def stretch(line: pd.DataFrame, start: float, end: float) -> tuple[list[float], list[float]]:
    """The times and values of a floor from start to end (decimal years), for a line in steps.

    A total stands until the next statement, and beyond the last one.
    """
    inside = line[(line["time"] > start) & (line["time"] < end)]
    before = line[line["time"] <= start].tail(1).assign(time=start)
    steps = pd.concat([before, inside])
    steps = pd.concat([steps, steps.tail(1).assign(time=end)])
    return list(steps["time"]), list(steps["low"])


def draw_totals(figure: plt.Figure, what: list[tuple[str, str]]) -> pd.DataFrame:
    """One panel a row of `what` (measure sent, measure active): sent, and at work.

    The line is the least that the total can be by what was stated before; statements certainly
    below it are crosses. The time axis breaks between June 2021 and 2022; a statement from the gap
    is one that charts.worded refuses. Statements dated by year alone are left out. Returns the
    plotted rows.
    """
    figure.clear()
    grid = figure.subplots(
        len(what), 2, sharex="col", sharey="row", squeeze=False, width_ratios=[4.4, 1]
    )
    every = tables.claims(measure=[m for both in what for m in both], scope="world")
    until = dated(every)["time"].max() + 0.35  # with room for a label
    spans = [(2020.18, 2021.48), (2021.95, until)]
    for axes, span in zip(grid[-1], spans, strict=True):
        axes.set_xlim(span)
    parts = []
    for (sent, active), (left, right) in zip(what, grid, strict=True):
        moved, stay = (
            rows[rows["as_of"].str.len() > 4]
            for rows in (tables.claims(measure=m, scope="world") for m in (sent, active))
        )
        below = set(certain_falls(moved)["later"])
        line = floor(moved)
        for axes, span in zip((left, right), spans, strict=True):
            axes.step(*stretch(line, *span), where="post", color=charts.BLUE, lw=1, alpha=0.5)
            shown = with_bounds(pd.concat([moved, stay]))
            late = shown["as_of"].str[:4].astype(int) > 2021
            shown = shown[late if axes is right else ~late]
            for row in shown.itertuples():
                kind = "active" if row.measure == active else "below" if row.id in below else "sent"
                _mark(axes, row, kind)
            axes.set_ylim(0, moved["value"].max() * 1.2)
            axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
        for axes, rows, dx, dy in ((right, moved, -4, -11), (left, stay, 7, 0)):
            end = dated(rows).iloc[-1]
            text = words.number(end["value"])
            text = said("fig-pandemic", "at work", number=text) if axes is left else text
            marks.label(axes, end["time"], end["value"], text, dx, dy)
        left.set_title(said("fig-pandemic", sent), loc="left", fontsize=10, fontweight=600)
        right.spines["left"].set_visible(False)
        right.tick_params(axis="y", length=0)
        parts += [moved.assign(certainly_below=moved["id"].isin(below)), stay]
    grid[-1][0].set_xticks(
        [decimal_year(f"{d}-01") for d in ("2020-04", "2020-07", "2020-10", "2021-01", "2021-04")],
        ["Apr\n2020", "Jul", "Oct", "Jan\n2021", "Apr"],
    )
    years = [year for year in range(2022, math.ceil(until)) if year + 0.5 < until]
    grid[-1][1].set_xticks([year + 0.5 for year in years], [str(year) for year in years])
    return pd.concat(parts, ignore_index=True)


def _mark(axes: plt.Axes, row: tuple, kind: str) -> None:
    """One statement: a dot (sent), a cross (certainly below) or an open diamond (at work)."""
    first, last = (decimal_year(date.fromordinal(d).isoformat()) for d in days(row.as_of))
    style = {
        "sent": {"marker": "o", "color": charts.BLUE, "mec": "white", "ms": 4.5},
        "below": {"marker": "X", "color": charts.VERMILION, "mec": "white", "ms": 6.5},
        "active": {"marker": "D", "color": charts.GREY, "mfc": "white", "ms": 5},
    }[kind]
    time = (first + last) / 2
    if last > first:
        axes.hlines(row.value, first, last, style["color"], lw=0.8, alpha=0.5)
    axes.plot(time, row.value, ls="", zorder=4 if kind == "below" else 3, **style)
    if marks.open_end(row) > 0:
        axes.annotate(
            "", (time, row.value), (0, 10), textcoords="offset points", annotation_clip=True,
            arrowprops={"arrowstyle": "<-", "color": style["color"], "lw": 0.8, "alpha": 0.7},
        )  # fmt: skip


def draw() -> None:
    """Show the chart of what was sent and what was at work."""
    figure, _ = charts.new(height=6.0)
    drawn = draw_totals(figure, PANELS)
    at_work = tables.claims(measure=[active for _, active in PANELS], scope="world")
    charts.worded(
        figure, "pandemic", "fig-pandemic", drawn, title=fig_pandemic_title(at_work),
        panels=f"{len(PANELS)}", below=f"{drawn['certainly_below'].eq(True).sum()}",
        last=tell_totals(drawn),
    )  # fmt: skip

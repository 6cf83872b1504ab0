"""Brigades against the pandemic: totals sent and counts at work, by date."""

import math
from calendar import monthrange
from datetime import date

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.ticker import FuncFormatter

from . import charts, plots, tables, totals, words
from .bounds import Interval, of, subtract, with_bounds
from .flows import dated, decimal_year

# The three running totals and the counts at work beside them: label, measure sent, at work.
PANELS = [
    ("Brigades", "pandemic_brigades_sent", "pandemic_brigades_active"),
    ("Countries and territories", "pandemic_countries_sent", "pandemic_countries_active"),
    ("Health workers", "pandemic_workers_sent", "pandemic_workers_active"),
]


def days(text: str) -> tuple[int, int]:
    """The first and the last day (as ordinals) that a partial date can mean."""
    year, *rest = (int(part) for part in text.split("-"))
    if not rest:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if len(rest) == 1:
        last = monthrange(year, rest[0])[1]
        return date(year, rest[0], 1).toordinal(), date(year, rest[0], last).toordinal()
    day = date(year, *rest).toordinal()
    return day, day


def certain_falls(claims: pd.DataFrame) -> pd.DataFrame:
    """totals.falls, less the pairs whose dates are too vague to say which statement came first."""
    falls = totals.falls(claims)
    as_of = claims.set_index("id")["as_of"]
    known = [days(as_of[f.earlier])[1] < days(as_of[f.later])[0] for f in falls.itertuples()]
    return falls[pd.Series(known, index=falls.index, dtype=bool)].reset_index(drop=True)


def below(measures: list[str], sources: set[str] | None = None) -> set[str]:
    """The worldwide totals (ids) of `measures` that lie certainly below an earlier one.

    With `sources` (ids) only what these state is compared.
    """
    found = set()
    for measure in measures:
        rows = tables.claims(measure=measure, scope="world")
        rows = rows if sources is None else rows[rows["source_id"].isin(sources)]
        found |= set(certain_falls(rows)["later"])
    return found


def tell_totals(drawn: pd.DataFrame) -> str:
    """The last total sent and the last count at work of each panel, from the rows drawn."""
    parts = []
    for label, *measures in PANELS:
        last = [words.figure(dated(drawn[drawn["measure"] == m]).iloc[-1]) for m in measures]
        parts.append(f"{label.lower()} {last[0]} and {last[1]}")
    return "; ".join(parts)


def floor(claims: pd.DataFrame) -> pd.DataFrame:
    """The least that a running total can be: time (decimal years), low (the claims' unit).

    A statement counts from the last day that its date can mean; vague ones count for nothing.
    """
    rows = with_bounds(claims[(claims["as_of"] != "") & (claims["qualifier"] != "vague")])
    rows = rows.assign(last=rows["as_of"].map(lambda text: days(text)[1])).sort_values(
        "last", kind="stable"
    )
    time = rows["last"].map(lambda day: decimal_year(date.fromordinal(day).isoformat()))
    return pd.DataFrame({"time": time, "low": rows["low"].cummax()}).reset_index(drop=True)


def stretch(line: pd.DataFrame, start: float, end: float) -> tuple[list[float], list[float]]:
    """The times and values of a floor from start to end (decimal years), for a line in steps.

    A total stands until the next statement, and beyond the last one.
    """
    inside = line[(line["time"] > start) & (line["time"] < end)]
    before = line[line["time"] <= start].tail(1).assign(time=start)
    steps = pd.concat([before, inside])
    steps = pd.concat([steps, steps.tail(1).assign(time=end)])
    return list(steps["time"]), list(steps["low"])


def running_sentence(below: int, below_state: int) -> str:
    """What certain falls say, of all publishers and of the Cuban state's own statements."""
    if not below:
        return "No dated total is certainly lower than an earlier one."
    if not below_state:
        return (
            "Some totals are certainly lower than earlier ones, but only where different "
            "publishers are compared: the Cuban state’s own totals never fall."
        )
    return (
        "Some totals are certainly lower than earlier ones, and not only where different "
        "publishers are compared."
    )


def room(residual: Interval, smaller: str) -> str:
    """Whether a total leaves room for a part, from total - part: a sentence on `smaller`."""
    if residual[1] < 0:
        return f"The two totals conflict: no room is left for {smaller}."
    return f"The two totals fit: room is left for {smaller}."


def totals_title(claims: pd.DataFrame) -> str:
    """What became of the counts at work, as a title: `claims` of the three measures at work."""
    rows = dated(claims)
    fell = [g["value"].iloc[-1] < g["value"].max() for _, g in rows.groupby("measure")]
    return (
        "The totals sent pile up, the counts at work fall"
        if all(fell)
        else "Sent in all, and at work on a day"
    )


def draw_totals(figure: plt.Figure, what: list[tuple[str, str, str]]) -> pd.DataFrame:
    """One panel a row of `what` (label, measure sent, measure active): sent, and at work.

    The line is the least that the total can be by what was stated before; statements certainly
    below it are crosses. The time axis breaks between June 2021 and 2022; a statement from the gap
    is one that charts.finish refuses. Statements dated by year alone are left out. Returns the
    plotted rows.
    """
    figure.clear()
    grid = figure.subplots(
        len(what), 2, sharex="col", sharey="row", squeeze=False, width_ratios=[4.4, 1]
    )
    every = tables.claims(measure=[m for _, *both in what for m in both], scope="world")
    until = dated(every)["time"].max() + 0.35  # with room for a label
    spans = [(2020.18, 2021.48), (2021.95, until)]
    for axes, span in zip(grid[-1], spans, strict=True):
        axes.set_xlim(span)
    parts = []
    for (label, sent, active), (left, right) in zip(what, grid, strict=True):
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
        for axes, rows, text in ((right, moved, ""), (left, stay, " at work")):
            end = dated(rows).iloc[-1]
            plots.label(axes, end["time"], end["value"], words.number(end["value"]) + text,
                        -4 if axes is right else 7, -11 if axes is right else 0)  # fmt: skip
        left.set_title(label, loc="left", fontsize=10, fontweight=600)
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
    if math.isinf(row.high):
        axes.annotate(
            "", (time, row.value), (0, 10), textcoords="offset points", annotation_clip=True,
            arrowprops={"arrowstyle": "<-", "color": style["color"], "lw": 0.8, "alpha": 0.7},
        )  # fmt: skip


def difference(more: str, less: str) -> Interval:
    """One claim less another (claim ids), as an interval."""
    return subtract(of(tables.claim(more)), of(tables.claim(less)))


def share_text(part: float, whole: float) -> str:
    """A share in words, rounded to a whole percent: "91 percent"."""
    return f"{words.number(round(part / whole * 100))} percent"

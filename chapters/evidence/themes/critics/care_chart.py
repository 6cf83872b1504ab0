"""The chart of the totals of care: a panel each, between dated statements."""

import matplotlib.pyplot as plt
import pandas as pd

from evidence.ledger import tables
from evidence.reckon import flows
from evidence.show import charts, marks, say, words
from evidence.themes.critics import listings, movements
from evidence.themes.critics.movements import short
from evidence.themes.critics.running_totals import UNDATED, moves

said = say.of("critics")
FIGURE = "fig-critics-totals"
CARE = ("patients_attended", "operations_performed", "lives_saved")
NOTE = {"textcoords": "offset points", "ha": "center", "va": "bottom", "fontsize": 8.5,
        "linespacing": 1.1}  # fmt: skip
UNIT = 1e6  # of the axes


def panel(axes: plt.Axes, rows: pd.DataFrame, name: str, undated: pd.Series | None) -> None:
    """One total (rows with `time`), and beside it a statement of it that has no date."""
    axes.plot(rows["time"], rows["value"] / UNIT, color=charts.GREY, lw=0.8, zorder=1)
    marks.over_time(axes, rows, unit=UNIT)
    for row in rows.to_dict("records"):
        text = "\n".join(short(row).rsplit(" ", 1))
        axes.annotate(text, (row["time"], row["value"] / UNIT), (0, 13), **NOTE)
    top = rows["value"].max() / UNIT
    if undated is not None:
        top = undated["value"] / UNIT
        axes.plot(2025.2, top, "D", mfc="white", mec=charts.BLUE, ms=6)
        text = said(FIGURE, "no date", number=short(undated))
        axes.annotate(text, (2025.2, top), (-34, -10), **NOTE)
    axes.set(xlim=(2020, 2026), xticks=[2021, 2023], yticks=[], ylim=(0, 1.3 * top))
    axes.set_title(said(FIGURE, "panel", name=name, unit=said(FIGURE, "unit")), fontsize=9.5)
    axes.tick_params(labelsize=9)


def line(rows: pd.DataFrame, name: str) -> str:
    """One total from statement to statement, in words."""
    steps = (
        say.text("shared", "label", number=short(row), date=words.when(row["as_of"][:7]))
        for row in rows.to_dict("records")
    )
    return said(FIGURE, "line", name=name, steps=said(FIGURE, "then").join(steps))


def draw() -> None:
    """Show the chart."""
    every, undated = listings.new(), tables.claim(UNDATED)
    drawn = flows.dated(every[every["measure"].isin(CARE) & (every["scope"] == "world")])
    names = {measure: said(FIGURE, measure) for measure in CARE}
    rows = {measure: drawn[drawn["measure"] == measure] for measure in CARE}
    figure, axes = charts.new(height=2.9)
    axes.remove()
    for axes, (measure, name) in zip(figure.subplots(1, len(CARE)), names.items(), strict=True):
        panel(axes, rows[measure], name, undated if measure == undated["measure"] else None)
    moved = moves()
    moved = moved[moved["measure"].isin(CARE)]
    title, fills = movements.fig_critics_totals_title(moved, names)
    charts.worded(
        figure, "critics", FIGURE, pd.concat([drawn, pd.DataFrame([undated])]),
        title=title, **fills, panels=f"{len(CARE)}", undated=short(undated),
        lines="; ".join(line(rows[measure], name) for measure, name in names.items()),
    )  # fmt: skip

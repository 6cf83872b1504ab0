"""The chart of what hosts pay for one worker and what the worker receives."""

import math

import matplotlib.pyplot as plt
import pandas as pd

from evidence.show import charts, marks, say, words
from evidence.themes.money import reading
from evidence.themes.money.pay_sides import SIDES, side_key

said = say.of("money")
TICKS = (20, 50, 100, 300, 1000, 3000, 10000)  # dollars a month


def draw_sums(axes: plt.Axes, rows: pd.DataFrame, lines: list[str], filled: bool) -> None:
    """Marks of one kind of pay on one line a country: shape and colour for who says.

    Rows of worker_pay.on_lines; `lines` are the names from the top. What hosts pay is `filled`. A
    bar for a range, an arrow for "more than" and "up to".
    """
    for row in rows.itertuples():
        colour, mark = SIDES[row.said_by]
        place = lines.index(row.line) + (-0.16 if filled else 0.16)
        top = row.value if math.isnan(row.value_high) else row.value_high
        axes.plot([row.value, top], [place] * 2, color=colour, lw=1.6, zorder=2)
        axes.plot([row.value, top], [place] * 2, mark, ms=5.5, mec=colour, mew=1.1, ls="",
                  mfc=colour if filled else "white", zorder=3)  # fmt: skip
        if away := marks.open_end(row):
            axes.annotate("", (row.value, place), (14 * away, 0), textcoords="offset points",
                          arrowprops={"arrowstyle": "<-", "color": colour, "lw": 0.9})  # fmt: skip


def draw_pay(axes: plt.Axes, rows: pd.DataFrame) -> None:
    """Rows of worker_pay.on_lines on a log scale, hosts' payments filled."""
    axes.set(xscale="log", xlim=(14, 16000), xlabel=said("fig-money-pay", "x"))
    lines = list(dict.fromkeys(rows["line"]))
    host = rows["measure"].str.startswith("host")
    draw_sums(axes, rows[host], lines, filled=True)
    draw_sums(axes, rows[~host], lines, filled=False)
    axes.set_yticks(range(len(lines)), lines)
    axes.set_ylim(len(lines) - 0.5, -0.6)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)
    axes.set_xticks(TICKS, [words.number(tick) for tick in TICKS])
    axes.minorticks_off()
    side_key(axes, "lower right")


def told_pay(rows: pd.DataFrame) -> str:
    """The rows of worker_pay.on_lines as a phrase: "Kenya, host pays: about 5,300; ..."."""
    groups = rows.groupby(["line", rows["measure"].str.split("_").str[0]], sort=False)
    return "; ".join(
        said(
            "fig-money-pay", "told", line=line, kind=said("fig-money-pay", "kinds", kind),
            sums=", ".join(words.figure(row) for _, row in some.iterrows()),
        )
        for (line, kind), some in groups
    )  # fmt: skip


def show_pay(rows: pd.DataFrame) -> None:
    """Show the chart of rows of worker_pay.on_lines."""
    figure, axes = charts.new(height=4.3)
    draw_pay(axes, rows)
    title = reading.fig_money_pay_title(rows)
    charts.worded(figure, "money", "fig-money-pay", rows, title=title, sums=told_pay(rows))

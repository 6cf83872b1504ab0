"""The chart of the shares of a payment that reach the worker."""

import matplotlib.pyplot as plt
import pandas as pd

from evidence import assumptions
from evidence.ledger import tables
from evidence.show import charts, say, words
from evidence.themes.money import pay_shares, reading
from evidence.themes.money.pay_sides import SIDES, side_key

said = say.of("money")


def draw_shares(axes: plt.Axes, shares: pd.DataFrame, lines: list[str]) -> None:
    """One line a share, in percent: a bar for an interval, a mark for a single number.

    `lines` are the labels of the lines. The number stands beside each. Where a source sets one end
    only the bar is pale and the mark stands at that end. Pay into an account is drawn hollow.
    """
    for place, row in enumerate(shares.itertuples()):
        colour, mark = SIDES[row.said_by]
        stated, _ = reading.share_stated(row.low, row.high)
        at = {"up to": row.high, "at least": row.low, "both ends": (row.low + row.high) / 2}[stated]
        axes.plot([row.low, row.high], [place] * 2, color=colour, lw=5.5,
                  alpha=0.75 if stated == "both ends" else 0.3, solid_capstyle="butt")  # fmt: skip
        axes.plot(at, place, mark, mfc="white" if row.basis == "paid in" else colour,
                  mec=colour, ms=6.5, mew=1.2)  # fmt: skip
        write_share(axes, place, row.low, row.high)
    axes.set_yticks(range(len(shares)), lines, fontsize=8.5)
    axes.set_ylim(len(shares) - 0.4, -0.9)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)
    axes.axvline(assumptions.half, color=charts.GREY, lw=0.9, ls=(0, (4, 3)), zorder=0)


def write_share(axes: plt.Axes, place: int, low: float, high: float) -> None:
    """The number of a share beside its bar, where it hides neither the bar nor the line at half."""
    text, stated = told_share(low, high), reading.share_stated(low, high)[0]
    on_the_line = high < assumptions.half < high + 6 + 2.2 * len(text) and low > 20
    if stated == "at least":
        at, away, side_of_text = low, (0, 9), "left"
    elif high <= 70 and not on_the_line:
        at, away, side_of_text = high, (8, 0), "left"
    else:
        at, away, side_of_text = low, (-8, 0), "right"
    axes.annotate(text, (at, place), away, textcoords="offset points", va="center",
                  ha=side_of_text, fontsize=8.5,
                  bbox={"fc": "white", "ec": "none", "pad": 0.4})  # fmt: skip


def told_share(low: float, high: float) -> str:
    """A share in words: "20", "9 to 24", "up to 29", "at least 10"."""
    return said("share_stated", *reading.share_stated(low, high))


def share_lines(shares: pd.DataFrame, names: pd.Series) -> list[str]:
    """A label for each share: country, year and what kind of figure; `names` maps iso3 to name."""
    whole = said("fig-money-shares", "whole")
    return [
        said(
            "fig-money-shares", "line", year=words.when(row.year),
            country=names[row.country_iso3] if row.country_iso3 else whole,
            kind=said("fig-money-shares", "kinds", row.basis),
        )
        for row in shares.itertuples()
    ]  # fmt: skip


def told_shares(shares: pd.DataFrame, lines: list[str]) -> str:
    """Every share with its label and who says it: "Kenya 2020, computed, others: 20"."""
    return "; ".join(
        said(
            "fig-money-shares", "told", line=line, side=said("side", row.said_by).lower(),
            share=told_share(row.low, row.high),
        )
        for line, row in zip(lines, shares.itertuples(), strict=True)
    )  # fmt: skip


def plotted(shares: pd.DataFrame) -> pd.DataFrame:
    """The rows behind the chart, one an input claim, with the basis of each share in words."""
    basis = [
        said("fig-money-shares", "basis", row.basis, currency=row.unit[:3])
        for row in shares.itertuples()
    ]
    return pay_shares.by_input(shares.assign(basis=basis).drop(columns="unit"), tables.claims())


def show_shares(shares: pd.DataFrame) -> None:
    """Show the chart of shares, rows of pay_shares.worker_shares."""
    lines = share_lines(shares, tables.country_names())
    figure, axes = charts.new(height=5.6)
    axes.set(xlim=(-2, 103), xlabel=said("fig-money-shares", "x"))
    draw_shares(axes, shares, lines)
    limit = say.parts("money", "limit", *reading.limit(assumptions.half))
    axes.text(assumptions.half + 1, -0.6, limit["above"], fontsize=8.5, color=charts.GREY,
              va="center")  # fmt: skip
    side_key(axes, "upper right")
    charts.worded(
        figure, "money", "fig-money-shares", plotted(shares),
        below=words.number((shares["high"] <= assumptions.half).sum()),
        all=words.number(len(shares)), half=limit["most"],
        at=words.number(assumptions.half), shares=told_shares(shares, lines),
    )  # fmt: skip

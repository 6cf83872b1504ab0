"""The chart of what Cuba is said to earn from health."""

import math

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.ticker import MaxNLocator

from evidence.ledger import tables
from evidence.show import charts, marks, say, words
from evidence.themes.money import health_income
from evidence.themes.money.pay_sides import money_year

said = say.of("money")
BILLION = 1e9

# How a kind of yearly sum is drawn: colour, mark, filled, joined by a line.
MARKS = {
    health_income.RECORDED: (charts.BLUE, "o", True, True),
    health_income.PLANNED: (charts.VERMILION, "X", True, False),
    health_income.STATED: (charts.VERMILION, "s", False, False),
    health_income.PROFESSIONAL: (charts.GREY, "D", False, False),
    health_income.SERVICES: (charts.GREY, "^", True, True),
}

# years to the side, so that marks of one year do not hide each other
DODGE = {health_income.PLANNED: -0.17, health_income.STATED: 0.17}

# Where the labels of the sums judged to be "labelled-income" stand, in points, in their order.
BESIDE = ((-8, 2), (1, 12), (7, -9), (-7, -3), (-9, 9))


def draw_income(axes: plt.Axes, income: pd.DataFrame) -> None:
    """Yearly sums by kind over time, in billions, with their hedges; recorded ones joined.

    Rows of health_income.yearly.
    """
    for kind, (colour, mark, filled, joined) in MARKS.items():
        some = health_income.of_kind(income, kind)
        some = some.assign(
            time=some["time"] + DODGE.get(kind, 0.0), billions=some["value"] / BILLION
        )
        name = said("fig-money-income", "kinds", kind)
        axes.plot(some["time"], some["billions"], mark, color=colour, ms=5.5, label=name,
                  mfc=colour if filled else "white", mew=1.0, zorder=3)  # fmt: skip
        if joined:
            middle = some.groupby("time")["billions"].mean()
            axes.plot(middle.index, middle, color=colour, lw=1.1, zorder=2)
        for row in some.itertuples():
            draw_hedge(axes, row, colour, mark)
    for claim_id, (dx, dy) in marks.beside("labelled-income", BESIDE).items():
        for _, row in income[income["id"] == claim_id].iterrows():
            marks.label(axes, row["time"], row["value"] / BILLION, income_label(row), dx, dy)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))


def draw_hedge(axes: plt.Axes, row: object, colour: str, mark: str) -> None:
    """What a yearly sum allows beside its mark: a bar for a range, an arrow for an open end."""
    if not math.isnan(row.value_high):
        top = row.value_high / BILLION
        axes.vlines(row.time, row.billions, top, colour, lw=1.4)
        axes.plot(row.time, top, mark, color=colour, ms=5.5, mfc="white", mew=1.0)
    if away := marks.open_end(row):
        arrow = {"arrowstyle": "<-", "color": colour, "lw": 0.9}
        axes.annotate("", (row.time, row.billions), (0, 13 * away), textcoords="offset points",
                      arrowprops=arrow)  # fmt: skip


def income_label(claim: pd.Series) -> str:
    """A yearly sum as a direct label, in billions: "about 6.4 in 2018"."""
    sum_told = f"{words.HEDGES[claim['qualifier']]}{claim['value'] / BILLION:.1f}"
    return said("fig-money-income", "sum", sum=sum_told, year=money_year(claim))


def told_sums(income: pd.DataFrame, kind: str) -> str:
    """Every yearly sum of one kind, each once: "5.4 in 2019; 4.0 in 2020"."""
    rows = health_income.of_kind(income, kind)
    return "; ".join(dict.fromkeys(income_label(row) for _, row in rows.iterrows()))


def show_income(income: pd.DataFrame) -> None:
    """Show the chart of yearly sums, rows of health_income.yearly."""
    figure, axes = charts.new(height=4.2)
    draw_income(axes, income)
    axes.set(ylabel=said("fig-money-income", "y"), ylim=(0, 13), xlim=(2005, 2029))
    axes.legend(loc="lower left", frameon=False, fontsize=8.5, handletextpad=0.2)
    told = health_income.said_of_health(income, set(tables.table("repeats")["claim"]))
    told = told.drop_duplicates("value")  # one sum that several print is one
    exports = (health_income.RECORDED, health_income.SERVICES)
    statements = income.loc[~income["measure"].isin(exports), "value"] / BILLION
    charts.worded(
        figure, "money", "fig-money-income", income,
        above=words.number(told["above"].sum()), told=words.number(len(told)),
        number=words.number(income["measure"].nunique()),
        start=f"{income['time'].min():.0f}", end=f"{income['time'].max():.0f}",
        recorded=told_sums(income, health_income.RECORDED),
        planned=told_sums(income, health_income.PLANNED),
        lowest=f"{statements.min():.1f}", highest=f"{statements.max():.1f}",
    )  # fmt: skip

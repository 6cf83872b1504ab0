"""What Cuba is said to earn from health: plans, records and statements by year.

Amounts stay in the currency that the source states; nothing here converts one.
"""

import math

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.ticker import MaxNLocator

from . import charts, plots, words
from .bounds import Interval, overlap, with_bounds
from .pay_sides import year_of


def yearly(claims: pd.DataFrame) -> pd.DataFrame:
    """Yearly sums that can be placed in time, with `low`, `high`, `time` and `year_stated`.

    `time` is the year that the money is of; where the source gives none, that of the statement.
    """
    rows = with_bounds(claims)
    years = [year_of(row) for _, row in rows.iterrows()]
    rows = rows.assign(time=pd.to_numeric(pd.Series(years, index=rows.index), errors="coerce"))
    rows["year_stated"] = rows["date_start"] != ""
    rows = rows[rows["time"].notna()]
    return rows.sort_values(["time", "id"], kind="stable").reset_index(drop=True)


def span(rows: pd.DataFrame) -> Interval:
    """From the lowest to the highest sum of rows with `low` and `high`."""
    return rows["low"].min(), rows["high"].max()


def plan_sentence(plan: pd.DataFrame, recorded: pd.DataFrame) -> str:
    """Was a planned sum reached? Rows of `yearly`; recorded years may not include the plan's."""
    wanted = plan["low"].min()
    same = recorded[recorded["time"].isin(set(plan["time"]))]
    if not same.empty:
        reached = (same["high"] >= wanted).any()
        return "The plan was reached." if reached else "The recorded result fell short of the plan."
    opening = (
        "No recorded result for the year of the plan was found, so nothing shows if it was met"
    )
    if (recorded["high"] >= wanted).any():
        return f"{opening}; a later recorded year reached the sum."
    return f"{opening}; no recorded year reaches the sum."


def later_sentence(later: Interval, last: Interval) -> str:
    """A sum stated after a series has ended, against the last recorded sum."""
    if overlap(later, last):
        return "It agrees with the last recorded year."
    return f"It is {'higher' if later[0] > last[1] else 'lower'} than the last recorded year."


def years_sentence(told: pd.DataFrame, recorded: pd.DataFrame) -> str:
    """How far plans and statements speak of years on record; rows of `yearly`."""
    other = ~told["time"].isin(set(recorded["time"]))
    if not other.any():
        return "All of them are of years on record."
    many = "All" if other.all() else "Most" if other.mean() > 0.5 else "Some"
    return f"{many} of them are of years without a record, so to differ is not to be wrong."


# The kinds of yearly sum, told apart by colour and shape: measure -> (name, colour, mark, filled).
KINDS = {
    "health_services_exports": ("health, recorded", charts.BLUE, "o", True),
    "health_services_income_planned_usd": ("health, planned", charts.VERMILION, "X", True),
    "health_services_income": ("health, as stated", charts.VERMILION, "s", False),
    "professional_services_income": ("all professional services", charts.GREY, "D", False),
    "total_services_exports": ("all services, recorded", charts.GREY, "^", True),
}

# The kinds that are said of health without being a record of it.
TOLD = ("health_services_income_planned_usd", "health_services_income")

# years to the side, so that marks of one year do not hide each other
DODGE = {"health_services_income_planned_usd": -0.17, "health_services_income": 0.17}

# The sums that carry a label, and where it stands beside the mark, in points.
LABELLED = {"N9-005": (-8, 2), "N9-001": (1, 12), "ec052": (7, -9), "ec060": (-7, -3),
            "ec079": (-9, 9)}  # fmt: skip


def draw_income(axes: plt.Axes, rows: pd.DataFrame, unit: float) -> None:
    """Yearly sums by kind over time (rows of `yearly`), with their hedges; recorded ones joined."""
    for measure, (name, colour, mark, filled) in KINDS.items():
        some = rows[rows["measure"] == measure]
        some = some.assign(time=some["time"] + DODGE.get(measure, 0.0))
        axes.plot(some["time"], some["value"] / unit, mark, color=colour, ms=5.5, label=name,
                  mfc=colour if filled else "white", mew=1.0, zorder=3)  # fmt: skip
        if name.endswith("recorded"):
            middle = some.groupby("time")["value"].mean() / unit
            axes.plot(middle.index, middle, color=colour, lw=1.1, zorder=2)
        for row in some.itertuples():
            top = row.value if math.isnan(row.value_high) else row.value_high
            if top > row.value:
                axes.vlines(row.time, row.value / unit, top / unit, colour, lw=1.4)
                axes.plot(row.time, top / unit, mark, color=colour, ms=5.5, mfc="white", mew=1.0)
            if math.isinf(row.high) or row.qualifier in ("up_to", "fewer_than"):
                away = 13 if math.isinf(row.high) else -13
                arrow = {"arrowstyle": "<-", "color": colour, "lw": 0.9}
                axes.annotate("", (row.time, row.value / unit), (0, away),
                              textcoords="offset points", arrowprops=arrow)  # fmt: skip
    for claim_id, (dx, dy) in LABELLED.items():
        some = rows[rows["id"] == claim_id]
        for _, row in some.iterrows():
            plots.label(axes, row["time"], row["value"] / unit, tell_sum(row, unit), dx, dy)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))


def tell_sum(claim: pd.Series, unit: float) -> str:
    """A yearly sum as a direct label: "about 6.4 in 2018"."""
    return f"{words.HEDGES[claim['qualifier']]}{claim['value'] / unit:.1f} in {year_of(claim)}"


def said_of_health(income: pd.DataFrame, echoes: set[str]) -> pd.DataFrame:
    """Plans and statements on health (rows of yearly), with `above`: over every recorded year.

    `echoes` are the ids of claims that repeat another, which add no evidence.
    """
    recorded = income[income["measure"] == "health_services_exports"]
    said = income[income["measure"].isin(TOLD) & ~income["id"].isin(echoes)]
    return said.assign(above=said["low"] > recorded["high"].max())


def income_title(said: pd.DataFrame) -> str:
    """How many plans and statements lie above every recorded year (rows of said_of_health)."""
    above = said["above"].sum()
    return f"{above} of {len(said)} plans and statements exceed every recorded year"


def tell_income(income: pd.DataFrame, unit: float) -> str:
    """What the chart of income shows, for those who do not see it (rows of yearly)."""

    def told(measure: str) -> str:
        rows = income[income["measure"] == measure]
        return "; ".join(dict.fromkeys(tell_sum(row, unit) for _, row in rows.iterrows()))

    said = income.loc[~income["measure"].str.endswith("exports"), "value"] / unit
    return (
        f"Marks of {income['measure'].nunique()} kinds from {income['time'].min():.0f} to "
        f"{income['time'].max():.0f}. The recorded health line: "
        f"{told('health_services_exports')}. Planned: "
        f"{told('health_services_income_planned_usd')}. Statements about health and about "
        f"professional services run from {said.min():.1f} to {said.max():.1f}."
    )

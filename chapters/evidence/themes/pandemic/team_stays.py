"""How long teams sent against an epidemic stayed."""

import matplotlib.pyplot as plt
import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon.bounds import Interval
from evidence.show import charts, marks, say, words
from evidence.themes.pandemic.brigade_totals import out_of

said = say.of("pandemic")
STAYED, PLANNED = "brigade_stay_months", "brigade_stay_planned_months"


def draw_stays(axes: plt.Axes, claims: pd.DataFrame, names: dict[str, str]) -> list[str]:
    """One line a place: filled marks for stays served, open ones for stays planned, in months.

    `claims`: brigade_stay_months and brigade_stay_planned_months; `names` gives the label of each
    place (column `place`). Returns the places from top to bottom.
    """
    order = claims.groupby("place")["value"].max().sort_values(kind="stable")
    stakes = tables.sources().set_index("source_id")["stake"]
    rows = claims.assign(group=claims["source_id"].map(stakes).map(marks.group_of))
    rows = rows.drop_duplicates(["place", "value", "measure", "group"])
    shared = rows.groupby(["place", "value"])
    rows["shift"] = (shared.cumcount() - (shared["id"].transform("size") - 1) / 2) * 0.42
    for row in rows.itertuples():
        height = order.index.get_loc(row.place) + row.shift
        colour, mark, _ = marks.GROUPS[row.group]
        planned = row.measure == PLANNED
        axes.plot(row.value, height, mark, color=colour, ms=6.5, mew=1, ls="",
                  mfc="white" if planned else colour, mec=colour if planned else "white",
                  zorder=4 if planned else 3)  # fmt: skip
        if row.qualifier == "more_than":
            axes.annotate(
                "", (row.value, height), (15, 0), textcoords="offset points",
                arrowprops={"arrowstyle": "<-", "color": colour, "lw": 0.9},
            )  # fmt: skip
    axes.set_yticks(range(len(order)), [names[place] for place in order.index])
    axes.set_ylim(len(order) - 0.4, -0.6)
    axes.grid(axis="x", visible=True)
    return list(order.index)


def served(claims: pd.DataFrame) -> Interval:
    """The shortest and the longest stay stated, in months; a hedge is not widened."""
    top = claims["value_high"].fillna(claims["value"])
    return claims["value"].min(), top.max()


def told(claims: pd.DataFrame, order: list[str], names: dict[str, str]) -> str:
    """The stays of each place in `order` as a phrase: "Italy more than 2 and 3; Qatar 16"."""
    rows = claims.drop_duplicates(["place", "measure", "value"])
    rows = rows.assign(text=[months_of(row) for _, row in rows.iterrows()])
    texts = rows.groupby("place")["text"].agg(list)
    return "; ".join(
        said("fig-stays", "place", name=names[place], months=words.listed(texts[place]))
        for place in order
    )


def months_of(stay: pd.Series) -> str:
    """The months of one stay, in words: "3 planned"."""
    months = words.figure(stay)
    return said("fig-stays", "planned", months=months) if stay["measure"] == PLANNED else months


def stays() -> pd.DataFrame:
    """Every claim on a stay, with its `place`: the country, or "ebola" for the teams of 2014."""
    claims = tables.claims(measure=[STAYED, PLANNED])
    west_africa = claims["date_end"].str.startswith("2015")
    return claims.assign(place=claims["country_iso3"].mask(west_africa, "ebola"))


def draw() -> None:
    """Show the chart of stays, served and planned."""
    claims = stays()
    low, high = served(claims[claims["measure"] == STAYED])
    labels = {"ebola": said("fig-stays", "ebola"), **tables.country_names()}
    figure, axes = charts.new(height=4.3)
    order = draw_stays(axes, claims, labels)
    ticks = range(0, int(high) + 3, 3)
    axes.set(xlim=(0, high + 2), xlabel=said("fig-stays", "x"), xticks=ticks)
    charts.worded(
        figure, "pandemic", "fig-stays", claims,
        low=f"{low:.0f}", high=f"{high:.0f}", stays=told(claims, order, labels),
    )  # fmt: skip


def tell() -> None:
    """Show how long teams stayed, and in how many places none stayed a year."""
    stayed = stays().query("measure == @STAYED")
    months = stayed[stayed["place"] != "ebola"].groupby("place")["value"].max()
    year = assumptions.tour_low * 12
    show.result("pandemic-stays-range", words.spread(served(stayed)), list(stayed["id"]))
    show.result("pandemic-stays-year", words.number(year))
    under = out_of((months < year).sum(), len(months))
    show.result("pandemic-stays-under", under, list(stayed["id"]))

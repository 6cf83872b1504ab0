"""How long teams sent against an epidemic stayed."""

import matplotlib.pyplot as plt
import pandas as pd

from evidence.ledger import tables
from evidence.reckon.bounds import Interval
from evidence.show import marks, words


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
        planned = row.measure == "brigade_stay_planned_months"
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


def tell_stays(claims: pd.DataFrame, order: list[str], names: dict[str, str]) -> str:
    """The stays of each place in `order` as a phrase: "Italy more than 2 and 3; Qatar 16"."""
    rows = claims.drop_duplicates(["place", "measure", "value"])
    planned = rows["measure"].eq("brigade_stay_planned_months").map({True: " planned", False: ""})
    rows = rows.assign(text=[words.figure(row) for _, row in rows.iterrows()] + planned)
    texts = rows.groupby("place")["text"].agg(list)
    return "; ".join(f"{names[place]} {words.listed(texts[place])}" for place in order)

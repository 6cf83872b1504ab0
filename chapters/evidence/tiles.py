"""The world as tiles: one square a country, in blocks by region, with what the ledger knows of it.

Squares stand in order of their ISO codes; their place says nothing of geography.
"""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.patches import Rectangle

from . import charts

ACROSS = 14  # squares a row: the widest that keeps three letters readable on a small phone
GAP = 1.15  # rows between two regions, for the name of the lower one
# What the ledger knows of a country: fill, edge, width of the edge, colour of the letters. The
# three differ in darkness as well as in colour.
LOOKS = {
    "more than a mention": (charts.BLUE, charts.BLUE, 0.8, "white"),
    "named in a list only": ("#CFE3F1", charts.BLUE, 1.6, "#222222"),
    "none found": ("white", "#BBBBBB", 0.6, charts.GREY),
}
KNOWN, LISTED, NONE = LOOKS


def tiles(named: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """A square for every member of the United Nations and every other place that is named.

    `named` as hosts.named_countries gives it. Returns iso3, name, un_region, un_member, known (a
    key of LOOKS), column and row (squares, from the top left).
    """
    wanted = (countries["un_member"] == 1) | countries["iso3"].isin(named["iso3"])
    rows = countries[wanted & (countries["iso3"] != "CUB")].sort_values(
        ["un_region", "iso3"], kind="stable"
    )
    kinds = rows["iso3"].map(named.set_index("iso3")["kinds"])
    known = kinds.map(lambda k: NONE if pd.isna(k) else LISTED if k == "listed" else KNOWN)
    rows = rows.assign(known=known)[["iso3", "short", "un_region", "un_member", "known"]]
    rows = rows.rename(columns={"short": "name"})
    place = rows.groupby("un_region").cumcount()
    sizes = rows.groupby("un_region").size()
    heights = (-(-sizes // ACROSS) + GAP).cumsum().shift(fill_value=0.0)
    row = rows["un_region"].map(heights) + place // ACROSS
    return rows.assign(column=place % ACROSS, row=row).reset_index(drop=True)


def by_region(tiles: pd.DataFrame) -> pd.DataFrame:
    """How many of each region are named: un_region, members, members_named, others_named."""
    named = tiles["known"] != NONE
    member = tiles["un_member"] == 1
    flags = tiles.assign(m=member, mn=member & named, on=~member & named)
    table = flags.groupby("un_region")[["m", "mn", "on"]].sum().reset_index()
    return table.set_axis(["un_region", "members", "members_named", "others_named"], axis=1)


def draw(axes: plt.Axes, tiles: pd.DataFrame) -> None:
    """Draw the squares with their codes, the names of the regions, and a key above them."""
    for tile in tiles.itertuples():
        face, edge, width, ink = LOOKS[tile.known]
        axes.add_patch(
            Rectangle((tile.column + 0.05, tile.row + 0.05), 0.9, 0.9, fc=face, ec=edge, lw=width)
        )
        weight = 400 if tile.known == NONE else 600
        axes.text(tile.column + 0.5, tile.row + 0.52, tile.iso3, color=ink, fontsize=8.5,
                  weight=weight, ha="center", va="center")  # fmt: skip
    for row in by_region(tiles).itertuples():
        top = tiles.loc[tiles["un_region"] == row.un_region, "row"].min()
        others = f", and {row.others_named} other" if row.others_named else ""
        text = f"{row.un_region}: {row.members_named} of {row.members} members named{others}"
        axes.text(0.05, top - 0.3, text, fontsize=9.5, weight=600, va="center")
    for place, (look, (face, edge, width, _)) in enumerate(LOOKS.items()):
        left = (0.05, 5.1, 9.9)[place]
        axes.add_patch(Rectangle((left, -1.75), 0.6, 0.6, fc=face, ec=edge, lw=width))
        axes.text(left + 0.8, -1.43, look, fontsize=8.5, va="center")
    axes.set(xlim=(0, ACROSS), ylim=(tiles["row"].max() + 1.1, -1.9), aspect="equal")
    axes.set_axis_off()


def title(regions: pd.DataFrame) -> str:
    """The message of the map, from by_region: the region best and the one least named."""
    share = regions.set_index("un_region").eval("members_named / members")
    return f"Hosts named, by share of members: {share.idxmax()} most, {share.idxmin()} least"


def place_words(regions: pd.DataFrame) -> str:
    """By region, how many members are named, in one phrase, the best named region first."""
    order = regions.assign(share=regions["members_named"] / regions["members"])
    rows = order.sort_values("share", ascending=False, kind="stable").itertuples()
    return "; ".join(f"{r.un_region} {r.members_named} of {r.members}" for r in rows)

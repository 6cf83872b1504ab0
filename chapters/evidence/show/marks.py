"""Ways to draw claims: over time with their hedges, as ranges, as counts."""

import math
from collections.abc import Sequence

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.ticker import MaxNLocator

from evidence.ledger import tables
from evidence.reckon.bounds import with_bounds
from evidence.reckon.flows import dated
from evidence.show import charts, say, words

# Who published: three groups, told apart by colour and by the shape of the mark.
GROUPS = {
    "Cuban state": (charts.BLUE, "o", ("cuban_state",)),
    "Critics and US government": (charts.VERMILION, "s", ("cuba_critical", "us_government")),
    "Others": (charts.GREY, "^", ()),
}


def group_of(stake: str) -> str:
    """The group of publishers a stake belongs to."""
    for name, (_, _, stakes) in GROUPS.items():
        if stake in stakes:
            return name
    return "Others"


def over_time(axes: plt.Axes, claims: pd.DataFrame, unit: float = 1.0) -> pd.DataFrame:
    """Draw dated claims as marks: an arrow up for "more than", a bar for a range or "about".

    `unit` divides the values (1000 for thousands). Returns the plotted rows, with `time`, `low`,
    `high` and `group`, for the chart's data file.
    """
    rows = with_bounds(dated(claims[claims["qualifier"] != "vague"]))
    stakes = tables.sources().set_index("source_id")["stake"]
    rows["group"] = rows["source_id"].map(stakes).map(group_of)
    for name, (colour, mark, _) in GROUPS.items():
        some = rows[rows["group"] == name]
        if some.empty:
            continue
        axes.plot(some["time"], some["value"] / unit, mark, ms=4.5, color=colour, alpha=0.75,
                  mec="white", mew=0.4, label=name, zorder=3)  # fmt: skip
        for row in some.itertuples():
            if away := open_end(row):
                axes.annotate(
                    "", (row.time, row.value / unit), (0, 11 * away), textcoords="offset points",
                    arrowprops={"arrowstyle": "<-", "color": colour, "lw": 0.8, "alpha": 0.6},
                )  # fmt: skip
            elif row.high > row.low:
                axes.vlines(row.time, row.low / unit, row.high / unit, colour, lw=1.2, alpha=0.6)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    return rows


def open_end(claim: pd.Series | tuple) -> int:
    """Which way a claim goes on from its number: 1 for "more than", -1 for "up to", else 0.

    A range ends where its source ends it.
    """
    if not math.isnan(claim.value_high):
        return 0
    up, down = ("more_than", "at_least"), ("up_to", "fewer_than")
    return (claim.qualifier in up) - (claim.qualifier in down)


def label(axes: plt.Axes, x: float, y: float, text: str, dx: float = 6, dy: float = 0) -> None:
    """A direct label beside a point; dx and dy in points."""
    side = "right" if dx < 0 else "left"
    axes.annotate(text, (x, y), (dx, dy), textcoords="offset points", ha=side, va="center",
                  fontsize=8.5, linespacing=1.15)  # fmt: skip


def beside(
    name: str, places: Sequence[tuple[float, float]], part: str | None = None
) -> dict[str, tuple[float, float]]:
    """Where the label of each item of a set of judgements stands beside its mark: dx, dy (points).

    `places` are in the order of the set; an item beyond them is labelled to the right.
    """
    items = tables.judged(name, part)
    return {item: (6, 0) for item in items} | dict(zip(items, places, strict=False))


def tell(claim: pd.Series, unit: float = 1.0, form: str = "label") -> str:
    """A claim as a direct label: its number in `unit` and its date, "407 in May 2019".

    `form` is the entry of the shared catalogue that words it.
    """
    value = words.number(round(claim["value"] / unit, 1))
    number = words.HEDGES[claim["qualifier"]] + value
    return say.text("shared", form, number=number, date=words.when(claim["as_of"][:7]))


def key(axes: plt.Axes, where: str = "upper left") -> None:
    """Name the groups of publishers, without a box."""
    axes.legend(loc=where, frameon=False, fontsize=8.5, handletextpad=0.2, borderaxespad=0.2)


def ranges(
    axes: plt.Axes, names: list[str], lows: list[float], highs: list[float], colours: list[str]
) -> None:
    """One horizontal bar a name, from low to high, first name on top.

    An end that is infinite is drawn to the edge of the axes, which must be set before.
    """
    left, right = axes.get_xlim()
    for place, (low, high, colour) in enumerate(zip(lows, highs, colours, strict=True)):
        start, end = max(low, left), min(high, right)
        axes.plot([start, end], [place, place], color=colour, lw=6, solid_capstyle="butt")
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)


def stacked(axes: plt.Axes, counts: pd.DataFrame, colours: dict[str, str]) -> None:
    """Horizontal bars of counts: one bar a row, one stretch a column, each with its number."""
    left = pd.Series(0.0, index=counts.index)
    places = range(len(counts))
    for column, colour in colours.items():
        # white edges, because in grey two colours can look alike
        axes.barh(places, counts[column], left=left, color=colour, height=0.55, ec="white", lw=1.5)
        for place, (start, width) in enumerate(zip(left, counts[column], strict=True)):
            if width:
                axes.text(start + width / 2, place, f"{width:.0f}\n{column}", color="white",
                          ha="center", va="center", fontsize=8.5, linespacing=1.1)  # fmt: skip
        left = left + counts[column]
    axes.set_yticks(places, counts.index)
    axes.set_ylim(len(counts) - 0.5, -0.5)
    axes.grid(visible=False)
    axes.spines["bottom"].set_visible(False)
    axes.set_xticks([])


def lineage(
    axes: plt.Axes, claims: pd.DataFrame, roots: pd.Series, wanted: list[str]
) -> pd.DataFrame:
    """One line a statement: a mark at its date, and one at the date of each claim repeating it.

    `roots` gives the claim that each repeating claim goes back to (grades.roots). Undated claims
    have no place on the axis. Returns the plotted rows with `root`, `time` and `group`.
    """
    rows = dated(claims).set_index("id")
    stakes = tables.sources().set_index("source_id")["stake"]
    parts = []
    for place, root in enumerate(wanted):
        members = [i for i in [root, *roots.index[roots == root]] if i in rows.index]
        line = rows.loc[members].reset_index().assign(root=root)
        line["group"] = line["source_id"].map(stakes).map(group_of)
        axes.hlines(place, line["time"].min(), line["time"].max(), charts.GREY, lw=0.8)
        for name, (colour, mark, _) in GROUPS.items():
            some = line[line["group"] == name]
            axes.plot(some["time"], [place] * len(some), mark, color=colour, ms=6, mec="white",
                      mew=0.5, ls="", label=name if place == 0 else None)  # fmt: skip
        first = line[line["id"] == root].iloc[0]
        colour, mark, _ = GROUPS[first["group"]]
        axes.plot(first["time"], place, mark, color=colour, ms=11, mec="white", mew=0.8)
        parts.append(line)
    by_id = claims.set_index("id")
    units = by_id["unit"].str.replace("_", " ")
    names = [f"{words.figure(by_id.loc[root])} {units[root]}" for root in wanted]
    axes.set_yticks(range(len(wanted)), names, fontsize=8.5)
    axes.set_ylim(len(wanted) + 0.6, -0.6)
    axes.grid(axis="y", visible=False)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    return pd.concat(parts, ignore_index=True)

"""How long the book takes to build, by this project and by others on the same chapters."""

import re

import matplotlib.pyplot as plt
import pandas as pd

from . import charts, plots

OURS, STOCK = "this build", "stock jupyter-book"
CELLS = "the cells alone, added up"
GROWN = re.compile(r"(\d+) generated chapters")


def cases(builds: pd.DataFrame) -> pd.DataFrame:
    """The book's own cases, one row each: case, and the seconds of each tool (NaN: not timed)."""
    own = builds[~builds["case"].str.contains("generated chapters")]
    order = list(dict.fromkeys(own["case"]))
    wide = own.pivot(index="case", columns="tool", values="seconds").loc[order]
    tools = [t for t in dict.fromkeys(builds["tool"]) if t in wide.columns]
    return wide[tools].reset_index()


def grown(builds: pd.DataFrame) -> pd.DataFrame:
    """The books of generated chapters: tool, chapters, seconds, in order of size."""
    rows = builds[builds["case"].str.contains("generated chapters")]
    sizes = rows["case"].str.extract(GROWN, expand=False).astype(int)
    return (
        rows.assign(chapters=sizes)
        .sort_values(["tool", "chapters"], kind="stable")
        .reset_index(drop=True)
    )


def slope(builds: pd.DataFrame, tool: str) -> float:
    """Seconds for each added chapter, from the smallest to the largest book a tool was timed on.

    Raises ValueError where the tool was not timed on two sizes.
    """
    rows = grown(builds)
    rows = rows[rows["tool"] == tool]
    if len(rows) < 2:
        raise ValueError(f"{tool!r} was not timed on two sizes")
    first, last = rows.iloc[0], rows.iloc[-1]
    return (last["seconds"] - first["seconds"]) / (last["chapters"] - first["chapters"])


def ratio(builds: pd.DataFrame, case: str) -> float:
    """Seconds of this build over those of stock jupyter-book in one case."""
    seconds = builds[builds["case"] == case].set_index("tool")["seconds"]
    return seconds[OURS] / seconds[STOCK]


def largest(builds: pd.DataFrame) -> tuple[int, float]:
    """The largest book of generated chapters that both tools were timed on, and their ratio."""
    sizes = grown(builds).pivot(index="chapters", columns="tool", values="seconds").dropna()
    last = sizes.iloc[-1]
    return int(last.name), last[OURS] / last[STOCK]


def cells(builds: pd.DataFrame) -> float:
    """Seconds of the chapters' cells, added up."""
    (seconds,) = builds.loc[builds["case"] == CELLS, "seconds"]
    return seconds


def table(builds: pd.DataFrame) -> pd.DataFrame:
    """The cases in words, a column a tool; what was not timed says so."""
    rows = cases(builds)
    for tool in rows.columns[1:]:
        rows[tool] = [f"{s:.2f}" if s == s else "not timed" for s in rows[tool]]
    return rows.rename(columns=lambda name: name[:1].upper() + name[1:])


def draw_growth(axes: plt.Axes, builds: pd.DataFrame) -> pd.DataFrame:
    """Seconds against chapters, a line a tool, labelled at its end. Returns the plotted rows."""
    rows = grown(builds)
    for tool, colour, mark, side in (
        (OURS, charts.BLUE, "o", -8),
        (STOCK, charts.VERMILION, "s", 8),
    ):
        some = rows[rows["tool"] == tool]
        axes.plot(some["chapters"], some["seconds"], f"{mark}-", color=colour, ms=5)
        last = some.iloc[-1]
        plots.label(axes, last["chapters"], last["seconds"], tool, side, 6)
    axes.set(
        xlabel="chapters", ylabel="seconds", xlim=(0, None), ylim=(0, rows["seconds"].max() * 1.15)
    )
    return rows

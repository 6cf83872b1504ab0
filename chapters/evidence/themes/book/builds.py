"""How long the book takes to build, by this project and by others on the same chapters."""

import re

import matplotlib.pyplot as plt
import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.show import charts, marks, say, words

said = say.of("book")
OURS, STOCK = "this build", "stock jupyter-book"
COLD = "cold, HTML"
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


def largest_book(builds: pd.DataFrame) -> tuple[int, float]:
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
        rows[tool] = [f"{s:.2f}" if s == s else said("not timed") for s in rows[tool]]
    return rows.rename(columns=lambda name: name[:1].upper() + name[1:])


def tell() -> None:
    """Show how long builds take, as ratios and for each chapter more."""
    times = tables.table("builds")
    size, of_stock = largest_book(times)
    show.result("builds-machine", times["machine"].iloc[0])
    show.result("builds-ratio", said("percent", share=f"{ratio(times, COLD) * 100:.0f}"))
    show.result("builds-grown", words.number(size))
    show.result("builds-grown-ratio", said("percent", share=f"{of_stock * 100:.0f}"))
    show.result("builds-cells", said("seconds", number=f"{cells(times):.1f}"))
    show.result("builds-slope", said("seconds", number=f"{slope(times, OURS):.2f}"))
    show.result("builds-slope-stock", said("seconds", number=f"{slope(times, STOCK):.2f}"))
    most = words.number(times["megabytes"].max())
    show.result("builds-memory", said("megabytes", number=most))


def show_table() -> None:
    """Show the seconds of every case and tool."""
    rows = table(tables.table("builds"))
    show.table(rows, "tab-builds", said("tab-builds", "caption"), right=tuple(rows.columns[1:]))


def draw() -> None:
    """Show the chart of seconds against chapters."""
    figure, axes = charts.new(height=3.0)
    drawn = draw_growth(axes, tables.table("builds"))
    told = [
        said(
            "fig-builds", "book", tool=r.tool, chapters=f"{r.chapters}", seconds=f"{r.seconds:.0f}"
        )
        for r in drawn.itertuples()
    ]
    rows = drawn.assign(source_id="own_bench")
    charts.worded(figure, "book", "fig-builds", rows, books="; ".join(told))


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
        marks.label(axes, last["chapters"], last["seconds"], tool, side, 6)
    axes.set(
        xlabel=said("fig-builds", "x"),
        ylabel=said("fig-builds", "y"),
        xlim=(0, None),
        ylim=(0, rows["seconds"].max() * 1.15),
    )
    return rows

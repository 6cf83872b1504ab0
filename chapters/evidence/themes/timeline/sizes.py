"""How large single teams were, as stated."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.show import charts, marks, say, words
from evidence.themes.timeline import beginnings

said = say.of("timeline")
LANES = {"long-term": 2, "disaster": 1, "epidemic": 0}
COLOURS = {"long-term": charts.BLUE, "disaster": charts.VERMILION, "epidemic": charts.GREY}


def extremes(sizes: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The claims on the smallest and on the largest team."""
    return sizes.loc[sizes["value"].idxmin()], sizes.loc[sizes["value"].idxmax()]


def draw() -> None:
    """Show the chart of stated sizes: a dot a statement, a row a kind of team."""
    sizes = beginnings.teams(tables.claims())
    sizes["lane"] = sizes["kind"].map(LANES)
    sizes["place"] = sizes["lane"] + beginnings.spread_out(sizes)
    figure, axes = charts.new(height=2.9)
    colours = sizes["kind"].map(COLOURS)
    axes.scatter(sizes["value"], sizes["place"], s=16, c=colours, alpha=0.8, lw=0)
    axes.set(xscale="log", xlim=(0.8, 14000), ylim=(-0.4, 2.75), xlabel=said("fig-sizes", "x"))
    axes.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1,000"])
    axes.set_yticks(list(LANES.values()), [said("fig-sizes", kind) for kind in LANES])
    axes.minorticks_off()
    for row in reversed(extremes(sizes)):
        place = tables.country_names()[row["country_iso3"]]
        text = said("fig-sizes", "team", place=place, year=row["as_of"][:4])
        marks.label(axes, row["value"], row["place"], text, 0, 12)
    title, lanes = beginnings.fig_sizes_title(sizes), f"{sizes['kind'].nunique()}"
    kinds = "; ".join(told_kind(kind, values) for kind, values in sizes.groupby("kind")["value"])
    charts.worded(figure, "timeline", "fig-sizes", sizes, title=title, lanes=lanes, kinds=kinds)


def told_kind(kind: str, values: pd.Series) -> str:
    """The sizes of one kind of team, in words, for the text in place of the chart."""
    fills = {"low": values.min(), "high": values.max(), "median": values.median()}
    return said("fig-sizes", "dots", kind=kind, **{k: f"{v:.0f}" for k, v in fills.items()})


def tell() -> None:
    """Show how many sizes are stated, and the smallest and the largest."""
    sizes = beginnings.teams(tables.claims())
    smallest, largest = extremes(sizes)
    show.result("timeline-sizes", words.number(len(sizes)))
    epidemic = (sizes["kind"] == "epidemic").sum()
    show.result("timeline-sizes-epidemic", words.number(epidemic))
    show.result("timeline-smallest", words.figure(smallest), [smallest["id"]])
    show.result("timeline-largest", words.figure(largest), [largest["id"]])

"""How the Assembly voted, as each source counts it: drawn, listed and told."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.ticker import MaxNLocator

from evidence import show
from evidence.ledger import tables
from evidence.show import charts, marks, say, words
from evidence.themes.diplomacy import vote_counts

said = say.of("diplomacy")
FIG = "fig-diplomacy-votes"
ROLL_CALLS = "E200"  # the data set of roll calls
LINES = {
    "yes": (charts.BLUE, "-"),
    "abstain": (charts.GREY, (0, (4, 2))),
    "no": (charts.VERMILION, "-"),
}
# where the name of each line stands, and the labels of single years
NAMES = {"yes": (2003, 160), "abstain": (1996.6, 29), "no": (2006, 7.5)}
LABELLED = {1992: (16, 6), 2024: (-1, 10), 2025: (-7, -2)}


def votes() -> pd.DataFrame:
    """Every account of a vote."""
    return tables.table("votes")


def by_year() -> pd.DataFrame:
    """The votes, one row a year: vote_counts.by_year."""
    return vote_counts.by_year(votes())


def split() -> pd.DataFrame:
    """The years in which sources differ."""
    years = by_year()
    return years[years["differ"].map(len) > 0]


def tell() -> None:
    """Show how far the sources differ, in how many years, and who stands alone."""
    years, differ, alone = by_year(), split(), vote_counts.alone(votes(), ROLL_CALLS)
    widest = (years["yes_high"] - years["yes_low"]).max()
    show.result("diplomacy-widest", words.number(widest))
    for name, some, every in (("split", differ, years), ("lone", alone, differ)):
        fills = {"some": f"{len(some)}", "all": f"{len(every)}"}
        show.result(f"diplomacy-{name}", said("some of", fills))
    pairs = years["session_year"].isin(alone) & (years["sources"] == 2)
    show.result("diplomacy-pairs", words.number(pairs.sum()))
    show.result("diplomacy-single", words.number((years["sources"] == 1).sum()))


def missing(years: pd.DataFrame) -> str:
    """The years without a vote in the data, as a phrase; empty where there are none."""
    known = set(years["session_year"])
    return words.listed([str(y) for y in range(min(known), max(known)) if y not in known])


def draw_line(axes: plt.Axes, years: pd.DataFrame, count: str) -> float:
    """One count over the years, with bars and rings where sources differ; the widest bar."""
    colour, dash = LINES[count]
    x = years["session_year"].astype(float)
    low, high = (years[f"{count}_{end}"].astype(float) for end in ("low", "high"))
    axes.plot(x, high, color=colour, ls=dash, lw=1.6)
    axes.vlines(x, low, high, colour, lw=3)
    rings = years["differ"].map(lambda names: count in names)
    axes.plot(x[rings], high[rings], "o", mfc="white", mec=colour, ms=5)
    return (high - low).max()


def told_year(row: pd.Series) -> str:
    """The highest counts of one year, in words, for the text in place of the chart."""
    counts = {count: f"{row[f'{count}_high']}" for count in vote_counts.COUNTS}
    return said(FIG, "told", counts, year=f"{row['session_year']}")


def draw() -> None:
    """Show the chart of every vote."""
    years = by_year()
    figure, axes = charts.new(height=3.7)
    most = max(draw_line(axes, years, count) for count in LINES)
    rows = years.set_index("session_year")
    for year, (dx, dy) in LABELLED.items():
        fills = {"votes": f"{rows.loc[year, 'yes_high']}", "year": f"{year}"}
        part = "first label" if year == min(LABELLED) else "label"
        marks.label(axes, year, rows.loc[year, "yes_high"], said(FIG, part, fills), dx, dy)
    for count, (x, y) in NAMES.items():
        axes.text(x, y, said(FIG, count), color=LINES[count][0], fontsize=10)
    axes.set(ylabel=said(FIG, "y"), ylim=(-3, 205), xlim=(1991, 2026.5))
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    title, fills = vote_counts.fig_diplomacy_votes_title(years)
    gaps = missing(years)
    told = [told_year(row) for _, row in years.iloc[[0, 10, 20, -2, -1]].iterrows()]
    charts.worded(
        figure, "diplomacy", FIG, votes(), title=title, most=f"{most:.0f}",
        gaps=" " + said(FIG, "missing", years=gaps) if gaps else "",
        number=f"{len(years)}", selected="; ".join(told), split=f"{len(split())}", **fills,
    )  # fmt: skip


def show_split() -> None:
    """Show the table of the votes on which sources differ."""
    years = split()["session_year"]
    rows = pd.DataFrame({"year": years.astype(str).tolist()})
    for count in vote_counts.COUNTS:
        rows[count] = [vote_counts.spelled(votes(), year, count) for year in years]
    show.worded(rows, "diplomacy", "tab-diplomacy-split")

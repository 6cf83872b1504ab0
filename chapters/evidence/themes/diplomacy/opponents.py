"""Who voted against, who abstained, and who stayed away."""

import pandas as pd
from matplotlib.ticker import MaxNLocator

from evidence import show
from evidence.ledger import tables
from evidence.show import charts, say, words
from evidence.themes.diplomacy import vote_counts, votes

said = say.of("diplomacy")
FIG = "fig-diplomacy-against"
MEMBERS = "un-member-states.2025-01.wikipedia-mirror"  # member states of the United Nations


def opposed() -> pd.DataFrame:
    """Who voted against, by year: vote_counts.opposed."""
    return vote_counts.opposed(votes.votes())


def tell() -> None:
    """Show when nobody voted against, who abstained then, and how many did not vote."""
    accounts, years = votes.votes(), votes.by_year().set_index("session_year")
    unopposed = accounts[accounts["no"] == 0]
    abstained = sorted(set(";".join(unopposed["abstain_countries"]).split(";")))
    show.result(
        "diplomacy-none", words.listed([str(y) for y in unopposed["session_year"].unique()])
    )
    show.result("diplomacy-abstained", vote_counts.named(abstained))
    cast = years[["yes_high", "no_high", "abstain_high"]].sum(axis=1)
    for year in (2024, 2025):
        away = tables.claim(MEMBERS)["value"] - cast[year]
        show.result(f"diplomacy-absent-{year}", words.number(away), [MEMBERS])


def draw() -> None:
    """Show the chart of the states that voted against, by year."""
    rows, years = opposed(), votes.by_year()
    order = rows.groupby("country")["session_year"].nunique()
    order = order.sort_values(kind="stable", ascending=False)
    disputed = rows[rows["named"] < rows["lists"]]
    figure, axes = charts.new(height=3.6)
    place = {country: number for number, country in enumerate(order.index)}
    for row in rows.itertuples():
        face = charts.VERMILION if row.named == row.lists else "white"
        axes.plot(row.session_year, place[row.country], "s", ms=5, color=charts.VERMILION, mfc=face)
    for country, number in place.items():
        axes.text(2026.2, number, f"{order[country]}", fontsize=8.5, va="center")
    axes.set_yticks(range(len(place)), list(place), fontsize=9)
    axes.set(ylim=(len(place) - 0.4, -0.6), xlim=(1991, 2028))
    axes.grid(visible=False)
    axes.hlines(range(len(place)), 1991.4, 2025.6, "#DDDDDD", lw=0.6, zorder=0)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    usual = vote_counts.usual(rows, len(years))
    title, fills = vote_counts.fig_diplomacy_against_title(usual)
    gaps = votes.missing(years)
    squares = [said(FIG, "in year", state=r.country, year=f"{r.session_year}")
               for r in disputed.itertuples()]  # fmt: skip
    charts.worded(
        figure, "diplomacy", FIG, rows, title=title,
        gaps=" " + said(FIG, "missing", years=gaps) if gaps else "",
        votes=", ".join(f"{country} {number}" for country, number in order.items()),
        squares=", ".join(squares) or said("none"), **fills,
    )  # fmt: skip

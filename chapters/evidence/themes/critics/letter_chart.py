"""The chart of the shares that the state keeps, with the letter of the UN rapporteurs."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.show import charts, marks, say, words
from evidence.themes.critics import claim_sides, letter_readings, listings

said = say.of("critics")
FIGURE = "fig-critics-shares"
COLOURS = {"accuser": charts.VERMILION, "defender": charts.BLUE, "other": charts.GREY}


def shares() -> pd.DataFrame:
    """Every share of pay stated, those in the letter first (letter_readings.with_kept)."""
    return letter_readings.with_kept(
        listings.new().query("kind == 'share'"), tables.country_names()
    )


def draw() -> None:
    """Show the chart: a bar a share."""
    drawn = shares()
    kept = list(zip(drawn["kept_low"], drawn["kept_high"], strict=True))
    ends = [(low - 0.8, high + 0.8) if low == high else (low, high) for low, high in kept]
    colours = [COLOURS[claim_sides.voice(r.side, r.origin)] for r in drawn.itertuples()]
    figure, axes = charts.new(height=4.9)
    axes.set(xlim=(-2, 102), xlabel=said(FIGURE, "x"))
    marks.ranges(axes, list(drawn["name"]), *map(list, zip(*ends, strict=True)), colours)
    axes.tick_params(axis="y", labelsize=8.5)
    axes.axhline(drawn["letter"].sum() - 0.5, color=charts.GREY, lw=0.8)
    told = (
        said(FIGURE, "share", name=name.replace("\n", " "), kept=words.spread(share))
        for name, share in zip(drawn["name"], kept, strict=True)
    )
    near = letter_readings.near_the_letter(drawn)
    title = letter_readings.fig_critics_shares_title(near)
    charts.worded(figure, "critics", FIGURE, drawn, title=title, shares="; ".join(told))


def tell() -> None:
    """Show how many other shares can equal the letter's, and how many a party is named for."""
    drawn = shares()
    rest, near = drawn[~drawn["letter"]], letter_readings.near_the_letter(drawn)
    party = rest["origin"] == "a party"
    for name, which in {"near-letter": near, "shares-party": party}.items():
        text = listings.out_of(which.sum(), len(which))
        show.result(f"critics-{name}", text, list(rest["id"]))

"""The chart of the shares that the state keeps, with the two readings of one letter."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.show import charts, marks, say, words
from evidence.themes.critics import claim_sides, letter_readings, listings

said = say.of("critics")
FIGURE = "fig-critics-shares"
COLOURS = {"accuser": charts.VERMILION, "defender": charts.BLUE, "other": charts.GREY}


def shares() -> pd.DataFrame:
    """Every share of pay stated, the readings of the letter first (letter_readings.with_kept)."""
    every, new = claim_sides.rows(), listings.new()
    readings = every[letter_readings.apart(every)]
    both = pd.concat([readings, new[new["kind"] == "share"]], ignore_index=True)
    return letter_readings.with_kept(both, tables.country_names())


def draw() -> None:
    """Show the chart: a bar a share."""
    drawn = shares()
    first, second, _ = letter_readings.split_readings(drawn)
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
    title = letter_readings.fig_critics_shares_title(first, second)
    charts.worded(figure, "critics", FIGURE, drawn, title=title, shares="; ".join(told))


def tell() -> None:
    """Show which reading the other shares favour, and how many are attributed to a party."""
    drawn = shares()
    first, second, others = letter_readings.split_readings(drawn)
    rest = drawn[~drawn["letter"]]
    sentence = said("readings", letter_readings.readings(first, second, others))
    show.result("critics-readings", sentence, list(drawn["id"]))
    for name, reading in {"complainant": first, "translator": second}.items():
        near = listings.out_of(letter_readings.nearby(reading, others), len(rest))
        show.result(f"critics-near-{name}", near, list(rest["id"]))
    party = listings.out_of((rest["origin"] == "a party").sum(), len(rest))
    show.result("critics-shares-party", party, list(rest["id"]))

"""Doctors, places of care and their numbers, drawn for the chapter on care at home."""

import matplotlib.pyplot as plt
import pandas as pd

from evidence.ledger import tables
from evidence.reckon.bounds import Interval
from evidence.reckon.doctors import DOCTORS
from evidence.show import charts, marks, say, words

said = say.of("home")

# Where the labels of the countries judged to be "labelled-rank" stand, in points, in their order.
BESIDE = ((10, 2), (8, 4), (6, 8), (6, 8), (6, 8))


def draw_layers(
    figure: plt.Figure, layers: dict[str, str], peaks: dict[str, pd.Series]
) -> pd.DataFrame:
    """One panel a layer (name: measure): every dated count, the highest and the latest labelled.

    `peaks` are facilities.since_peak of each layer. Returns the plotted rows.
    """
    figure.clear()
    panels, drawn = figure.subplots(len(layers), 1, sharex=True), []
    for panel, (name, measure) in zip(panels, layers.items(), strict=True):
        rows = marks.over_time(panel, tables.claims(measure=measure))
        panel.set(ylim=(0, rows["value"].max() * 1.3), xlim=(1959, 2030))
        panel.set_title(
            said("fig-home-layers", "panels", name), loc="left", fontsize=10, fontweight=600
        )
        panel.yaxis.set_major_formatter(lambda value, _: words.number(value))
        below = 9 if rows["value"].iloc[-1] > rows["value"].iloc[-2] else -17
        for claim_id, dy in ((peaks[name]["peak"], 9), (peaks[name]["latest"], below)):
            row = rows.set_index("id").loc[claim_id]
            number, year = words.number(row["value"]), row["as_of"][:4]
            text = say.text("shared", "label", number=number, date=year)
            marks.label(panel, row["time"], row["value"], text, -4, dy)
        drawn.append(rows)
    handles = panels[1].get_legend_handles_labels()
    panels[0].legend(*handles, loc="lower left", frameon=False, fontsize=8.5, handletextpad=0.2)
    return pd.concat(drawn, ignore_index=True)


def draw_rank(axes: plt.Axes, crowd: pd.DataFrame, at_home: Interval, world: pd.Series) -> None:
    """Doctors per 1,000 people by country (`crowd`: iso3, value, largest first), Cuba twice:
    with all in the count, and `at_home`. `world` is a year and its value."""
    axes.plot(crowd.index + 1, crowd["value"], "o", ms=3, color=charts.GREY, alpha=0.7, mew=0)
    spot = crowd.index[crowd["iso3"] == "CUB"][0]
    counted = crowd.loc[spot, "value"]
    axes.plot(spot + 1, counted, "o", ms=7, color=charts.BLUE)
    axes.vlines(spot + 1, at_home[1], counted, charts.BLUE, lw=1)
    axes.plot(spot + 1, sum(at_home) / 2, "D", ms=6, mfc="white", mec=charts.BLUE, mew=1.4)
    fig, left = "fig-home-rank", words.spread(at_home, 1)
    marks.label(axes, spot + 1, counted, said(fig, "all", counted=f"{counted:.1f}"), 8, 2)
    marks.label(axes, spot + 1, at_home[1], said(fig, "at home", left=left), 8, -4)
    names = tables.country_names()
    beside = marks.beside("labelled-rank", BESIDE)
    for place, row in crowd[crowd["iso3"].isin(beside)].iterrows():
        text = f"{names[row['iso3']]} {row['value']:.1f}"
        marks.label(axes, place + 1, row["value"], text, *beside[row["iso3"]])
    axes.axhline(world["value"], color=charts.GREY, lw=0.8, ls=(0, (4, 3)))
    text = said(fig, "world", year=str(world["year"]), mean=f"{world['value']:.1f}")
    axes.text(len(crowd), world["value"] + 0.15, text, ha="right", fontsize=8.5)
    axes.set(xlabel=said(fig, "x", dots=f"{len(crowd)}"), ylim=(0, 10.4),
             ylabel=said(fig, "y"), xlim=(-2, len(crowd) + 2),
             xticks=[1, *range(20, len(crowd), 20)])  # fmt: skip


def draw_density(axes: plt.Axes, bank: pd.DataFrame, years: pd.DataFrame) -> None:
    """Doctors per 1,000 people over time: all in the count (`bank`: year, value), and at home.

    `years` is home.at_home: solid where doctors abroad were counted, dashed bounds after that.
    """
    known = years[years["basis"] == DOCTORS]
    first, last = known.iloc[0], known.iloc[-1]
    after = years[years["year"] > last["year"]]
    disputed = after[after["year"] > bank["year"].max()]
    axes.plot(bank["year"], bank["value"], color=charts.BLUE, lw=1.8)
    side = disputed["year"] - 0.15
    axes.vlines(side, disputed["total_low"], disputed["total_high"], charts.BLUE, lw=2.4)
    axes.plot(side, disputed["total_low"], "_", color=charts.BLUE, ms=6, mew=1.8)
    axes.vlines(after["year"] + 0.15, after["low"], after["high"], charts.GREY, lw=1.4,
                ls=(0, (2, 1)))  # fmt: skip
    axes.vlines(known["year"], known["low"], known["high"], charts.VERMILION, lw=3, zorder=3)
    middle = (known["low"] + known["high"]) / 2
    axes.plot(known["year"], middle, "D", ms=4.5, color=charts.VERMILION, zorder=4)
    counted = bank.set_index("year")["value"]
    fig = "fig-home-density"
    end, top = disputed["year"].max(), disputed["total_high"].max()
    for x, y, text, dx, dy in (
        (1992, counted[1998], said(fig, "all"), 0, 14),
        (first["year"], first["low"], said(fig, "at home"), -8, -10),
        (end, after["low"].min(), said(fig, "bounds"), -4, -30),
        (first["year"], first["high"], words.spread((first["low"], first["high"]), 1), -6, 2),
        (last["year"], last["high"], words.spread((last["low"], last["high"]), 1), -7, 3),
        (end + 0.3, top, said(fig, "disputed"), -4, 16),
    ):
        marks.label(axes, x, y, text, dx, dy)
    axes.set(ylabel=said(fig, "y"), ylim=(0, 11.6), xlim=(1989, 2026))


def draw_infant(
    axes: plt.Axes, wide: pd.DataFrame, reported: pd.DataFrame, adjusted: pd.Series
) -> None:
    """Infant deaths per 1,000 births: series by country (`wide`: years by iso3) as lines,
    Cuba's `reported` rates (time, value, as_of) as circles, an `adjusted` claim as a bar."""
    for iso3 in ("LCN", "DOM", "USA", "CRI"):
        axes.plot(wide.index, wide[iso3], color=charts.GREY, lw=1, alpha=0.8)
    axes.plot(wide.index, wide["CUB"], color=charts.BLUE, lw=2)
    axes.plot(reported["time"], reported["value"], "o", ms=4, mfc="white", mec=charts.BLUE)
    year = int(adjusted["as_of"][:4])
    axes.vlines(year, adjusted["value"], adjusted["value_high"], charts.VERMILION, lw=3)
    newest, end = reported.iloc[-1], wide.dropna().index[-1]
    fig, rate = "fig-home-infant", {"year": str(year), "adjusted": words.figure(adjusted)}
    told = said(fig, "reported", newest=marks.tell(newest))
    for x, y, text, dx, dy in (
        (end, wide.loc[end, "LCN"], said(fig, "LCN"), 5, 10),
        (end, wide.loc[end, "DOM"], said(fig, "DOM"), 5, 7),
        (end, wide.loc[end, "USA"], said(fig, "USA"), 5, -4),
        (2011, wide.loc[2011, "CRI"], said(fig, "CRI"), 0, 8),
        (year, adjusted["value_high"], said(fig, "range", rate), 6, 4),
        (2008, wide.loc[2008, "CUB"], said(fig, "both"), 0, -24),
        (newest["time"], newest["value"], told, 7, -3),
    ):
        marks.label(axes, x, y, text, dx, dy)
    axes.set(ylabel=said(fig, "y"), ylim=(0, 36), xlim=(1999.5, 2035),
             xticks=range(2000, 2026, 5))  # fmt: skip

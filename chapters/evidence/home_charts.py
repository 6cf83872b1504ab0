"""Doctors, places of care and their numbers, drawn for the chapter on care at home."""

import matplotlib.pyplot as plt
import pandas as pd

from . import charts, plots, tables, words
from .bounds import Interval
from .doctors_abroad import DOCTORS

# Countries named in the chart of ranks, with the place of the label in points.
NAMED = {"MCO": (10, 2), "GRC": (8, 4), "ITA": (6, 8), "USA": (6, 8), "CRI": (6, 8)}


def draw_layers(
    figure: plt.Figure, layers: dict[str, str], peaks: dict[str, pd.Series]
) -> pd.DataFrame:
    """One panel a layer (name: measure): every dated count, the highest and the latest labelled.

    `peaks` are facilities.since_peak of each layer. Returns the plotted rows.
    """
    figure.clear()
    panels, drawn = figure.subplots(len(layers), 1, sharex=True), []
    for panel, (name, measure) in zip(panels, layers.items(), strict=True):
        rows = plots.over_time(panel, tables.claims(measure=measure))
        panel.set(ylim=(0, rows["value"].max() * 1.3), xlim=(1959, 2030))
        panel.set_title(name.capitalize(), loc="left", fontsize=10, fontweight=600)
        panel.yaxis.set_major_formatter(lambda value, _: words.number(value))
        below = 9 if rows["value"].iloc[-1] > rows["value"].iloc[-2] else -17
        for claim_id, dy in ((peaks[name]["peak"], 9), (peaks[name]["latest"], below)):
            row = rows.set_index("id").loc[claim_id]
            text = f"{words.number(row['value'])} in {row['as_of'][:4]}"
            plots.label(panel, row["time"], row["value"], text, -4, dy)
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
    plots.label(axes, spot + 1, counted, f"Cuba, all in the count: {counted:.1f}", 8, 2)
    plots.label(axes, spot + 1, at_home[1], f"Cuba, at home: {words.spread(at_home, 1)}", 8, -4)
    names = tables.country_names()
    for place, row in crowd[crowd["iso3"].isin(NAMED)].iterrows():
        text = f"{names[row['iso3']]} {row['value']:.1f}"
        plots.label(axes, place + 1, row["value"], text, *NAMED[row["iso3"]])
    axes.axhline(world["value"], color=charts.GREY, lw=0.8, ls=(0, (4, 3)))
    axes.text(len(crowd), world["value"] + 0.15, f"world, {world['year']}: {world['value']:.1f}",
              ha="right", fontsize=8.5)  # fmt: skip
    axes.set(xlabel=f"{len(crowd)} countries, most doctors first", ylim=(0, 10.4),
             ylabel="doctors per 1,000 people", xlim=(-2, len(crowd) + 2),
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
    end, top = disputed["year"].max(), disputed["total_high"].max()
    for x, y, text, dx, dy in (
        (1992, counted[1998], "all doctors in the count", 0, 14),
        (first["year"], first["low"], "at home, where doctors\nabroad were counted", -8, -10),
        (end, after["low"].min(),
         "at home, if none to all\nof the health workers\nabroad are doctors", -4, -30),
        (first["year"], first["high"], words.spread((first["low"], first["high"]), 1), -6, 2),
        (last["year"], last["high"], words.spread((last["low"], last["high"]), 1), -7, 3),
        (end + 0.3, top, "population\ndisputed", -4, 16),
    ):  # fmt: skip
        plots.label(axes, x, y, text, dx, dy)
    axes.set(ylabel="doctors per 1,000 people", ylim=(0, 11.6), xlim=(1989, 2026))


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
    both = "Cuba: line, World Bank series;\ncircles, as reported"
    for x, y, text, dx, dy in (
        (end, wide.loc[end, "LCN"], "Latin America and\nthe Caribbean", 5, 10),
        (end, wide.loc[end, "DOM"], "Dominican Republic", 5, 7),
        (end, wide.loc[end, "USA"], "United States", 5, -4),
        (2011, wide.loc[2011, "CRI"], "Costa Rica", 0, 8),
        (year, adjusted["value_high"], f"adjusted for {year}:\n{words.figure(adjusted)}", 6, 4),
        (2008, wide.loc[2008, "CUB"], both, 0, -24),
        (newest["time"], newest["value"], f"Cuba, as reported:\n{plots.tell(newest)}", 7, -3),
    ):
        plots.label(axes, x, y, text, dx, dy)
    axes.set(ylabel="infant deaths per 1,000 births", ylim=(0, 36), xlim=(1999.5, 2035),
             xticks=range(2000, 2026, 5))  # fmt: skip

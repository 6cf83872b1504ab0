"""Doctors at home for the population over time, drawn."""

from typing import Literal

import pandas as pd

from evidence.ledger import tables
from evidence.reckon import doctors
from evidence.show import charts, say, words
from evidence.themes.home import home, home_charts, series

said = say.of("home")
FIG = "fig-home-density"
COLUMNS = ["id", "measure", "value", "value_high", "qualifier", "as_of", "source_id"]


def fig_home_density_title(
    late: home.Trend, later: int
) -> Literal[
    "rose", "fell", "not decided",
    "rose, then not known", "fell, then not known", "not decided, then not known",
]:  # fmt: skip
    """The trend between the counted years, and whether others followed.

    `later` is the number of years after those, in which the doctors abroad were not counted.
    """
    return f"{late}, then not known" if later else late


def tell(years: pd.DataFrame) -> str:
    """Doctors at home by year (`year`, low, high) as a phrase: "2007, 3.8 to 4.7; 2009, 5.0"."""
    return "; ".join(
        said(FIG, "dated", year=f"{r.year}", stated=words.spread((r.low, r.high), 1))
        for r in years.itertuples()
    )


def behind(bank: pd.DataFrame, years: pd.DataFrame) -> pd.DataFrame:
    """The rows behind the chart: the bank's series, doctors at home, and all that was counted."""
    counts = doctors.ledger_counts()[["id", "value", "finding", "source_id"]]
    stated = tables.claims(measure=["doctors_total", "population", "workers_abroad"])[COLUMNS]
    return pd.concat([bank, years.assign(series="at home"), stated, counts])


def draw(years: pd.DataFrame) -> None:
    """Show the chart of all doctors, and of those at home, for each 1,000 people."""
    first, last = series.first_and_last(years)
    bank = series.series(series.PHYSICIANS).query("year >= 1990")
    later = years[years["year"] > last["year"]]
    figure, axes = charts.new(height=3.9)
    home_charts.draw_density(axes, bank, years)
    start, end = bank.iloc[0], bank.iloc[-1]
    late = home.trend(series.ends(first), series.ends(last))
    fills = {
        "first": f"{first['year']}", "last": f"{last['year']}",
        "going": said(FIG, "rising" if end["value"] > start["value"] else "falling"),
        "from": f"{start['value']:.1f}", "start": f"{start['year']}",
        "to": f"{end['value']:.1f}", "end": f"{end['year']}",
        "known": tell(series.counted(years)), "later": tell(later),
    }  # fmt: skip
    title = fig_home_density_title(late, len(later))
    charts.worded(figure, "home", FIG, behind(bank, years), title=title, **fills)

"""Infant mortality, drawn, and compared with that of others."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds, flows
from evidence.show import charts, marks, say, words
from evidence.themes.home import home_charts, infant, series

said = say.of("home")
START = 2000
ADJUSTED = "infant-mortality-rate-adjusted.cuba.2004.blog"  # a researcher's range
PLACES = ["CUB", "LCN", "DOM", "CRI", "USA"]


def rates() -> pd.DataFrame:
    """The World Bank's series of all countries."""
    return series.series("SP.DYN.IMRT.IN", None).query("year >= @START")


def by_place(rates: pd.DataFrame) -> pd.DataFrame:
    """The series as years by countries."""
    return rates.pivot(index="year", columns="iso3", values="value")


def official() -> pd.DataFrame:
    """The rates of single years that are reported for Cuba, in order of time."""
    rows = flows.dated(tables.claims(measure="infant_mortality_rate"))
    return rows[(rows["date_start"] == "") & (rows["time"] >= START)]


def draw() -> None:
    """Show the chart of the series, the reported rates and the adjusted range."""
    series, reported, adjusted = rates(), official(), tables.claim(ADJUSTED)
    wide = by_place(series)
    cuba, year = wide["CUB"].dropna(), int(adjusted["as_of"][:4])
    figure, axes = charts.new(height=4.4)
    home_charts.draw_infant(axes, wide, reported, adjusted)
    fills = {
        "start": f"{START}", "lowest": f"{infant.lowest(cuba)}", "low": f"{cuba.min():.1f}",
        "end": f"{cuba.iloc[-1]:.1f}", "least": f"{reported['value'].min():.1f}",
        "most": f"{reported['value'].max():.1f}", "newest": marks.tell(reported.iloc[-1]),
        "year": f"{year}", "adjusted": words.figure(adjusted),
        "cuba": f"{wide.loc[year, 'CUB']:.1f}", "region": f"{wide.loc[year, 'LCN']:.1f}",
    }  # fmt: skip
    shown = series[series["iso3"].isin(PLACES)]
    rows = pd.concat([shown, reported, tables.claims(id=[ADJUSTED])])
    title = infant.fig_home_infant_title(cuba)
    charts.worded(figure, "home", "fig-home-infant", rows, title=title, **fills)


def tell() -> None:
    """Show how the reported rates differ from the series, and what the adjustment does."""
    wide, reported, adjusted = by_place(rates()), official(), tables.claim(ADJUSTED)
    cuba = wide["CUB"].dropna()
    stated = reported.set_index(reported["time"].astype(int))["value"]
    gaps = infant.infant_gap(stated, cuba)["gap"]
    show.result("home-infant-gap", said("widest_gap", *infant.widest_gap(gaps)))
    then, span = wide.loc[int(adjusted["as_of"][:4])], bounds.of(adjusted)
    for name, figure, other, inputs in [
        ("series", (then["CUB"], then["CUB"]), then["USA"], []),
        ("usa", span, then["USA"], [ADJUSTED]),
        ("region", span, then["LCN"], [ADJUSTED]),
    ]:
        outcome = infant.stands(figure, other)
        show.result(f"home-infant-{name}", said("stands", outcome), inputs)
    low = said("lowest", rate=f"{cuba.min():.1f}", year=f"{infant.lowest(cuba)}")
    show.result("home-infant-lowest", low)


def tell_beds() -> None:
    """Show the hospital beds for each 1,000 people by two tables."""
    office = (
        1000
        * tables.claim("medical-care-beds.cuba.2023.cibercuba")["value"]
        / series.people()[2023]
    )
    bank = series.series("SH.MED.BEDS.ZS").set_index("year")["value"][2023]
    show.result("home-beds-office", f"{office:.1f}", ["medical-care-beds.cuba.2023.cibercuba"])
    show.result("home-beds-bank", f"{bank:.1f}")

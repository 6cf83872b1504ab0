"""What the chapter reckons with: series of the World Bank, and doctors at home by year."""

import pandas as pd

from evidence.ledger import lineage, tables
from evidence.reckon import doctors, flows
from evidence.reckon.bounds import Interval
from evidence.themes.home import home

PHYSICIANS, PEOPLE = "SH.MED.PHYS.ZS", "SP.POP.TOTL"


def series(indicator: str, iso3: str | None = "CUB", source: str | None = None) -> pd.DataFrame:
    """One indicator of one country, or of all where iso3 is None: iso3, year, value, source_id."""
    rows = tables.table("indicators").query("indicator == @indicator")
    rows = rows if iso3 is None else rows[rows["iso3"] == iso3]
    rows = rows if source is None else rows[rows["source_id"] == source]
    return rows.sort_values("year", kind="stable")


def people() -> pd.Series:
    """Cuba's inhabitants by year, as the World Bank has them."""
    return series(PEOPLE).set_index("year")["value"]


def heads(measure: str, **equal: str) -> pd.DataFrame:
    """Claims of one measure, without those known to repeat another."""
    return lineage.without_echoes(tables.claims(measure=measure, **equal), tables.table("repeats"))


def persons() -> pd.DataFrame:
    """Cuba's inhabitants by year over all who state them: year, low, high."""
    return home.inhabitants(tables.claims(measure="population", scope="cuba"), series(PEOPLE))


def workers() -> pd.DataFrame:
    """All health workers abroad by year: flows.stock_envelope."""
    return flows.stock_envelope(tables.claims(measure="workers_abroad", scope="world"))


def doctors_abroad() -> pd.DataFrame:
    """Doctors abroad by year, from all that counts or bounds them: doctors.by_year."""
    shares = (
        heads("doctor_share_of_workers_abroad"),
        tables.claims(measure="share_of_doctors_abroad"),
    )
    return doctors.by_year(doctors.ledger_counts(), *shares, workers(), doctors.ledger_totals())


def years_at_home() -> pd.DataFrame:
    """Doctors at home by year: home.at_home."""
    return home.at_home(doctors.ledger_totals(), doctors_abroad(), persons())


def counted(years: pd.DataFrame) -> pd.DataFrame:
    """The years of `years_at_home` for which doctors abroad were counted or given as a share."""
    return years[years["basis"] == doctors.DOCTORS]


def first_and_last(years: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The first and the last of the `counted` years."""
    known = counted(years)
    return known.iloc[0], known.iloc[-1]


def ends(row: pd.Series) -> Interval:
    """The interval of a row with `low` and `high`."""
    return row["low"], row["high"]


def alone() -> pd.DataFrame:
    """The counts of doctors abroad that this report uses (doctors.ALONE)."""
    counts = doctors.ledger_counts()
    return counts[counts["finding"] == doctors.ALONE]


def behind(year: int) -> list[str]:
    """The ids of the counts of `alone` for one year."""
    counts = alone()
    return list(counts.loc[counts["year"] == year, "id"])


def alone_shares() -> pd.DataFrame:
    """The same with the share of all doctors that each would be: doctors.shares."""
    return doctors.shares(alone(), doctors.ledger_totals())

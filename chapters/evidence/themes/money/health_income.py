"""What Cuba is said to earn from health: plans, records and statements by year.

Amounts stay in the currency that the source states; nothing here converts one.
"""

import pandas as pd

from evidence.ledger import tables
from evidence.reckon.bounds import Interval, with_bounds
from evidence.themes.money.pay_sides import money_year

# the kinds of yearly sum, as measures
RECORDED = "health_services_exports"
PLANNED = "health_services_income_planned_usd"
STATED = "health_services_income"
PROFESSIONAL = "professional_services_income"
SERVICES = "total_services_exports"
KINDS = (RECORDED, PLANNED, STATED, PROFESSIONAL, SERVICES)


def yearly(claims: pd.DataFrame) -> pd.DataFrame:
    """Yearly sums that can be placed in time, with `low`, `high`, `time` and `year_stated`.

    `time` is the year that the money is of; where the source gives none, that of the statement.
    """
    rows = with_bounds(claims)
    years = [money_year(row) for _, row in rows.iterrows()]
    rows = rows.assign(time=pd.to_numeric(pd.Series(years, index=rows.index), errors="coerce"))
    rows["year_stated"] = rows["date_start"] != ""
    rows = rows[rows["time"].notna()]
    return rows.sort_values(["time", "id"], kind="stable").reset_index(drop=True)


def all_income() -> pd.DataFrame:
    """Every yearly sum of the ledger, of each of the kinds; columns as in yearly."""
    return yearly(tables.claims(measure=list(KINDS)))


def of_kind(income: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The yearly sums of one kind."""
    return income[income["measure"] == kind]


def lowest_to_highest(rows: pd.DataFrame) -> Interval:
    """From the lowest to the highest sum of rows with `low` and `high`."""
    return rows["low"].min(), rows["high"].max()


def said_of_health(income: pd.DataFrame, echoes: set[str]) -> pd.DataFrame:
    """Plans and statements on health (rows of yearly), with `above`: over every recorded year.

    `echoes` are the ids of claims that repeat another, which add no evidence.
    """
    top = of_kind(income, RECORDED)["high"].max()
    told = income["measure"].isin(tables.measures_in("said-of-health"))
    rows = income[told & ~income["id"].isin(echoes)]
    return rows.assign(above=rows["low"] > top)


def health_shares(income: pd.DataFrame) -> pd.DataFrame:
    """Health in percent of all services exported, for each year that has both.

    Columns: time, share (of the highest recorded health sum), services, health (claim ids).
    """
    health, services = of_kind(income, RECORDED), of_kind(income, SERVICES)
    highest = health.loc[health.groupby("time")["value"].idxmax()]
    both = services.merge(highest, on="time", suffixes=("_all", "_health"))
    both = both.assign(share=100 * both["value_health"] / both["value_all"])
    return both.rename(columns={"id_all": "services", "id_health": "health"})[
        ["time", "share", "services", "health"]
    ]

"""Who pays, in what, and who does not."""

import math

import pandas as pd

from evidence.ledger import tables
from evidence.reckon.bounds import add, hull, with_bounds

IN_MONEY = ("host_pays", "host_spent", "contract_value")  # how the measures of a payment begin


def balance(claims: pd.DataFrame) -> pd.DataFrame:
    """Paying and free hosts by year: year, paying, free, together, hosts, ids.

    Each is an interval over what is stated for the year; `hosts` are the stated counts of all
    hosts. Years without both paying and free hosts are left out.
    """
    rows = with_bounds(claims)
    rows = rows.assign(year=rows["as_of"].str[:4])
    found = []
    for year, some in rows[rows["year"] != ""].groupby("year"):
        by = {m: list(zip(g["low"], g["high"], strict=True)) for m, g in some.groupby("measure")}
        if not {"paying_countries", "free_service_countries"} <= set(by):
            continue
        paying, free = hull(by["paying_countries"]), hull(by["free_service_countries"])
        hosts = [h for h in by.get("host_countries", []) if math.isfinite(h[1])]
        ids = list(some.loc[some["measure"] != "host_countries", "id"])
        found.append((year, paying, free, add(paying, free), hosts, ids))
    return pd.DataFrame(found, columns="year paying free together hosts ids".split())


def counted() -> pd.DataFrame:
    """The rows of balance for the counts of hosts in the ledger."""
    measures = ["paying_countries", "free_service_countries", "host_countries"]
    return balance(tables.claims(measure=measures, scope="world"))


def in_money() -> pd.DataFrame:
    """What hosts pay, spend or commit in money, but for sums that no result may rest on."""
    rows = tables.claims(topic=["pay", "revenue"])
    doubted = rows["id"].isin(tables.judged("doubted"))
    return rows[rows["measure"].str.startswith(IN_MONEY) & ~doubted]


def ways() -> dict[str, pd.DataFrame]:
    """The claims that show a way to pay: `cash` where nothing else is recorded, `goods`, `free`."""
    cash, goods = in_money(), tables.claims(measure="oil_supply")
    return {
        "cash": cash[~cash["country_iso3"].isin(goods["country_iso3"])],
        "goods": goods,
        "free": tables.claims(measure="free_service_countries"),
    }

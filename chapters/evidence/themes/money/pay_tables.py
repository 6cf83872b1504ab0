"""Tables of what hosts pay, in all and for one worker, with what the worker receives."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.show import say, words
from evidence.themes.money import pay_sides, reading

said = say.of("money")


def in_words(unit: str) -> str:
    """A unit of money in words: usd_per_month is "US dollars a month"."""
    return said("money_unit", *reading.money_unit(unit))


def host_totals(claims: pd.DataFrame, names: pd.Series, labels: pd.Series) -> pd.DataFrame:
    """What hosts pay in all, one row a claim, in the currency stated: columns of tab-money-totals.

    `claims` are rows of pay_sides.with_sides; `names` by iso3, `labels` by measure.
    """
    rows = claims[claims["measure"].isin(tables.measures_in("host-total"))]
    rows = rows.sort_values(["country_iso3", "year", "id"], kind="stable")
    table = rows.assign(
        country=rows["country_iso3"].map(names),
        year=rows["year"].map(words.when),
        sum=rows["id"].map(show.claim),
        currency=rows["unit"].map(in_words),
        what=rows["measure"].map(labels).str.capitalize().str.partition(" (")[0],
        side=[said("side", side) for side in rows["said_by"]],
    )
    return table.sort_values(["country", "year"], kind="stable")


def show_host_totals() -> None:
    """Show what hosts pay, spend or commit in all."""
    claims = tables.claims(topic=["pay", "revenue", "oil"])
    labels = tables.measures().set_index("measure")["label"]
    paid = pay_sides.with_sides(claims, tables.sources())
    table = host_totals(paid, tables.country_names(), labels)
    show.worded(table, "money", "tab-money-totals", right=("sum",))


def linked(rows: pd.DataFrame) -> show.Markup:
    """Claims as links, each with who says it."""
    told = (
        said(
            "tab-money-pay", "told", sum=show.claim(row.id), side=said("side", row.said_by).lower()
        )
        for row in rows.itertuples()
    )
    return show.Markup("; ".join(told))


def host_and_worker(claims: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    """What hosts pay and workers receive, one row a country, year and unit, claims as links.

    Columns: those of tab-money-pay. `claims` are rows as worker_pay.for_one_worker gives them;
    `names` maps iso3 to a name.
    """
    found = []
    for (country, year, unit), some in claims.groupby(["country_iso3", "year", "unit"]):
        host = some["measure"].str.startswith("host_pays")
        cells = linked(some[host]), linked(some[~host])
        found.append((names[country], words.when(year), in_words(unit), *cells))
    table = pd.DataFrame(found, columns=["country", "year", "currency", "host", "worker"])
    return table.sort_values(["country", "year"], kind="stable")


def show_pay_table(claims: pd.DataFrame) -> None:
    """Show pay for one worker, rows as worker_pay.for_one_worker gives them."""
    show.worded(host_and_worker(claims, tables.country_names()), "money", "tab-money-pay")

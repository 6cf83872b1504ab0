"""The stay abroad from totals of single countries: a total there, and the stock over its time."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds, flows
from evidence.reckon.bounds import Interval
from evidence.show import say, words

said = say.of("professionals")
WAYS = ("linear", "next")  # from nobody at the start; "previous" would leave years without anybody


def stock(country: str, start: float, end: float) -> pd.DataFrame:
    """The stock in a country by year, from nobody at the start; the last number stays to the end.

    Numbers of doctors alone are the least that the stock can be. Times are decimal years.
    """
    measures = ["mission_stock", "mission_doctors"]
    rows = flows.stock_envelope(tables.claims(measure=measures, country_iso3=country))
    rows = rows[(rows["year"] + 0.5).between(start, end, inclusive="neither")]
    ends = {"year": [start - 0.5, end - 0.5]}
    for side in ("low", "high"):
        ends[side] = [0.0, rows[side].iloc[-1]]
    rows = pd.concat([rows, pd.DataFrame(ends)], ignore_index=True)
    return rows.sort_values("year", kind="stable", ignore_index=True)


def worker_years(total: pd.Series) -> Interval:
    """The worker-years of the time that a total of one country is of."""
    start, end = total["date_start"], total["date_end"] or total["as_of"]
    start, end = flows.decimal_year(start), flows.decimal_year(end)
    rows = stock(total["country_iso3"], start, end)
    return bounds.hull([flows.worker_years(rows, start, end, way) for way in WAYS])


def stays() -> pd.DataFrame:
    """Each country with a total: iso3, id, and low and high of worker-years and of the stay."""
    rows = []
    for iso3, (claim_id,) in tables.judged_parts("country-totals").items():
        total = tables.claim(claim_id)
        years = worker_years(total)
        rows.append((iso3, claim_id, *years, *bounds.divide(years, bounds.of(total))))
    columns = ["iso3", "id", "years_low", "years_high", "stay_low", "stay_high"]
    return pd.DataFrame(rows, columns=columns)


def show_table() -> None:
    """Show the stay that each of these totals implies, and that of the two largest missions."""
    found = stays()
    largest = found[found["years_low"] > found["years_low"].min()]
    span = words.spread((largest["stay_low"].min(), largest["stay_high"].max()), 1)
    show.result("country-stays", span, list(largest["id"]))
    spans = {
        name: list(found[[f"{name}_low", f"{name}_high"]].itertuples(index=False, name=None))
        for name in ("years", "stay")
    }
    table = found.assign(
        country=found["iso3"].map(tables.country_names()),
        total=found["id"].map(show.claim),
        years=[words.spread((low / 1000, high / 1000)) for low, high in spans["years"]],
        stay=[words.spread(one, 1) for one in spans["stay"]],
    )
    show.worded(table, "professionals", "tab-country-stays", right=("total", "years", "stay"))

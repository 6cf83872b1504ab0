"""Who pays, in what, and who does not, on rows checked by hand."""

import pandas as pd
from pay_rows import NAMES, SOURCES, claims
from raw_rows import ROWS, elsewhere

from evidence.themes.money import delivered, pay_sides, pay_tables, paying_hosts


def hosts(*rows: tuple[str, str, float]) -> pd.DataFrame:
    short = {"p": "paying_countries", "f": "free_service_countries", "h": "host_countries"}
    return claims(*({"as_of": year, "measure": short[m], "value": v} for year, m, v in rows))


def test_balance_adds_paying_and_free_by_year():
    table = hosts(("2013", "p", 26), ("2013", "f", 40), ("2013", "h", 66), ("2014", "p", 30))
    row = paying_hosts.balance(table).iloc[0]
    assert (row.year, row.together, row.hosts) == ("2013", (66, 66), [(66, 66)])
    assert len(paying_hosts.balance(table)) == 1


def test_a_country_that_pays_in_goods_is_no_way_in_cash():
    cash, goods, free = paying_hosts.ways().values()
    oil = {r["country_iso3"] for r in elsewhere("oil_supply")}
    sums = {r["id"] for r in ROWS.values() if r["topic"] in ("pay", "revenue")
            and r["measure"].startswith(("host_pays", "host_spent", "contract_value"))}  # fmt: skip
    assert set(paying_hosts.in_money()["id"]) == sums - {
        "host-pays-year-usd.venezuela.2016.global-health-intelligence"
    }  # which no result may rest on
    assert set(cash["id"]) == {i for i in sums if ROWS[i]["country_iso3"] not in oil} - {
        "host-pays-year-usd.venezuela.2016.global-health-intelligence"
    }
    assert set(goods["country_iso3"]) == oil
    assert set(free["measure"]) == {"free_service_countries"}


def test_a_running_total_that_fell_is_found():
    rows = claims(
        {"measure": "lives_saved", "value": 9.0, "as_of": "2020"},
        {"measure": "lives_saved", "value": 8.0, "as_of": "2021"},
        {"measure": "births_attended", "value": 8.0, "as_of": "2020"},
        {"measure": "births_attended", "value": 8.0, "as_of": "2021"},
    )
    assert delivered.fallen(rows) == ["lives_saved"]


def test_the_table_of_totals_leaves_out_pay_for_one_worker():
    rows = claims(
        {
            "id": "host-pays-per-worker-usd.brazil.2014-03.breitbart",
            "measure": "host_cost_year_kes",
            "country_iso3": "BBB",
            "as_of": "",
        },
        {
            "id": "worker-receives-usd.brazil.2014-02.breitbart",
            "measure": "host_pays_per_worker_usd",
            "country_iso3": "BBB",
        },
    )
    labels = pd.Series({"host_cost_year_kes": "all costs (Kenyan shillings)"})
    found = pay_tables.host_totals(pay_sides.with_sides(rows, SOURCES), NAMES, labels)
    (row,) = found.to_dict("records")
    assert row["sum"] == "{claim}`host-pays-per-worker-usd.brazil.2014-03.breitbart`"
    assert (row["country"], row["year"], row["what"]) == ("Bland", "undated", "All costs")

"""Rows of payments, small enough to check by hand."""

import math

import pandas as pd

from evidence import pay_shares

SOURCES = pd.DataFrame(
    {
        "source_id": ["s1", "s2", "state", "critic"],
        "stake": ["press", "press", "cuban_state", "cuba_critical"],
    }
)


NAMES = pd.Series(
    {
        "AAA": "Aland",
        "BBB": "Bland",
        "BRA": "Brazil",
        "VEN": "Venezuela",
        "BOL": "Bolivia, P.",
    }
)


def claims(*rows: dict) -> pd.DataFrame:
    usual = {
        "value": 1.0, "value_high": math.nan, "qualifier": "exact", "country_iso3": "AAA",
        "unit": "usd_per_month", "date_start": "", "date_end": "", "as_of": "2020",
        "source_id": "s1", "attributed_to": "",
    }  # fmt: skip
    return pd.DataFrame([{**usual, "id": f"c{i}", **row} for i, row in enumerate(rows)])


def shares(*rows: tuple) -> pd.DataFrame:
    columns = ["country_iso3", "said_by", "basis", "low", "high"]
    return pd.DataFrame(rows, columns=columns).assign(year="2020", inputs=[["c0"]] * len(rows))


LOW = ("AAA", "Critics", "stated", 5.0, 10.0)


PAID = ("AAA", "Officials", pay_shares.PAID_IN, 100.0, 100.0)


WORLD = ("", "Others", "stated", 75.0, 90.0)

"""Missions country by country: the latest number of each, and their sum."""

import csv
import math

import pandas as pd

from evidence.ledger import tables
from evidence.themes.abroad import country_hosts

NONE = math.nan


def claims(*rows: tuple, measure: str = "workers_abroad") -> pd.DataFrame:
    """Rows of id, as_of, value, qualifier."""
    table = pd.DataFrame(rows, columns=["id", "as_of", "value", "qualifier"])
    return table.assign(value_high=NONE, measure=measure)


def raw(claim_id: str) -> float:
    """A value straight from the file, without the loader."""
    with (tables.DATA / "claims.csv").open(encoding="utf-8", newline="") as file:
        return next(float(r["value"]) for r in csv.DictReader(file) if r["id"] == claim_id)


def test_latest_takes_the_last_and_all_staff_before_doctors():
    rows = claims(
        ("old", "2016", 900.0, "exact"),
        ("doctors", "2017", 300.0, "exact"),
        ("staff", "2017", 200.0, "about"),
        ("other", "2015", 500.0, "exact"),
    )
    rows["country_iso3"] = ["A", "A", "A", "B"]
    rows["measure"] = ["mission_stock", "mission_doctors", "mission_stock", "mission_stock"]
    assert list(country_hosts.latest(rows)["id"]) == ["other", "staff"]
    assert country_hosts.latest(rows).iloc[1]["low"] == 150
    assert list(country_hosts.latest(rows, start=2016)["id"]) == ["staff"]
    assert list(country_hosts.latest(rows, end=2017)["id"]) == ["old", "other"]


def test_the_list_of_2016_adds_up_to_its_own_total():
    listed = tables.claims(source_id="csc_acs_2016", measure="mission_stock")
    assert sum(raw(claim) for claim in listed["id"]) >= raw(
        "workers-abroad.association-caribbean-states.2016-05.granma"
    )
    assert not listed["country_iso3"].duplicated().any()

"""Named hosts: by hand on few rows, and against the ledger."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from raw_rows import read
from tinyledger import COUNTRIES, ledger, raw

from evidence.ledger import tables
from evidence.reckon import hosts


@pytest.mark.parametrize(
    ("measure", "kind"),
    [
        ("presence_reported", "listed"),
        ("mission_start_year_disaster", "disaster"),
        ("brigade_stay_disaster_months", "disaster"),
        ("brigade_size_epidemic", "epidemic"),
        ("brigade_stay_months", "epidemic"),
        ("pandemic_workers_sent", "epidemic"),
        ("mission_start_year_long_term", "long-term"),
        ("mission_tour_months", "long-term"),
        ("mission_stock", "unspecified"),
        ("mission_start_year_unspecified", "unspecified"),
    ],
)
def test_kind(measure, kind):
    assert hosts.kind(measure) == kind


@pytest.mark.parametrize(
    ("row", "year"),
    [
        ({"value": 1962.0, "date_start": "1963"}, 1962),  # a start-year claim is its value
        ({"measure": "mission_stock", "date_start": "1970-03", "as_of": "2001"}, 1970),
        ({"measure": "mission_stock", "as_of": "2001-05"}, 2001),
        ({"measure": "mission_stock", "date_end": "1999"}, 1999),
        ({"measure": "mission_stock"}, None),
    ],
)
def test_year_of(row, year):
    assert hosts.year_of(ledger(row).iloc[0]) == year


def test_named_countries_by_hand():
    claims = ledger(
        {"value": 1963.0},
        {"measure": "presence_reported", "value": 1.0, "as_of": "2020-05"},
        {"measure": "mission_stock", "value": 5.0, "country_iso3": "MSR"},  # undated
        {"measure": "doctors_offered", "topic": "henry_reeve", "country_iso3": "USA"},
        {"measure": "planned_doctors", "topic": "mission", "country_iso3": "ITA"},
        {"topic": "pay", "measure": "worker_receives_usd", "country_iso3": "PRT"},
        {"country_iso3": "CUB"},
        {"scope": "region:africa", "country_iso3": ""},
    )
    named = hosts.named_countries(claims, COUNTRIES)
    assert list(named["name"]) == ["Algeria", "Montserrat"]
    algeria, montserrat = named.to_dict("records")
    assert (algeria["first_year"], algeria["first_claim"]) == (1963, "c0")
    assert (algeria["kinds"], algeria["claims"]) == ("long-term, listed", ["c0", "c1"])
    assert (algeria["un_region"], algeria["un_member"]) == ("Africa", 1)
    assert pd.isna(montserrat["first_year"])
    assert montserrat["first_claim"] == ""


def test_named_countries_refuse_an_unknown_country():
    with pytest.raises(KeyError, match="XXX"):
        hosts.named_countries(ledger({"country_iso3": "XXX"}), COUNTRIES)


def test_no_claims_name_no_country():
    assert hosts.named_countries(ledger({"scope": "world"}), COUNTRIES).empty


def test_others_name():
    claims = ledger({}, {"source_id": "press"}, {"country_iso3": "CHL"})
    sources = pd.DataFrame({"source_id": ["s", "press"], "stake": ["cuban_state", "press"]})
    named = hosts.named_countries(claims, COUNTRIES)
    assert list(hosts.others_name(named, claims, sources)) == [True, False]


def test_running_by_hand():
    years = pd.Series([1963, 1960, pd.NA, 1963], dtype="Int64")
    assert hosts.running(years).to_dict("records") == [
        {"year": 1960, "new": 1, "total": 1},
        {"year": 1963, "new": 2, "total": 3},
    ]


@given(st.lists(st.one_of(st.none(), st.integers(1960, 2025))))
def test_running_counts_each_dated_country_once(years):
    table = hosts.running(pd.Series(years, dtype="Int64"))
    assert table["new"].sum() == sum(year is not None for year in years)
    assert table["total"].is_monotonic_increasing
    assert table["year"].is_monotonic_increasing


def test_names_by_decade():
    named = pd.DataFrame(
        {
            "name": ["Togo", "Algeria", "Benin"],
            "un_region": ["Africa"] * 3,
            "first_year": pd.array([1969, 1960, None], dtype="Int64"),
        }
    )
    assert hosts.names_by_decade(named).to_numpy().tolist() == [
        ["1960s", "Africa", 2, "Algeria; Togo"],
        ["undated", "Africa", 1, "Benin"],
    ]


def test_the_named_countries_again():
    shows = {row["measure"] for row in read("measures") if row["mission_kind"]}
    again = {
        row["country_iso3"]
        for row in raw()
        if row["scope"] == "country" and row["country_iso3"] != "CUB" and row["measure"] in shows
    }
    named = hosts.named_countries(tables.claims(), tables.table("countries"))
    assert set(named["iso3"]) == again
    assert len(named) == len(again)
    assert "USA" not in again  # offered help, not a host


@pytest.mark.parametrize(
    "measure",
    ["doctors_offered", "planned_workers", "exam_passes", "mission_all_sector_workers",
     "mission_cumulative_all_sector_workers", "vaccine_doses_sold", "worker_receives_usd"],
)  # fmt: skip
def test_what_shows_no_health_workers_in_a_country(measure):
    assert hosts.kind(measure) == ""
    assert hosts.presences(ledger({"measure": measure})).empty


def test_the_kinds_are_those_of_the_vocabulary():
    assert (*hosts.KINDS, "listed") == tuple(tables.vocabulary("measures", "mission_kind"))


def test_first_claims_stand_by_region_and_say_what_they_measure():
    named = pd.DataFrame(
        {
            "name": ["Chile", "Togo", "Algeria"],
            "un_region": ["Americas", "Africa", "Africa"],
            "first_year": pd.array([1960, None, 1963], dtype="Int64"),
            "first_claim": ["c", "", "a"],
        }
    )
    claims = pd.DataFrame({"id": ["a", "c"], "measure": ["m", "n"]})
    measures = pd.DataFrame({"measure": ["m", "n"], "label": ["a start", "a team"]})
    table = hosts.first_claims(named, claims, measures)
    assert table[["name", "year", "what"]].to_numpy().tolist() == [
        ["Algeria", "1963", "a start"],
        ["Togo", "", ""],
        ["Chile", "1960", "a team"],
    ]

"""Stated starts and sizes: by hand on few rows, and against the ledger."""

import pandas as pd
import pytest
from tinyledger import COUNTRIES, begun, ledger, raw

from evidence.ledger import tables
from evidence.themes.timeline import beginnings


def test_starts_events_and_order():
    claims = ledger(
        {"value": 1963.0, "date_start": "1963-05-23"},
        {"value": 1962.0, "value_high": 1963.0, "source_id": "t"},
        {
            "measure": "mission_start_year_disaster",
            "value": 2010.0,
            "country_iso3": "CHL",
        },
        {
            "measure": "mission_start_year_disaster",
            "value": 1960.0,
            "country_iso3": "CHL",
        },
        {
            "measure": "mission_start_year_disaster",
            "value": 1960.0,
            "country_iso3": "CHL",
            "source_id": "t",
        },
        {"measure": "mission_stock", "as_of": "1950"},  # no start
    )
    starts = beginnings.starts(claims, COUNTRIES)
    assert list(starts["year"]) == [1960, 1960, 1962, 1963, 2010]
    assert list(starts["last"]) == [1960, 1960, 1963, 1963, 2010]
    assert list(starts["date"]) == ["1960", "1960", "1962", "1963-05-23", "2010"]
    events = beginnings.events(starts)
    assert [(r.name, r.year) for r in events.itertuples(index=False)] == [
        ("Chile", 1960),
        ("Algeria", 1962),
        ("Chile", 2010),
    ]


def test_datings():
    starts = begun(
        ("DZA", "long-term", 1962, "1962"),
        ("DZA", "long-term", 1963, "1963"),
        ("PRT", "long-term", 2009, "2009"),
        ("PRT", "long-term", 2009, "2009"),
        ("ITA", "long-term", 2022, "2022"),  # one source
        ("CHL", "disaster", 1960, "1960"),
        ("CHL", "disaster", 2010, "2010"),  # two teams, no dispute
    )
    table = beginnings.datings(starts)
    assert table[["iso3", "years", "disputed"]].to_numpy().tolist() == [
        ["DZA", (1962, 1963), True],
        ["PRT", (2009,), False],
    ]
    wide = beginnings.datings(starts.assign(last=starts["year"].replace(1962, 1963)))
    assert wide.loc[0, ["years", "disputed"]].tolist() == [(1962, 1963), False]
    same_source = starts.assign(source_id="s")
    assert beginnings.datings(same_source).empty


def test_counted_and_named():
    measure = {"measure": "new_long_term_host_countries", "scope": "world"}
    claims = ledger(
        {**measure, "value": 15.0, "date_start": "2000"},
        {**measure, "value": 6.0, "date_start": "1963", "date_end": "1969"},
    )
    starts = begun(
        ("DZA", "long-term", 1962, "1962"),
        ("DZA", "long-term", 1963, "1963"),  # one reading puts it in the period
        ("CHL", "disaster", 1965, "1965"),
        ("PRT", "long-term", 2009, "2009"),
    )
    table = beginnings.counted_and_named(claims, starts)
    assert list(table["id"]) == ["c1", "c0"]
    assert (table.loc[0, "counted"], table.loc[0, "named"]) == (6, 1)
    assert pd.isna(table.loc[1, "end"])
    assert pd.isna(table.loc[1, "named"])


def test_teams_leave_out_offers_and_counts_of_doctors():
    claims = ledger(
        {"measure": "brigade_size_disaster", "value": 30.0},
        {"measure": "brigade_size_disaster_doctors", "value": 9.0},
        {"measure": "offered_brigade_size", "value": 1500.0, "country_iso3": "USA"},
    )
    assert beginnings.teams(claims)[["value", "kind"]].to_numpy().tolist() == [[30.0, "disaster"]]


def test_dots_are_stacked_not_hidden():
    rows = pd.DataFrame({"kind": ["a", "a", "b", "a"], "value": [10.0, 10.0, 10.0, 1000.0]})
    assert list(beginnings.stack_places(rows, ["kind", "value"])) == [0, 1, 0, 0]
    assert list(beginnings.spread_out(rows, step=0.1)) == pytest.approx([0, 0.1, 0, 0])


def test_the_disputed_years_again():
    years, publishers = {}, {}
    for row in raw():
        if row["measure"] == "mission_start_year_long_term":
            ends = {int(row["value"]), int(row["value_high"] or row["value"])}
            years.setdefault(row["country_iso3"], set()).update(ends)
            publishers.setdefault(row["country_iso3"], set()).add(row["source_id"])
    twice = {iso3 for iso3, ids in publishers.items() if len(ids) > 1}
    starts = beginnings.starts(tables.claims(), tables.table("countries"))
    table = beginnings.datings(starts).set_index("iso3")
    assert set(table.index) == twice
    assert {i: set(y) for i, y in table["years"].items()} == {i: years[i] for i in twice}

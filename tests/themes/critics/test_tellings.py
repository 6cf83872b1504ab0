"""Accusations and defences in words for a table, on rows checked by hand."""

import pandas as pd
from side_rows import frame, row

from evidence.themes.critics import tellings


def test_when_and_where():
    rows = frame(
        row(as_of="2020-06-03", country_iso3="VEN"),
        row(as_of="", date_start="2020-03-22", date_end="2020-06-08", country_iso3="CUB"),
        row(as_of="", country_iso3="USA"),
        row(as_of="2014-11", date_start="2013-09-01", date_end="2014-11", country_iso3="VEN"),
        row(as_of="2023-05-24", date_end="2023-05"),
        row(date_start="2013", date_end="2013-12", country_iso3="VEN"),
    )
    places = pd.Series({"VEN": "Venezuela", "USA": "United States"})
    assert tellings.where_and_when(rows, places) == [
        "Venezuela, June 2020", "March 2020 to June 2020", "United States, undated",
        "Venezuela, September 2013 to November 2014", "May 2023",
        "Venezuela, 2013",
    ]  # fmt: skip


def test_told_does_not_repeat_that_it_is_an_estimate():
    labels = pd.Series({"a": "people who left, by NGO estimate", "b": "births"})
    rows = frame(row(measure="a"), row(measure="b"))
    assert tellings.told(rows, labels) == ["people who left", "births"]


# the trafficking report


def test_tier_years_and_gaps():
    table = frame(*[row(date_start=year) for year in ("2020", "2017", "2018", "2020")])
    assert tellings.tier_years(table) == ([2017, 2018, 2020], [2019])

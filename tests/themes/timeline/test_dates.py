"""The documented dates: each branch by hand, and all of them in the ledger."""

import pytest
from tinyledger import begun

from evidence.ledger import tables
from evidence.themes.timeline import dates

TARGET = ("DZA", "long-term", 1963, "1963")  # always c0


@pytest.mark.parametrize(
    ("others", "verdict", "words"),
    [
        ([], "no number to check", "No other source"),
        ([("DZA", "long-term", 1963, "1963")], "supported", "gives the same year"),
        ([("DZA", "long-term", 1962, "1962")], "contradicted", "a different year"),
        ([("PRT", "long-term", 1963, "1963")], "no number to check", "No other source"),
    ],
)
def test_the_first_mission_is_judged_by_its_year(others, verdict, words):
    found = dates.judged("first_mission", *dates.first_mission(begun(TARGET, *others), "c0"))
    assert found["verdict"] == verdict
    assert words in found["why"]
    assert "relief team" not in found["why"]


def test_an_earlier_relief_team_is_named_but_decides_nothing():
    same = ("DZA", "long-term", 1963, "1963")
    starts = begun(TARGET, same, ("CHL", "disaster", 1960, "1960"))
    found = dates.judged("first_mission", *dates.first_mission(starts, "c0"))
    assert found["verdict"] == "supported"
    assert "A relief team to Chile is dated earlier" in found["why"]


def test_first_mission_needs_its_claim():
    with pytest.raises(ValueError, match="no start 'x'"):
        dates.first_mission(begun(TARGET), "x")


def test_the_starts_that_a_length_fits_are_named():
    spans = [("Chile in 1960", 60), ("Ghana in 1983", 37)]
    fills = {"starts": "Chile in 1960", "range": "37 to 60"}
    assert dates.duration((57.0, 60.0), spans)[1] == fills


@pytest.mark.parametrize(
    ("date", "day"),
    [("2009", "2009-12-31"), ("2009-08", "2009-08-31"), ("2020-03-22", "2020-03-22")],
)
def test_latest_day(date, day):
    assert dates.latest_day(date) == day


def test_hosts_that_were_earlier_are_named():
    starts = begun(("ITA", "epidemic", 2020, "2020-03-22"), ("PRT", "long-term", 2009, "2009-08"))
    assert dates.first_european(starts, "ITA")[1] == {"hosts": "Portugal"}


def test_first_european_needs_a_team():
    with pytest.raises(ValueError, match="no epidemic team dated in 'ITA'"):
        dates.first_european(begun(("ITA", "long-term", 2022, "2022")), "ITA")


def test_the_documented_dates_are_all_weighed():
    claims = tables.claims()
    table = dates.weighed(claims, tables.table("countries")).set_index("id")
    assert set(table.index) == {
        "pb-first-mission",
        "pb-duration",
        "pb-brigade-2005",
        "pb-reeve-1868",
        "pb-castro-2005",
        "pb-first-european",
    }
    known = set(claims["id"])
    for claim_id, row in table.iterrows():
        assert set(row["against"]) <= known - {claim_id}
        assert (row["verdict"] == "no number to check") == (row["against"] == [])

"""The documented dates: each branch by hand, and all of them in the ledger."""

import pytest
from tinyledger import begun

from evidence.ledger import tables
from evidence.themes.timeline import dates


@pytest.mark.parametrize(
    ("others", "verdict"),
    [
        ([], "not checkable"),
        ([(1963, 1963)] * 2, "supported"),
        ([(1962, 1963)], "supported"),  # a source that allows two years
        ([(1962, 1962), (1963, 1963)], "supported with a caveat"),
        ([(1962, 1962)], "contradicted"),
    ],
)
def test_match_year(others, verdict):
    found, sentence = dates.match_year(1963, others)
    assert found == verdict
    assert ("not each" in sentence) == (others == [(1962, 1963)])


TARGET = ("DZA", "long-term", 1963, "1963")  # always c0


@pytest.mark.parametrize(
    ("others", "verdict", "words"),
    [
        ([], "not checkable", "No other source"),
        ([("DZA", "long-term", 1963, "1963")], "supported", "gives the same year"),
        ([("DZA", "long-term", 1962, "1962")], "contradicted", "a different year"),
        (
            [("DZA", "long-term", 1962, "1962"), ("DZA", "long-term", 1963, "1963")],
            "supported with a caveat",
            "some do not",
        ),
        ([("PRT", "long-term", 1961, "1961")], "contradicted", "elsewhere before that to Algeria"),
        ([("PRT", "long-term", 1963, "1963")], "not checkable", "No source in the ledger dates"),
    ],
)
def test_first_mission(others, verdict, words):
    found, sentence = dates.first_mission(begun(TARGET, *others), "c0")
    assert found == verdict
    assert words in sentence
    assert "relief team" not in sentence


def test_an_earlier_relief_team_is_named_but_decides_nothing():
    same = ("DZA", "long-term", 1963, "1963")
    starts = begun(TARGET, same, ("CHL", "disaster", 1960, "1960"))
    verdict, sentence = dates.first_mission(starts, "c0")
    assert verdict == "supported"
    assert "A relief team to Chile is dated earlier" in sentence


def test_first_mission_needs_its_claim():
    with pytest.raises(ValueError, match="no start 'x'"):
        dates.first_mission(begun(TARGET), "x")


@pytest.mark.parametrize(
    ("spans", "verdict", "words"),
    [
        ({"Chile in 1960": 60, "Algeria in 1963": 57}, "supported", "every start"),
        ({"Chile in 1960": 60, "Ghana in 1983": 37}, "supported with a caveat", "Chile in 1960."),
        ({"Chile in 1950": 70}, "contradicted", "no start"),
    ],
)
def test_duration(spans, verdict, words):
    found, sentence = dates.duration((57.0, 60.0), spans)
    assert found == verdict
    assert words in sentence


@pytest.mark.parametrize(
    ("date", "day"),
    [("2009", "2009-12-31"), ("2009-08", "2009-08-31"), ("2020-03-22", "2020-03-22")],
)
def test_latest_day(date, day):
    assert dates.latest_day(date) == day


ITALY = ("ITA", "epidemic", 2020, "2020-03-22")


@pytest.mark.parametrize(
    ("others", "verdict", "words"),
    [
        ([], "supported", "No other European host"),
        ([("PRT", "epidemic", 2020, "2020-03-29")], "supported", "No other European host"),
        ([("PRT", "epidemic", 2020, "2020-03")], "supported", "No other"),  # perhaps later
        ([("PRT", "long-term", 2009, "2009-08")], "supported with a caveat", "Portugal"),
        ([("PRT", "epidemic", 2020, "2020-02")], "contradicted", "earlier"),
        ([("ITA", "disaster", 2009, "2009")], "supported", "No other European host"),
    ],
)
def test_first_european(others, verdict, words):
    found, sentence = dates.first_european(begun(ITALY, *others), "ITA")
    assert found == verdict
    assert words in sentence


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
        assert (row["verdict"] == "not checkable") == (row["against"] == [])

"""Starts, named countries and the documented dates: by hand on few rows, and against the ledger."""

import csv

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import tables, timeline

COUNTRIES = pd.DataFrame(
    [
        ("DZA", "Algeria", 1, "Africa"),
        ("CHL", "Chile", 1, "Americas"),
        ("ITA", "Italy", 1, "Europe"),
        ("PRT", "Portugal", 1, "Europe"),
        ("MSR", "Montserrat", 0, "Americas"),
        ("USA", "United States", 1, "Americas"),
        ("CUB", "Cuba", 1, "Americas"),
    ],
    columns=["iso3", "name", "un_member", "un_region"],
)


def ledger(*rows: dict) -> pd.DataFrame:
    blank = {
        "topic": "timeline",
        "measure": "mission_start_year_long_term",
        "value": 1963.0,
        "scope": "country",
        "country_iso3": "DZA",
        "date_start": "",
        "date_end": "",
        "as_of": "",
        "source_id": "s",
    }
    return pd.DataFrame([{**blank, "id": f"c{n}", **row} for n, row in enumerate(rows)])


def begun(*rows: tuple[str, str, int, str]) -> pd.DataFrame:
    """Starts as timeline.starts gives them: iso3, kind, year, date."""
    table = pd.DataFrame(rows, columns=["iso3", "kind", "year", "date"])
    names = COUNTRIES.set_index("iso3")
    return table.assign(
        id=[f"c{n}" for n in range(len(table))],
        name=table["iso3"].map(names["name"]),
        un_region=table["iso3"].map(names["un_region"]),
        source_id=[f"s{n}" for n in range(len(table))],
    )


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
    assert timeline.kind(measure) == kind


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
    assert timeline.year_of(ledger(row).iloc[0]) == year


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
    named = timeline.named_countries(claims, COUNTRIES)
    assert list(named["name"]) == ["Algeria", "Montserrat"]
    algeria, montserrat = named.to_dict("records")
    assert (algeria["first_year"], algeria["first_claim"]) == (1963, "c0")
    assert (algeria["kinds"], algeria["claims"]) == ("long-term, listed", ["c0", "c1"])
    assert (algeria["un_region"], algeria["un_member"]) == ("Africa", 1)
    assert pd.isna(montserrat["first_year"])
    assert montserrat["first_claim"] == ""


def test_named_countries_refuse_an_unknown_country():
    with pytest.raises(KeyError, match="XXX"):
        timeline.named_countries(ledger({"country_iso3": "XXX"}), COUNTRIES)


def test_no_claims_name_no_country():
    assert timeline.named_countries(ledger({"scope": "world"}), COUNTRIES).empty


def test_others_name():
    claims = ledger({}, {"source_id": "press"}, {"country_iso3": "CHL"})
    sources = pd.DataFrame({"source_id": ["s", "press"], "stake": ["cuban_state", "press"]})
    named = timeline.named_countries(claims, COUNTRIES)
    assert list(timeline.others_name(named, claims, sources)) == [True, False]


def test_starts_events_and_order():
    claims = ledger(
        {"value": 1963.0, "date_start": "1963-05-23"},
        {"value": 1962.0, "source_id": "t"},
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
    starts = timeline.starts(claims, COUNTRIES)
    assert list(starts["year"]) == [1960, 1960, 1962, 1963, 2010]
    assert list(starts["date"]) == ["1960", "1960", "1962", "1963-05-23", "2010"]
    events = timeline.events(starts)
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
    table = timeline.datings(starts)
    assert table[["iso3", "years", "disputed"]].to_numpy().tolist() == [
        ["DZA", (1962, 1963), True],
        ["PRT", (2009,), False],
    ]
    same_source = starts.assign(source_id="s")
    assert timeline.datings(same_source).empty


def test_running_by_hand():
    years = pd.Series([1963, 1960, pd.NA, 1963], dtype="Int64")
    assert timeline.running(years).to_dict("records") == [
        {"year": 1960, "new": 1, "total": 1},
        {"year": 1963, "new": 2, "total": 3},
    ]


@given(st.lists(st.one_of(st.none(), st.integers(1960, 2025))))
def test_running_counts_each_dated_country_once(years):
    table = timeline.running(pd.Series(years, dtype="Int64"))
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
    assert timeline.names_by_decade(named).to_numpy().tolist() == [
        ["1960s", "Africa", 2, "Algeria; Togo"],
        ["undated", "Africa", 1, "Benin"],
    ]


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
    table = timeline.counted_and_named(claims, starts)
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
    assert timeline.teams(claims)[["value", "kind"]].to_numpy().tolist() == [[30.0, "disaster"]]


@pytest.mark.parametrize(
    ("others", "verdict"),
    [
        ([], "not checkable"),
        ([1963, 1963], "supported"),
        ([1962, 1963], "supported with a caveat"),
        ([1962], "contradicted"),
    ],
)
def test_match_year(others, verdict):
    assert timeline.match_year(1963, others)[0] == verdict


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
    found, sentence = timeline.first_mission(begun(TARGET, *others), "c0")
    assert found == verdict
    assert words in sentence
    assert "relief team" not in sentence


def test_an_earlier_relief_team_is_named_but_decides_nothing():
    same = ("DZA", "long-term", 1963, "1963")
    starts = begun(TARGET, same, ("CHL", "disaster", 1960, "1960"))
    verdict, sentence = timeline.first_mission(starts, "c0")
    assert verdict == "supported"
    assert "A relief team to Chile is dated earlier" in sentence


def test_first_mission_needs_its_claim():
    with pytest.raises(ValueError, match="no start 'x'"):
        timeline.first_mission(begun(TARGET), "x")


@pytest.mark.parametrize(
    ("spans", "verdict", "words"),
    [
        ({"Chile in 1960": 60, "Algeria in 1963": 57}, "supported", "every start"),
        ({"Chile in 1960": 60, "Ghana in 1983": 37}, "supported with a caveat", "Chile in 1960."),
        ({"Chile in 1950": 70}, "contradicted", "no start"),
    ],
)
def test_duration(spans, verdict, words):
    found, sentence = timeline.duration((57.0, 60.0), spans)
    assert found == verdict
    assert words in sentence


@pytest.mark.parametrize(
    ("date", "day"),
    [("2009", "2009-12-31"), ("2009-08", "2009-08-31"), ("2020-03-22", "2020-03-22")],
)
def test_latest_day(date, day):
    assert timeline.latest_day(date) == day


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
    found, sentence = timeline.first_european(begun(ITALY, *others), "ITA")
    assert found == verdict
    assert words in sentence


def test_first_european_needs_a_team():
    with pytest.raises(ValueError, match="no epidemic team dated in 'ITA'"):
        timeline.first_european(begun(("ITA", "long-term", 2022, "2022")), "ITA")


@pytest.mark.parametrize(("named", "says"), [(95, "cannot name"), (164, "at least as many")])
def test_against_total(named, says):
    assert says in timeline.against_total(named, 164)


@pytest.mark.parametrize(("named", "says"), [(95, "Fewer"), (164, "As many")])
def test_naming_title(named, says):
    assert timeline.naming_title(named, 164).startswith(says)


@pytest.mark.parametrize(
    ("relief", "says"), [(1960, "A relief team is"), (1970, "A lasting"), (1963, "share a year")]
)
def test_opening(relief, says):
    assert says in timeline.opening(begun(TARGET, ("CHL", "disaster", relief, str(relief))))


@pytest.mark.parametrize(
    ("named", "says"), [([1, 2], "every period"), ([1, 9], "some periods"), ([9, 9], "no period")]
)
def test_against_counts(named, says):
    table = pd.DataFrame({"counted": [6, 7], "named": named})
    assert says in timeline.against_counts(table).replace("In ", "").lower()


@pytest.mark.parametrize(
    ("disputed", "says"),
    [([True, True], "never"), ([True, True, False], "seldom"), ([True, False], "mostly")],
)
def test_disagreement(disputed, says):
    assert says in timeline.disagreement(pd.DataFrame({"disputed": disputed}))


@pytest.mark.parametrize(
    ("kind", "says"),
    [("long-term", "lasting"), ("disaster", "disaster"), ("epidemic", "epidemic")],
)
def test_spread_message(kind, says):
    sizes = pd.DataFrame({"kind": ["other", kind], "value": [1.0, 9.0]})
    assert says in timeline.spread_message(sizes)


def test_dots_are_stacked_not_hidden():
    rows = pd.DataFrame({"kind": ["a", "a", "b", "a"], "value": [10.0, 10.0, 10.0, 1000.0]})
    assert list(timeline.places(rows, ["kind", "value"])) == [0, 1, 0, 0]
    assert list(timeline.spread_out(rows, step=0.1)) == pytest.approx([0, 0.1, 0, 0])


# the ledger itself, reckoned again in plain Python


@pytest.fixture(scope="module")
def raw() -> list[dict]:
    """Claims as they stand in the file, with corrections.csv applied by a simple loop."""
    with (tables.DATA / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    with (tables.DATA / "corrections.csv").open(encoding="utf-8", newline="") as file:
        for fix in csv.DictReader(file):
            if fix["action"] == "drop":
                del rows[fix["claim"]]
            else:
                rows[fix["claim"]][fix["column"]] = fix["new"]
    return list(rows.values())


def test_the_named_countries_again(raw):
    topics = {"mission", "timeline", "pandemic", "henry_reeve", "stock"}
    measures = {}
    for row in raw:
        if row["scope"] == "country" and row["topic"] in topics and row["country_iso3"] != "CUB":
            measures.setdefault(row["country_iso3"], set()).add(row["measure"])
    again = {iso3 for iso3, found in measures.items() if found - timeline.NOT_PRESENCE}
    named = timeline.named_countries(tables.claims(), tables.table("countries"))
    assert set(named["iso3"]) == again
    assert len(named) == len(again)
    assert "USA" not in again  # offered help, not a host


def test_the_disputed_years_again(raw):
    years, publishers = {}, {}
    for row in raw:
        if row["measure"] == "mission_start_year_long_term":
            years.setdefault(row["country_iso3"], set()).add(int(row["value"]))
            publishers.setdefault(row["country_iso3"], set()).add(row["source_id"])
    twice = {iso3 for iso3, ids in publishers.items() if len(ids) > 1}
    starts = timeline.starts(tables.claims(), tables.table("countries"))
    table = timeline.datings(starts).set_index("iso3")
    assert set(table.index) == twice
    assert {i: set(y) for i, y in table["years"].items()} == {i: years[i] for i in twice}


def test_every_measure_set_apart_exists():
    assert set(tables.measures()["measure"]) >= timeline.NOT_PRESENCE
    assert set(tables.sources()["stake"]) >= set(timeline.OWN_SIDE)


def test_the_documented_dates_are_all_weighed():
    claims = tables.claims()
    table = timeline.weighed(claims, tables.table("countries")).set_index("id")
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

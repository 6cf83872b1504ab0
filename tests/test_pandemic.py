"""The pandemic: dates, falls, arrivals, vaccines, deaths; every sentence chosen by rule."""

import math

import matplotlib
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import charts, pandemic, tables, totals

SIZE, DOCTORS = "brigade_size_epidemic", "brigade_doctors_epidemic"


def dated(*rows: tuple[str, str, float, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["id", "as_of", "value", "qualifier"])
    return table.assign(value_high=float("nan"))


def teams(*rows: tuple[str, str, str, float, str, str]) -> pd.DataFrame:
    columns = ["id", "country_iso3", "date_start", "value", "measure", "source_id"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(value_high=float("nan"), qualifier="exact", as_of="")


def test_days_of_a_partial_date():
    day = pandemic.date(2020, 2, 1).toordinal()
    assert pandemic.days("2020-02-01") == (day, day)
    assert pandemic.days("2020-02") == (day, day + 28)  # a leap year
    assert pandemic.days("2020") == (day - 31, day + 334)


def test_a_fall_counts_only_where_the_order_is_known():
    rows = dated(
        ("a", "2020-04-06", 15, "exact"),
        ("b", "2020-04", 14, "exact"),
        ("c", "2020-05", 13, "exact"),
    )
    assert len(totals.falls(rows)) == 3
    falls = pandemic.certain_falls(rows)
    assert list(zip(falls["earlier"], falls["later"], strict=True)) == [("a", "c"), ("b", "c")]
    assert pandemic.certain_falls(rows.iloc[:1]).empty


@given(
    st.lists(
        st.tuples(st.sampled_from(["2020", "2020-03", "2020-05", "2020-05-07"]), st.integers(1, 9)),
        min_size=2,
        max_size=8,
    )
)
def test_certain_falls_are_falls(pairs):
    rows = dated(*[(str(i), when, float(v), "exact") for i, (when, v) in enumerate(pairs)])
    certain, every = pandemic.certain_falls(rows), totals.falls(rows)
    pair = ["earlier", "later"]
    assert set(map(tuple, certain[pair].values)) <= set(map(tuple, every[pair].values))


def test_the_floor_never_falls_and_waits_for_the_end_of_a_date():
    rows = dated(
        ("a", "2020-04", 20, "exact"),
        ("b", "2020-04-10", 10, "more_than"),
        ("c", "2020-06", 15, "exact"),
    )
    line = pandemic.floor(rows)
    assert list(line["low"]) == [10, 20, 20]
    assert line["time"].is_monotonic_increasing


def test_arrivals_by_hand():
    rows = teams(
        ("a", "ITA", "2020-03", 53, SIZE, "s"),
        ("b", "ITA", "2020-03-22", 52, SIZE, "t"),
        ("c", "ITA", "2020-04-12", 38, SIZE, "s"),
        ("d", "JAM", "2020", 290, SIZE, "s"),  # by year alone: set aside
        ("e", "JAM", "2020-03-21", 140, SIZE, "t"),
        ("f", "MTQ", "2020-06-26", 15, SIZE, "s"),
        ("g", "MTQ", "2020-06-26", 14, DOCTORS, "t"),  # doctors, where there is a size
        ("h", "SUR", "2020", 50, SIZE, "s"),  # by year alone, but nothing better
        ("i", "VEN", "2020-08-16", 230, DOCTORS, "s"),
    )
    found = pandemic.arrivals(rows).set_index(["country_iso3", "when"])
    assert list(found["ids"]) == [["a", "b"], ["c"], ["e"], ["f"], ["h"], ["i"]]
    team = found.loc[("ITA", "2020-03-22")]
    assert (team["lowest"], team["highest"], team["sources"], team["agree"]) == (52, 53, 2, False)
    assert found["lowest"].sum() == 52 + 38 + 140 + 15 + 50 + 230


def test_a_hedge_can_make_two_sizes_agree():
    rows = teams(
        ("a", "ZAF", "2020-04-25", 216, SIZE, "s"), ("b", "ZAF", "2020-04-26", 211, SIZE, "t")
    )
    rows.loc[1, "qualifier"] = "about"
    assert bool(pandemic.arrivals(rows)["agree"].item())
    rows.loc[1, "qualifier"] = "more_than"  # closed at what is stated, for sums
    assert pandemic.arrivals(rows)["highest"].item() == 216


def test_the_gap_is_one_parameter():
    rows = teams(("a", "AND", "2020-03-01", 9, SIZE, "s"), ("b", "AND", "2020-03-08", 9, SIZE, "t"))
    assert len(pandemic.arrivals(rows)) == 1
    assert len(pandemic.arrivals(rows, gap=6)) == 2


@pytest.mark.parametrize(
    ("below", "own", "words"),
    [
        (0, 0, "No dated total"),
        (3, 0, "only where different publishers"),
        (3, 1, "not only where different publishers"),
    ],
)
def test_running_sentence(below, own, words):
    assert words in pandemic.running_sentence(below, own)


@pytest.mark.parametrize(
    ("total", "words"),
    [((10, 50), "too low"), ((200, math.inf), "less than the total"), ((90, 140), "can make up")],
)
def test_enough(total, words):
    assert words in pandemic.enough((100, 120), total)


def test_room():
    assert "fit" in pandemic.room((0, 4), "others")
    assert "conflict" in pandemic.room((-9, -1), "others")


@pytest.mark.parametrize(
    ("others", "clinical", "verdict", "words"),
    [
        ([53, 53], True, "contradicted", "No other source"),
        ([52, 53], True, "supported with a caveat", "Most sources"),
        ([52, 52], True, "supported", "Every source"),
        ([52, 52], False, "supported with a caveat", "not all of its members"),
        ([52, 53], False, "supported with a caveat", "some sources have another size"),
    ],
)
def test_team_verdict(others, clinical, verdict, words):
    found, sentence = pandemic.team_verdict(52, others, clinical)
    assert found == verdict
    assert words in sentence


def test_team_verdict_needs_another_source():
    with pytest.raises(ValueError, match="no other source"):
        pandemic.team_verdict(52, [], True)


def test_vaccines_and_intervals_are_read_from_notes():
    notes = [
        "Soberana 02 then Soberana Plus. Confidence interval (95%): 86.9-95.6. Preprint.",
        "Abdala.",
    ]
    assert pandemic.named(notes) == ["Abdala", "Soberana 02", "Soberana Plus"]
    assert pandemic.schedule(notes[0]) == "Soberana 02, Soberana Plus"
    assert pandemic.schedule("Mixed doses. And more.") == "Mixed doses"
    assert pandemic.confidence_interval(notes[0]) == (86.9, 95.6)
    assert pandemic.confidence_interval(notes[1]) is None


@pytest.mark.parametrize(
    ("names", "makers", "verdict"),
    [
        (["A"], True, "not checkable"),
        (["A", "B"], True, "supported"),
        (["A", "B"], False, "supported"),
    ],
)
def test_products_verdict(names, makers, verdict):
    assert pandemic.products_verdict(names, makers)[0] == verdict


def test_coverage_title():
    assert pandemic.coverage_title(2, 3) != pandemic.coverage_title(1, 3)


def test_excess():
    assert pandemic.excess(150, [100, 110]) == (40, 50)
    with pytest.raises(ValueError, match="no year"):
        pandemic.excess(150, [])


@pytest.mark.parametrize(
    ("multiple", "words"),
    [((6.7, 7.2), "several times"), ((0.2, 0.9), "less"), ((0.9, 1.4), "as much")],
)
def test_deaths_sentence(multiple, words):
    assert words in pandemic.deaths_sentence(multiple)


@pytest.mark.parametrize(
    ("official", "fall", "words"),
    [(9, 3, "Low official deaths, a deep"), (2, 3, "High official deaths and a deep"),
     (9, 12, "Low official deaths and a small"), (2, 12, "High official deaths, a small")],
)  # fmt: skip
def test_ranks_sentence(official, fall, words):
    assert pandemic.ranks_sentence(official, fall, 14).startswith(words)


def test_fall_in_life_takes_the_deeper_year():
    rows = [
        ("A", 2019, 80.0),
        ("A", 2020, 77.0),
        ("A", 2021, 78.0),
        ("B", 2019, 70.0),
        ("B", 2020, 69.0),
    ]
    life = pd.DataFrame(rows, columns=["iso3", "year", "value"])
    assert pandemic.fall_in_life(life).to_dict() == {"A": 3.0}


def test_totals_title():
    rows = dated(("a", "2020-09", 5, "exact"), ("b", "2021-01", 4, "exact")).assign(measure="m")
    assert "fall" in pandemic.totals_title(rows)
    assert "fall" not in pandemic.totals_title(rows.iloc[:1])


def test_the_drawings_return_what_they_draw():
    figure, _ = charts.new(3)
    drawn = pandemic.draw_totals(
        figure, [("B", "pandemic_brigades_sent", "pandemic_brigades_active")]
    )
    assert (drawn["as_of"].str.len() > 4).all()
    below = set(drawn.loc[drawn["certainly_below"].eq(True), "id"])
    sent = tables.claims(measure="pandemic_brigades_sent", scope="world")
    assert below == set(pandemic.certain_falls(sent)["later"])
    figure, axes = charts.new(3)
    rows = tables.claims(measure=["brigade_stay_months", "brigade_stay_planned_months"])
    rows["place"] = rows["country_iso3"].replace("", "SLE")
    order = pandemic.draw_stays(axes, rows, pandemic.country_names())
    longest = rows.groupby("place")["value"].max()
    assert list(longest[order]) == sorted(longest)
    matplotlib.pyplot.close("all")


def test_small_words():
    assert pandemic.per_hundred_thousand(760.0) == 76
    assert pandemic.share_text(1, 3) == "33 percent"
    assert pandemic.served(dated(("a", "", 2, "more_than"), ("b", "", 26, "exact"))) == (2, 26)
    names = pandemic.country_names()
    assert (names["USA"], names["VEN"]) == ("United States", "Venezuela")


# The chapter’s headline results once more, from the raw rows and without the module.


def value(claim_id: str) -> float:
    return tables.claim(claim_id)["value"]


def test_the_rise_in_deaths_agrees_with_the_outlets_own_reckoning():
    multiple = (value("hs_cb_006") - value("hs_cb_005")) / value("hs_cb_002")
    assert multiple == pytest.approx(value("hs_cb_011"), abs=0.005)
    low, _ = pandemic.excess(value("hs_cb_006"), [value("hs_cb_004"), value("hs_cb_005")])
    assert low / value("hs_cb_002") == multiple


def test_henry_reeve_totals_by_subtraction():
    assert pandemic.difference("S0287", "S0300") == (value("S0287") - value("S0300"),) * 2


def test_the_statements_below_an_earlier_one_by_a_plain_loop():
    rows = tables.claims(measure="pandemic_countries_sent", scope="world")
    rows = rows[(rows["qualifier"] == "exact") & (rows["as_of"].str.len() == 10)]
    plain = {
        later.id
        for later in rows.itertuples()
        for earlier in rows.itertuples()
        if earlier.as_of < later.as_of and earlier.value > later.value
    }
    assert set(pandemic.certain_falls(rows)["later"]) == plain != set()


def test_no_team_to_china_in_the_ledger():
    """The chapter says so in words; a new row must change them."""
    sent = tables.claims(measure=[SIZE, DOCTORS], country_iso3="CHN")
    assert sent.empty


@pytest.mark.parametrize(
    ("measure", "value", "fits"),
    [
        ("all_cause_deaths", 131.0, True),
        ("all_cause_deaths", 129.0, False),
        ("excess_deaths", 41.0, True),
        ("excess_deaths", 40.0, False),
        ("covid_deaths_multiple", 1.5, True),
        ("covid_deaths_multiple", 1.0, False),
    ],
)
def test_deaths_beyond_the_official_number(measure, value, fits):
    row = {"id": "x", "measure": measure, "value": value, "value_high": math.nan}
    table = pd.DataFrame([row | {"qualifier": "exact"}])
    found = pandemic.beyond_official(table, before=100, official=30, since_start=40)
    assert found == ({"x"} if fits else set())

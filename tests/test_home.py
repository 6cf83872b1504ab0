"""Care at home: the reckoning on rows small enough to check by hand, and every verdict."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import home, tables

NAN = float("nan")


def claims(*rows: tuple) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["id", "as_of", "value", "qualifier"])
    return table.assign(value_high=NAN)


def frame(**columns) -> pd.DataFrame:
    return pd.DataFrame(columns)


WORKERS = frame(year=[2010, 2011, 2012], low=[90.0, 100.0, 100.0], high=[100.0, 120.0, 120.0])
TOTALS = frame(year=[2010, 2011, 2012], low=[400.0, 500.0, 500.0], high=[400.0, 600.0, 600.0])
PEOPLE = frame(year=[2010, 2011, 2012], low=[1e5] * 3, high=[1e5, 2e5, 1e5])


def test_originals_drops_echoes():
    rows = claims(("a", "2010", 1, "exact"), ("b", "2010", 1, "exact"))
    assert list(home.originals(rows, frame(claim=["b", "z"]))["id"]) == ["a"]


def test_doctors_only_judges_by_the_workers_of_the_year():
    rows = claims(
        ("fewer", "2010-03", 89, "exact"),
        ("as many", "2010", 90, "more_than"),
        ("no count", "2009", 10, "exact"),
        ("words", "2010", NAN, "vague"),
    )
    found = home.doctors_only(rows, WORKERS).set_index("id")["finding"]
    assert found.to_dict() == {
        "no count": "no count to compare",
        "fewer": "kept",
        "as many": "as many as all health workers",
    }


def test_inhabitants_and_totals_span_all_who_state_them():
    series = frame(year=[2010, 2011], value=[1000.0, 1000.0])
    rows = claims(("a", "2010", 900, "exact"), ("b", "2012", 800, "exact"))
    people = home.inhabitants(rows, series).set_index("year")
    assert people.loc[2010].tolist() == [900, 1000]
    assert people.loc[2011].tolist() == [1000, 1000]
    assert people.loc[2012].tolist() == [800, 800]
    # 7 per 1,000 of 1,000 people are 7 heads, beside the 5 claimed
    heads = home.totals(claims(("a", "2010", 5, "exact")), frame(year=[2010], value=[7.0]), series)
    assert heads.to_dict("records") == [{"year": 2010, "low": 5, "high": 7}]


def test_abroad_by_hand():
    counts = claims(("open", "2010", 50, "at_least"), ("dropped", "2010", 95, "exact"))
    counts = home.doctors_only(counts, WORKERS)
    shares = claims(("s", "2011", 50, "exact"), ("undated", "", 10, "exact"))
    none = shares.iloc[:0]
    rows = home.abroad(counts, shares, none, WORKERS, TOTALS).set_index("year")
    assert rows.loc[2010].tolist() == [50, 100, home.DOCTORS]  # closed at the health workers
    assert rows.loc[2011].tolist() == [50, 60, home.DOCTORS]  # half of 100 to 120
    assert rows.loc[2012].tolist() == [0, 120, home.WORKERS]  # none to all of them
    of_doctors = home.abroad(counts, none, shares, WORKERS, TOTALS).set_index("year")
    assert of_doctors.loc[2011].tolist() == [250, 300, home.DOCTORS]


def test_at_home_by_hand():
    away = frame(year=[2010, 2011], low=[50.0, 0.0], high=[100.0, 700.0], basis=["d", "w"])
    rows = home.at_home(TOTALS, away, PEOPLE).set_index("year")
    # 400 doctors less 50 to 100, for 100,000 people: 3.0 to 3.5 per 1,000; 12.5 to 25 percent
    first = rows.loc[2010]
    assert (first["low"], first["high"]) == pytest.approx((3.0, 3.5))
    assert (first["total_low"], first["total_high"]) == pytest.approx((4.0, 4.0))
    assert (first["share_low"], first["share_high"]) == pytest.approx((12.5, 25.0))
    # more abroad than counted leaves none, not fewer; 600 for 100,000 people are 6 per 1,000
    assert (rows.loc[2011, "low"], rows.loc[2011, "high"]) == pytest.approx((0.0, 6.0))


def test_at_home_leaves_out_years_without_people():
    away = frame(year=[2010, 1999], low=[1.0, 1.0], high=[1.0, 1.0], basis=["d", "d"])
    assert list(home.at_home(TOTALS, away, PEOPLE)["year"]) == [2010]


@given(
    st.tuples(*[st.floats(0, 1)] * 3),
    st.floats(1, 1e5), st.floats(1, 1e5), st.floats(0, 1e5), st.floats(0, 1e5),
    st.floats(1e5, 1e7), st.floats(1e5, 1e7),
)  # fmt: skip
def test_every_true_state_lies_in_the_interval(place, t1, t2, a1, a2, p1, p2):
    """Wherever total, abroad and people lie in their intervals, doctors at home lie in theirs."""
    ends = [sorted(pair) for pair in ((t1, t2), (a1, a2), (p1, p2))]
    total, away, people = (
        low + share * (high - low) for share, (low, high) in zip(place, ends, strict=True)
    )
    parts = [frame(year=[2000], low=[low], high=[high]) for low, high in ends]
    row = home.at_home(parts[0], parts[1].assign(basis="d"), parts[2]).iloc[0]
    true = 1000 * max(total - away, 0) / people
    assert row["low"] <= true * (1 + 1e-9) + 1e-9
    assert true <= row["high"] * (1 + 1e-9) + 1e-9


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        ((2, 3), (4, 5), "rose"),
        ((2, 3), (1, 1.9), "fell"),
        ((2, 3), (3, 4), "not decided"),
        ((2, 3), (1, 9), "not decided"),
    ],
)
def test_trend(before, after, finding):
    assert home.trend(before, after) == finding


def test_latest_year_needs_enough_countries():
    rows = frame(iso3=["CUB", "ITA", "CUB"], year=[2000, 2000, 2001])
    assert home.latest_year(rows, "CUB", least=2) == 2000
    assert home.latest_year(rows, "CUB", least=1) == 2001
    with pytest.raises(ValueError, match="no year has CUB and 3"):
        home.latest_year(rows, "CUB", least=3)


def test_rank_and_places():
    others = pd.Series([9.0, 7.0, 5.0])
    assert home.rank(others, (6.0, 8.0)) == (2, 3)
    assert home.rank(others, (10.0, 10.0)) == (1, 1)
    assert home.places((2, 3)) == "between second and third"
    assert home.places((1, 1)) == "first"
    assert home.places((8, 12)) == "between eighth and place 12"


def test_since_peak():
    peak = home.since_peak(
        claims(("a", "2000", 80, "exact"), ("b", "1990", 100, "exact"), ("c", "", 900, "exact"))
    )
    assert peak.to_dict() == {"peak": "b", "latest": "a", "change": pytest.approx(-20)}
    with pytest.raises(ValueError, match="no dated count"):
        home.since_peak(claims(("c", "", 900, "exact")))


def test_moved():
    assert home.moved(-10.0) == "held"
    assert home.moved(-10.1) == "fell"
    assert home.moved(-30, held=50) == "held"


@pytest.mark.parametrize(
    ("moves", "title"),
    [
        (
            {"offices": "fell", "polyclinics": "held", "hospitals": "fell"},
            "Offices and hospitals fell from their peak; polyclinics held",
        ),
        ({"offices": "held"}, "Offices held"),
        ({"offices": "fell"}, "Offices fell from their peak"),
    ],
)
def test_layers_title(moves, title):
    assert home.layers_title(moves) == title


@pytest.mark.parametrize("late", ["rose", "fell", "not decided"])
def test_home_title(late):
    first = {"rose": "More", "fell": "Fewer", "not decided": "Doctors at home, 2007"}[late]
    assert home.home_title(late, 2007, 2020, 0).startswith(first)
    assert "not known" not in home.home_title(late, 2007, 2020, 0)
    assert home.home_title(late, 2007, 2020, 2).endswith("since then, not known")


def test_turned_takes_the_last_year_of_the_lowest_value():
    assert home.turned(pd.Series([5, 4, 4, 6], index=[1, 2, 3, 4])) == (3, "rose")
    assert home.turned(pd.Series([5, 4], index=[1, 2])) == (2, "low")
    assert "2015" in home.infant_title(2015, "rose")
    assert "not risen" in home.infant_title(2015, "low")


def test_infant_gap():
    stated = pd.Series([4.0, 7.0, 9.0], index=[2018, 2022, 2030])
    rows = home.infant_gap(stated, pd.Series([5.0, 6.0], index=[2018, 2022]))
    assert rows["gap"].tolist() == [-1, 1]


def test_gap_words():
    assert home.gap_words(pd.Series([-1.26, 0.5])) == ["up to 1.3 below", "up to 0.5 above"]
    assert home.gap_words(pd.Series([0.5, 0.2])) == ["up to 0.5 above"]
    assert home.gap_words(pd.Series([0.0])) == ["nothing"]


def test_under():
    assert home.under(13456.0) == "under 13,400"
    assert home.under(-5.0) == "none"


@pytest.mark.parametrize(
    ("figure", "words"), [((1, 2), "below"), ((4, 5), "above"), ((2, 4), "on both sides of")]
)
def test_beside(figure, words):
    assert home.beside(figure, 3) == words


@pytest.mark.parametrize(("loss", "words"), [(31, "larger"), (19, "smaller"), (25, "of the size")])
def test_loss_against_abroad(loss, words):
    assert words in home.loss_against_abroad(loss, (20, 30))


@pytest.mark.parametrize(
    ("sources", "moves", "verdict"),
    [
        ([1, 5], ["held"], "not checkable"),
        ([2, 5], ["held", "fell"], "supported with a caveat"),
        ([2, 5], ["held"], "supported"),
    ],
)
def test_verdict_layers(sources, moves, verdict):
    as_dict = [dict(enumerate(values)) for values in (sources, moves)]
    assert home.verdict_layers(*as_dict)[0] == verdict


@pytest.mark.parametrize(
    ("share", "verdict"),
    [((10, 12), "supported with a caveat"), ((1, 9), "contradicted"), ((5, 15), "not checkable")],
)
def test_verdict_abroad(share, verdict):
    assert home.verdict_abroad(share)[0] == verdict


@pytest.mark.parametrize(
    ("share", "early", "late", "whole", "verdict"),
    [
        (15, "rose", "rose", "rose", "contradicted"),
        (15, "fell", "rose", "rose", "not checkable"),
        (15, "rose", "fell", "rose", "supported with a caveat"),
        (15, "rose", "rose", "fell", "supported with a caveat"),
        (15, "rose", "rose", "not decided", "not checkable"),
        (0, "rose", "rose", "rose", "not checkable"),
    ],
)
def test_verdict_thinner(share, early, late, whole, verdict):
    found, sentence = home.verdict_thinner((share, 20), early, late, whole, (2000, 2007, 2020))
    assert found == verdict
    assert f"From 2000 to 2007 doctors at home {home.BECAME[early]}" in sentence
    assert f"to 2020 they {home.BECAME[late]}" in sentence
    assert ("what those abroad would do otherwise" in sentence) == (share > 0)


@pytest.mark.parametrize(
    ("national", "accounts", "verdict", "words"),
    [
        (0, 3, "not checkable", "single accounts by others"),
        (0, 0, "not checkable", "nobody else"),
        (1, 0, "supported with a caveat", "a national count of waits"),
    ],
)
def test_verdict_unmeasured(national, accounts, verdict, words):
    found, sentence = home.verdict_unmeasured(national, accounts, "waits")
    assert found == verdict
    assert words in sentence


@pytest.mark.parametrize(
    ("official", "others", "verdict"),
    [(2, 3, "supported with a caveat"), (0, 3, "not checkable"), (2, 0, "not checkable")],
)
def test_verdict_hardship(official, others, verdict):
    assert home.verdict_hardship(official, others)[0] == verdict


def indicator(name: str, year: int) -> float:
    rows = tables.table("indicators")
    rows = rows[(rows["iso3"] == "CUB") & (rows["indicator"] == name) & (rows["year"] == year)]
    return rows["value"].item()


def test_headlines_from_the_raw_rows():
    """Doctors at home in 2020 and their share abroad, by plain arithmetic on the raw rows."""
    density, people = indicator("SH.MED.PHYS.ZS", 2020), indicator("SP.POP.TOTL", 2020)
    away = tables.claim("S0256")["value"]
    at_home = density - 1000 * away / people
    share = 100 * away / (density * people / 1000)
    workers = home.stock_envelope(tables.claims(measure="workers_abroad", scope="world"))
    echoes = tables.table("repeats")

    def heads(measure, **more):
        return home.originals(tables.claims(measure=measure, **more), echoes)

    rows = tables.table("indicators").query("iso3 == 'CUB'")
    series = {n: rows[rows["indicator"] == n] for n in ("SH.MED.PHYS.ZS", "SP.POP.TOTL")}
    persons = home.inhabitants(
        tables.claims(measure="population", scope="cuba"), series["SP.POP.TOTL"]
    )
    total = home.totals(heads("doctors_total", scope="cuba"), *series.values())
    counts = home.doctors_only(heads("doctors_abroad", scope="world"), workers)
    abroad = home.abroad(
        counts,
        heads("doctor_share_of_workers_abroad"),
        tables.claims(measure="share_of_doctors_abroad"),
        workers,
        total,
    )
    row = home.at_home(total, abroad, persons).set_index("year").loc[2020]
    assert (row["low"], row["high"]) == pytest.approx((at_home, at_home))
    assert (row["share_low"], row["share_high"]) == pytest.approx((share, share))
    assert not math.isnan(at_home)
    assert math.isclose(at_home, 7.68, abs_tol=0.01)  # a slip in the data would show here


def test_the_falls_of_the_count_add_up():
    """What is printed as each year's fall is the difference of what is printed as each count."""
    value = {i: tables.claim(i)["value"] for i in (
        "hs_hw_043", "hs_hw_044", "hs_hw_045", "hs_hw_046", "hs_hw_048", "hs_hw_049", "hs_hw_050",
        "hs_hw_052")}  # fmt: skip
    assert value["hs_hw_043"] - value["hs_hw_044"] == value["hs_hw_052"]
    assert value["hs_hw_044"] - value["hs_hw_045"] == value["hs_hw_050"]
    assert value["hs_hw_045"] - value["hs_hw_046"] == value["hs_hw_049"]
    assert value["hs_hw_043"] - value["hs_hw_046"] == value["hs_hw_048"]

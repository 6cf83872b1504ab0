"""Stocks and flows: dates, envelopes and worker-years small enough to reckon by hand."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.reckon import flows

NONE = math.nan
DATES = st.dates().map(str)
# stocks at mid-2000 and mid-2002: low 10 -> 30, high 20 -> 40; nothing for 2001
ENVELOPE = pd.DataFrame({"year": [2000, 2002], "low": [10.0, 30.0], "high": [20.0, 40.0]})


def claims(*rows):
    columns = ["as_of", "value", "value_high", "qualifier"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(id=[f"c{n}" for n in range(len(rows))])


def ends(envelope):
    return {row.year: (row.low, row.high) for row in envelope.itertuples()}


@pytest.mark.parametrize(("text", "expected"), [
    ("2019", 2019.5),
    ("2019-01", 2019 + 14.5 / 365),  # noon of 15 January: 14 days and a half are over
    ("2019-07-01", 2019 + 181.5 / 365),  # 31 + 28 + 31 + 30 + 31 + 30 = 181
    ("2020-12-31", 2020 + 365.5 / 366),
])  # fmt: skip
def test_decimal_year(text, expected):
    assert flows.decimal_year(text) == pytest.approx(expected, abs=1e-6)


@given(DATES, DATES)
def test_later_days_have_later_decimal_years(one, other):
    assert (one < other) == (flows.decimal_year(one) < flows.decimal_year(other))


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_every_day_and_month_lies_in_its_own_year(year, month):
    last = str(pd.Period(f"{year}-{month:02}").end_time.date())
    first, middle = f"{year}-{month:02}-01", f"{year}-{month:02}"
    times = [flows.decimal_year(text) for text in (first, middle, last)]
    assert times == sorted(times)
    assert [math.floor(time) for time in times] == [year] * 3


def test_dated_leaves_out_the_undated_and_sorts_by_time_then_id():
    rows = claims(("2001", 1, NONE, "exact"), ("", 2, NONE, "exact"), ("2000-12", 3, NONE, "exact"),
                  ("2000-12", 4, NONE, "exact"))  # fmt: skip
    result = flows.dated(rows.iloc[::-1])
    assert result["id"].to_dict() == {0: "c2", 1: "c3", 2: "c0"}
    assert result["time"].iloc[2] == 2001.5


@pytest.mark.parametrize(("rows", "expected"), [
    ([("2000", 10.0, NONE, "exact"), ("2000-03", 100.0, NONE, "about")], {2000: (10, 150)}),
    # two years keep apart; what is more than a round number ends at the next one
    ([("2000", 10.0, NONE, "exact"), ("2001", 30.0, NONE, "more_than")],
     {2000: (10, 10), 2001: (30, 40)}),
    # a limit alone counts as stated on its other side, as does more than a number not rounded
    ([("2000", 31.0, NONE, "more_than"), ("2001", 40.0, NONE, "at_least")],
     {2000: (31, 31), 2001: (40, 40)}),
    ([("2000", 30.0, NONE, "more_than"), ("2000", 45.0, NONE, "exact")], {2000: (30, 45)}),
    ([("2000", 50.0, NONE, "at_least"), ("2000", 40.0, NONE, "exact")], {2000: (40, 50)}),
    ([("2000", 34.0, 50.0, "exact"), ("", 99.0, NONE, "exact")], {2000: (34, 50)}),
    ([("2000", 50.0, NONE, "up_to")], {2000: (50, 50)}),
    ([("2000", 0.0, 50.0, "exact")], {2000: (0, 50)}),
    # a vague claim states no number, so it moves neither end
    ([("2000", 10.0, NONE, "exact"), ("2000", NONE, NONE, "vague")], {2000: (10, 10)}),
    ([("2000", 10.0, NONE, "exact"), ("2001", NONE, NONE, "vague")], {2000: (10, 10)}),
])  # fmt: skip
def test_stock_envelope(rows, expected):
    assert ends(flows.stock_envelope(claims(*rows))) == expected


def test_stock_envelope_counts_claims():
    rows = claims(("2000", 110.0, NONE, "about"), ("2000", 90.0, NONE, "exact"),
                  ("2001", 5.0, NONE, "exact"))  # fmt: skip
    envelope = flows.stock_envelope(rows)
    assert list(envelope["claims"]) == [2, 1]
    assert ends(envelope) == {2000: (90, 115), 2001: (5, 5)}


@pytest.mark.parametrize(("start", "end", "expected"), [
    (2000.5, 2002.5, (40, 60)),  # mean of 10 and 30 is 20, of 20 and 40 is 30; two years of each
    (2001.0, 2002.0, (20, 30)),  # 15 -> 25 and 25 -> 35 over one year
    (2000.5, 2001.5, (15, 25)),  # 10 -> 20 and 20 -> 30 over one year
])  # fmt: skip
def test_worker_years(start, end, expected):
    assert flows.worker_years(ENVELOPE, start, end) == pytest.approx(expected)


def test_worker_years_bend_where_a_stock_is_documented():
    bent = pd.DataFrame({"year": [2000, 2001, 2002], "low": [0.0, 10.0, 0.0], "high": [10.0] * 3})
    # low: two triangles of 5 worker-years each; high: 10 people for two years
    assert flows.worker_years(bent, 2000.5, 2002.5) == pytest.approx((10, 20))


@pytest.mark.parametrize(
    ("start", "end"), [(2000.4, 2001), (2001, 2002.6), (2002, 2001), (2001, 2001)]
)
def test_worker_years_are_never_extrapolated(start, end):
    with pytest.raises(ValueError, match=r"from 2000\.5 to 2002\.5"):
        flows.worker_years(ENVELOPE, start, end)


@given(st.floats(2000.6, 2002.4))
def test_worker_years_of_two_parts_add_up(middle):
    first = flows.worker_years(ENVELOPE, 2000.5, middle)
    second = flows.worker_years(ENVELOPE, middle, 2002.5)
    assert (first[0] + second[0], first[1] + second[1]) == pytest.approx((40, 60))


@pytest.mark.parametrize(("years", "people", "expected"), [
    ((200, 400), (100, 200), (1, 4)),
    ((200, 400), (-50, 100), (2, math.inf)),  # at most 100 new people, maybe none
    ((200, 400), (100, math.inf), (0, 4)),
    ((2, 4), (0, 1), (2, math.inf)),
])  # fmt: skip
def test_implied_tour(years, people, expected):
    assert flows.implied_tour(years, people) == expected


@pytest.mark.parametrize("people", [(-5, 0), (-5, -1), (0, 0)])
def test_no_tour_where_the_total_did_not_rise(people):
    with pytest.raises(ValueError, match="did not rise"):
        flows.implied_tour((1, 2), people)


def test_rate_per_hundred():
    # 10 of 200 is 5 in a hundred, 20 of 100 is 20
    assert flows.rate_per_hundred((10, 20), (100, 200)) == (5, 20)


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("linear", 150),  # 100 rising to 200 over one year
        ("previous", 100),
        ("next", 200),
    ],
)
def test_interpolation_by_hand(how, expected):
    stock = pd.DataFrame({"year": [2010, 2011], "low": [100.0, 200.0], "high": [100.0, 200.0]})
    assert flows.worker_years(stock, 2010.5, 2011.5, how) == pytest.approx((expected, expected))


def test_every_interpolation_lies_between_previous_and_next_where_the_stock_rises():
    stock = pd.DataFrame(
        {"year": [2010, 2012, 2015], "low": [1.0, 5.0, 9.0], "high": [2.0, 6.0, 9.0]}
    )
    low, linear, high = (
        flows.worker_years(stock, 2010.7, 2015.2, how) for how in ("previous", "linear", "next")
    )
    assert low[0] < linear[0] < high[0]
    assert low[1] < linear[1] < high[1]


def test_an_unknown_interpolation_is_refused():
    stock = pd.DataFrame({"year": [2010, 2011], "low": [1.0, 1.0], "high": [1.0, 1.0]})
    with pytest.raises(ValueError, match="unknown interpolation 'spline'"):
        flows.worker_years(stock, 2010.5, 2011.5, "spline")

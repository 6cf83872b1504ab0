"""Numbers, hedges and dates in words."""

import math
import re
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.show import words

NONE = math.nan


@pytest.mark.parametrize(("value", "unit", "expected"), [
    (400_000, "people", "400,000"),
    (4.86, "usd", "4.86"),
    (12_345.5, "", "12,345.5"),
    (1_234_567.1, "", "1,234,567.1"),
    (0, "", "0"),
    (-1500, "", "-1,500"),
    (1963, "year", "1963"),
    (1963, "years", "1,963"),
    (math.inf, "people", "no upper limit"),
])  # fmt: skip
def test_number(value, unit, expected):
    assert words.number(value, unit) == expected


@given(st.integers(-(10**15), 10**15) | st.decimals(-(10**6), 10**6, places=3))
def test_a_number_reads_back_as_itself(value):
    text = words.number(float(value))
    assert float(text.replace(",", "")) == float(value)
    assert re.fullmatch(r"-?\d{1,3}(,\d{3})*(\.\d{1,3})?", text)  # no more decimals than given


@pytest.mark.parametrize(("value", "expected"), [
    (6_400_000_000, "6.4 billion"),
    (144_413_400_000, "144.4134 billion"),
    (1_157_327_000_000, "1,157.327 billion"),
    (1_000_000_000, "1 billion"),
    (5_382_190_900, "5,382,190,900"),
    (999_900_000, "999,900,000"),
    (math.inf, "no upper limit"),
])  # fmt: skip
def test_amount(value, expected):
    assert words.amount(value) == expected


@given(st.integers(0, 10**15) | st.integers(0, 10**10).map(lambda n: n * 10**5))
def test_a_billion_is_rounded_nowhere(value):
    digits, _, unit = words.amount(float(value)).partition(" ")
    assert Decimal(digits.replace(",", "")) * (10**9 if unit else 1) == value


@given(st.floats(0.0001, 1e15))
def test_prose_has_no_scientific_notation(value):
    assert "e" not in words.number(value)


@pytest.mark.parametrize(("qualifier", "value", "high", "unit", "expected"), [
    ("exact", 164, NONE, "countries", "164"),
    ("about", 5000, NONE, "people", "about 5,000"),
    ("more_than", 400_000, NONE, "people", "more than 400,000"),
    ("at_least", 7, NONE, "people", "at least 7"),
    ("nearly", 60, NONE, "years", "nearly 60"),
    ("up_to", 50, NONE, "people", "up to 50"),
    ("fewer_than", 50, NONE, "people", "fewer than 50"),
    ("exact", 34_000, 50_000, "people", "34,000 to 50,000"),
    ("about", 6e9, 8e9, "usd", "about 6 billion to 8 billion"),
    ("about", 1960, 1963, "year", "about 1960 to 1963"),
    ("vague", NONE, NONE, "people", "hundreds of"),
    ("exact", 1, NONE, "event", "stated"),
])  # fmt: skip
def test_figure(qualifier, value, high, unit, expected):
    note = 'He said "hundreds of" and "thousands".'
    claim = pd.Series({"qualifier": qualifier, "value": value, "value_high": high, "unit": unit})
    assert words.figure(pd.concat([claim, pd.Series({"note": note})])) == expected


@pytest.mark.parametrize(("unit", "expected"), [("years", "3 years"), ("votes", "3")])
def test_a_measure_is_told_with_its_unit(unit, expected):
    claim = {"qualifier": "exact", "value": 3, "value_high": NONE, "unit": unit}
    assert words.with_unit(pd.Series(claim)) == expected


def test_vague_words_are_the_first_quoted():
    assert words.vague_words('In "very many" places.') == "very many"


@pytest.mark.parametrize("note", ["", "no words", 'one " alone'])
def test_a_vague_note_without_quoted_words(note):
    with pytest.raises(ValueError, match="quotes no words"):
        words.vague_words(note)


@pytest.mark.parametrize(("text", "expected"), [
    ("", "undated"),
    ("1963", "1963"),
    ("2019-05", "May 2019"),
    ("2019-05-03", "3 May 2019"),
    ("2019-12-31", "31 December 2019"),
])  # fmt: skip
def test_when(text, expected):
    assert words.when(text) == expected


@pytest.mark.parametrize(("start", "end", "expected"), [
    ("2006", "2016", "2006 to 2016"),
    ("2019-05", "", "since May 2019"),
    ("", "2014", "to 2014"),
    ("2014-03", "2014-03", "March 2014"),
    ("", "", ""),
])  # fmt: skip
def test_period(start, end, expected):
    assert words.period(start, end) == expected


@given(st.dates())
def test_when_reads_back_as_the_same_day(day):
    number, month, year = words.when(str(day)).split()
    assert (int(year), words.MONTHS.index(month) + 1, int(number)) == day.timetuple()[:3]


@pytest.mark.parametrize(("interval", "digits", "expected"), [
    ((3.14, 3.44), 1, "3.1 to 3.4"),
    ((7.12, 7.14), 1, "7.1"),
    ((0.92, math.inf), 1, "at least 0.9"),
    ((1234, 5678), 0, "1,234 to 5,678"),
])  # fmt: skip
def test_spread(interval, digits, expected):
    assert words.spread(interval, digits) == expected


@given(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)).map(sorted))
def test_spread_shows_both_ends_unless_they_are_alike(ends):
    shown = [int(text.replace(",", "")) for text in words.spread(ends).split(" to ")]
    assert shown == sorted(set(ends))


@pytest.mark.parametrize(("items", "expected"), [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
])  # fmt: skip
def test_listed(items, expected):
    assert words.listed(items) == expected


@given(st.lists(st.text("xyz", min_size=1), min_size=1))
def test_listed_keeps_every_item_in_order(items):
    assert re.split(", | and ", words.listed(items)) == items


@pytest.mark.parametrize(
    ("as_of", "start", "end", "said"),
    [
        ("2019-05", "2018", "2019", "May 2019"),
        ("", "2006", "2016", "2006 to 2016"),
        ("", "", "", "undated"),
    ],
)
def test_dated(as_of, start, end, said):
    claim = pd.Series({"as_of": as_of, "date_start": start, "date_end": end})
    assert words.dated(claim) == said


@pytest.mark.parametrize(("count", "said"), [(0, "zero"), (4, "four"), (12, "twelve"), (13, "13")])
def test_small_counts_are_spelled(count, said):
    assert words.spelled(count) == said


@pytest.mark.parametrize(("share", "said"), [(0.5, "half"), (1 / 3, "a third")])
def test_shares_of_rules_have_words(share, said):
    assert words.fraction(share) == said
    with pytest.raises(KeyError):
        words.fraction(share + 0.01)


@pytest.mark.parametrize(("times", "said"), [(1, "once"), (2, "twice"), (3, "three times")])
def test_times_are_said(times, said):
    assert words.often(times) == said

"""Intervals: hand-reckoned cases, and the law that a result holds every result of members."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.reckon import bounds

NONE, INF = math.nan, math.inf
SIGNED = ["exact", "about", "nearly", "more_than", "at_least"]
UNSIGNED = [*SIGNED, "up_to", "fewer_than"]


@st.composite
def pairs(draw, least=0.0):
    """Draw an interval, sometimes open above, and one of its members."""
    low, member, high = sorted(draw(st.tuples(*[st.floats(least, 1e9)] * 3)))
    return (low, draw(st.sampled_from([high, INF]))), member


def holds(interval, member):
    return interval[0] <= member <= interval[1]


@pytest.mark.parametrize(("value", "high", "qualifier", "expected"), [
    (100, NONE, "exact", (100, 100)),
    (100, 200, "exact", (100, 200)),
    (29_000, NONE, "about", (28_500, 29_500)),
    (30_407, NONE, "about", (30_406.5, 30_407.5)),
    (100, NONE, "about", (50, 150)),
    (2.5, NONE, "about", (2.45, 2.55)),
    (34_000, 50_000, "about", (33_500, 50_500)),  # the finer rounding of the two ends
    (-100, NONE, "about", (-150, -50)),
    (0, NONE, "about", (-0.5, 0.5)),
    (60, NONE, "nearly", (55, 60)),
    (60, 65, "nearly", (59.5, 65)),
    (50_000, NONE, "more_than", (50_000, 60_000)),
    (28_000, NONE, "more_than", (28_000, 29_000)),
    (10, NONE, "more_than", (10, 20)),
    (6.4e9, NONE, "more_than", (6.4e9, 6.5e9)),
    (30_407, NONE, "more_than", (30_407, INF)),  # not rounded
    (9, NONE, "more_than", (9, INF)),
    (2.5, NONE, "more_than", (2.5, INF)),
    (100, 200, "more_than", (100, 200)),
    (100, NONE, "at_least", (100, INF)),
    (100, NONE, "up_to", (0, 100)),
    (100, 200, "up_to", (0, 200)),
    (2_300, NONE, "fewer_than", (2_200, 2_300)),
    (100, NONE, "fewer_than", (0, 100)),
    (21, NONE, "fewer_than", (0, 21)),
    (100, 200, "fewer_than", (0, 200)),
    (NONE, NONE, "vague", (0, INF)),
])  # fmt: skip
def test_interval(value, high, qualifier, expected):
    assert bounds.interval(value, high, qualifier) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "unit"),
    [(29_000, 1000), (605_698, 1), (7, 1), (0, 1), (4.86, 0.01), (-30, 10), (8.2e9, 1e8)],
)
def test_the_unit_of_the_last_significant_digit(value, unit):
    assert bounds.step(value) == unit


@given(st.integers(1, 9_999), st.integers(0, 6))
def test_what_rounds_to_a_number_is_about_it_and_what_is_cut_to_it_is_more(digits, zeros):
    value, unit = float(digits * 10**zeros), bounds.step(digits * 10**zeros)
    low, high = bounds.interval(value, NONE, "about")
    assert (low, high) == (value - unit / 2, value + unit / 2)
    assert bounds.interval(value, NONE, "nearly") == (low, value)
    if unit > 1:
        assert bounds.interval(value, NONE, "more_than") == (value, value + unit)
        assert bounds.interval(value, NONE, "fewer_than") == (value - unit, value)


def test_unknown_qualifier():
    with pytest.raises(ValueError, match="'roughly'"):
        bounds.interval(1, NONE, "roughly")


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.sampled_from(UNSIGNED))
def test_interval_holds_what_is_stated(value, more, qualifier):
    assert holds(bounds.interval(value, NONE, qualifier), value)
    ranged = bounds.interval(value, value + more, qualifier)
    assert holds(ranged, value)
    assert holds(ranged, value + more)


@given(st.floats(-1e9, 0), st.sampled_from(SIGNED))
def test_interval_holds_a_negative_value(value, qualifier):
    assert holds(bounds.interval(value, NONE, qualifier), value)


def test_with_bounds_adds_two_columns_and_leaves_the_rest():
    rows = pd.DataFrame(
        {"value": [100.0, 7.0], "value_high": [NONE, NONE], "qualifier": ["about", "more_than"]},
        index=[5, 3],
    )
    result = bounds.with_bounds(rows)
    assert result["low"].to_dict() == {5: 50.0, 3: 7.0}
    assert result["high"].to_dict() == {5: 150.0, 3: INF}
    assert list(rows.columns) == ["value", "value_high", "qualifier"]
    assert result[list(rows.columns)].equals(rows)


@pytest.mark.parametrize(("function", "a", "b", "expected"), [
    (bounds.add, (1, 2), (10, 30), (11, 32)),
    (bounds.add, (1, INF), (10, 30), (11, INF)),
    (bounds.subtract, (10, 30), (1, 2), (8, 29)),
    (bounds.subtract, (10, 30), (1, INF), (-INF, 29)),
    (bounds.divide, (10, 20), (2, 5), (2, 10)),
    (bounds.divide, (10, 20), (0, 5), (2, INF)),
    (bounds.divide, (10, 20), (2, INF), (0, 10)),
    (bounds.divide, (10, INF), (2, 5), (2, INF)),
    (bounds.scale, (1, 3), 100, (100, 300)),
    (bounds.scale, (1, INF), 0, (0, 0)),
])  # fmt: skip
def test_arithmetic(function, a, b, expected):
    assert function(a, b) == expected


@pytest.mark.parametrize(("function", "a", "b"), [
    (bounds.divide, (-1, 1), (1, 2)),
    (bounds.divide, (1, 2), (-1, 2)),
    (bounds.divide, (1, 2), (0, 0)),
    (bounds.scale, (1, 2), -1),
])  # fmt: skip
def test_what_has_no_answer_is_refused(function, a, b):
    with pytest.raises(ValueError, match=r"negative|zero"):
        function(a, b)


@given(pairs(-1e9), pairs(-1e9))
def test_sums_and_differences_of_members_are_held(one, other):
    (a, x), (b, y) = one, other
    assert holds(bounds.add(a, b), x + y)
    assert holds(bounds.subtract(a, b), x - y)


@given(pairs(), pairs(least=1e-9), pairs())
def test_quotients_and_multiples_of_members_are_held(one, other, third):
    (a, x), (b, y), (_, factor) = one, other, third
    assert holds(bounds.divide(a, b), x / y)
    assert holds(bounds.divide(a, (0.0, b[1])), x / y)
    assert holds(bounds.scale(a, factor), x * factor)


@given(st.lists(pairs(-1e9), min_size=1))
def test_hull_holds_every_member_and_is_no_wider(found):
    low, high = hull = bounds.hull([interval for interval, _ in found])
    assert all(holds(hull, member) for _, member in found)
    assert low in {a[0] for a, _ in found}
    assert high in {a[1] for a, _ in found}


def test_hull_of_nothing():
    with pytest.raises(ValueError, match="no interval"):
        bounds.hull([])


@given(pairs(-1e9), pairs(-1e9))
def test_overlap_where_a_number_lies_in_both(one, other):
    (a, x), (b, y) = one, other
    shared = any(holds(a, n) and holds(b, n) for n in (*a, *b, x, y))
    assert bounds.overlap(a, b) == bounds.overlap(b, a) == shared

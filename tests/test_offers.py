"""How round numbers of an offer go back to the count of one team, on rows checked by hand."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import offers


@pytest.mark.parametrize(
    ("value", "count", "found"),
    [
        (1586, 1586, "the same"),
        (1500, 1586, "cut"),
        (1600, 1586, "rounded"),
        (1500, 1536, "cut"),  # also the rounded number: cutting is the simpler reading
        (1590, 1586, "rounded"),
        (2000, 1586, "rounded"),
        (1700, 1586, "neither"),
    ],
)
def test_rounding(value, count, found):
    assert offers.rounding(value, count) == found


@given(st.integers(1, 10**6), st.integers(1, 5))
def test_a_count_cut_short_is_known_as_such(count, digits):
    cut = count // 10**digits * 10**digits
    if cut:
        assert offers.rounding(cut, count) in {"the same", "cut"}


@pytest.mark.parametrize(
    ("found", "verdict", "words"),
    [
        ("the same", "supported", "reported at the time"),
        ("cut", "supported with a caveat", "rounded down"),
        ("rounded", "supported with a caveat", "rounded"),
        ("neither", "contradicted", "does not go back"),
    ],
)
def test_offer(found, verdict, words):
    assert offers.offer(found)[0] == verdict
    assert words in offers.offer(found)[1]
    assert offers.related(found)


def test_offers_of_one_count_are_the_same_or_rounded():
    made = pd.DataFrame({"id": list("abc"), "value": [1586.0, 1500.0, 1650.0]})
    assert offers.of_one_count(1500, made) == {"a", "b"}

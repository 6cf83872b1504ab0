"""How round numbers of an offer go back to the count of one team, on rows checked by hand."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.themes.diplomacy import offers


@given(st.integers(1, 10**6), st.integers(1, 5))
def test_a_count_cut_short_is_known_as_such(count, digits):
    cut = count // 10**digits * 10**digits
    if cut:
        assert offers.rounding(cut, count) in {"the same", "cut"}


@pytest.mark.parametrize(
    ("values", "fitting"),
    [
        ([1586, 1500, 1650], {"a", "b"}),
        ([1586, 1600], {"a", "b"}),  # 1,600 is 1,586 rounded, and 1,500 is it cut
        ([1600, 1700], set()),  # no count that makes 1,500
    ],
)
def test_offers_of_one_count_are_the_count_cut_or_rounded(values, fitting):
    made = pd.DataFrame({"id": list("abc")[: len(values)], "value": values})
    assert offers.of_one_count(1500, made) == fitting

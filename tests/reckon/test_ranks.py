"""A place among countries, by hand."""

import pandas as pd
import pytest

from evidence import assumptions
from evidence.reckon import ranks


def latest(rows, least):
    with assumptions.assumed(least_countries=least):
        return ranks.latest_year(rows, "CUB")


def frame(**columns) -> pd.DataFrame:
    return pd.DataFrame(columns)


def test_latest_year_needs_enough_countries():
    rows = frame(iso3=["CUB", "ITA", "CUB"], year=[2000, 2000, 2001])
    assert latest(rows, 2) == 2000
    assert latest(rows, 1) == 2001
    with pytest.raises(ValueError, match="no year has CUB and 3"):
        latest(rows, 3)


def test_rank_and_places():
    others = pd.Series([9.0, 7.0, 5.0])
    assert ranks.rank(others, (6.0, 8.0)) == (2, 3)
    assert ranks.rank(others, (10.0, 10.0)) == (1, 1)
    assert ranks.place_words((2, 3)) == "between second and third"
    assert ranks.place_words((1, 1)) == "first"
    assert ranks.place_words((8, 12)) == "between eighth and place 12"

"""Losses from the embargo as claimed, on rows checked by hand."""

import pandas as pd
import pytest

from evidence.themes.diplomacy import embargo_losses


def test_totals_are_dated_by_the_end_of_their_period():
    table = pd.DataFrame(
        {
            "id": ["a", "b", "c"],
            "value": [922.0, 138.0, 1.0],
            "date_end": ["2019-03", "2019-03", ""],
            "as_of": ["2020", "", ""],
        }
    )
    closed = embargo_losses.closing(table)
    assert closed["as_of"].tolist() == ["2019-03", "2019-03"]  # c has no date at all
    pairs = embargo_losses.times_larger(closed[:1], closed[1:])
    assert pairs["ratio"].tolist() == [pytest.approx(922 / 138)]

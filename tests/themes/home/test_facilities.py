"""Layers of care, from rows small enough to check by hand."""

import pandas as pd
import pytest

from evidence import assumptions
from evidence.themes.home import facilities

NAN = float("nan")


def claims(*rows: tuple) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["id", "as_of", "value", "qualifier"])
    return table.assign(value_high=NAN)


def test_since_peak():
    peak = facilities.since_peak(
        claims(("a", "2000", 80, "exact"), ("b", "1990", 100, "exact"), ("c", "", 900, "exact"))
    )
    assert peak.to_dict() == {"peak": "b", "latest": "a", "change": pytest.approx(-20)}
    with pytest.raises(ValueError, match="no dated count"):
        facilities.since_peak(claims(("c", "", 900, "exact")))


def test_moved():
    assert facilities.moved(-10.0) == "held"
    assert facilities.moved(-10.1) == "fell"
    with assumptions.assumed(held=50):
        assert facilities.moved(-30) == "held"

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
    assert facilities.layers_title(moves) == title


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
    found, sentence = facilities.verdict_layers(*as_dict, {"offices": 2023, "institutes": 2003})
    assert found == verdict
    assert ("2023 for offices and 2003 for institutes." in sentence) == ("supp" in verdict)

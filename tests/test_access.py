"""Shortages and waits: every verdict, and what counts as short."""

import pandas as pd
import pytest

from evidence import access


@pytest.mark.parametrize(
    ("national", "accounts", "verdict", "words"),
    [
        (0, 3, "not checkable", "single accounts by others"),
        (0, 0, "not checkable", "nobody else"),
        (1, 0, "supported with a caveat", "a national count of waits"),
    ],
)
def test_verdict_unmeasured(national, accounts, verdict, words):
    found, sentence = access.verdict_unmeasured(national, accounts, "waits")
    assert found == verdict
    assert words in sentence


@pytest.mark.parametrize(
    ("official", "others", "verdict"),
    [(2, 3, "supported with a caveat"), (0, 3, "not checkable"), (2, 0, "not checkable")],
)
def test_verdict_hardship(official, others, verdict):
    assert access.verdict_hardship(official, others)[0] == verdict


def test_short_reads_what_is_missing_and_what_is_left():
    rows = pd.DataFrame(
        {
            "measure": ["medicines_missing", "medicines_missing"]
            + ["essential_medicines_available_share"] * 2,
            "value": [38.0, 0.0, 30.0, 100.0],
            "value_high": float("nan"),
            "qualifier": "exact",
        }
    )
    assert access.short(rows).tolist() == [True, False, True, False]

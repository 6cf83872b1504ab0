"""Shortages and waits: every verdict, and what counts as short."""

import pandas as pd
import pytest

from evidence.ledger import tables
from evidence.themes.home import access


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
    assert access.states_shortage(rows).tolist() == [True, False, True, False]


def test_the_list_says_who_said_and_who_printed():
    table = access.access_statements()
    assert len(table) == len(tables.judged("listed-access"))
    last = table.iloc[-1]
    assert last["Figure"] == "{claim}`hs_wc_010`"
    assert last["Said by"] == "Cuban health minister (press)"
    assert table.loc[7, "Date"] == "2018"


def test_a_word_that_nobody_counted_is_not_checkable():
    verdict, _, confidence, ids = access.unmeasured("waiting times", tables.measures_in("wait"))
    assert verdict == "not checkable"
    assert "no statement can be held against it" in confidence
    assert "pb-waiting-times" in ids


def test_shortages_are_weighed_once_each():
    verdict, _, confidence, ids = access.hardship()
    assert verdict == "supported with a caveat"
    assert f"{len(ids) - 1} of {len(ids) - 1} statements fit" in confidence
    assert len(set(ids)) == len(ids)

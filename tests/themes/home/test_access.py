"""Shortages and waits: what counts as short, and who is listed."""

import pandas as pd

from evidence.ledger import tables
from evidence.themes.home import access


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
    assert (
        last["figure"] == "{claim}`radiotherapy-patients-at-risk.cuba.2026-02.medianewssource-com`"
    )
    assert last["said_by"] == "Cuban health minister (none declared)"
    assert table.loc[7, "date"] == "2018"

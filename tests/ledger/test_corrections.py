"""Corrections: what they change, what they never change, and when they are refused."""

from copy import deepcopy

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.ledger.checks import DataError
from evidence.ledger.corrections import apply_corrections, by_column, by_group

COLUMNS = ["claim", "action", "column", "old", "new", "reason"]
CLAIMS = {
    2: {"id": "a", "value": "1", "note": ""},
    3: {"id": "b", "value": "2", "note": "x"},
    4: {"id": "c", "value": "3", "note": ""},
}


def corrections(*rows):
    return {n: dict(zip(COLUMNS, (*row, "why"), strict=True)) for n, row in enumerate(rows, 2)}


@pytest.mark.parametrize(("rows", "expected"), [
    ([], ["1", "2", "3"]),
    ([("b", "set", "value", "2", "20")], ["1", "20", "3"]),
    ([("b", "set", "value", "2", "")], ["1", "", "3"]),
    ([("b", "drop", "", "", "")], ["1", "3"]),
    ([("c", "drop", "", "", ""), ("a", "set", "value", "1", "9")], ["9", "2"]),
])  # fmt: skip
def test_values_after_corrections(rows, expected):
    after = apply_corrections(CLAIMS, corrections(*rows))
    assert [claim["value"] for claim in after.values()] == expected


def test_two_columns_of_one_claim():
    fixes = corrections(("b", "set", "value", "2", "5"), ("b", "set", "note", "x", "y"))
    assert apply_corrections(CLAIMS, fixes)[3] == {"id": "b", "value": "5", "note": "y"}


@pytest.mark.parametrize(("row", "column", "told"), [
    (("z", "set", "value", "1", "2"), "claim", ["'z'"]),
    (("z", "drop", "", "", ""), "claim", ["'z'"]),
    (("b", "set", "size", "1", "2"), "column", ["'size'"]),
    (("b", "set", "id", "b", "d"), "column", ["'id'"]),
    (("b", "set", "value", "7", "8"), "old", ["'7'", "'2'", "stale"]),
    (("b", "set", "value", "", "8"), "old", ["''", "'2'", "stale"]),
    (("b", "drop", "value", "2", ""), "column", ["whole"]),
])  # fmt: skip
def test_refused(row, column, told):
    with pytest.raises(DataError) as error:
        apply_corrections(CLAIMS, corrections(("a", "set", "value", "1", "9"), row))
    (fault,) = error.value.faults
    assert fault.startswith(f'data/corrections.csv, row 3, column "{column}"')
    assert all(words in fault for words in told)


def test_every_refusal_is_told():
    with pytest.raises(DataError) as error:
        apply_corrections(CLAIMS, corrections(("z", "drop", "", "", ""), ("y", "drop", "", "", "")))
    assert [fault.split(",")[1] for fault in error.value.faults] == [" row 2", " row 3"]


@given(st.data())
def test_untouched_rows_and_cells_never_change(data):
    values = data.draw(st.lists(st.text("xy", max_size=2), min_size=1, max_size=6))
    claims = {n: {"id": f"c{n}", "value": v, "note": v} for n, v in enumerate(values)}
    before = deepcopy(claims)
    actions = {row: data.draw(st.sampled_from(["", "set", "drop"])) for row in claims}
    cells = {"set": lambda n: ("value", values[n], "new"), "drop": lambda n: ("", "", "")}
    fixes = [
        (claims[n]["id"], action, *cells[action](n)) for n, action in actions.items() if action
    ]
    after = apply_corrections(claims, corrections(*data.draw(st.permutations(fixes))))

    assert claims == before
    assert list(after) == [row for row, action in actions.items() if action != "drop"]
    for row, claim in after.items():
        assert claim == before[row] | ({"value": "new"} if actions[row] == "set" else {})


def test_corrections_are_counted_by_column_and_by_group():
    fixes = pd.DataFrame(
        [("a", "value", "w"), ("b", "note", "x"), ("c", "note", "y"), ("b", "note", "y")],
        columns=["claim", "column", "reason"],
    )
    assert by_column(fixes).to_numpy().tolist() == [["note", 3, "y"], ["value", 1, "w"]]
    groups = pd.Series(["g", "g", "h"])
    claims = pd.DataFrame(list(CLAIMS.values()))
    found = by_group(fixes[fixes["claim"] != "c"], claims, groups)
    assert found.reset_index().to_numpy().tolist() == [["g", 2, 2, 100.0], ["h", 1, 0, 0.0]]

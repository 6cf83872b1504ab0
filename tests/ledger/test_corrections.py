"""Corrections: what they change, what they never change, and when they are refused."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.ledger.checks import DataError
from evidence.ledger.corrections import apply_corrections, by_column, by_group

COLUMNS = ["claim", "action", "column", "old", "new", "reason"]
CLAIMS = pd.DataFrame(
    {"id": ["a", "b", "c"], "value": ["1", "2", "3"], "note": ["", "x", ""]}, index=[2, 3, 4]
)


def corrections(*rows):
    table = pd.DataFrame([[*row, "why"] for row in rows], columns=COLUMNS, dtype=str)
    return table.set_axis(range(2, 2 + len(rows)))


@pytest.mark.parametrize(("rows", "expected"), [
    ([], ["1", "2", "3"]),
    ([("b", "set", "value", "2", "20")], ["1", "20", "3"]),
    ([("b", "set", "value", "2", "")], ["1", "", "3"]),
    ([("b", "drop", "", "", "")], ["1", "3"]),
    ([("c", "drop", "", "", ""), ("a", "set", "value", "1", "9")], ["9", "2"]),
])  # fmt: skip
def test_values_after_corrections(rows, expected):
    assert list(apply_corrections(CLAIMS, corrections(*rows))["value"]) == expected


def test_two_columns_of_one_claim():
    fixes = corrections(("b", "set", "value", "2", "5"), ("b", "set", "note", "x", "y"))
    assert list(apply_corrections(CLAIMS, fixes).loc[3]) == ["b", "5", "y"]


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
    claims = pd.DataFrame({"id": [f"c{n}" for n in range(len(values))], "value": values,
                           "note": values})  # fmt: skip
    before = claims.copy()
    actions = {row: data.draw(st.sampled_from(["", "set", "drop"])) for row in claims.index}
    cells = {"set": lambda n: ("value", values[n], "new"), "drop": lambda n: ("", "", "")}
    fixes = [
        (claims["id"][n], action, *cells[action](n)) for n, action in actions.items() if action
    ]
    after = apply_corrections(claims, corrections(*data.draw(st.permutations(fixes))))

    assert claims.equals(before)
    assert list(after.index) == [row for row, action in actions.items() if action != "drop"]
    assert after[["id", "note"]].equals(claims.loc[after.index, ["id", "note"]])
    expected = ["new" if actions[row] == "set" else values[row] for row in after.index]
    assert list(after["value"]) == expected


def test_corrections_are_counted_by_column_and_by_group():
    fixes = pd.DataFrame(
        [("a", "value", "w"), ("b", "note", "x"), ("c", "note", "y"), ("b", "note", "y")],
        columns=["claim", "column", "reason"],
    )
    assert by_column(fixes).to_numpy().tolist() == [["note", 3, "y"], ["value", 1, "w"]]
    groups = pd.Series(["g", "g", "h"], index=CLAIMS.index)
    found = by_group(fixes[fixes["claim"] != "c"], CLAIMS, groups)
    assert found.reset_index().to_numpy().tolist() == [["g", 2, 2, 100.0], ["h", 1, 0, 0.0]]

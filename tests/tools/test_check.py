"""`make check`: each fault is told, a table that has grown is counted, nothing else is written."""

import subprocess
import sys

import pytest
import smalldata
from built import ROOT

from evidence.ledger import tables
from evidence.ledger.checks import DataError
from tools import check

ROW = "c4,stock,doctors,9,,people,exact,world,,,,2019,s1,,,,,,\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "data").mkdir()
    return smalldata.write(tmp_path / "data")


def told(folder, chapters):
    """The faults of a book; its files stay as they were."""
    before = smalldata.content(folder)
    with pytest.raises(DataError) as error:
        check.check(folder, chapters)
    assert smalldata.content(folder) == before
    return error.value.faults


def test_a_sound_book_is_told_in_one_line_and_left_alone(folder, tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.say.yml").write_text("a: Some words.\n")
    before, count = smalldata.content(folder), len(smalldata.SMALL)
    rows = "".join(smalldata.SMALL.values()).count("\n") - count
    said = f"All is well: {count} tables, {rows} rows; 2 catalogues."
    assert check.check(folder, tmp_path) == [said]
    assert smalldata.content(folder) == before


def test_a_table_that_has_grown_is_counted(folder, tmp_path):
    smalldata.replace(folder / "claims.csv", "c3,", f"{ROW}c3,")
    before = smalldata.content(folder)
    grown, _ = check.check(folder, tmp_path)
    assert grown == (
        'data/claims.csv: 4 rows, 1 more than datapackage.json said; its "rows" is up to date now.'
    )
    now = smalldata.content(folder)
    assert now.pop("datapackage.json") == before.pop("datapackage.json").replace(
        b'"rows": 3\n', b'"rows": 4\n'
    )
    assert now == before
    assert len(check.check(folder, tmp_path)) == 1
    tables.load(folder)


def test_a_table_that_is_shorter_stops(folder, tmp_path):
    smalldata.replace(folder / "claims.csv", smalldata.CLAIMS.splitlines(keepends=True)[-1], "")
    (fault,) = told(folder, tmp_path)
    assert fault.startswith("data/claims.csv: 2 rows where datapackage.json says 3 (cut off?")


def test_a_table_that_has_grown_by_a_broken_row_is_not_counted(folder, tmp_path):
    smalldata.replace(folder / "claims.csv", "c3,", f"{ROW.replace('exact', 'true')}c3,")
    (fault,) = told(folder, tmp_path)
    assert fault.startswith('data/claims.csv, row 4, column "qualifier"')


def test_faults_of_tables_and_of_sentences_are_told_at_once(folder, tmp_path):
    smalldata.replace(folder / "sources.csv", "news", "gossip")
    (tmp_path / "one.say.yml").write_text("a: [1]\n")
    row, key = told(folder, tmp_path)
    assert row.startswith('data/sources.csv, row 2, column "kind"')
    assert key.startswith("one.say.yml, key a")


def test_sentences_alone_can_stop(folder, tmp_path):
    (tmp_path / "one.say.yml").write_text("a: '{two words}'\n")
    assert told(folder, tmp_path) == [
        "one.say.yml, key a: {two words} is no place: a place is one word in braces"
    ]


def test_the_command_looks_at_this_book_without_what_is_slow_to_import():
    code = "import sys, runpy; runpy.run_module('tools.check', run_name='__main__');"
    code += "print({'pandas', 'numpy', 'sphinx', 'matplotlib'} & set(sys.modules) or 'quick')"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], capture_output=True, text=True,
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'chapters'}"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    well, quick = done.stdout.splitlines()
    assert well.startswith(f"All is well: {len(tables.package()['resources'])} tables, ")
    assert quick == "quick"

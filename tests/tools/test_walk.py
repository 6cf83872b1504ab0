"""Assumptions: whoever changes one, in a cell or in the table, sees the same report."""

import csv
import json
from functools import cache

import from_table
import pytest

from evidence import assumptions
from press import ROOT
from tools import rerun, walk

with walk.MOVES.open(encoding="utf-8", newline="") as file:
    MOVES = list(csv.DictReader(file))
# those at whose ends nothing moves, and the chapter that reads them
STILL = {"several_times": "pandemic"}


def written(value):
    return value if isinstance(value, str) else f"{value:g}"


def moving(name):
    """The end of the range at which most moves, as it is written, and the rows of that end."""
    row = assumptions.table()[name]
    ends = [written(row[end]) for end in ("low", "high")]
    rows = {end: [r for r in MOVES if (r["assumption"], r["value"]) == (name, end)] for end in ends}
    return max(rows.items(), key=lambda item: len(item[1]))


@cache
def as_it_is(page):
    return rerun.shown(page)


@pytest.mark.parametrize("name", assumptions.table())
def test_a_cell_does_what_the_table_does(name, tmp_path):
    value, rows = moving(name)
    pages = sorted({row["page"] for row in rows}) or [STILL[name]]
    for page in pages:
        as_it_is(page)  # the notebook was run before the assumption was changed
    cell = f"from evidence import assumptions\nassumptions.change({name}={value!r})"
    if not isinstance(assumptions.table()[name]["value"], str):
        cell = cell.replace(repr(value), value)
    by_cell = {}
    for page in pages:
        by_cell[page] = rerun.shown(page, cell)
        assumptions.reset()
    from_table.edited(ROOT, tmp_path, name, value)
    assert from_table.shown(tmp_path, pages) == by_cell
    # and what moves is what the book says
    told = [(row["page"], row["kind"], row["name"]) for row in rows]
    found = [(p, *key) for p in pages for key in walk.changed(as_it_is(p), by_cell[p])]
    assert sorted(found) == sorted(told)
    assert not [name for p in pages for name in walk.stale(as_it_is(p), by_cell[p], value)]


def test_every_assumption_moves_something():
    assert {row["assumption"] for row in MOVES} == set(assumptions.table()) - set(STILL)


def test_what_moves_is_told_by_its_words():
    before = {("result", "a"): '{"text": "1", "inputs": ["x"]}', ("chart", "c"): "one"}
    after = {("result", "a"): '{"text": "1", "inputs": ["y"]}', ("table", "t"): "two"}
    assert walk.changed(before, after) == [("chart", "c"), ("table", "t")]
    after["result", "a"] = '{"text": "2", "inputs": ["x"]}'
    assert walk.changed(before, after)[0] == ("result", "a")


def result(text):
    return {("result", "a"): json.dumps({"text": text, "inputs": []})}


@pytest.mark.parametrize(
    ("before", "after", "stale"),
    [
        ("5", "7", []),
        ("5", "0", ["a"]),
        ("5 percent", "0 percent", ["a"]),
        ("1,200 to 3,400", "3,400 to 1,200", ["a"]),
        ("1,200 to 3,400", "0 to 3,400", []),
        ("31 to 44 percent", "-5 to 44 percent", ["a"]),
        ("5", "nan", ["a"]),
        ("0", "0 to 0", []),  # it said so before
        ("0 to 1", "0", ["a"]),
        ("They agree.", "They do not agree.", []),
    ],
)
def test_a_number_that_its_sentence_no_longer_suits_is_stale(before, after, stale):
    assert walk.stale(result(before), result(after)) == stale


def test_what_prints_the_assumed_value_is_not_stale():
    assert walk.stale(result("1"), result("0"), "0") == []


def test_the_walk_tells_what_is_stale(monkeypatch):
    monkeypatch.setattr(walk, "shown", lambda page: result("0"))
    kinds = [(row["kind"], row["name"]) for row in walk.moves("held", 5, "one", result("3"))]
    assert kinds == [("result", "a"), (walk.STALE, "a")]


def record(**parts):
    known = {"figure": "f", "verdict": "Supported", "why": "So.", "inputs": ["f"], "bears": []}
    return {("verdict", "a"): json.dumps(known | parts)}


@pytest.mark.parametrize(
    ("after", "rows"),
    [
        (record(bears=["x"]), []),
        (record(why="Or so."), [("", "")]),
        (record(verdict="Contradicted"), [("f", "Contradicted")]),
        ({}, [("", "")]),
    ],
)
def test_a_verdict_is_told_where_it_becomes_another(monkeypatch, after, rows):
    monkeypatch.setattr(walk, "shown", lambda page: after)
    found = walk.moves("held", 5, "one", record())
    assert [(row["claim"], row["verdict"]) for row in found] == rows
    assert {(row["kind"], row["name"]) for row in found} <= {("verdict", "a")}


def test_a_chapter_run_again_shows_its_verdicts():
    assert json.loads(as_it_is("critics")["verdict", "critics"])["figure"] == "pb-slavery"


def test_what_tells_of_all_assumptions_is_not_what_they_move():
    assert walk.OF_ALL in as_it_is("verdicts")
    assert walk.changed({walk.OF_ALL: "one"}, {walk.OF_ALL: "two"}) == []

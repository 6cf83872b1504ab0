"""The guard of published numbers: what moves is told, and the book is as it was accepted."""

import csv
import io

import pytest
from built import ROOT

from press.claims import accepted
from press.claims.accepted import COLUMNS, as_csv, moved, row

OLD = [
    row("chart", "fig-a", "one", title="It grew", text="Totals.", alt="Dots rise.", data="ab"),
    row("result", "total", "one", text="40", inputs="c1 c2"),
]


def changed(place, **texts):
    return [{**one, **(texts if i == place else {})} for i, one in enumerate(OLD)]


def test_nothing_moves_where_nothing_changed():
    assert moved(OLD, [dict(one) for one in OLD]) == []


@pytest.mark.parametrize("column", COLUMNS[2:])
def test_every_column_is_guarded(column):
    for place, one in enumerate(OLD):
        (line,) = moved(OLD, changed(place, **{column: "other"}))
        kind, name = one["kind"], one["name"]
        assert line == f"{kind} {name}, {column}: {one[column]!r} is now 'other'"


def test_what_is_gone_and_what_is_new_is_told():
    assert moved(OLD, OLD[:1]) == ["result total is gone"]
    assert moved(OLD[:1], OLD) == ["result total is new: 40"]
    renamed = changed(1, name="all")
    assert moved(OLD, renamed) == ["result total is gone", "result all is new: 40"]


def test_the_same_name_of_another_kind_is_another_thing():
    assert len(moved(OLD, changed(1, kind="table"))) == 2


def test_the_file_gives_back_what_was_written():
    odd = [*OLD, row("result", "words", "two", text='a "b", c;\nd')]
    assert odd[-1]["text"] == 'a "b", c; d'
    assert list(csv.DictReader(io.StringIO(as_csv(odd), newline=""))) == odd


def test_a_book_without_the_table_has_accepted_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(accepted, "ACCEPTED", tmp_path / "results.csv")
    assert accepted.accepted() == []


def test_the_book_prints_what_was_accepted():
    made = ROOT / "_build" / "work" / "doctrees" / "results.csv"
    now = list(csv.DictReader(io.StringIO(made.read_text(encoding="utf-8"), newline="")))
    assert len(now) > 400
    assert moved(accepted.accepted(), now) == []

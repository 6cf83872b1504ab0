"""Numbers that code holds as words: found where a cell prints them, and only there."""

import pytest

from press.claims import numbers
from press.claims.typed import pieces, typed_numbers


def found(code, *printed):
    return [number for _, number, _ in typed_numbers(code, list(printed), set())]


@pytest.mark.parametrize(
    ("code", "printed", "numbers"),
    [
        ('f("Dots lie twice as high")', "Dots lie twice as high", ["twice"]),
        ('f("Dots " "lie twice\\n as high")', "Dots lie twice as high", ["twice"]),
        ('f(f"Of {n} dots twelve are blue")', "Of 31 dots twelve are blue", ["twelve"]),
        ('f("7,000 doctors")', "It says 7,000 doctors.", ["7,000"]),
        ('f("7,000")', "7,000", ["7,000"]),
        ("f(7000)", "7,000", ["7,000"]),
        ("f(0.125)", "0.125", ["0.125"]),
        ('%matplotlib inline\nf("7,000 doctors")', "7,000 doctors", ["7,000"]),
        ('await f("7,000 doctors")', "7,000 doctors", ["7,000"]),
        # not printed
        ('f("Dots lie twice as high")', "Dots lie low", []),
        # computed, with its unit
        ('f(f"{n} doctors")', "31 doctors", []),
        ('f(f"{n} thousand doctors")', "31 thousand doctors", []),
        # small or round, alone: may be anything
        ('f("12")', "12", []),
        ("f(1000)", "1,000", []),
        ("f(7000)", "7,000 doctors", []),
        ("f(2019)", "2,019", ["2,019"]),
        ('f("2019")', "2019", []),
        ("f(True)", "True", []),
    ],
)
def test_what_is_typed(code, printed, numbers):
    assert found(code, printed) == numbers


def test_lines_count_from_one():
    assert [line for line, text in pieces('a = 1\n\nf("b")\n') if text == "b"] == [3]


@pytest.mark.parametrize(
    ("cell", "called"),
    [
        ("from evidence.themes.one import text", True),
        ("from evidence.themes import one", True),
        ("from evidence.themes import (other,\n    one)", True),
        ("import evidence.themes.one.text", True),
        ("from evidence.themes.other import text", False),
        ("one = 1", False),
    ],
)
def test_what_a_theme_holds_is_typed_where_a_page_that_calls_it_has_printed_it(
    tmp_path, monkeypatch, cell, called
):
    monkeypatch.setattr(numbers, "THEMES", tmp_path)
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "text.py").write_text('ONE = 1\nWORDS = "more than 25 of them"\n')
    found = list(numbers.in_themes([cell], ["There were more than 25 of them."]))
    assert len(found) == called
    if called:
        place = "chapters/evidence/themes/one/text.py, line 2"
        assert found[0].startswith(f"{place}: bare number '25'")
    assert list(numbers.in_themes([cell], ["Nobody left."])) == []

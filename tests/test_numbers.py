"""The check of prose: what counts as a bare number, and that one stops the build."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinybook import NOTEBOOK, TinyBook

from press.numbers import bare_numbers


@pytest.mark.parametrize(
    "text",
    [
        "No number at all.",
        "In 1963 the first team left; the 1990s were lean.",
        "from 1960 to 2000, and 1999–2001",
        "On 27 January 2022 and on 5 May.",
        "read on 2022-01-27 and dated 2016-09, in version 0.1.0",
        "see section 3.2, Figure 4.1 and table 2",
        "the page “187 countries, 7,000 doctors and half a million” says so",
        "the thousandfold millionaire of Halfway",  # words that only contain a number word
    ],
)
def test_what_passes(text):
    assert bare_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There were 25 of them.", ["25"]),
        ("more than 400,000.", ["400,000"]),
        ("a rate of 1.5, or so", ["1.5"]),
        ("a few thousand people", ["thousand"]),
        ("Millions of patients", ["Millions"]),
        ("ten percent", ["percent"]),
        ("40% of it", ["40"]),
        ("half of them and dozens more", ["half", "dozens"]),
        ("in 1963 there were 56", ["56"]),
        ("2,022 is no year", ["2,022"]),
        ("1850000 is no year", ["1850000"]),
        ("2100 is beyond the report’s years", ["2100"]),
        ("27 Januaries", ["27"]),
        ("“a title” and 12", ["12"]),
        ("before “one” 30 between “two”", ["30"]),
        ("US$8 billion", ["8", "billion"]),
        ("figure 4 of 12", ["12"]),
    ],
)
def test_what_fails(text, found):
    assert bare_numbers(text) == found


@given(st.integers(min_value=0, max_value=10**9).filter(lambda n: not 1800 <= n <= 2099))
def test_every_whole_number_that_is_no_year_is_found(number):
    assert bare_numbers(f"there were {number:,} of them") == [f"{number:,}"]
    assert bare_numbers(f"there were {number} of them") == [str(number)]


@pytest.fixture
def tiny(tmp_path, monkeypatch, capsys):
    return TinyBook(tmp_path, monkeypatch, capsys)


def test_a_bare_number_stops_the_build_and_names_chapter_and_line(tiny):
    printed = tiny.fails("# One\n\nSome words.\n\nThere were 25 of them.\n")
    assert "chapters/one, line 5: bare number '25' in “There were 25 of them." in printed
    assert not (tiny.folder / "html" / "chapters" / "one.html").exists()


def test_the_line_is_right_in_a_notebook_too(tiny):
    chapter = f"{NOTEBOOK}# One\n\n```{{code-cell}}\n1\n```\n\nThere were 25.\n"
    line = chapter.splitlines().index("There were 25.") + 1
    assert f"chapters/one, line {line}: bare number '25'" in tiny.fails(chapter)


def test_every_bare_number_is_listed_at_once(tiny):
    printed = tiny.fails("# The 12\n\nWords.\n\n- 13 in a list\n\n> 14 in a quotation\n")
    assert all(f"bare number '{number}'" in printed for number in (12, 13, 14))


def test_code_and_output_are_no_prose(tiny):
    page = tiny.succeeds(
        f"{NOTEBOOK}# One\n\nThe call `range(25)`.\n\n```{{code-cell}}\n6 * 7\n```\n"
    )
    assert "range(25)" in page
    assert ">42\n" in page

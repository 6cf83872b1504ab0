"""The widths of a printed table's columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from press.columns import CODE, LINE, PADDING, shares


def table(*rows):
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return etree.fromstring(f"<table><tbody>{lines}</tbody></table>")


def test_texts_that_fit_have_their_length():
    assert shares(table(["ab cd", "e"], ["f", "ghi"])) == [5 + PADDING, 3 + PADDING]


def test_what_is_left_goes_by_how_much_longer_the_text_is():
    found = shares(table(["word", "some words " * 30]))
    assert sum(found) == pytest.approx(LINE)
    assert found[0] == 4 + PADDING  # one word wishes no more


def test_words_that_do_not_fit_share_by_their_length():
    assert shares(table(["a" * 80, "b" * 40])) == [80 + PADDING, 40 + PADDING]


def test_a_word_ends_at_a_hyphen_or_a_stroke_and_code_is_wider():
    assert shares(table([f"{'a' * 50}-{'b' * 20}/{'c' * 50}", "d"]))[0] < 121
    assert shares(table(["<code>abcd</code>"])) == [4 * CODE + PADDING]


def test_a_cell_over_two_columns_only_counts_them():
    found = etree.fromstring(
        '<table><tr><td colspan="2">a long heading</td><td>x</td></tr>'
        "<tr><td>a</td><td>bcd</td><td>e</td></tr></table>"
    )
    assert shares(found) == [1 + PADDING, 3 + PADDING, 1 + PADDING]


CELLS = st.lists(st.text("ab c-", max_size=200), min_size=3, max_size=3)


@given(st.lists(CELLS, min_size=1, max_size=4))
def test_every_column_has_room_for_its_longest_word(rows):
    found = shares(table(*rows))
    for column, share in enumerate(found):
        words = [w for row in rows for w in row[column].replace("-", "- ").split()]
        assert share >= PADDING + max(map(len, words), default=0) - 1e-9

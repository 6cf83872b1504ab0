"""Documented figures in words: every one by the same rule, read again from their own notes."""

import re

import pytest
from raw_rows import ROWS

from evidence import assumptions
from evidence.ledger import tables
from evidence.themes.diplomacy import sanction_counts
from evidence.themes.pandemic import vaccines
from evidence.weigh import verdict, wordless

FIGURES = [
    row for row in ROWS.values()
    if row["source_id"] in tables.judged("documents") and row["qualifier"] == "vague"
]  # fmt: skip


def word(row: dict) -> str:
    """The word of a figure, as its note quotes it."""
    return re.match('"(.+?)"', row["note"])[1].lower().removesuffix(" of")


def test_every_figure_in_words_has_its_word_in_the_data():
    rows = tables.judgements("least-number")
    assert set(rows["item"]) == {row["id"] for row in FIGURES}
    why = rows.set_index("item")["why"]
    for row in FIGURES:
        assert f"“{word(row)}”" in why[row["id"]], row["id"]


def test_a_word_stands_for_one_number_whoever_says_it():
    numbers = {}
    for row in FIGURES:
        numbers.setdefault(word(row), set()).add(wordless.least(row["id"]))
    assert all(len(found) == 1 for found in numbers.values()), numbers
    assert numbers["several"] == numbers["multiple"] == numbers["various"] == {3}
    assert numbers["hundreds"] == {200}
    assert numbers["many"] == numbers["high numbers"] == numbers["a lot"] == {None}


@pytest.mark.parametrize("least", [2, 5])
def test_what_is_called_several_is_assumed_once_for_all(least):
    with assumptions.assumed(several=least):
        assert {wordless.least(i) for i in ("pb-slavery", "ge-vaccines", "ge-africa")} == {least}
        few, enough = (["A", "B", "C", "D", "E"][:n] for n in (least - 1, least))
        assert vaccines.products(few, {"Cuban state"}) == "not several"
        assert vaccines.products(enough, {"Cuban state"}) == "makers only"


def test_a_figure_that_nobody_judged_is_refused():
    with pytest.raises(KeyError):
        wordless.least("pb-countries")


def test_hundreds_are_held_against_the_counts_of_the_same():
    """By hand: one state has both a list of fewer and a count of more, the other has fewer."""
    figure = tables.claim("ge-assassination-attempts")
    rows = tables.claims(measure="assassination_attempts")
    others = rows[rows["source_id"] != figure["source_id"]]
    how = sanction_counts.sure_of(figure, others)
    counts = sorted(others["value"])
    assert counts[-1] > 200 > counts[-2]
    assert (how["fitting"], how["split"], how["claims"]) == (0, 1, 2)
    assert verdict.stands(how) == "fewer"

"""Counts of sanctions, and figures that stand alone, on rows checked by hand."""

import pytest
from count_rows import claim, claims, one

from evidence.ledger import tables
from evidence.themes.diplomacy import sanction_counts


@pytest.mark.parametrize(
    ("others", "verdict", "words"),
    [
        ([claim(242, attributed_to="MINREX")], "contradicted", "No other statement"),
        ([claim(243, attributed_to="Reuters")], "supported", "other than the Cuban state"),
        ([claim(243, attributed_to="Cuban government")], "not checkable", "recount"),
        (
            [claim(240, "more_than", "MINREX"), claim(242, attributed_to="MINREX")],
            "not checkable",
            "different totals",
        ),
        # somebody else's count supports only if it allows the number
        (
            [claim(243, attributed_to="MINREX"), claim(99, attributed_to="Reuters")],
            "not checkable",
            "different totals",
        ),
    ],
)
def test_one_counter(others, verdict, words):
    found, sentence = sanction_counts.one_counter(one(243), claims(*others))
    assert found == verdict
    assert words in sentence


@pytest.mark.parametrize(
    ("figure", "others", "verdict", "words"),
    [
        (one(2), [], "not checkable", "no other statement"),
        (one(float("nan"), "vague"), [claim(243)], "not checkable", "no number"),
        (one(2), [claim(2)], "supported", "All other"),
        (one(2), [claim(2), claim(3)], "supported with a caveat", "some do not"),
        (one(2), [claim(3)], "contradicted", "No other statement allows"),
    ],
)
def test_compared(figure, others, verdict, words):
    table = claims(*others) if others else claims(claim(1)).iloc[:0]
    found, sentence = sanction_counts.compared(figure, table)
    assert found == verdict
    assert words in sentence


@pytest.mark.parametrize(
    ("figure", "fitting", "claims"),
    [("ge-sanctions", 2, 3), ("ge-sanctions-covid", 0, 0)],  # ec301: more than 240, ec304: 242
)
def test_no_number_bears_on_a_vague_word(figure, fitting, claims):
    others = tables.claims(id=["ec301", "ec299", "ec304", "ge-sanctions-biden"])
    how = sanction_counts.sure_of(tables.claim(figure), others)
    assert (how["fitting"], how["claims"]) == (fitting, claims)

"""Counts of sanctions, and figures that stand alone, on rows checked by hand."""

import pytest

from evidence.ledger import tables
from evidence.themes.diplomacy import sanction_counts


@pytest.mark.parametrize(
    ("figure", "fitting", "claims"),
    [("ge-sanctions", 2, 3), ("ge-sanctions-covid", 0, 0)],  # ec301: more than 240, ec304: 242
)
def test_no_number_bears_on_a_vague_word(figure, fitting, claims):
    others = tables.claims(id=["ec301", "ec299", "ec304", "ge-sanctions-biden"])
    how = sanction_counts.sure_of(tables.claim(figure), others)
    assert (how["fitting"], how["claims"]) == (fitting, claims)

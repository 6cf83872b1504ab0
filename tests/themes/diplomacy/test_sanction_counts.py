"""Counts of sanctions, and figures that stand alone, on rows checked by hand."""

import pytest

from evidence.ledger import tables
from evidence.themes.diplomacy import sanction_counts


# sanctions-added.united-states.2021-01.cubanews: more than 240
# sanctions-added.united-states.2022-08.cuba-y-economia: 242
@pytest.mark.parametrize(
    ("figure", "fitting", "claims"),
    [
        ("ge-sanctions", 0, 1),
        ("ge-sanctions-covid", 0, 0),
    ],
)
def test_no_number_bears_on_a_vague_word(figure, fitting, claims):
    others = tables.claims(
        id=[
            "sanctions-added.united-states.2021-01.cubanews",
            "sanctions-added.united-states.2021-06.qva-en-directo",
            "sanctions-added.united-states.2022-08.cuba-y-economia",
            "ge-sanctions-biden",
        ]
    )
    how = sanction_counts.sure_of(tables.claim(figure), others)
    assert (how["fitting"], how["claims"]) == (fitting, claims)

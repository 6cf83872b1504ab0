"""The fall in the number abroad, on rows small enough to check by hand."""

import csv
import math

import pytest

from evidence.ledger import tables
from evidence.reckon import bounds, doctors
from evidence.themes.abroad import abroad, falls

NONE = math.nan


def raw(claim_id: str) -> float:
    """A value straight from the file, without the loader."""
    with (tables.DATA / "claims.csv").open(encoding="utf-8", newline="") as file:
        return next(float(r["value"]) for r in csv.DictReader(file) if r["id"] == claim_id)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ((101, 150), "more than the whole"),
        ((30, 49.9), "less than half"),
        ((51, 150), "more than half"),
        ((40, 60), "perhaps less and perhaps more than half"),
    ],
)
def test_weight(share, text):
    assert falls.weight(share) == text


def test_onset():
    assert "for 2018, so" in falls.onset_sentence([2017, 2019, 2020], 2017, 2020)
    assert "Each year" in falls.onset_sentence([2016, 2017, 2018, 2019, 2020], 2017, 2020)


def test_remainder_by_hand():
    assert falls.remainder((20, 26), [(8, 9), (1, 2)]) == (9, 17)
    assert falls.remainder((20, 26), [(30, 40)]) == (0, 0)


def test_the_share_of_brazil_reckoned_again_from_the_file():
    # by hand: from "about 52,000" to 28,729 or "more than 28,000"
    start = raw("S0131") * 0.95, raw("S0131") * 1.05
    end = raw("S0254"), raw("hs_ab_015")
    gone = raw("ec078") * 0.95, raw("ec078") * 1.05  # the counts of withdrawals lie inside
    assert gone[0] < raw("S0742") < raw("S0743") < gone[1]
    by_hand = gone[0] / (start[1] - end[0]) * 100, gone[1] / (start[0] - end[1]) * 100

    rows = tables.claims(measure="workers_abroad", scope="world")
    rows["account"] = abroad.accounts(
        rows, tables.claims(), tables.sources(), tables.table("repeats")
    )
    cuban = rows[rows["account"] == abroad.CUBAN_STATE]
    fall = bounds.subtract(
        abroad.stated_span(cuban[cuban["as_of"].str.startswith("2017")]),
        abroad.stated_span(cuban[cuban["as_of"] == "2020-03"]),
    )
    brazil = abroad.stated_span(tables.claims(id=["ec078", "S0742", "S0743"]))
    assert doctors.percent(brazil, fall) == pytest.approx(by_hand)


def test_a_clear_and_an_unclear_fall():
    assert "nurses" in falls.whose_fall((11.8, 18.7), (5.8, 7))
    assert "cannot be told" in falls.whose_fall((5, 8), (7, 9))


def test_a_mission_that_is_more_than_the_fall():
    assert "doctors elsewhere grew" in falls.beyond((117, 157))
    assert "elsewhere" in falls.beyond((50, 90))
    assert "can be the whole" in falls.beyond((90, 110))


def test_every_branch_has_a_sentence_of_its_own_without_a_number():
    said = [
        *(falls.remainder_sentence((low, 9.0)) for low in (0.0, 1.0)),
        *(
            falls.whose_fall(a, b)
            for a, b in [((5, 6), (1, 2)), ((1, 2), (5, 6)), ((1, 5), (2, 6))]
        ),
        *(falls.follows(rise, (60, 70)) for rise in [(60, 70), (40, 70)]),
    ]
    assert len(set(said)) == len(said)
    assert not any(c.isdigit() for s in said for c in s)

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


def test_the_years_without_a_statement_are_named():
    assert falls.onset([2017, 2019], 2017, 2020)[1] == {"years": "2018 and 2020"}


def test_what_remains_tells_how_many_missions_were_counted():
    assert falls.remaining((0.4, 9.0), 4)[1] == {"missions": "four", "left": "0"}


def test_remainder_by_hand():
    assert falls.remainder((20, 26), [(8, 9), (1, 2)]) == (9, 17)
    assert falls.remainder((20, 26), [(30, 40)]) == (0, 0)


def test_the_share_of_brazil_reckoned_again_from_the_file():
    # by hand: from "about 50,000", in which "about 52,000" lies, to "more than 28,000", in which
    # 28,729 lies
    start = raw("workers-abroad.undated.prensa-latina-a")
    start = start - 5000, start + 5000
    assert start[0] < raw("workers-abroad.2017-03.xinhua") + 500 < start[1]
    end = raw("workers-abroad.2020-03.europa-press")
    end = end, end + 1000
    assert end[0] < raw("workers-abroad.2020-03.deutsche-welle") < end[1]
    # "about 8,600" doctors in Brazil; 8,332 were withdrawn, or "more than 8,500"
    most = raw("mission-doctors.brazil.2017-12.economist-intelligence-unit") + 50
    gone = raw("withdrawals-doctors.brazil.2018-11.refletimos-blog"), most
    assert raw("withdrawals-doctors.brazil.2018-11.mairaerlich-com") + 100 < most
    by_hand = gone[0] / (start[1] - end[0]) * 100, gone[1] / (start[0] - end[1]) * 100

    rows = tables.claims(measure="workers_abroad", scope="world")
    rows["origin"] = abroad.origins(
        rows, tables.claims(), tables.sources(), tables.table("repeats")
    )
    cuban = rows[rows["origin"] == abroad.CUBAN_STATE]
    fall = bounds.subtract(
        abroad.span(cuban[cuban["as_of"].str.startswith("2017")]),
        abroad.span(cuban[cuban["as_of"] == "2020-03"]),
    )
    brazil = abroad.span(
        tables.claims(
            id=[
                "mission-doctors.brazil.2017-12.economist-intelligence-unit",
                "withdrawals-doctors.brazil.2018-11.refletimos-blog",
                "withdrawals-doctors.brazil.2018-11.mairaerlich-com",
            ]
        )
    )
    assert doctors.percent(brazil, fall) == pytest.approx(by_hand)

"""Running totals: falls and the flow-stock test, on rows small enough to check by hand."""

import math
import re

import pandas as pd
import pytest

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon import totals


def claims(*rows: tuple[str, str, float, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["id", "as_of", "value", "qualifier"])
    return table.assign(value_high=float("nan"))


STOCK = pd.DataFrame({"year": [2009, 2021], "low": [100.0, 100.0], "high": [200.0, 200.0]})


def test_falls_names_each_certain_fall_and_its_least_size():
    table = claims(
        ("a", "2010", 164, "exact"), ("b", "2012", 150, "exact"), ("c", "2014", 165, "exact")
    )
    falls = totals.falls(table)
    assert falls.to_dict("records") == [
        {"earlier": "a", "later": "b", "low_before": 164, "high_after": 150, "drop": 14}
    ]


def test_a_fall_within_the_hedges_is_none():
    # about 160 is 155 to 165; more than 150 ends at 160; more than 154, not rounded, has no end
    assert totals.falls(claims(("a", "2010", 160, "about"), ("b", "2012", 155, "exact"))).empty
    assert totals.falls(claims(("a", "2010", 160, "exact"), ("b", "2012", 150, "more_than"))).empty
    assert totals.falls(claims(("a", "2010", 164, "exact"), ("b", "2012", 154, "more_than"))).empty
    fall = totals.falls(claims(("a", "2010", 164, "exact"), ("b", "2012", 150, "more_than")))
    assert fall["drop"].tolist() == [4]


def test_implied_tours_by_hand():
    # ten years at 100 to 200 abroad are 1,000 to 2,000 worker-years; 500 new people
    table = claims(("a", "2010", 1000, "exact"), ("b", "2020", 1500, "exact"))
    row = totals.implied_tours(table, STOCK).iloc[0]
    assert (row.new_low, row.new_high) == (500, 500)
    assert (row.years_low, row.years_high) == pytest.approx((1000, 2000))
    assert (row.tour_low, row.tour_high) == pytest.approx((2, 4))
    assert row.finding == "possible"


@pytest.mark.parametrize(
    ("later", "qualifier", "finding"),
    [
        (6000, "exact", "too short"),  # 5,000 new people: 0.2 to 0.4 years
        (1100, "exact", "too long"),  # 100 new people: 10 to 20 years
        (900, "exact", "no rise"),
        (2500, "more_than", "possible"),  # 1,500 to 1,600 new people: 0.63 to 1.33 years
        (2501, "more_than", "possible"),  # at least 1,501 new people
        (4000, "more_than", "too short"),  # at least 3,000: at most 0.67 years
    ],
)
def test_findings(later, qualifier, finding):
    table = claims(("a", "2010", 1000, "exact"), ("b", "2020", later, qualifier))
    assert totals.implied_tours(table, STOCK)["finding"].item() == finding


def test_the_tours_taken_as_possible_are_one_parameter():
    table = claims(("a", "2010", 1000, "exact"), ("b", "2020", 1500, "exact"))
    with assumptions.assumed(tour_low=5, tour_high=6):
        assert totals.implied_tours(table, STOCK)["finding"].item() == "too short"


def test_every_pair_is_tested():
    table = claims(*[(c, f"{2010 + i}", 1000.0 + i, "exact") for i, c in enumerate("abcd")])
    assert len(totals.implied_tours(table, STOCK)) == math.comb(4, 2)


def test_beside_leaves_out_what_the_test_cannot_fail():
    rows = pd.DataFrame(
        [
            ("open", "s1", "2012", 101.0, "more_than"),  # earlier, no upper end
            ("room", "s2", "2012", 100.0, "exact"),  # 200 new in 3 years of 100: 1.5 years each
            ("again", "s2", "2015", 300.0, "exact"),  # the target's own number
            ("short", "s3", "2014", 100.0, "exact"),  # 200 new in 1 year of 100: half a year each
            ("lower", "s4", "2016", 250.0, "exact"),  # a later total that is lower
            ("later", "s5", "2016", 350.0, "more_than"),  # 50 or more new in 1 year: at most 2
            ("far", "s6", "1990", 1.0, "exact"),  # before the stock is documented
            ("eve", "s8", "2010-03", 1.0, "exact"),  # still before it: a year stands at its middle
            ("undated", "s7", "", 1.0, "exact"),
        ],
        columns=["id", "source_id", "as_of", "value", "qualifier"],
    ).assign(value_high=float("nan"))
    target = rows.iloc[0].copy()
    target["id"], target["as_of"], target["value"] = "target", "2015", 300.0
    target["qualifier"] = "exact"
    stock = pd.DataFrame({"year": [2010, 2020], "low": [100.0] * 2, "high": [100.0] * 2})
    found = totals.beside(rows, target, stock).set_index("id")["finding"].to_dict()
    assert found == {
        "room": "possible", "again": "same", "short": "too short", "lower": "fell",
        "later": "possible",
    }  # fmt: skip


def test_the_longest_stay_that_the_ends_allow_by_hand():
    rows = claims(("a", "2010", 100.0, "exact"), ("b", "2014", 300.0, "exact"))
    stock = pd.DataFrame({"year": [2010, 2014], "low": [50.0, 30.0], "high": [50.0, 40.0]})
    tests = totals.implied_tours(rows, stock)
    # at most (50 + 40) / 2 x 4 = 180 years; 200 new, of whom 40 may just have come: 180 / 160
    assert totals.longest_tours(tests, rows, stock).tolist() == pytest.approx([1.125])
    assert tests["tour_high"].tolist() == pytest.approx([0.9])
    crowd = stock.assign(high=[50.0, 250.0])
    assert math.isinf(totals.longest_tours(tests, rows, crowd).item())  # all may just have come


def test_counts_before_the_teams():
    rows = pd.DataFrame(
        [
            ("eve", 2020.2, "exact"),
            ("year", 2020.5, "exact"),
            ("host-countries.2020-03.solidariedade-cuba-rj", 2020.4, "exact"),
            ("hedged", 2020.0, "more_than"),
            ("long before", 2019.4, "exact"),
        ],
        columns=["id", "time", "qualifier"],
    )
    assert totals.before_teams(rows)["id"].tolist() == [
        "eve",
        "host-countries.2020-03.solidariedade-cuba-rj",
    ]


def test_what_is_said_to_leave_the_teams_out_says_so():
    told = "Excludes|Leaves out|Before the pandemic|before the outbreak|As the pandemic began"
    for claim_id in tables.judged("hosts-without-teams"):
        assert re.search(told, tables.claim(claim_id)["note"]), claim_id

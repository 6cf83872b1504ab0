"""Running totals: falls and the flow-stock test, on rows small enough to check by hand."""

import math

import pandas as pd
import pytest

from evidence import totals


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
    # about 164 is 155.8 to 172.2; more than 150 has no upper end
    assert totals.falls(claims(("a", "2010", 164, "about"), ("b", "2012", 160, "exact"))).empty
    assert totals.falls(claims(("a", "2010", 164, "exact"), ("b", "2012", 150, "more_than"))).empty


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
        (2500, "more_than", "possible"),  # at least 1,500 new people: at most 1.33 years
        (4000, "more_than", "too short"),  # at least 3,000: at most 0.67 years
    ],
)
def test_findings(later, qualifier, finding):
    table = claims(("a", "2010", 1000, "exact"), ("b", "2020", later, qualifier))
    assert totals.implied_tours(table, STOCK)["finding"].item() == finding


def test_the_tours_taken_as_possible_are_one_parameter():
    table = claims(("a", "2010", 1000, "exact"), ("b", "2020", 1500, "exact"))
    assert totals.implied_tours(table, STOCK, tour=(5.0, 6.0))["finding"].item() == "too short"


def test_every_pair_is_tested():
    table = claims(*[(c, f"{2010 + i}", 1000.0 + i, "exact") for i, c in enumerate("abcd")])
    assert len(totals.implied_tours(table, STOCK)) == math.comb(4, 2)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ([70, 70, 60, 60], "fewer in later years, and sources of a year agree"),
        ([70, 66, 60, 60], "fewer in later years, and sources of one year differ"),
        ([60, 60, 70, 70], "more in later years"),
        ([60, 60, 60, 60], "as many in later years"),
    ],
)
def test_hosts_title(values, says):
    rows = pd.DataFrame({"time": [2010.1, 2010.2, 2020.1, 2020.2], "value": values})
    assert says in totals.hosts_title(rows.assign(qualifier="exact"))

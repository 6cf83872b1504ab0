"""Who is speaking of money, on rows checked by hand."""

import pandas as pd
import pytest

from evidence.ledger import tables
from evidence.themes.money import pay_sides


@pytest.mark.parametrize(
    ("origin", "stake", "expected"),
    [
        ("Roberto Occhiuto", "cuba_critical", "Officials"),  # a critic's page prints an official
        ("Cuba Archive", "press", "Critics"),  # the press prints a critic
        ("Nation (Kenya)", "cuba_critical", "Others"),  # a critic's page prints a newspaper
        ("", "cuba_critical", "Critics"),
        ("", "us_government", "Critics"),
        ("", "cuban_state", "Officials"),
        ("", "host_government", "Officials"),
        ("unnamed sources", "press", "Others"),
    ],
)
def test_the_origin_decides_the_side_and_else_the_publisher(origin, stake, expected):
    assert pay_sides.side(origin, stake) == expected


def test_a_state_speaks_on_one_side_by_whatever_name():
    names = tables.table("voices").query("origin == 'Cuban state'")["voice"]
    assert {pay_sides.side(name, "cuba_critical") for name in names} == {"Officials"}


def test_a_voice_that_is_not_known_is_refused():
    with pytest.raises(KeyError, match="no voice 'a friend'"):
        pay_sides.side("a friend", "press")


def test_the_sides_are_those_that_are_drawn():
    assert {*tables.judged_parts("money-sides"), "Others"} == set(pay_sides.SIDES)


@pytest.mark.parametrize(
    ("start", "end", "as_of", "year"),
    [("2013-05", "2014", "2025", "2013"), ("", "2014-02", "2025", "2014"), 
     ("", "", "2025-01", "2025"), ("", "", "", "")],
)  # fmt: skip
def test_the_year_of_a_sum(start, end, as_of, year):
    row = pd.Series({"date_start": start, "date_end": end, "as_of": as_of})
    assert pay_sides.money_year(row) == year

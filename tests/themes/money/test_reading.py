"""What fills the sentences of the chapter. Which one is chosen: cases.py."""

import runpy
from pathlib import Path

import pytest
from pay_rows import NAMES

from evidence.show import say
from evidence.themes.money import pay_tables, reading, share_chart

cases = runpy.run_path(str(Path(__file__).with_name("cases.py")))


def test_named_hosts_are_named_in_the_order_of_the_page():
    assert reading.named_hosts({"VEN", "KEN", "BRA"}, NAMES)[1] == {
        "countries": "Brazil and Venezuela"
    }


def test_what_fell_is_named():
    assert reading.impact(["births", "lives"])[1] == {"totals": "births and lives"}


def test_a_country_is_named_once_however_many_pairs_it_has():
    pairs = cases["facing"](("stated", 9.0, 9.5), ("stated", 11, 12))
    assert len(pairs) == 2
    assert reading.side_by_side(pairs, NAMES)[1] == {"countries": "Aland"}


def test_the_limit_is_said_as_it_is_set():
    half, other = (say.parts("money", "limit", *reading.limit(x)) for x in (50.0, 60.0))
    assert half == {"most": "half", "above": "one half"}
    assert other == {"most": "60 percent", "above": "60 percent"}


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(20, 20, "20"), (9, 24, "9 to 24"), (0, 29, "up to 29"), (10.9, 100, "at least 10"),
     (0, 0, "0"), (100, 100, "100")],
)  # fmt: skip
def test_a_share_is_told_by_the_end_that_is_set(low, high, text):
    assert share_chart.told_share(low, high) == text


@pytest.mark.parametrize(
    ("unit", "text"),
    [("usd_per_month", "US dollars a month"), ("eur_per_hour", "euros an hour"), ("zar", "rand")],
)
def test_a_unit_in_words(unit, text):
    assert pay_tables.in_words(unit) == text


@pytest.mark.parametrize("unit", ["xau", "usd_per_decade"])
def test_a_unit_without_words_is_refused(unit):
    with pytest.raises(ValueError, match="there is no"):
        pay_tables.in_words(unit)

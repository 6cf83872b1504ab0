"""Assumptions are read when a function is called, and each is in the table with its range."""

import pandas as pd
import pytest

from evidence import assumptions
from evidence.reckon import bounds, totals


@pytest.fixture(autouse=True)
def put_back():
    yield
    assumptions.reset()


def test_a_change_is_seen_by_the_next_call_and_goes_with_reset():
    assert totals.judge((0.5, 0.9)) == "too short"
    assumptions.change(tour_low=0.4)
    assert totals.judge((0.5, 0.9)) == "possible"
    assumptions.reset()
    assert totals.judge((0.5, 0.9)) == "too short"


def test_a_block_puts_back_what_was_there_even_after_a_fault():
    assumptions.change(about=0.2)
    with pytest.raises(KeyError), assumptions.assumed(about=0.5):
        raise KeyError
    assert assumptions.about == 0.2


def test_an_unknown_name_is_refused_when_read_and_when_set():
    with pytest.raises(AttributeError, match="no assumption 'abuot'"):
        assumptions.abuot  # noqa: B018
    with pytest.raises(AttributeError, match="no assumption 'abuot'"):
        assumptions.change(abuot=1)


@pytest.mark.parametrize("values", [
    {"about": "linear"}, {"interpolation": 2}, {"tour_low": 5}, {"family_high": -1},
    {"held": 1, "tour_high": 0.5},
])  # fmt: skip
def test_a_value_that_cannot_be_is_refused_and_nothing_changes(values):
    with pytest.raises(ValueError, match=r"upside down|another kind"):
        assumptions.change(**values)
    assert assumptions.held == assumptions.table()["held"]["value"]
    assert assumptions.tour() == (1, 3)


@pytest.mark.parametrize("name", assumptions.table())
def test_the_value_lies_within_its_range_and_the_range_is_open(name):
    row = assumptions.table()[name]
    assert row["low"] != row["high"]
    if not isinstance(row["value"], str):
        assert row["low"] <= row["value"] <= row["high"]


def test_a_figure_widens_with_about():
    claim = pd.Series({"value": 100.0, "value_high": float("nan"), "qualifier": "about"})
    for about in (0, 0.05, 0.5):
        with assumptions.assumed(about=about):
            assert bounds.of(claim) == pytest.approx((100 - 100 * about, 100 + 100 * about))


def test_what_is_read_is_told_also_of_a_block_inside_another():
    with assumptions.reading() as outer:
        assert assumptions.about
        with assumptions.reading() as inner, assumptions.assumed(held=7):
            assert assumptions.held == 7
    assert assumptions.half
    assert inner >= {"held"}
    assert "about" not in inner
    assert outer >= {"about", "held"}
    assert "half" not in outer

"""Assumptions are read when a function is called, and each is in the table with its range."""

import pytest

from evidence import assumptions
from evidence.reckon import totals


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
    assumptions.change(held=8)
    with pytest.raises(KeyError), assumptions.assumed(held=9):
        raise KeyError
    assert assumptions.held == 8


def test_an_unknown_name_is_refused_when_read_and_when_set():
    with pytest.raises(AttributeError, match="no assumption 'abuot'"):
        assumptions.abuot  # noqa: B018
    with pytest.raises(AttributeError, match="no assumption 'abuot'"):
        assumptions.change(abuot=1)


@pytest.mark.parametrize("values", [
    {"held": "linear"}, {"interpolation": 2}, {"tour_low": 5}, {"family_high": -1},
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


def test_what_is_read_is_told_also_of_a_block_inside_another():
    with assumptions.reading() as outer:
        assert assumptions.several
        with assumptions.reading() as inner, assumptions.assumed(held=7):
            assert assumptions.held == 7
    assert assumptions.half
    assert inner >= {"held"}
    assert "several" not in inner
    assert outer >= {"several", "held"}
    assert "half" not in outer

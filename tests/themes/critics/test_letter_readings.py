"""The letter beside the other shares of pay, on rows checked by hand."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from side_rows import NAN, frame, row

from evidence.ledger import tables
from evidence.themes.critics import claim_sides, letter_readings

# shares and the letter


@pytest.mark.parametrize(
    ("measure", "value", "high", "qualifier", "expected"),
    [
        ("share_of_pay_kept_by_state", 75, NAN, "more_than", (75, 100)),
        ("share_of_pay_received_by_worker", 75, 90, "exact", (10, 25)),
        ("worker_share_of_host_payment", 10, NAN, "fewer_than", (90, 100)),
        ("share_paid_to_worker_account", 100, NAN, "exact", (0, 0)),
        ("state_share_of_host_payment", 50, NAN, "exact", (50, 50)),
    ],
)
def test_kept(measure, value, high, qualifier, expected):
    claim = row(measure=measure, value=float(value), value_high=high, qualifier=qualifier)
    assert letter_readings.kept(claim) == expected


def test_kept_of_what_is_no_share():
    with pytest.raises(ValueError, match="not a share of pay"):
        letter_readings.kept(row())


@given(st.floats(0, 100), st.sampled_from(["exact", "more_than", "fewer_than"]))
def test_the_two_ways_of_stating_a_split_agree(share, qualifier):
    mirror = {"more_than": "fewer_than", "fewer_than": "more_than"}.get(qualifier, qualifier)
    state = row(measure="state_share_of_host_payment", value=share, qualifier=qualifier)
    worker = row(measure="worker_share_of_host_payment", value=100 - share, qualifier=mirror)
    assert letter_readings.kept(state) == pytest.approx(letter_readings.kept(worker))


LETTER = (
    "share-pay-kept-by-state.2019-11.prisoners-defenders",
    "share-pay-kept-by-state.2019-11.noticias-cubanas",
)  # by its complainant, and as the Commission quotes it


def shares(*rows):
    places = pd.Series({"BRA": "Brazil"})
    return letter_readings.with_kept(frame(*rows), places)


def other(value, **known):
    return row(measure="state_share_of_host_payment", value=float(value), **known)


def test_the_letter_stands_first_and_names_who_tells_it():
    table = shares(other(80, country_iso3="BRA"), other(75, id=LETTER[0]))
    names = ["UN letter\nvia Prisoners Defenders", "Brazil, 2020:\nnobody named"]
    assert list(table["name"]) == names
    assert list(table["letter"]) == [True, False]


@pytest.mark.parametrize(("told", "near"), [
    ([("more_than", 75.0)], [True, True, False]),
    ([("more_than", 75.0), ("exact", 90.0)], [True, False, False]),  # both tellings must allow it
    ([("exact", 10.0)], [False, False, False]),
])  # fmt: skip
def test_which_shares_are_near_the_letter(told, near):
    letters = [
        other(value, qualifier=hedge, id=claim)
        for claim, (hedge, value) in zip(LETTER, told, strict=False)
    ]
    table = shares(*letters, other(90), other(80), other(50))
    assert list(letter_readings.near_the_letter(table)) == near


def test_the_letter_of_the_ledger_is_told_by_its_complainant_and_the_commission():
    rows = claim_sides.numbered(tables.claims(), tables.sources(), tables.table("repeats"))
    table = letter_readings.with_kept(rows[rows["kind"] == "share"], pd.Series(dtype=object))
    assert set(table.loc[table["letter"], "id"]) == {
        "share-pay-kept-by-state.2019-11.prisoners-defenders",
        "share-pay-kept-by-state.2019-11.diario-cuba",
        "share-pay-kept-by-state.2019-11.noticias-cubanas",
    }

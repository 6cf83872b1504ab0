"""Two readings of one letter, on rows checked by hand."""

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


@pytest.mark.parametrize(
    ("second", "others", "title", "words"),
    [
        ((70, 80), [], "that agree", "could both be right"),
        ((10, 25), [(76, 91), (50, 50)], "exclude each other", "the complainant’s reading"),
        ((10, 25), [(20, 20)], "exclude each other", "the translator’s reading"),
        ((10, 25), [(50, 50)], "exclude each other", "do not favour either"),
    ],
)
def test_readings(second, others, title, words):
    found, sentence = letter_readings.readings((75, 100), second, others)
    assert title in found
    assert words in sentence


@pytest.mark.parametrize(
    ("translated", "counted"), [(80.0, ["o"]), (20.0, ["ec231", "o", "ec238"])]
)
def test_readings_that_exclude_each_other_stand_apart(translated, counted):
    rows = frame(
        row(id="ec231", measure="share_of_pay_kept_by_state", value=80.0, kind="share"),
        row(id="o", measure="state_share_of_host_payment", value=60.0, kind="share"),
        row(id="ec238", measure="share_of_pay_received_by_worker", value=translated, kind="share"),
    )  # fmt: skip
    assert list(rows.loc[~letter_readings.apart(rows), "id"]) == counted


def test_only_the_shares_of_the_letter_stand_apart_in_the_ledger():
    rows = claim_sides.numbered(tables.claims(), tables.sources(), tables.table("repeats"))
    assert set(rows.loc[letter_readings.apart(rows), "id"]) == {"ec231", "ec238"}


def test_split_readings_finds_the_two_of_the_letter():
    shares = letter_readings.with_kept(
        frame(
            row(id="o", measure="state_share_of_host_payment", value=60.0, country_iso3="BRA"),
            row(id="ec238", measure="share_of_pay_received_by_worker", value=80.0),
            row(id="ec231", measure="share_of_pay_kept_by_state", value=80.0),
        ),
        pd.Series({"BRA": "Brazil"}),
    )  # fmt: skip
    assert letter_readings.split_readings(shares) == ((80, 80), (20, 20), [(60, 60)])
    assert list(shares["id"]) == ["ec231", "ec238", "o"]
    assert shares["name"].iloc[-1] == "Brazil, 2020:\nnobody named"

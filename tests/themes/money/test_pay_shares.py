"""The share of a payment that reaches the worker, on rows checked by hand."""

import csv
import math
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pay_rows import LOW, PAID, SOURCES, WORLD, claims, shares

from evidence.ledger import tables
from evidence.themes.money import pay_shares

DATA = Path(tables.__file__).parents[3] / "data" / "claims.csv"


@pytest.mark.parametrize(
    ("measure", "value", "high", "qualifier", "expected"),
    [
        ("worker_share_of_host_payment", 8, 16, "exact", (8, 16)),
        ("worker_share_of_host_payment", 10, math.nan, "fewer_than", (0, 10)),
        ("state_share_of_host_payment", 71, math.nan, "exact", (29, 29)),
        ("state_share_of_host_payment", 76, 91, "exact", (9, 24)),
        ("share_of_pay_kept_by_state", 75, math.nan, "more_than", (0, 25)),
        ("share_paid_to_worker_account", 100, math.nan, "exact", (100, 100)),
        ("share_of_pay_received_by_worker", 75, 90, "exact", (75, 90)),
    ],
)
def test_stated_shares(measure, value, high, qualifier, expected):
    table = claims({"measure": measure, "value": value, "value_high": high, "qualifier": qualifier})
    row = pay_shares.stated_shares(table, SOURCES).iloc[0]
    assert (row.low, row.high) == pytest.approx(expected)
    assert (row.basis == "paid in") == (measure == "share_paid_to_worker_account")


def both(host: dict, worker: dict) -> pd.DataFrame:
    table = claims(
        {"measure": "host_pays_per_worker_usd", "value": 4000, **host},
        {"measure": "worker_receives_usd", "value": 1000, "value_high": 1200, **worker},
    )
    return pay_shares.computed_shares(table, SOURCES)


def test_both_ends_make_a_share():
    row = both({}, {}).iloc[0]
    assert (row.low, row.high) == pytest.approx((25, 30))
    assert sorted(row.inputs) == ["c0", "c1"]


@pytest.mark.parametrize(
    ("host", "worker"),
    [
        ({"as_of": "2020"}, {"as_of": "2021"}),
        ({"country_iso3": "AAA"}, {"country_iso3": "BBB"}),
        ({"measure": "host_pays_per_worker_brl", "unit": "brl_per_month"}, {}),
        ({"measure": "host_pays_per_worker_no_period_usd"}, {}),
        ({"as_of": "", "source_id": "s1"}, {"as_of": "", "source_id": "s2"}),
        ({"as_of": ""}, {}),
    ],
)
def test_ends_of_another_year_country_currency_or_undated_source_make_none(host, worker):
    assert both(host, worker).empty


def test_undated_ends_of_one_source_make_a_share():
    assert len(both({"as_of": ""}, {"as_of": ""})) == 1


def test_an_open_end_stays_open_up_to_the_whole():
    row = both({"value_high": 8000}, {"qualifier": "at_least", "value_high": math.nan}).iloc[0]
    assert (row.low, row.high) == pytest.approx((12.5, 100))


def test_two_sides_make_others():
    assert both({}, {"attributed_to": "Cuba Archive"})["said_by"].item() == "Others"
    one = {"attributed_to": "Cuba Archive"}
    assert both(one, one)["said_by"].item() == "Critics"


def test_both_parts_make_a_share():
    table = claims(
        {"measure": "worker_receives_usd", "value": 1000},
        {"measure": "state_keeps_per_worker_usd", "value": 4000},
    )
    row = pay_shares.computed_shares(table, SOURCES).iloc[0]
    assert (row.low, row.high) == pytest.approx((20, 20))


def ends() -> st.SearchStrategy:
    number = st.floats(1, 1e6)
    return st.tuples(number, number).map(lambda pair: (min(pair), max(pair)))


@given(ends(), ends())
def test_a_part_and_the_rest_make_the_whole(part, rest):
    low, high = pay_shares.part_beside(part, rest)
    other_low, other_high = pay_shares.part_beside(rest, part)
    assert 0 <= low <= high <= 100
    assert low + other_high == pytest.approx(100)
    assert high + other_low == pytest.approx(100)


@given(ends(), ends(), st.floats(0, 1), st.floats(0, 1))
def test_part_of_holds_every_choice_of_ends(part, whole, a, b):
    p = part[0] + a * (part[1] - part[0])
    w = whole[0] + b * (whole[1] - whole[0])
    if part[0] > whole[1]:
        with pytest.raises(ValueError, match="more than the whole"):
            pay_shares.part_of(part, whole)
        return
    low, high = pay_shares.part_of(part, whole)
    share = min(100.0, 100 * p / w)
    assert low - 1e-6 <= share <= high + 1e-6


def test_a_pair_is_told_to_meet_and_to_speak_of_one_thing_or_not():
    kept = ("AAA", "Officials", "stated", 10.0, 60.0)
    pairs = pay_shares.facing(shares(LOW, kept, PAID))
    assert pairs[["meet", "same_basis"]].to_numpy().tolist() == [[True, True], [False, False]]


def test_world_shares_face_nobody():
    assert pay_shares.facing(
        shares(WORLD, ("", "Critics", "s", 0.0, 5.0), ("", "Officials", "s", 90.0, 95.0))
    ).empty


def test_the_ledgers_shares_recomputed_from_the_raw_rows():
    """Brazil 2018 and the count below half, by a reckoning that shares no code with the module."""
    with DATA.open(encoding="utf-8", newline="") as file:
        raw = {row["id"]: row for row in csv.DictReader(file)}
    brazil = (
        float(raw["worker-receives-brl.brazil.2018-11.sao-goncalo-agora"]["value"])
        / float(raw["host-pays-per-worker-brl.brazil.2018-11.sao-goncalo-agora"]["value"])
        * 100
    )
    kenya = float(raw["worker-receives-usd.kenya.2020-10.translating-cuba"]["value"])
    kenya = (
        kenya
        / (kenya + float(raw["state-keeps-per-worker-usd.kenya.2020-10.translating-cuba"]["value"]))
        * 100
    )
    angola = (
        100 - float(raw["state-share-host-payment.angola.2025.verifica-ao"]["value_high"]),
        100 - float(raw["state-share-host-payment.angola.2025.verifica-ao"]["value"]),
    )
    rows = pay_shares.worker_shares(tables.claims(topic=["pay", "rights"]), tables.sources())
    by_inputs = {tuple(r.inputs): (r.low, r.high) for r in rows.itertuples()}
    assert by_inputs[
        (
            "worker-receives-brl.brazil.2018-11.sao-goncalo-agora",
            "host-pays-per-worker-brl.brazil.2018-11.sao-goncalo-agora",
        )
    ] == pytest.approx((brazil, brazil))
    assert by_inputs[
        (
            "worker-receives-usd.kenya.2020-10.translating-cuba",
            "state-keeps-per-worker-usd.kenya.2020-10.translating-cuba",
        )
    ] == pytest.approx((kenya, kenya))
    assert by_inputs[("state-share-host-payment.angola.2025.verifica-ao",)] == pytest.approx(angola)
    above = {i for r in pay_shares.above_half(rows).itertuples() for i in r.inputs}
    assert above == {"share-paid-to-worker-account.italy.2025-07.radio-cuba-libre"}


def test_a_share_is_as_good_as_its_weaker_end():
    graded = pd.DataFrame({"id": ["a", "b", "c"], "points": [4, 1, 3]})
    some = pd.DataFrame({"inputs": [["a", "b"], ["a"], ["c", "a"]]}, index=[7, 8, 9])
    assert pay_shares.weakest(some, graded).to_dict() == {7: "b", 8: "a", 9: "c"}

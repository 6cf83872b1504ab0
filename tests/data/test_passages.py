"""A claim comes with the words that carry it, and its number stands in them."""

import pytest
from numbers_said import numbers_said
from raw_rows import read

PASSAGES = {row["claim"]: row["passage"] for row in read("passages")}
NOTED = {row["id"]: row for row in read("claims")}
JUDGED = {row["item"] for row in read("judgements") if row["set"] == "number-not-in-passage"}
NO_NUMBER = ("event", "tier", "year")  # the claim is that something happened, in a class or a year


@pytest.mark.parametrize(("text", "numbers"), [
    ("407,000 health professionals, including 183,338 doctors", {407000, 183338}),
    ("más de 25.000 estudiantes de 84 naciones", {25000, 25, 84}),
    ("25 mil 688 expertos", {25, 25688}),
    ("10 thousand 500 medical doctors", {10, 10500}),
    ("or $2.3 billion, of earnings", {2.3, 2.3e9}),
    ("siete mil estudiantes", {7000}),
    ("836 142 civilians", {836142, 836, 142}),
    ("de 0,7 por ciento", {0.7}),
    ("twelve doctors", {12}),
    ("nobody", set()),
])  # fmt: skip
def test_numbers_said(text, numbers):
    assert numbers <= numbers_said(text)
    assert bool(numbers) == bool(numbers_said(text))


def test_each_is_short_and_of_a_claim():
    assert all(len(passage.split()) <= 25 for passage in PASSAGES.values())
    assert set(PASSAGES) <= set(NOTED)


def test_every_claim_noted_since_passages_are_kept_has_one():
    # the ledger began without them; no claim may join it without one
    assert len(set(NOTED) - set(PASSAGES)) == 1790


def test_the_number_of_a_claim_stands_in_its_passage():
    apart = set()
    for claim, passage in PASSAGES.items():
        row, said = NOTED[claim], numbers_said(passage)
        if row["unit"] in NO_NUMBER or not row["value"]:
            continue
        ends = {abs(float(row[end])) for end in ("value", "value_high") if row[end]}
        if not ends <= said:
            apart.add(claim)
    assert apart == JUDGED

"""The documents audit: no numeral of the two documents goes unexplained, no figure is invented.

The texts are other people's and not in this repository: COUNTING_DOCUMENTS names their folder.
Without it the tests of the texts skip; the tests of `numerals_in` always run.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from evidence.ledger import tables

SOURCES = ("panichelli_batalla_2020.txt", "geopolitical_economy_2022.txt")
# Figures with no numeral in the text: what the text lists, item by item. The value is their number.
ENUMERATED = {
    "ge-care-layers": ("neighborhood doctor", "neighborhood clinics", "hospitals", "specialties")
}
COUNTING = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty""".split()
ORDINAL = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
WORDS = {word: float(value) for value, word in enumerate(COUNTING)}
WORDS |= {word: float(value) for value, word in enumerate(ORDINAL, start=1)}
WORDS |= {word: 10.0 * tens for tens, word in enumerate(
    "thirty forty fifty sixty seventy eighty ninety".split(), start=3)}  # fmt: skip
WORDS |= {"once": 1, "twice": 2, "half": 0.5, "dozen": 12, "hundred": 1e2, "thousand": 1e3}
WORDS |= {"million": 1e6, "billion": 1e9}
LOOSE = """tens dozens hundreds thousands millions billions both multiple several many nearly
    numerous various some few most long""".split()
PHRASES = [r"a\s+lot", r"even\s+more", r"(?:high|low|large|small|great)(?:er)?\s+numbers?"]
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
NUMERAL = re.compile(rf"{DIGITS}|\b(?:{'|'.join([*PHRASES, *WORDS, *LOOSE])})\b", re.IGNORECASE)
HEDGES = ("about", "more_than", "at_least", "nearly", "up_to", "fewer_than")


def numerals_in(text: str) -> list[str]:
    """Numerals of a text in order, lower case: digit runs, number words, loose words of size.

    A run keeps its thousands commas and decimals but no sign, unit or hyphen, so a date is three
    numerals; compounds ("two million") are one numeral a word; "more than" is no numeral.
    """
    return [" ".join(found.lower().split()) for found in NUMERAL.findall(text)]


def number(numeral: str) -> float:
    """What a numeral is worth; NaN for loose words, which equal nothing."""
    digits = numeral.replace(",", "")
    return float(digits) if digits[0].isdigit() else WORDS.get(numeral, float("nan"))


@pytest.fixture(scope="module")
def texts() -> dict[tuple[str, int], str]:
    """Paragraphs of both documents by (source_id, number of the non-empty line)."""
    folder = os.environ.get("COUNTING_DOCUMENTS")
    if not folder:
        pytest.skip("COUNTING_DOCUMENTS does not name the folder of the two documents")
    lines = {name: (Path(folder) / name).read_text(encoding="utf-8") for name in SOURCES}
    return {
        (name, count): " ".join(line.split())
        for name, text in lines.items()
        for count, line in enumerate(filter(str.strip, text.split("\n")), start=1)
    }


def documented() -> Iterator[tuple[pd.Series, tuple[str, int], list[str]]]:
    """Each documented figure with the place its locator names and the numerals tied to it there."""
    claims, rows = tables.claims(), tables.numerals()
    for _, claim in claims[claims["source_id"].isin(SOURCES)].iterrows():
        place = (claim["source_id"], int(claim["locator"].removeprefix("para ")))
        tied = rows[(rows["claim"] == claim["id"]) & (rows["source_id"] == place[0])]
        yield claim, place, list(tied.loc[tied["paragraph"] == place[1], "numeral"])


def stated(claim: pd.Series, value: float, tied: list[str], text: str) -> bool:
    """Is the value in the text, under its hedge: as a numeral tied to the claim, or as a list?"""
    if claim["id"] in ENUMERATED:
        return value == sum(item in text for item in ENUMERATED[claim["id"]])
    worth = [numeral for numeral in set(tied) & set(numerals_in(text)) if number(numeral) == value]
    hedges = {h for h in HEDGES for n in worth if f"{h.replace('_', ' ')} {n}" in text.lower()}
    return bool(worth) and hedges == {claim["qualifier"]} - {"exact"}


def quoted(claim: pd.Series) -> list[str]:
    """Words of the text that the note quotes, lower case."""
    return [words.lower() for words in re.findall('"([^"]+)"', claim["note"])]


def test_documented_figures_stand_where_their_locators_say(texts: dict) -> None:
    for claim, place, tied in documented():
        if claim["qualifier"] == "vague":
            words = quoted(claim)[0]
            assert pd.isna(claim["value"]), f"{claim['id']}: a vague figure has no value"
            assert words in texts[place].lower(), f"{claim['id']}: {words} is not in the text"
            assert set(tied) & set(numerals_in(words)), f"{claim['id']}: {words} is not tied to it"
        else:
            assert stated(claim, claim["value"], tied, texts[place]), claim["id"]


def test_every_numeral_has_one_row_and_every_row_its_numeral(texts: dict) -> None:
    found = []
    for (source, paragraph), text in texts.items():
        seen: Counter[str] = Counter()
        for numeral in numerals_in(text):
            seen[numeral] += 1
            found.append((source, paragraph, numeral, seen[numeral]))
    columns = ["source_id", "paragraph", "numeral", "occurrence"]
    rows = [(s, int(p), n, int(o)) for s, p, n, o in tables.numerals()[columns].to_numpy()]
    assert not set(found) - set(rows), "in the text, not in numerals.csv"
    assert not set(rows) - set(found), "in numerals.csv, not in the text"
    assert rows == found, "a row is repeated, or the rows are not in the order of the text"


def test_claims_and_numerals_account_for_each_other(texts: dict) -> None:
    rows = tables.numerals()
    assert ((rows["claim"] == "") != (rows["reason"] == "")).all(), "a claim or a reason, not both"
    used = 0
    for claim, _, tied in documented():
        dates = {claim[day][:4] for day in ("date_start", "date_end", "as_of")}
        own = dates | {claim["qualifier"]} | set(numerals_in(" ".join(quoted(claim))))
        stray = {n for n in tied if number(n) != claim["value"]} - own
        assert not stray, f"{claim['id']}: {stray} is neither its value, hedge, date nor quoted"
        assert bool(tied) != (claim["id"] in ENUMERATED), f"{claim['id']}: by numeral or by list"
        used += len(tied)
    assert used == (rows["claim"] != "").sum(), "a numeral names a claim that stands elsewhere"


def test_one_wrong_digit_in_a_figure_is_noticed(texts: dict) -> None:
    for claim, place, tied in documented():
        value = "" if claim["qualifier"] == "vague" else f"{claim['value']:.15g}"
        for at in (at for at, digit in enumerate(value) if digit.isdigit()):
            for digit in set("0123456789") - {value[at]}:
                wrong = float(value[:at] + digit + value[at + 1 :])
                assert not stated(claim, wrong, tied, texts[place]), f"{claim['id']} as {wrong}"


@pytest.mark.parametrize(("text", "expected"), [
    ("On 2031-02-07 at 09:45, 12,500 pears.", ["2031", "02", "07", "09", "45", "12,500"]),
    ("Flu-77 took 3.5% of 6,0000 hens.", ["77", "3.5", "6", "0000"]),
    ("No one saw both firsthand; someone was FIRST.", ["one", "both", "first"]),
    ("A  lot of tea, higher\nnumbers, long-term", ["a lot", "higher numbers", "long"]),
    ("More than nearly twenty-six; longer, a lottery", ["nearly", "twenty", "six"]),
    ("", []),
])  # fmt: skip
def test_numerals_in(text: str, expected: list[str]) -> None:
    assert numerals_in(text) == expected

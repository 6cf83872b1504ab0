"""Catalogues of sentences: what is worded, and every fault in a sentence with file and key."""

import re

import pytest

from evidence.show import say
from press.claims import numbers

CATALOGUE = """
plain: Nothing is filled here.
range: "They run from {low} to {high}."
rise:
  rose: It rose by {much}.
  fell: It fell.
judged:
  true: {verdict: supported, why: "It agrees with {other}."}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(say, "CHAPTERS", tmp_path)
    (tmp_path / "one.say.yml").write_text(CATALOGUE.replace("true:", "'true':"), encoding="utf-8")
    return tmp_path


def test_a_path_of_keys_leads_to_a_text_whose_places_are_filled(folder):
    said = say.of("one")
    assert said("plain") == "Nothing is filled here."
    assert said("range", low="6", high="36") == "They run from 6 to 36."
    assert said("rise", "rose", {"much": "half"}) == "It rose by half."
    assert said("rise", "fell", {"much": "half"}) == "It fell."  # another outcome has the place
    assert say.parts("one", "judged", "true", other="another") == {
        "verdict": "supported",
        "why": "It agrees with another.",
    }
    assert say.parts("one", "judged", "true", {"other": "a"})["why"] == "It agrees with a."


@pytest.mark.parametrize(
    ("path", "fills", "told"),
    [
        (("rises",), {}, "key rises: there is no 'rises', only 'plain', 'range', 'rise', 'judged'"),
        (("rise", "stood"), {}, "key rise.stood: there is no 'stood', only 'rose', 'fell'"),
        (("plain", "rose"), {}, "key plain.rose: there is no 'rose', a text"),
        (("rise",), {}, "key rise: say which of 'rose', 'fell'"),
        (("range",), {"low": "6"}, "key range: nothing fills {high}"),
        (("plain",), {"low": "6"}, "key plain: no text of 'plain' has a place {low}"),
        (("range",), {"low": 6, "high": "9"}, "key range: {low} is filled with what is no text"),
    ],
)
def test_what_cannot_be_said_is_told_with_file_and_key(folder, path, fills, told):
    with pytest.raises(ValueError, match=f"^one.say.yml, {re.escape(told)}$"):
        say.text("one", *path, **fills)


def test_a_catalogue_that_is_not_there_is_told(folder):
    with pytest.raises(ValueError, match=r"^two\.say\.yml: the file is missing$"):
        say.text("two", "plain")


def test_what_is_said_follows_the_file(folder):
    assert say.text("one", "plain").startswith("Nothing")
    (folder / "one.say.yml").write_text("plain: Other words.\n", encoding="utf-8")
    assert say.text("one", "plain") == "Other words."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: b\na: c\n", "one.say.yml, line 1: a key stands twice"),
        ("- a\n", "one.say.yml: ['a'] is not a mapping of keys to texts"),
        ("", "one.say.yml: None is not a mapping of keys to texts"),
        ("a: 5\n", "one.say.yml, key a: 5 is not a mapping of keys to values or a text"),
        ("a: {b: }\n", "one.say.yml, key a.b: None is not a mapping of keys to values or a text"),
        ("a: ''\n", "one.say.yml, key a: is empty"),
        ("a: {}\n", "one.say.yml, key a: is empty"),
        ("a: {no: b}\n", "one.say.yml, key a.False: False is no text: quote it"),
        ("a: 'of {}'\n", "one.say.yml, key a: {} is no place: a place is one word in braces"),
        ("a: 'of {b:.1f}'\n", "one.say.yml, key a: {b} is no place: a place is one word in braces"),
        ("a: 'of {b.c}'\n", "one.say.yml, key a: {b.c} is no place: a place is one word in braces"),
        ("a: 'of {b'\n", "one.say.yml, key a: expected '}' before end of string"),
        ("a: [\n", "one.say.yml, line 2: did not find expected node content"),
    ],
)
def test_every_fault_of_a_catalogue_is_told(folder, text, told):
    (folder / "one.say.yml").write_text(text, encoding="utf-8")
    assert say.faults(folder) == [told]
    with pytest.raises(ValueError, match=f"^{re.escape(told)}$"):
        say.text("one", "a")


@pytest.mark.parametrize(
    ("text", "number"),
    [("7,000 of them left", "7,000"), ("three of {all}", "three"), ("{a} is twice {b}", "twice"),
     ("about a thousand", "thousand"), ("thousands of them", "thousands")],
)  # fmt: skip
def test_a_number_that_is_typed_is_told(folder, text, number):
    (folder / "one.say.yml").write_text(f"a:\n  b: '{text}'\n", encoding="utf-8")
    (told,) = numbers.in_catalogues(folder)
    assert told.startswith(f"one.say.yml, key a.b: bare number {number!r}: leave a {{place}}")


@pytest.mark.parametrize(
    "text",
    ["{a} thousand people", "thousand people, as stated", "thousands, as stated", "in May 2019",
     "until 2014"],
)  # fmt: skip
def test_units_of_places_and_dates_are_no_typed_numbers(folder, text):
    (folder / "one.say.yml").write_text(f"a: '{text}'\n", encoding="utf-8")
    assert numbers.in_catalogues(folder) == []

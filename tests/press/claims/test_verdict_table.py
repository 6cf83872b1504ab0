"""The table of verdicts is made from results, and leaves no documented figure out."""

import pytest

from evidence.ledger import tables
from press.claims import verdict_table

RESULTS = {
    "a-verdict": {"text": "Supported", "inputs": ["pb-countries", "S0162"], "page": "one"},
    "a-sentence": {"text": "It is so.", "inputs": [], "page": "one"},
    "a-confidence": {"text": "low", "inputs": [], "page": "one"},
    "b": {"text": "1", "inputs": [], "page": "one"},
}


def test_a_row_a_verdict():
    (row,) = verdict_table.judged(RESULTS)
    assert (row["id"], row["figure"], row["verdict"]) == ("pb-countries", "164", "Supported")
    assert (row["sentence"], row["confidence"]) == ("It is so.", "low")
    assert (row["page"], row["anchor"]) == ("one", "result-a-verdict")


def test_the_sentence_on_how_sure_goes_before_the_word_alone():
    (row,) = verdict_table.judged(RESULTS | {"a-sure": RESULTS["a-sentence"]})
    assert row["confidence"] == "It is so."


def test_a_verdict_without_a_sentence_is_refused():
    with pytest.raises(KeyError, match="a-sentence"):
        verdict_table.judged({"a-verdict": RESULTS["a-verdict"]})


def test_judged_and_unjudged_are_all_documented_figures():
    rows = verdict_table.judged(RESULTS)
    rest = verdict_table.unjudged(rows)
    documents = ["panichelli_batalla_2020.txt", "geopolitical_economy_2022.txt"]
    everything = set(tables.claims(source_id=documents)["id"])
    assert {row["id"] for row in rows} | {row["id"] for row in rest} == everything
    assert not {row["id"] for row in rows} & {row["id"] for row in rest}

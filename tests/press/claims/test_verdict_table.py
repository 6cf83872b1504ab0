"""The table of verdicts is made from their records, and leaves no documented figure out."""

from evidence.ledger import tables
from press.claims import verdict_table

VERDICTS = {
    "a": {
        "figure": "pb-countries",
        "verdict": "Supported",
        "why": "It is so.",
        "sure": "Confidence is low.",
        "confidence": "low",
        "inputs": ["pb-countries", "cumulative-countries.2019-05.radio-habana-cuba"],
        "bears": [],
        "page": "one",
    }
}


def test_a_row_a_verdict():
    (row,) = verdict_table.judged(VERDICTS)
    assert (row["id"], row["figure"], row["verdict"]) == ("pb-countries", "164", "Supported")
    assert (row["why"], row["sure"]) == ("It is so.", "Confidence is low.")
    assert (row["page"], row["anchor"]) == ("one", "result-a-verdict")


def test_judged_and_unjudged_are_all_documented_figures():
    rows = verdict_table.judged(VERDICTS)
    rest = verdict_table.unjudged(rows)
    documents = ["panichelli_batalla_2020.txt", "geopolitical_economy_2022.txt"]
    everything = set(tables.claims(source_id=documents)["id"])
    assert {row["id"] for row in rows} | {row["id"] for row in rest} == everything
    assert not {row["id"] for row in rows} & {row["id"] for row in rest}

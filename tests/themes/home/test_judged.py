"""Words about access, weighed by what the ledger has on them."""

from evidence.ledger import tables
from evidence.themes.home import judged


def test_a_word_that_nobody_counted_has_no_number_to_check():
    found, sure, ids = judged.word("waiting times", tables.measures_in("wait"))
    assert found["verdict"] == "no number to check"
    assert sure["claims"] == 0
    assert "pb-waiting-times" in ids


def test_a_lot_has_no_number_though_both_sides_state_shortages():
    found, sure, ids = judged.hardship()
    assert found["verdict"] == "no number to check"
    assert "by critics alike" in found["why"]
    assert sure["claims"] == 0
    assert len(set(ids)) == len(ids)

"""Where findings turn: by hand on small functions, and on the ledger by the interval itself."""

import pytest

from evidence import assumptions
from evidence.themes.book import tipping


def test_a_turn_is_found_exactly_and_told_from_both_sides():
    def now():
        low = assumptions.tour_low
        return {"a": "long" if low < 0.7 else "short", "b": "same",
                "c": "in" if 0.3 <= low < 1.2 else "out"}  # fmt: skip

    found = tipping.turns(now, "tour_low", 0.1, 1.5)
    assert [(name, before, after) for name, _, before, after in found] == [
        ("c", "out", "in"), ("a", "long", "short"), ("c", "in", "out"),
    ]  # fmt: skip
    assert [at for _, at, *_ in found] == pytest.approx([0.3, 0.7, 1.2], abs=1e-9)


def test_a_pair_turns_where_its_longest_stay_is_the_shortest_possible():
    found = tipping.tipping().set_index(["finding", "label"])
    label = assumptions.table()["tour_low"]["label"]
    for name, (_, longest) in tipping.stays().items():
        low, high = (assumptions.table()["tour_low"][end] for end in ("low", "high"))
        if low < longest < high:
            assert found.loc[(name, label), "turn"] == pytest.approx(longest, abs=1e-6)
            assert found.loc[(name, label), "above"] == "too short"


def test_on_either_side_of_a_turn_the_finding_is_what_the_table_says():
    implied, hows = tipping.stays(), tipping.weighed()
    names = {row["label"]: name for name, row in assumptions.table().items()}
    found = tipping.tipping()
    assert len(found) > 2
    for row in found.itertuples():
        for at, word in ((row.turn - 1e-6, row.below), (row.turn + 1e-6, row.above)):
            with assumptions.assumed(**{names[row.label]: at}):
                assert tipping.outcomes(implied, hows)[row.finding] == word

"""Accounts of a vote as evidence: who counts as an origin, and which accounts fit."""

import pandas as pd

from evidence.ledger import tables
from evidence.themes.diplomacy import vote_sources

SOURCES = pd.DataFrame(
    [
        ("a", "The Assembly", "un", "counter", "full"),
        ("b", "A wire", "press", "reporter", "full"),
        ("c", "A copy", "press", "repeater", "excerpt"),
    ],
    columns=["source_id", "publisher", "stake", "nearness", "read_as"],
)


def test_a_repeater_of_a_vote_is_no_origin():
    votes = pd.DataFrame({"session_year": 2021, "date": "2021-06-23", "source_id": list("abc")})
    rows = vote_sources.accounts(votes, SOURCES)
    assert list(rows["origin"]) == ["The Assembly", "A wire", ""]
    assert list(rows["grade"]) == ["A", "B", "D"]


def test_accounts_fit_that_give_both_counts():
    votes = tables.table("votes")
    some = votes[votes["session_year"] == 2021]
    first = some.iloc[0]
    fitting = ((some["yes"] == first["yes"]) & (some["no"] == first["no"])).sum()
    how = vote_sources.sure_of_pair(votes, [2021], first["yes"], first["no"])
    assert (how["fitting"], how["claims"]) == (fitting, len(some))
    assert vote_sources.sure_of_pair(votes, [2021], 1, 0)["agreement"] == "low"

"""Documented figures in words without a number: one rule for all of them.

A word has the least number that it stands for, or none; which, for every figure, stands in
`data/judgements.csv` (set "least-number"). One with a least number is held against counts of the
same like any "at least"; one without is no number to check, whoever says it.
"""

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon.bounds import Interval

LEAST = {"hundreds": 200}  # twice a hundred; what "several" stands for is assumed


def least(figure: str) -> float | None:
    """The least number that the word of a figure (id) stands for; None where it has none.

    Raises KeyError for a figure without a judgement.
    """
    word = tables.judgements("least-number").set_index("item")["part"][figure]
    return LEAST.get(word, assumptions.several) if word else None


def stands_for(figure: str) -> Interval | None:
    """The numbers that the word of a figure (id) allows; None where it has no least number."""
    lowest = least(figure)
    return None if lowest is None else (lowest, float("inf"))

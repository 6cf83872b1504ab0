"""How stated figures that a model was not given lie in what it draws."""

from typing import Literal

import numpy as np

from evidence.reckon.estimates.scenarios import INTERVAL


def lies(value: float, draws: np.ndarray) -> Literal["below", "inside", "above"]:
    """Where a value lies beside 90 percent of the draws."""
    low, _, high = np.percentile(draws, INTERVAL)
    return "below" if value < low else "above" if value > high else "inside"


def bands(table: np.ndarray) -> np.ndarray:
    """The low end, the median and the high end of each column of draws, one row each."""
    return np.percentile(table, INTERVAL, axis=0)


def can_count(
    of_people: str, of_postings: str
) -> Literal["either", "people", "postings", "above both", "below both", "between"]:
    """What a total can count, from where it lies among people and among postings."""
    if of_people == of_postings:
        return {"inside": "either", "above": "above both", "below": "below both"}[of_people]
    if "inside" in (of_people, of_postings):
        return "people" if of_people == "inside" else "postings"
    return "between"

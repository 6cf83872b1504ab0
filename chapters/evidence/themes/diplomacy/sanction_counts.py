"""Counts of sanctions, and figures that stand alone, beside the other claims."""

from typing import Literal

import pandas as pd

from evidence.reckon.bounds import of, overlap
from evidence.weigh import sure, voices


def one_counter(
    claim: pd.Series, others: pd.DataFrame
) -> Literal["nobody agrees", "somebody else", "own alike", "own differ"]:
    """On a count that may go back to the Cuban state alone.

    `others`: claims of the same count, with attributed_to. A count by anyone else that allows the
    figure supports it; one counter's word does not, whether or not its copies agree.
    """
    fits = pd.Series([overlap(of(claim), of(row)) for _, row in others.iterrows()], dtype=bool)
    own = voices.origin_of(others["attributed_to"]).eq(voices.CUBAN_STATE).reset_index(drop=True)
    if not fits.any():
        return "nobody agrees"
    if (fits & ~own).any():
        return "somebody else"
    return "own alike" if fits.all() else "own differ"


def compared(
    claim: pd.Series, others: pd.DataFrame
) -> Literal["nobody else", "no number", "all", "some", "none"]:
    """On a figure from the other claims of the same thing, whoever makes them."""
    if others.empty:
        return "nobody else"
    if claim["qualifier"] == "vague":
        return "no number"
    fits = [overlap(of(claim), of(row)) for _, row in others.iterrows()]
    return "all" if all(fits) else "some" if any(fits) else "none"


def sure_of(claim: pd.Series, others: pd.DataFrame) -> pd.Series:
    """calibrated.weigh for `compared`: what allows a number fits; nothing bears on a vague word."""
    bears = (others["qualifier"] != "vague") & (claim["qualifier"] != "vague")
    rows = others[bears]
    return sure.of_ids(rows, sure.within(rows, of(claim)))

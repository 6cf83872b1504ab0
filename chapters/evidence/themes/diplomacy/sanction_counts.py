"""Counts of sanctions, and figures that stand alone: verdicts from the other claims.

The verdict functions return (verdict, sentence), as in `verdicts`; the sentences hold no number.
"""

import pandas as pd

from evidence.reckon.bounds import of, overlap
from evidence.weigh import sure, voices


def one_counter(claim: pd.Series, others: pd.DataFrame) -> tuple[str, str]:
    """Verdict on a count that may go back to the Cuban state alone.

    `others`: claims of the same count, with attributed_to. A count by anyone else that allows the
    figure supports it; one counter's word does not, whether or not its copies agree.
    """
    fits = pd.Series([overlap(of(claim), of(row)) for _, row in others.iterrows()], dtype=bool)
    own = voices.origin_of(others["attributed_to"]).eq(voices.CUBAN_STATE).reset_index(drop=True)
    if not fits.any():
        return "contradicted", "No other statement of this count allows the number."
    if (fits & ~own).any():
        return "supported", "Somebody other than the Cuban state has counted as many."
    start = "The number is the Cuban foreign ministry’s, and the ledger has nobody else’s count. "
    if fits.all():
        return "not checkable", start + (
            "The passages read do not say what counts as one measure, so a recount could not "
            "settle it."
        )
    return "not checkable", start + (
        "Copies of its list carry different totals, and the passages read do not say what counts "
        "as one measure, so a recount could not settle it."
    )


def compared(claim: pd.Series, others: pd.DataFrame) -> tuple[str, str]:
    """Verdict on a figure from the other claims of the same thing, whoever makes them."""
    if others.empty:
        return "not checkable", "The ledger has no other statement of this."
    if claim["qualifier"] == "vague":
        return "not checkable", "Its words give no number that another count could test."
    fits = [overlap(of(claim), of(row)) for _, row in others.iterrows()]
    if all(fits):
        return "supported", "All other statements allow it."
    if any(fits):
        return "supported with a caveat", "Some other statements allow it, some do not."
    return "contradicted", "No other statement allows it."


def sure_of(claim: pd.Series, others: pd.DataFrame) -> pd.Series:
    """calibrated.weigh for `compared`: what allows a number fits; nothing bears on a vague word."""
    bears = (others["qualifier"] != "vague") & (claim["qualifier"] != "vague")
    rows = others[bears]
    return sure.of_ids(rows, sure.within(rows, of(claim)))

"""Waiting, continuity and shortages: what the ledger has on them, and the verdicts."""

import pandas as pd

from . import bounds

# Measures of a share that is there, so that a shortage is what is missing to the whole.
AVAILABLE = {"essential_medicines_available_share"}


def short(rows: pd.DataFrame) -> pd.Series:
    """Whether each claim on access states a shortage: some missing, or less than all available."""
    ends = bounds.with_bounds(rows)
    return (ends["low"] > 0).where(~rows["measure"].isin(AVAILABLE), ends["high"] < 100)


def verdict_unmeasured(national: int, accounts: int, subject: str) -> tuple[str, str]:
    """Verdict on a statement about access: `national` statistics and others' single accounts."""
    if national:
        return "supported with a caveat", (
            f"The ledger has a national count of {subject}, which says more than the author’s word."
        )
    rest = (
        "The ledger has single accounts by others, which do not agree and measure nothing."
        if accounts
        else "The ledger has nobody else’s account."
    )
    return "not checkable", (
        f"The author reports what she saw or was told. No national count of {subject} was found. "
        + rest
    )


def verdict_hardship(official: int, others: int) -> tuple[str, str]:
    """Verdict on hardships laid to the embargo, from who states shortages of care."""
    if official and others:
        return "supported with a caveat", (
            "That care is short of much is stated by Cuban officials and by critics alike. That "
            "the embargo is the cause is the page’s word; nothing in this chapter tests it."
        )
    return "not checkable", "Shortages are stated by one side only."

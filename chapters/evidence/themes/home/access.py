"""Waiting, continuity and shortages: what the ledger has on them, and the verdicts."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.show import confidence, words
from evidence.weigh import calibrated, voices


def states_shortage(rows: pd.DataFrame) -> pd.Series:
    """Whether each claim on access states a shortage: some missing, or less than all available."""
    available = rows["measure"].isin(
        tables.measures_in("available")
    )  # what is missing to the whole
    ends = bounds.with_bounds(rows)
    return (ends["low"] > 0).where(~available, ends["high"] < 100)


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


def access_statements() -> pd.DataFrame:
    """The statements on access that are listed, in the order of the judgement "listed-access":
    Figure (a link), What, Date, Said by (with who printed it)."""
    ids = tables.judged("listed-access")
    rows = tables.claims(id=ids).set_index("id").loc[ids].reset_index()
    labels = tables.measures().set_index("measure")["label"]
    stakes = tables.sources().set_index("source_id")["stake"].map(words.STAKES)
    return pd.DataFrame(
        {
            "Figure": rows["id"].map(show.measured),
            "What": rows["measure"].map(labels),
            "Date": rows["as_of"].map(words.when),
            "Said by": rows["attributed_to"] + " (" + rows["source_id"].map(stakes) + ")",
        }
    )


def unmeasured(subject: str, measures: list[str]) -> tuple[str, str, str, list[str]]:
    """Verdict, its sentence, its confidence and the claims (ids) on a word about access.

    A vague word fits no number, and only a national count could be held against it.
    """
    claims = tables.claims(measure=measures)
    some = claims[claims["scope"] == "cuba"]
    nearness = some["source_id"].map(tables.sources().set_index("source_id")["nearness"])
    counts = calibrated.bearing(some[nearness == "counter"])
    verdict, sentence = verdict_unmeasured(len(counts), len(claims) - 1, subject)
    sure = calibrated.weigh(counts, pd.Series(False, index=counts.index))
    statement = f"the article’s word on {subject} describes the country"
    return verdict, sentence, confidence.sentence(sure, statement), list(some["id"])


def hardship() -> tuple[str, str, str, list[str]]:
    """Verdict, its sentence, its confidence and the claims (ids) on shortages of care."""
    rows = calibrated.bearing(tables.claims(measure=tables.measures_in("shortage")))
    official = int((rows["origin"] == voices.CUBAN_STATE).sum())
    verdict, sentence = verdict_hardship(official, len(rows) - official)
    sure = confidence.sentence(
        calibrated.weigh(rows, states_shortage(rows)), "care is short of much"
    )
    return verdict, sentence, sure, ["ge-difficulties", *rows["id"]]

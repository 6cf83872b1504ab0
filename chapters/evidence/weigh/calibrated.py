"""Calibrated words: how sure the report is of a statement, by one rule for both sides.

*Evidence* comes from who counted: how many origins stand behind the claims that bear on the
statement, and how many of them stand near a count. *Agreement* comes from how many of those
claims fit it. *Confidence* follows from the two, one step up for each, as in the guidance of the
Intergovernmental Panel on Climate Change (source `ipcc_guidance_2010`). Where no claim fits there
is no confidence to grade: it is very low, and the sentence says whether claims speak against the
statement or none was found.
"""

import pandas as pd

from evidence import assumptions
from evidence.ledger import tables
from evidence.ledger.lineage import without_echoes
from evidence.weigh import grades
from evidence.weigh.voices import UNKNOWN, with_origins

EVIDENCE = ("limited", "medium", "robust")
AGREEMENT = ("low", "medium", "high")
CONFIDENCE = ("very low", "low", "medium", "high", "very high")
NEAR = ("A", "B")  # grades that stand near a count


def evidence(origins: int, near: int) -> str:
    """The word for evidence, from all known origins and from those of them near a count.

    Whoever passes a number on can repeat the one who counted, so only counters make it robust.
    """
    if near >= assumptions.evidence_near:
        return EVIDENCE[2]
    return EVIDENCE[1 if near and origins >= assumptions.evidence_origins else 0]


def agreement(fitting: int, claims: int) -> str:
    """The word for agreement, a share of at least one claim; high for two claims or more."""
    limits = (assumptions.agreement_medium, assumptions.agreement_high)
    steps = sum(fitting >= share * claims for share in limits)
    return AGREEMENT[min(steps, claims)]  # one claim has no other to agree with


def confidence(evidence: str, agreement: str) -> str:
    """The word for confidence. Raises ValueError for a word that is not in the scales."""
    return CONFIDENCE[EVIDENCE.index(evidence) + AGREEMENT.index(agreement)]


def weigh(claims: pd.DataFrame, fits: pd.Series) -> pd.Series:
    """How sure a statement is: evidence, agreement, confidence, and what they were chosen by.

    `claims` bear on the statement and have `origin` and `grade`; `fits` (bool, same index) says
    which of them it agrees with. Adds `origins` (names of the known ones), `near` (how many of
    those stand near a count), `fitting`, `claims`. Without claims agreement is "".
    """
    known = claims[claims["origin"] != UNKNOWN]
    origins = sorted(set(known["origin"]))
    near = known.loc[known["grade"].isin(NEAR), "origin"].nunique()
    fitting = int(fits.sum())
    how_much = evidence(len(origins), near)
    how_alike = agreement(fitting, len(claims)) if len(claims) else ""
    return pd.Series(
        {
            "evidence": how_much,
            "agreement": how_alike,
            "confidence": confidence(how_much, how_alike) if fitting else CONFIDENCE[0],
            "origins": origins,
            "near": near,
            "fitting": fitting,
            "claims": len(claims),
        }
    )


def bearing(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims with the `origin` and `grade` that weigh asks for, without known echoes of others."""
    rows = without_echoes(claims, tables.table("repeats"))
    return grades.with_grades(with_origins(rows), tables.sources())


def own_counts(claims: pd.DataFrame, counter: str) -> pd.DataFrame:
    """Those of `bearing` that go back to the one body that counts.

    Where nobody else was found to count, whoever passes its number on is no second witness.
    """
    return claims[claims["origin"] == counter]

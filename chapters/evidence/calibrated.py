"""Calibrated words: how sure the report is of a statement, by one rule for both sides.

*Evidence* comes from who counted: how many origins stand behind the claims that bear on the
statement, and whether any of them stands near a count. *Agreement* comes from how many of those
claims fit it. *Confidence* follows from the two, one step up for each, as in the guidance of the
Intergovernmental Panel on Climate Change (source `ipcc_guidance_2010`).
"""

import pandas as pd

from . import grades, tables, words
from .origins import UNKNOWN, with_origins, without_echoes

EVIDENCE = ("limited", "medium", "robust")
AGREEMENT = ("low", "medium", "high")
CONFIDENCE = ("very low", "low", "medium", "high", "very high")
# The rule's three thresholds: change them here and rerun.
ORIGINS = (2, 3)  # origins from which evidence is medium, and robust
FITTING = (0.5, 0.9)  # shares of fitting claims from which agreement is medium, and high
NAMED = 4  # most origins that a sentence names
NEAR = ("A", "B")  # grades that stand near a count


def evidence(origins: int, near: bool) -> str:
    """The word for evidence; without a claim near a count it is limited."""
    return EVIDENCE[sum(origins >= least for least in ORIGINS) if near else 0]


def agreement(fitting: int, claims: int) -> str:
    """The word for agreement; where nothing bears on a statement it is low."""
    return AGREEMENT[sum(fitting >= share * claims for share in FITTING) if claims else 0]


def confidence(evidence: str, agreement: str) -> str:
    """The word for confidence. Raises ValueError for a word that is not in the scales."""
    return CONFIDENCE[EVIDENCE.index(evidence) + AGREEMENT.index(agreement)]


def weigh(claims: pd.DataFrame, fits: pd.Series) -> pd.Series:
    """How sure a statement is: evidence, agreement, confidence, and what they were chosen by.

    `claims` bear on the statement and have `origin` and `grade`; `fits` (bool, same index) says
    which of them it agrees with. Adds `origins` (names of the known ones), `fitting`, `claims`.
    """
    known = sorted(set(claims["origin"]) - {UNKNOWN})
    how_much = evidence(len(known), bool(claims["grade"].isin(NEAR).any()))
    how_alike = agreement(int(fits.sum()), len(claims))
    return pd.Series(
        {
            "evidence": how_much,
            "agreement": how_alike,
            "confidence": confidence(how_much, how_alike),
            "origins": known,
            "fitting": int(fits.sum()),
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


def sentence(sure: pd.Series, statement: str) -> str:
    """What weigh found, in one sentence; `statement` completes "confidence that ..."."""
    match sure["origins"]:
        case []:
            who = "no origin is known"
        case [one]:
            who = f"one origin, {one}"
        case many:
            who = f"{len(many)} origins"
            if len(many) <= NAMED:
                who = f"{who}: {words.listed(many)}"
    if sure["evidence"] == EVIDENCE[0] and len(sure["origins"]) >= ORIGINS[0]:
        who = f"{who}; none near a count"
    fit = "no statement can be held against it"
    if sure["claims"]:
        plural = "statements fit" if sure["claims"] > 1 else "statement fits"
        fit = f"{words.number(sure['fitting'])} of {words.number(sure['claims'])} {plural}"
    return (
        f"Evidence is {sure['evidence']} ({who}), agreement is {sure['agreement']} ({fit}), and "
        f"confidence that {statement} is {sure['confidence']}."
    )

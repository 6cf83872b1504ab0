"""How sure the report is, in one sentence: the words of `weigh.calibrated` with their reasons."""

import pandas as pd

from evidence import assumptions
from evidence.show import words
from evidence.weigh.calibrated import AGREEMENT, EVIDENCE

NAMED = 4  # most origins that a sentence names


def sentence(sure: pd.Series, statement: str) -> str:
    """What weigh found, in one sentence; `statement` completes "confidence that ..."."""
    if not sure["claims"]:
        return (
            "Evidence is limited (no statement can be held against it), agreement cannot be "
            f"judged, and confidence that {statement} is {sure['confidence']}: that says how "
            "little is known, not that it is false."
        )
    evidence = f"Evidence is {sure['evidence']} ({behind(sure['origins'], sure['near'])})"
    plural = "statements fit" if sure["claims"] > 1 else "statement fits"
    fit = f"{words.number(sure['fitting'])} of {words.number(sure['claims'])} {plural}"
    confidence = f"confidence that {statement} is {sure['confidence']}"
    if not sure["fitting"]:
        return f"{evidence} and speaks against it: {fit}, so {confidence}."
    if sure["evidence"] == EVIDENCE[0] and sure["agreement"] == AGREEMENT[1]:
        confidence += ", since little is known"  # a low word alone would read as doubt
    return f"{evidence}, agreement is {sure['agreement']} ({fit}), and {confidence}."


def behind(origins: list[str], near: int) -> str:
    """Who stands behind a statement, and how near a count where that holds the evidence down."""
    if len(origins) < assumptions.evidence_origins:
        return f"one origin, {origins[0]}" if origins else "no origin is known"
    who = f"{len(origins)} origins"
    if len(origins) <= NAMED:
        who = f"{who}: {words.listed(origins)}"
    if not near:
        return f"{who}; none near a count"
    few = len(origins) >= assumptions.evidence_near > near
    return f"{who}; {words.number(near)} near a count" if few else who

"""How sure the report is, in one sentence: the words of `weigh.calibrated` with their reasons."""

from typing import Literal

import pandas as pd

from evidence import assumptions
from evidence.show import say, words
from evidence.weigh.calibrated import AGREEMENT, EVIDENCE

NAMED = 4  # most origins that a sentence names
said = say.of("shared")


def sentence(sure: pd.Series, statement: str) -> str:
    """What weigh found, in one sentence; `statement` completes "confidence that ..."."""
    fills = {name: sure[name] for name in ("evidence", "agreement", "confidence")}
    fills["behind"] = said("behind", *behind(sure["origins"], sure["near"]))
    fills["fit"] = said("fit", *fit(sure["fitting"], sure["claims"]))
    return said("sureness", sureness(sure), "sentence", fills, that=statement)


def word(sure: pd.Series) -> str:
    """How sure in a word, or why no confidence is stated."""
    return said("sureness", sureness(sure), "word", confidence=sure["confidence"])


def sureness(
    sure: pd.Series,
) -> Literal["holds", "fails", "nothing to test it", "against", "little known", "graded"]:
    """What kind of sentence says what weigh found."""
    if sure["proof"]:
        return sure["proof"]
    if not sure["claims"]:
        return "nothing to test it"
    if not sure["fitting"]:
        return "against"
    if sure["evidence"] == EVIDENCE[0] and sure["agreement"] == AGREEMENT[1]:
        return "little known"  # a low word alone would read as doubt
    return "graded"


def fit(fitting: int, claims: int) -> tuple[Literal["one statement", "statements"], dict[str, str]]:
    """How many of the claims that bear on a statement it agrees with."""
    outcome = "statements" if claims > 1 else "one statement"
    return outcome, {"fitting": words.number(fitting), "claims": words.number(claims)}


def behind(
    origins: list[str], near: int
) -> tuple[
    Literal[
        "no origin", "one origin", "many", "many, none near", "many, few near",
        "named", "named, none near", "named, few near",
    ],
    dict[str, str],
]:  # fmt: skip
    """Who stands behind a statement, and how near a count where that holds the evidence down."""
    fills = {
        "origins": words.number(len(origins)),
        "names": words.listed(origins),
        "near": words.number(near),
    }
    if len(origins) < 2:
        return "one origin" if origins else "no origin", fills
    who = "named" if len(origins) <= NAMED else "many"
    if not near:
        return f"{who}, none near", fills
    few = near < min(len(origins), assumptions.evidence_robust)
    return f"{who}, few near" if few else who, fills

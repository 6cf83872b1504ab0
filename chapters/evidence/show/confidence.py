"""How sure the report is, in one sentence: the words of `weigh.calibrated` with their reasons."""

from typing import Literal

import pandas as pd

from evidence.show import say, words
from evidence.weigh.calibrated import AGREEMENT, EVIDENCE

NAMED = 4  # most origins that a sentence names
said = say.of("shared")


def sentence(sure: pd.Series, statement: str) -> str:
    """What weigh found, in one sentence; `statement` completes "confidence that ..."."""
    fills = {name: sure[name] for name in ("evidence", "agreement", "confidence")}
    fills["behind"] = said("behind", *behind(sure["origins"], sure["counters"]))
    fills["fit"] = said("fit", *fit(sure["fitting"], sure["claims"], sure["split"]))
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
    if not (sure["fitting"] or sure["split"]):
        return "against"
    if sure["evidence"] == EVIDENCE[0] and sure["agreement"] == AGREEMENT[1]:
        return "little known"  # a low word alone would read as doubt
    return "graded"


def fit(
    fitting: int, claims: int, split: int
) -> tuple[Literal["one statement", "statements", "some split"], dict[str, str]]:
    """How many of the statements agree; `split` are those that go both ways."""
    numbers = {"fitting": fitting, "claims": claims, "split": split}
    outcome = "some split" if split else "statements" if claims > 1 else "one statement"
    return outcome, {name: words.number(number) for name, number in numbers.items()}


def behind(
    origins: list[str], counters: list[str]
) -> tuple[
    Literal["no origin", "one origin", "one, not near", "many, none near", "many, some near",
            "named, none near", "named, some near", "all near"],
    dict[str, str],
]:  # fmt: skip
    """Who stands behind a statement, and which of them stand near a count."""
    fills = {
        "origins": words.number(len(origins)),
        "names": words.listed(origins),
        "near": words.listed(counters),
    }
    if len(origins) < 2:
        alone = "one origin" if counters else "one, not near"
        return alone if origins else "no origin", fills
    if counters == origins:
        return "all near", fills
    who = "named" if len(origins) <= NAMED else "many"
    return f"{who}, some near" if counters else f"{who}, none near", fills

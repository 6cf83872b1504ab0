"""What `reckon.doctors` found, in sentences."""

from typing import Literal

import pandas as pd

from evidence.reckon.doctors import NOT_BELOW
from evidence.show import say, words

said = say.of("shared")


def findings_sentence(rows: pd.DataFrame) -> str:
    """What the findings of `checked` say of the numbers called doctors; holds no number."""
    return said("doctor_findings", doctor_findings(rows))


def doctor_findings(rows: pd.DataFrame) -> Literal["none", "some", "most"]:
    """How many of the numbers called doctors are as high as some number of all health workers."""
    other = rows["finding"] == NOT_BELOW
    if not other.any():
        return "none"
    return "most" if other.mean() > 0.5 else "some"


def beside_sentence(alone: pd.DataFrame) -> str:
    """Which of `shares` rest on a total of another year, and what they are then."""
    return said("doctor_shares", *doctor_shares(alone))


def doctor_shares(
    alone: pd.DataFrame,
) -> tuple[Literal["own totals", "totals beside"], dict[str, str]]:
    """Whether each of `shares` has a total of doctors for its own year."""
    beside = alone[~alone["own_total"]]
    if beside.empty:
        return "own totals", {}
    years = words.listed([str(year) for year in sorted(set(beside["year"]))])
    share = words.spread((beside["share_low"].min(), beside["share_high"].max()))
    return "totals beside", {"years": years, "share": share}

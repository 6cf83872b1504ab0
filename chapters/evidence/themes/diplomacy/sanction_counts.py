"""Counts of sanctions, and figures that stand alone, beside the other claims."""

from typing import Literal

import pandas as pd

from evidence.reckon.bounds import Interval, of, with_bounds
from evidence.show import words
from evidence.weigh import calibrated, sure, wordless
from evidence.weigh.verdict import stands
from evidence.weigh.voices import UNKNOWN


def one_counter(
    others: pd.DataFrame, sure: pd.Series
) -> tuple[
    Literal["nothing", "none", "differ", "somebody else", "own alike"],
    dict[str, str],
]:
    """On a count that may go back to one counter alone, from the claims of the same count that bear
    and what weigh gives of them.

    A count by a second origin supports the figure; one counter's word does not, whether or not its
    copies agree.
    """
    rows, found = with_bounds(others), stands(sure)
    if found == "nothing":
        return found, {}
    fills = {"range": words.spread((rows["low"].min(), rows["high"].max()))}
    if found != "all":
        return "none" if found == "none" else "differ", fills
    return "somebody else" if len(set(others["origin"]) - {UNKNOWN}) > 1 else "own alike", fills


def compared(
    claim: pd.Series, how: pd.Series
) -> Literal["no number", "nobody else", "all", "most", "fewer", "none"]:
    """On a figure from the other claims of the same thing, whoever makes them (`sure_of`)."""
    if allowed(claim) is None:
        return "no number"
    found = stands(how)
    return "nobody else" if found == "nothing" else found


def allowed(claim: pd.Series) -> Interval | None:
    """The numbers that a figure allows, in words or not; None for words without a least number."""
    return wordless.stands_for(claim["id"]) if claim["qualifier"] == "vague" else of(claim)


def sure_of(claim: pd.Series, others: pd.DataFrame) -> pd.Series:
    """calibrated.weigh for `compared`: nothing bears on words without a least number, nor do such
    words."""
    stated, numbers = allowed(claim), others["qualifier"] != "vague"
    if stated is None:
        return calibrated.decided(None)
    return sure.held_against(others[numbers], stated)

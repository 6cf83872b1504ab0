"""How round numbers of an offer go back to the count of one team."""

import math
from typing import Literal

import pandas as pd

from evidence.weigh.verdict import stands


def rounding(value: float, count: float) -> Literal["the same", "cut", "rounded", "neither"]:
    """How a round number goes back to a count.

    The step is the largest power of ten that divides `value`, a positive whole number.
    """
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    if value == count:
        return "the same"
    if value == math.floor(count / step) * step:
        return "cut"
    return "rounded" if value == math.floor(count / step + 0.5) * step else "neither"


def offered(
    value: float, count: float, sure: pd.Series
) -> Literal["the same", "cut", "rounded", "neither", "disputed"]:
    """How a stated offer goes back to the count of a team, or that the sources differ on it.

    `sure` is calibrated.weigh of the statements on the offer; see `rounding`.
    """
    found = rounding(value, count)
    return found if found == "neither" or stands(sure) in ("most", "all") else "disputed"


def of_one_count(value: float, claims: pd.DataFrame) -> set[str]:
    """The claims (ids) that give one count with a round `value`: the count, or it cut or rounded.

    A convention of this report: two round numbers fit each other if a count in `claims` makes both.
    """
    counts = [count for count in claims["value"] if rounding(value, count) != "neither"]
    return {
        r.id
        for r in claims.itertuples()
        if any(rounding(r.value, count) != "neither" for count in counts)
    }

"""What the tests say of the running total of people."""

from typing import Literal

import pandas as pd

from evidence.weigh.verdict import stands


def people_total(
    sure: pd.Series,
) -> Literal["nobody else", "most too short", "some too short", "unconfirmed", "confirmed"]:
    """Verdict on a running total of people, from the totals that leave it room (calibrated.weigh).

    A second origin near a count confirms it; the counter's own totals alone do not.
    """
    found = stands(sure)
    if found == "nothing":
        return "nobody else"
    if found in ("none", "fewer"):
        return "most too short"
    if found == "most":
        return "some too short"
    return "confirmed" if sure["near"] > 1 else "unconfirmed"

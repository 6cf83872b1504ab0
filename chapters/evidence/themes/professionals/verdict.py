"""What the tests say of the running total of people."""

from typing import Literal

import pandas as pd

from evidence.reckon.bounds import Interval
from evidence.weigh.verdict import stands


def people_total(
    excess: Interval, sure: pd.Series
) -> Literal[
    "more than there were", "nobody else", "most too short", "some too short", "unconfirmed",
    "confirmed",
]:  # fmt: skip
    """Verdict on a running total of people.

    `excess`: by how many the doctors in it exceed those that there were. Where that does not
    decide, the totals that leave it room do (`sure`, of calibrated.weigh). A second origin near a
    count confirms it; the counter's own totals alone do not.
    """
    if excess[0] > 0:
        return "more than there were"
    found = stands(sure)
    if found == "nothing":
        return "nobody else"
    if found in ("none", "fewer"):
        return "most too short"
    if found == "most":
        return "some too short"
    return "confirmed" if sure["near"] > 1 else "unconfirmed"

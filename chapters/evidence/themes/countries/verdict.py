"""What the counts of countries say of the documented ones."""

from typing import Literal

import pandas as pd

from evidence.show import words

MOST = 1 / 2  # the share of counts from which most agree


def running_count(
    falls: pd.DataFrame, target_confirmed: bool
) -> Literal["not confirmed", "fell", "never fell"]:
    """Verdict on a running count of countries, from totals.falls of one counter's statements.

    `target_confirmed`: whether one of these statements has the documented number.
    """
    if not target_confirmed:
        return "not confirmed"
    return "fell" if len(falls) else "never fell"


def agreeing(
    same: int, total: int
) -> tuple[Literal["no other", "all", "most", "fewer", "none"], dict[str, str]]:
    """Verdict on a count from how many of the other counts of its time are equal to it."""
    fills = {"most": words.fraction(MOST)}
    if total == 0:
        return "no other", fills
    if same == total:
        return "all", fills
    if same >= MOST * total:
        return "most", fills
    return "fewer" if same else "none", fills


def sectors(
    health: float, everyone: float, later: float
) -> Literal["below both", "between", "above both"]:
    """What a health count and an all-sector count of one year mean for a later total."""
    if later < health:
        return "below both"
    return "between" if later < everyone else "above both"


def fig_hosts_title(
    rows: pd.DataFrame,
) -> Literal[
    "fewer, differ", "fewer, agree", "more, differ", "more, agree", "as many, differ",
    "as many, agree",
]:  # fmt: skip
    """How the later half of the counts of hosts stands to the earlier, and whether the counts of
    one year agree. `rows` have value, qualifier and time (decimal years)."""
    times = rows["time"]
    late = times > (times.min() + times.max()) / 2
    before, after = rows.loc[~late, "value"].median(), rows.loc[late, "value"].median()
    way = "fewer" if after < before else "more" if after > before else "as many"
    one = rows[rows["qualifier"] == "exact"].groupby(times.astype(int))["value"].nunique()
    return f"{way}, differ" if (one > 1).any() else f"{way}, agree"


def fig_countries_title(falls: pd.DataFrame) -> Literal["fell", "never fell"]:
    """Whether a stated total that cannot fall fell, from totals.falls."""
    return "fell" if len(falls) else "never fell"

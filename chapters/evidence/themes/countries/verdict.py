"""What the counts of countries say of the documented ones."""

from typing import Literal

import pandas as pd

from evidence.reckon.bounds import Interval
from evidence.reckon.totals import falls
from evidence.show import words
from evidence.weigh.sure import totals_once
from evidence.weigh.verdict import stands


def running_count(
    own: pd.DataFrame, since: str, value: float, sure: pd.Series
) -> tuple[Literal["not confirmed", "fell", "disputed", "never fell"], dict[str, str]]:
    """Verdict on a running count of countries: `own` are the counter's statements of it, `since`
    the date from which they have had the documented `value`, `sure` totals by all (calibrated)."""
    rows = own[own["as_of"] >= since]
    fills = {"range": words.spread((rows["value"].min(), rows["value"].max()))}
    if value not in set(rows["value"]):
        return "not confirmed", fills
    if len(falls(totals_once(rows))):
        return "fell", fills
    return "never fell" if stands(sure) in ("most", "all") else "disputed", fills


def agreeing(
    sure: pd.Series, counts: Interval
) -> tuple[Literal["nothing", "all", "most", "fewer", "none"], dict[str, str]]:
    """Verdict on a count from how many of the other counts of its time are equal to it; `counts`
    are the lowest and the highest of them."""
    return stands(sure), {"range": words.spread(counts)}


def sectors(
    health: tuple[float, int], everyone: tuple[float, int], later: tuple[float, int]
) -> tuple[
    Literal["below both", "between", "health likelier", "all sectors likelier"], dict[str, str]
]:
    """What the last health count and an all-sector count, each with its year, mean for a later
    total: which it needs fewer new countries a year to continue."""
    new = [later[0] - count for count, _ in (health, everyone)]
    spans = [later[1] - year for _, year in (health, everyone)]
    names = ("health_new", "health_years", "everyone_new", "everyone_years")
    values = (new[0], spans[0], new[1], spans[1])
    fills = dict(zip(names, (words.number(value) for value in values), strict=True))
    if new[0] < 0:
        return "below both", fills
    if new[1] < 0:
        return "between", fills
    pace = [some / max(years, 1) for some, years in zip(new, spans, strict=True)]
    return "health likelier" if pace[0] < pace[1] else "all sectors likelier", fills


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


def fig_countries_title(pairs: pd.DataFrame) -> Literal["fell", "never fell"]:
    """Whether a stated total that cannot fall fell, from totals.falls."""
    return "fell" if len(pairs) else "never fell"

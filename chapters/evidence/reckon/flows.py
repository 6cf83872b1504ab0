"""Stock and flow: worker-years, implied tour length, rates.

A stock is people abroad at one time, a flow people leaving in a period, a worker-year one person
abroad for one year. In a steady state, stock = flow x mean stay (Little's law, L = lambda W).
"""

import math
from datetime import date
from functools import cache

import numpy as np
import pandas as pd

from evidence import assumptions
from evidence.reckon.bounds import Interval, divide, scale, with_bounds


@cache
def decimal_year(text: str) -> float:
    """A partial date as a year with a fraction; a month or year alone means its middle."""
    year, *rest = (int(part) for part in text.split("-"))
    if not rest:
        return year + 0.5
    day = date(year, rest[0], rest[1] if len(rest) > 1 else 15)
    return year + (day.timetuple().tm_yday - 0.5) / date(year, 12, 31).timetuple().tm_yday


def dated(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that carry a date, in time order, with `time` in decimal years."""
    rows = claims[claims["as_of"] != ""]
    rows = rows.assign(time=rows["as_of"].map(decimal_year))
    return rows.sort_values(["time", "id"], kind="stable").reset_index(drop=True)


def stock_envelope(claims: pd.DataFrame) -> pd.DataFrame:
    """The lowest and highest stock that any claim states for a year: year, low, high, claims.

    `low`, `high` in the claims' unit; `claims` counts the rows behind them. What is stated as a
    limit alone ("at least", "up to") tells nothing of the other side: there it counts as stated.
    """
    rows = dated(claims[claims["qualifier"] != "vague"])
    stated = rows["value_high"].fillna(rows["value"])
    rows = with_bounds(rows).assign(year=np.floor(rows["time"]).astype(int))
    ceiling = rows["qualifier"].isin(["up_to", "fewer_than"]) & (rows["low"] <= 0)
    rows["low"] = rows["low"].where(~ceiling, stated)
    rows["high"] = rows["high"].where(rows["high"] < math.inf, stated)
    groups = rows.groupby("year")
    return pd.DataFrame(
        {"low": groups["low"].min(), "high": groups["high"].max(), "claims": groups.size()}
    ).reset_index()


def worker_years(
    envelope: pd.DataFrame, start: float, end: float, how: str | None = None
) -> Interval:
    """Worker-years between two decimal years: the area under the low and the high stock.

    Stocks stand at mid-year. Between them, `how` (by default the assumption `interpolation`) joins
    them by straight lines ("linear"), keeps the last one ("previous") or takes the next one
    ("next"); nothing is extrapolated. Raises ValueError where the envelope does not reach from
    start to end, or for another `how`.
    """
    how = how or assumptions.interpolation
    if how not in ("linear", "previous", "next"):
        raise ValueError(f"unknown interpolation {how!r}")
    times = envelope["year"].to_numpy() + 0.5
    if not times[0] <= start < end <= times[-1]:
        raise ValueError(
            f"stocks are documented from {times[0]} to {times[-1]}, "
            f"not from {start:.2f} to {end:.2f}"
        )
    inside = times[(times > start) & (times < end)]
    knots = np.concatenate([[start], inside, [end]])
    return tuple(_area(times, envelope[side].to_numpy(), knots, how) for side in ("low", "high"))


def _area(times: np.ndarray, stock: np.ndarray, knots: np.ndarray, how: str) -> float:
    if how == "linear":
        return float(np.trapezoid(np.interp(knots, times, stock), knots))
    middles = (knots[:-1] + knots[1:]) / 2
    at = np.searchsorted(times, middles)  # the first documented stock after the middle
    return float((stock[at if how == "next" else at - 1] * np.diff(knots)).sum())


def implied_tour(worker_years: Interval, new_people: Interval) -> Interval:
    """Mean years abroad per new person that a stock and a rise in a total imply.

    Little's law over the period: worker-years / people. Returns (0, 0) ends as divide does;
    raises ValueError where the total cannot have risen.
    """
    if new_people[1] <= 0:
        raise ValueError("the total did not rise, so no tour length can be implied")
    return divide(worker_years, (max(new_people[0], 0.0), new_people[1]))


def rate_per_hundred(events: Interval, worker_years: Interval) -> Interval:
    """Events per hundred worker-years."""
    return scale(divide(events, worker_years), 100)

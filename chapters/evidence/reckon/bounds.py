"""A figure as an interval, and the arithmetic on intervals.

An interval is a pair of columns `low`, `high` (or a pair of floats): every value the words of the
source allow. A hedge is part of the number: "more than 400,000" has no upper end.
"""

import math

import pandas as pd

from evidence import assumptions

Interval = tuple[float, float]


def interval(value: float, value_high: float, qualifier: str) -> Interval:
    """The interval [low, high] that a value with its hedge allows, in the value's own unit.

    `value_high` (NaN where none) makes a range. What "about" and "nearly" allow is the assumption
    `about`, a convention of this report. Vague claims allow any positive number. Raises ValueError
    for a qualifier that is not in the vocabulary.
    """
    about = assumptions.about
    top = value if math.isnan(value_high) else value_high
    match qualifier:
        case "exact":
            return value, top
        case "about":
            return value - abs(value) * about, top + abs(top) * about
        case "nearly":
            return value - abs(value) * about, top
        case "more_than" | "at_least":
            # a stated range ends where the source ends it, however its start is hedged
            return value, math.inf if math.isnan(value_high) else value_high
        case "up_to" | "fewer_than":
            return min(0.0, top), top
        case "vague":
            return 0.0, math.inf
    raise ValueError(f"unknown qualifier {qualifier!r}")


def of(claim: pd.Series) -> Interval:
    """The interval of one claim, in its own unit."""
    return interval(claim["value"], claim["value_high"], claim["qualifier"])


def with_bounds(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims with two more columns, `low` and `high`, in each claim's own unit."""
    pairs = [interval(row.value, row.value_high, row.qualifier) for row in claims.itertuples()]
    return claims.assign(low=[p[0] for p in pairs], high=[p[1] for p in pairs])


def add(a: Interval, b: Interval) -> Interval:
    """Every sum of a member of a and a member of b."""
    return a[0] + b[0], a[1] + b[1]


def subtract(a: Interval, b: Interval) -> Interval:
    """Every difference of a member of a and a member of b (bounds: a - b)."""
    return a[0] - b[1], a[1] - b[0]


def divide(a: Interval, b: Interval) -> Interval:
    """Every quotient of a non-negative a and a non-negative b.

    A divisor that may be zero leaves the quotient without an upper end. Raises ValueError for
    negative members and for a divisor that can only be zero.
    """
    if a[0] < 0 or b[0] < 0:
        raise ValueError("division is defined for non-negative intervals only")
    if b[1] == 0:
        raise ValueError("the divisor can only be zero")
    low = 0.0 if math.isinf(b[1]) else a[0] / b[1]
    high = math.inf if b[0] == 0 or math.isinf(a[1]) else a[1] / b[0]
    return low, high


def scale(a: Interval, factor: float) -> Interval:
    """Every member of a, times a non-negative factor."""
    if factor < 0:
        raise ValueError("the factor is negative")
    return tuple(0.0 if factor == 0 else end * factor for end in a)


def overlap(a: Interval, b: Interval) -> bool:
    """Whether one number could lie in both."""
    return a[0] <= b[1] and b[0] <= a[1]


def hull(intervals: list[Interval]) -> Interval:
    """The smallest interval that holds all of them. Raises ValueError where there is none."""
    if not intervals:
        raise ValueError("no interval to enclose")
    return min(low for low, _ in intervals), max(high for _, high in intervals)

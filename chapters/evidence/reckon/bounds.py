"""A figure as an interval, and the arithmetic on intervals.

An interval is a pair of columns `low`, `high` (or a pair of floats): every value the words of the
source allow. A hedge is part of the number, and the number's own rounding says how far it reaches:

- "about X" and "nearly X" allow half a unit of the last significant digit, on either side or below;
- "more than X" ends at the next round number, "fewer than X" begins at the one before it;
- "at least X" and "up to X" are limits: they tell nothing of the other end.

A number that is not rounded (its last digit counts ones or less) has no next round number: "more
than 605,698" has no upper end.
"""

import math
from decimal import Decimal

import pandas as pd

Interval = tuple[float, float]


def step(value: float) -> float:
    """One unit of the last significant digit of a number: 1,000 for 29,000; 0.1 for 2.5.

    Zeros at the end of a whole number are taken for rounding. Of 0 it is 1.
    """
    return float(Decimal(1).scaleb(Decimal(repr(float(value))).normalize().as_tuple().exponent))


def interval(value: float, value_high: float, qualifier: str) -> Interval:
    """The interval [low, high] that a value with its hedge allows, in the value's own unit.

    `value_high` (NaN where none) makes a range, which ends where the source ends it; the finer
    rounding of its two ends is the rounding of both. Vague claims allow any positive number.
    Raises ValueError for a qualifier that is not in the vocabulary.
    """
    alone = math.isnan(value_high)
    top = value if alone else value_high
    match qualifier:
        case "exact":
            return value, top
        case "about" | "nearly":
            half = min(step(value), step(top)) / 2
            return value - half, top + half if qualifier == "about" else top
        case "more_than" | "at_least" if not alone:
            return value, top
        case "more_than" if _rounded(value):
            return value, value + step(value)
        case "more_than" | "at_least":
            return value, math.inf
        case "fewer_than" if alone and _rounded(top):
            return top - step(top), top
        case "fewer_than" | "up_to":
            return min(0.0, top), top
        case "vague":
            return 0.0, math.inf
    raise ValueError(f"unknown qualifier {qualifier!r}")


def _rounded(value: float) -> bool:
    return step(value) > 1


def of(claim: pd.Series) -> Interval:
    """The interval of one claim, in its own unit."""
    return interval(claim["value"], claim["value_high"], claim["qualifier"])


def with_bounds(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims with two more columns, `low` and `high`, in each claim's own unit."""
    columns = (claims[name] for name in ("value", "value_high", "qualifier"))
    pairs = [interval(*row) for row in zip(*columns, strict=True)]
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


def holds(a: Interval, b: Interval) -> bool:
    """Whether every number in b lies in a."""
    return a[0] <= b[0] and b[1] <= a[1]


def hull(intervals: list[Interval]) -> Interval:
    """The smallest interval that holds all of them. Raises ValueError where there is none."""
    if not intervals:
        raise ValueError("no interval to enclose")
    return min(low for low, _ in intervals), max(high for _, high in intervals)

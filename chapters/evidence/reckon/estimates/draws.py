"""Draws of what an estimate is reckoned from: priors and hedged figures.

Each input has a range: its lowest, its likeliest and its highest value. A prior has them in
`data/assumptions.csv`, a claim from its words. The draws of both follow the triangular distribution
on the range: nothing lies outside, and the likeliest value is the top.
"""

import math
from collections.abc import Callable
from functools import cache

import numpy as np

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon import bounds

Range = tuple[float, float, float]
Draw = Callable[[str], np.ndarray]
DRAWS = 4_000
SEED = 1963


def random(name: str) -> np.random.Generator:
    """Random numbers of an input's own, the same in every run: no input moves those of another."""
    return np.random.default_rng([SEED, *name.encode()])


@cache
def places(name: str) -> np.ndarray:
    """Where in its distribution an input lies in each draw: over 0 to 1, evenly spread."""
    own = random(name)
    return (own.permutation(DRAWS) + own.random(DRAWS)) / DRAWS


def range_of(name: str) -> Range:
    """Lowest, likeliest and highest value of an assumption, or of a claim by its id.

    A value that somebody has set beyond the range of its assumption is an end of it. Raises
    ValueError for a claim without an upper end, KeyError for a name that is neither.
    """
    known = assumptions.table()
    if name in known:
        value = getattr(assumptions, name)
        return min(known[name]["low"], value), value, max(known[name]["high"], value)
    claim = tables.claim(name)
    low, high = bounds.of(claim)
    if math.isinf(high):
        raise ValueError(f"the claim {name!r} has no upper end, so it cannot be drawn")
    return low, claim["value"], high


def triangular(of: Range, at: np.ndarray) -> np.ndarray:
    """The values of a triangular distribution below which the shares `at` (0 to 1) of it lie."""
    low, likely, high = of
    if low == high:
        return np.full_like(at, likely)
    rising = np.sqrt(at * (high - low) * (likely - low))
    falling = np.sqrt((1 - at) * (high - low) * (high - likely))
    return np.where(at * (high - low) < likely - low, low + rising, high - falling)


@cache
def _values(name: str, of: Range) -> np.ndarray:
    found = triangular(of, places(name))
    found.flags.writeable = False  # it is handed out again
    return found


def drawn(ranges: dict[str, Range] | None = None) -> Draw:
    """What gives the draws of an input by its name; `ranges` replace those of some of them."""
    other = ranges or {}
    return lambda name: _values(name, other[name] if name in other else range_of(name))


def fixed(values: dict[str, float]) -> Draw:
    """What gives a single draw of each input: the value that it is fixed at."""
    return lambda name: np.array([values[name]])

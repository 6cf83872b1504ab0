"""What an estimate comes to, and what it would come to with other inputs.

A model is a function from draws of inputs (draws.Draw) to draws of one number.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon.estimates.draws import Draw, Range, drawn, fixed, range_of

Model = Callable[[Draw], np.ndarray]
INTERVAL = (5, 50, 95)  # percent of the draws that lie below: the ends of 90 percent, the median
AS_IT_IS, LOW, HIGH = "as it is", "all low", "all high"
FACTORS = {"halved": 0.5, "doubled": 2.0}


def summary(values: np.ndarray, least: float) -> dict[str, float]:
    """low, median, high (of 90 percent of the draws) and chance: the share that reaches `least`."""
    low, median, high = np.percentile(values, INTERVAL)
    return {"low": low, "median": median, "high": high, "chance": float((values >= least).mean())}


def inputs(model: Model) -> list[str]:
    """The names of all that a model draws."""
    asked = {}

    def ask(name: str) -> np.ndarray:
        asked[name] = drawn()(name)
        return asked[name]

    model(ask)
    return list(asked)


def given(model: Model) -> set[str]:
    """The ids of what a model was given, which is no test of it: the claims that it draws, and the
    totals that are judged to stand behind one of its priors."""
    drawn_claims = set(inputs(model)) - set(assumptions.table())
    return drawn_claims | set(tables.judged("given-to-a-model"))


def limited(name: str, of: Range) -> Range:
    """A range within what its prior can be: nothing below zero, no share above one."""
    top = 1.0 if assumptions.table()[name]["unit"] == "share" else np.inf
    return tuple(float(min(max(end, 0.0), top)) for end in of)


def scaled(of: Range, factor: float) -> Range:
    """A range with each of its values so many times as high."""
    return tuple(end * factor for end in of)


def widened(of: Range, factor: float) -> Range:
    """A range with its ends so many times as far from the likeliest value."""
    return tuple(of[1] + (end - of[1]) * factor for end in of)


def ends(model: Model, names: list[str]) -> dict[str, dict[str, float]]:
    """Where each input makes the result lowest (LOW) and highest (HIGH)."""
    ranges = {name: range_of(name) for name in names}
    middle = {name: of[1] for name, of in ranges.items()}
    found = {LOW: dict(middle), HIGH: dict(middle)}
    for _ in range(2):  # an input may bear only where others stand at their ends
        for name, (low, _, high) in ranges.items():
            for which, best in ((LOW, min), (HIGH, max)):
                all_of = {end: found[which] | {name: end} for end in (low, high)}
                results = {end: model(fixed(values)).item() for end, values in all_of.items()}
                found[which][name] = best(results, key=results.get)
    return found


def table(model: Model, least: float) -> pd.DataFrame:
    """An estimate beside its scenarios: one row each, the estimate itself first.

    Returns input (its name; "" where all are changed), change (AS_IT_IS, LOW, HIGH or a key of
    FACTORS), low, median, high and chance as `summary` gives them, and the same with `_wide`.
    The first four are of an input whose values are multiplied, those with `_wide` of one whose
    range is made narrower or wider around the likeliest value (NaN in the first three rows).
    Priors have rows, if they move anything; claims have none.
    """
    names, as_it_is = inputs(model), model(drawn())
    rows = [{"input": "", "change": AS_IT_IS, **summary(as_it_is, least)}]
    for change, values in ends(model, names).items():
        rows.append({"input": "", "change": change, **summary(model(fixed(values)), least)})
    for name in (one for one in names if one in assumptions.table()):
        now = range_of(name)
        for change, factor in FACTORS.items():
            row, moved = {"input": name, "change": change}, False
            for end, of in (("", scaled(now, factor)), ("_wide", widened(now, factor))):
                values = model(drawn({name: limited(name, of)}))
                moved = moved or not np.allclose(values, as_it_is)
                row |= {key + end: value for key, value in summary(values, least).items()}
            rows += [row] if moved else []
    return pd.DataFrame(rows)

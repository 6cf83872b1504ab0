"""Where findings turn: the exact value of each assumption at which one becomes another.

A verdict that the counts themselves decide does not turn. What can turn are the findings beside
it: what each pair of totals says, and how sure the numbers are.
"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon import bounds, flows, totals
from evidence.reckon.bounds import Interval
from evidence.show import say, words
from evidence.weigh import calibrated, sure

said = say.of("book")
GRID, HALVINGS = 9, 40  # points looked at from end to end, and how often a gap is halved
Outcomes = dict[str, str]


def stays() -> dict[str, Interval]:
    """The stay that each of the judged pairs of totals implies, by its years."""
    stock = flows.stock_envelope(tables.claims(measure="workers_abroad", scope="world"))
    found = {}
    for pair in tables.judged_parts("total-pairs").values():
        row = totals.implied_tours(tables.claims(id=pair), stock).iloc[0]
        start, end = (tables.claim(i)["as_of"][:4] for i in pair)
        name = said("tab-tipping", "pair", start=start, end=end)
        found[name] = (row["tour_low"], row["tour_high"])
    return found


def weighed() -> dict[str, pd.Series]:
    """calibrated.weigh of the documented totals that have a number to be sure of, by figure."""
    countries, left = tables.claim("pb-countries"), tables.claim("pb-defections")
    approved = tables.claims(measure=["parole_approvals", "parole_personnel_approved"])
    approved = approved[approved["date_start"].str.startswith(left["date_start"][:4])]
    every = tables.claims(measure="cumulative_countries", scope="world")
    first = tables.claim("cumulative-countries.2018.adelante")["as_of"]
    return {
        said("tab-tipping", "countries"): sure.running_total(every, first, countries["value"]),
        said("tab-tipping", "approvals"): sure.held_against(approved, bounds.of(left)),
    }


def outcomes(implied: dict[str, Interval], hows: dict[str, pd.Series]) -> Outcomes:
    """What each finding says under the assumptions now, in a word."""
    found = {name: said("tab-tipping", totals.judge(stay)) for name, stay in implied.items()}
    for name, how in hows.items():
        alike = calibrated.agreement(how["fitting"], how["claims"])
        found[name] = calibrated.confidence(calibrated.evidence(how["near"]), alike)
    return found


def turns(now: Callable[[], Outcomes], name: str, low: float, high: float) -> list[tuple]:
    """Every turn between two values of an assumption: finding, the value, before it, after it.

    `now` gives the outcomes. A turn that is taken back between two points of the grid is not seen.
    """

    def at(value: float) -> Outcomes:
        with assumptions.assumed(**{name: value}):
            return now()

    found = []
    points = np.linspace(low, high, GRID)
    for left, right in pairwise(points):
        before, after = at(left), at(right)
        for finding in before:
            if before[finding] == after[finding]:
                continue
            a, b = left, right
            for _ in range(HALVINGS):
                middle = (a + b) / 2
                a, b = (middle, b) if at(middle)[finding] == before[finding] else (a, middle)
            found.append((finding, b, before[finding], after[finding]))
    return found


def tipping() -> pd.DataFrame:
    """Every turn of every finding within the range worth trying of each assumption in numbers.

    Columns: finding, now, label (of the assumption), value, turn, below, above.
    """
    implied, hows = stays(), weighed()

    def now() -> Outcomes:
        return outcomes(implied, hows)

    with assumptions.reading() as read:
        base = now()
    rows = [
        (finding, base[finding], row["label"], getattr(assumptions, name), turn, below, above)
        for name, row in assumptions.table().items()
        if name in read and not isinstance(row["value"], str)
        for finding, turn, below, above in turns(now, name, row["low"], row["high"])
    ]
    columns = ["finding", "now", "label", "value", "turn", "below", "above"]
    return pd.DataFrame(rows, columns=columns)


def show_table() -> None:
    """Show where each finding turns."""
    found = tipping()
    table = found.assign(turn=found["turn"].map(lambda at: words.number(round(at, 3))))
    show.worded(table, "book", "tab-tipping", right=("value", "turn"))

"""Countries ever served by health workers: from counts, and from who names which of them."""

import math

import numpy as np
import pandas as pd

from evidence.ledger import tables
from evidence.reckon import flows
from evidence.reckon.estimates.draws import DRAWS, Draw, random


def bases() -> dict[str, str]:
    """The counts that the estimate may start from, the one that it does first: ids of claims."""
    return {part: ids[0] for part, ids in tables.judged_parts("counts-to-start-from").items()}


def limits(named: pd.DataFrame) -> tuple[int, int]:
    """The fewest countries that there can be, those of hosts.named_countries, and the most: all but
    Cuba."""
    return len(named), len(tables.table("countries")) - 1


def ever(draw: Draw, base: str, time: float, within: tuple[int, int]) -> np.ndarray:
    """Countries ever served at a time (decimal years), whole: a count, and so many new ones a year.

    `base` is the claim to start from, `within` as `limits`. Before its date the new ones are taken
    off, and the lower limit, which is of today, does not hold.
    """
    years = time - flows.decimal_year(tables.claim(base)["as_of"])
    found = draw(base) + draw("new_hosts") * years
    return np.clip(np.round(found), within[0] if years >= 0 else 0, within[1])


def lists(named: pd.DataFrame) -> pd.DataFrame:
    """hosts.named_countries, and whether each of two lists has them: own (who gives Cuba's own
    account), other (everybody else)."""
    own = tables.sources().set_index("source_id")["stake"].isin(tables.judged("cuban-account"))
    of = dict(tables.claims().set_index("id")["source_id"].map(own))
    return named.assign(
        own=named["claims"].map(lambda ids: any(of[i] for i in ids)),
        other=named["claims"].map(lambda ids: any(not of[i] for i in ids)),
    )


def recaptured(named: pd.DataFrame, most: int) -> np.ndarray:
    """Draws of all countries that there are to be named, if the two lists name by chance.

    How likely the second list is to have a country shows in those of the first; so many must it
    have missed among those that the first lacks. Countries that are known to one are mostly known
    to the other, so the true number is likely to be higher: it is a floor. `named` as `lists`.
    """
    first, both = int(named["own"].sum()), int((named["own"] & named["other"]).sum())
    only_second = int((named["other"] & ~named["own"]).sum())
    chance = random("recaptured")
    caught = chance.beta(both + 1, first - both + 1, DRAWS)
    missed = chance.negative_binomial(only_second + 1, caught)
    return np.minimum(first + only_second + missed, most)


def chapman(first: int, second: int, both: int) -> float:
    """All that there is to be found, from what two lists have and have in common (Chapman)."""
    return (first + 1) * (second + 1) / (both + 1) - 1


def by_region(named: pd.DataFrame) -> pd.DataFrame:
    """Each region with a stated total beside what is named there: total (claim id), stated, named,
    floor (Chapman's number for the region, rounded down)."""
    found = []
    for region, ids in tables.judged_parts("regions-to-check").items():
        some = named[named["un_region"] == region]
        own, other = some["own"], some["other"]
        floor = math.floor(chapman(own.sum(), other.sum(), (own & other).sum()))
        found.append((region, ids[0], tables.claim(ids[0])["value"], len(some), floor))
    return pd.DataFrame(found, columns=["region", "total", "stated", "named", "floor"])

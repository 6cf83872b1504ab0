"""The United States parole programme for Cuban health workers: its years and what they can mean.

`claims` is the table of that name; a fiscal year Y runs from October of Y - 1 to September of Y.
"""

import pandas as pd

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.reckon.bounds import Interval

YEARS = range(2006, 2018)  # the programme began in August 2006 and ended in January 2017
ALL_DOCTORS = "all doctors"  # a reading of the approvals


def headline(part: str) -> str:
    """The id of a claim that headline results rest on: "approvals", "visas", ..."""
    (found,) = tables.judged("headline", part)
    return found


def programme_years(claims: pd.DataFrame, stated: dict[str, list[str]]) -> pd.DataFrame:
    """One row a fiscal year: year, low, high (people or approvals; NaN where not known), ids.

    `stated` has the claims that give a year its number, by year; see the set "parole-years" of the
    judgements: only some of them say "fiscal year".
    """
    by_id = claims.set_index("id")
    found = []
    for year in YEARS:
        ids = stated.get(str(year), [])
        nothing = (float("nan"),) * 2
        low, high = bounds.hull([bounds.of(by_id.loc[i]) for i in ids]) if ids else nothing
        found.append((year, low, high, ids))
    return pd.DataFrame(found, columns=["year", "low", "high", "ids"])


def left_over(table: pd.DataFrame, total: Interval, last: int = 2015) -> Interval:
    """What a running total to the end of the year `last` leaves for the years without a number.

    It mixes approvals, visas and people as the sources do, so it is no more than a cross-check.
    """
    known = table[(table["year"] <= last) & table["low"].notna()]
    return bounds.subtract(total, (known["low"].sum(), known["high"].sum()))


def doctor_share(doctors: pd.DataFrame, stock: pd.DataFrame, first: int, last: int) -> Interval:
    """The share of doctors among the health workers abroad in the years from first to last.

    Both tables are flows.stock_envelope: year, low, high. Only years that both have count. Raises
    ValueError where there is none.
    """
    both = doctors.merge(stock, on="year", suffixes=("_d", "_w"))
    both = both[both["year"].between(first, last)]
    shares = [bounds.divide((r.low_d, r.high_d), (r.low_w, r.high_w)) for r in both.itertuples()]
    return bounds.hull(shares)


def people_by_reading(approvals: Interval, share: Interval) -> pd.DataFrame:
    """How many left under each reading of a number of approvals: reading, of_doctors, low, high.

    `share` is that of doctors among all workers. The readings: each approval is one health worker
    ("workers"), or may be of a family member ("families"); doctors left as often as others
    ("doctors"), or both of these ("doctors and families"); nobody but doctors was approved
    (ALL_DOCTORS, which the programme's terms exclude: it took health workers of every kind).
    `of_doctors` says which of them count doctors.
    """
    family = assumptions.family()
    workers = bounds.divide(approvals, (1 + family[0], 1 + family[1]))
    doctors = (approvals[0] * share[0], approvals[1] * share[1])
    both = (workers[0] * share[0], workers[1] * share[1])
    rows = [
        ("workers", False, *approvals),
        ("families", False, *workers),
        ("doctors", True, *doctors),
        ("doctors and families", True, *both),
        (ALL_DOCTORS, True, *approvals),
    ]
    return pd.DataFrame(rows, columns=["reading", "of_doctors", "low", "high"])


def needed(approvals: Interval, claimed: Interval) -> Interval:
    """The share of the approvals, in percent, that must be for doctors to reach the number."""
    return bounds.scale(bounds.divide((claimed[0],) * 2, approvals), 100)

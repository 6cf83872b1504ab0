"""Doctors abroad, apart from other health workers: one rule, for every chapter that counts them.

A number said of doctors is used only where it is below every number stated of all health workers
near in time; otherwise one of the two is mislabelled. Intervals are (low, high) pairs or columns.
"""

import math

import numpy as np
import pandas as pd

from evidence import assumptions
from evidence.ledger import tables
from evidence.ledger.lineage import without_echoes
from evidence.reckon import bounds
from evidence.reckon.bounds import Interval
from evidence.reckon.flows import dated, stock_envelope

ALONE, NOT_BELOW, NO_COUNT = "doctors alone", "not below all staff", "nothing to compare"
# What an interval of doctors abroad for a year rests on.
DOCTORS, WORKERS = "doctors counted", "health workers only"


def checked(
    doctors: pd.DataFrame, workers: pd.DataFrame, parts: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Dated claims said of doctors, each with a finding: ALONE, NOT_BELOW or NO_COUNT.

    A number is compared as printed with the lowest that anyone prints for all health workers
    within `doctors_window` years. Adds `time`, `year`, `low`, `high` and `finding`; `high` is
    closed at the highest number of all health workers stated for the year: doctors are part of
    them. A number below one that is said of the doctors in one country (`parts`, in the same
    window) is no more than the least that they can be: then `high` is that of all health workers.
    """
    rows = dated(doctors[doctors["qualifier"] != "vague"])
    others = dated(workers[workers["qualifier"] != "vague"])
    top = stock_envelope(workers).set_index("year")["high"]
    single = dated(others.iloc[:0] if parts is None else parts[parts["qualifier"] != "vague"])
    found, window = [], assumptions.doctors_window
    for row in rows.to_dict("records"):
        year = math.floor(row["time"])
        near, beside = (_near(row["time"], window, table) for table in (others, single))
        stated = row["value"] if math.isnan(row["value_high"]) else row["value_high"]
        finding = NO_COUNT if not near.size else ALONE if stated < near.min() else NOT_BELOW
        low, high = bounds.of(row)
        if stated < beside.max(initial=-math.inf):
            high = math.inf
        found.append((year, low, max(low, min(high, top.get(year, math.inf))), finding))
    columns = pd.DataFrame(found, columns=["year", "low", "high", "finding"], index=rows.index)
    return rows.join(columns)


def _near(time: float, window: float, rows: pd.DataFrame) -> np.ndarray:
    """The values of the dated rows within so many years of a time."""
    return rows["value"].to_numpy()[(rows["time"] - time).abs().to_numpy() <= window]


def _heads(measure: str, scope: str) -> pd.DataFrame:
    """Claims of one measure, without known echoes."""
    return without_echoes(tables.claims(measure=measure, scope=scope), tables.table("repeats"))


def ledger_counts() -> pd.DataFrame:
    """Every number said of doctors abroad in the ledger, worldwide, without echoes, `checked`."""
    workers = tables.claims(measure="workers_abroad", scope="world")
    parts = tables.claims(measure="mission_doctors", scope="country")
    return checked(_heads("doctors_abroad", "world"), workers, parts)


def ledger_totals() -> pd.DataFrame:
    """Cuba's doctors by year over all in `data/` who count them: `totals` of claims and series."""
    rows = tables.table("indicators").query("iso3 == 'CUB'")
    density, people = (rows[rows["indicator"] == i] for i in ("SH.MED.PHYS.ZS", "SP.POP.TOTL"))
    return totals(_heads("doctors_total", "cuba"), density, people)


def yearly_hull(*parts: pd.DataFrame) -> pd.DataFrame:
    """The lowest low and the highest high of each year over tables with year, low, high."""
    both = pd.concat([part[["year", "low", "high"]].astype(float) for part in parts])
    both["year"] = both["year"].astype(int)
    return both.groupby("year", as_index=False).agg({"low": "min", "high": "max"})


def totals(claims: pd.DataFrame, density: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Doctors in the national count: year, low, high, over all who state one.

    `density` (year, value per 1,000) and `people` (year, value) are of one publisher, so that
    their product is the publisher's headcount; `claims` are headcounts.
    """
    heads = density.merge(people, on="year", suffixes=("", "_people"))
    heads = heads.assign(low=heads["value"] * heads["value_people"] / 1000)
    return yearly_hull(stock_envelope(claims), heads.assign(high=heads["low"]))


def percent(part: Interval, whole: Interval) -> Interval:
    """Every percentage that a non-negative part can be of a whole.

    Only a whole above zero has parts: where it may be less, the share has no upper end.
    """
    return bounds.scale(bounds.divide(part, (max(whole[0], 0.0), whole[1])), 100)


def shares(rows: pd.DataFrame, totals: pd.DataFrame) -> pd.DataFrame:
    """The share of Cuba's doctors that each row of `checked` would be, in percent.

    The divisor is the total of the row's year; where nobody states one, the span of the totals up
    to `doctors_window` years to either side. Adds `share_low`, `share_high`, `own_total` (whether
    the total is the year's own); a row without any total is left out.
    """
    found = {}
    for row in rows.itertuples():
        away = (totals["year"] - row.year).abs()
        own = bool((away == 0).any())
        near = totals[away <= (0 if own else assumptions.doctors_window)]
        if len(near):
            share = percent((row.low, row.high), (near["low"].min(), near["high"].max()))
            found[row.Index] = (*share, own)
    columns = ["share_low", "share_high", "own_total"]
    return rows.loc[list(found)].join(pd.DataFrame.from_dict(found, "index", columns=columns))


def by_year(
    rows: pd.DataFrame,
    worker_shares: pd.DataFrame,
    doctor_shares: pd.DataFrame,
    workers: pd.DataFrame,
    totals: pd.DataFrame,
) -> pd.DataFrame:
    """Doctors abroad as an interval for each year: year, low, high, basis.

    Known from counts (of `checked`, those of doctors alone), from their share of the health
    workers abroad (`worker_shares`, percent) and from the share of all doctors that is abroad
    (`doctor_shares`, percent). `workers` is a flows.stock_envelope: a year that has nothing but
    its number gets 0 to that number.
    """
    alone = rows.loc[rows["finding"] == ALONE, ["year", "low", "high"]]
    found = list(alone.itertuples(index=False, name=None))
    for some, base in ((worker_shares, workers), (doctor_shares, totals)):
        every = base.set_index("year")
        for row in dated(some).to_dict("records"):
            year = int(row["time"])
            if year in every.index:
                low, high = bounds.scale(bounds.of(row), 0.01)
                found.append((year, low * every.loc[year, "low"], high * every.loc[year, "high"]))
    table = pd.DataFrame(found, columns=["year", "low", "high"])
    table = table.groupby("year", as_index=False).agg({"low": "min", "high": "max"})
    table["basis"] = DOCTORS
    rest = workers[~workers["year"].isin(table["year"])]
    rest = rest.assign(low=0.0, basis=WORKERS)[["year", "low", "high", "basis"]]
    return pd.concat([table, rest]).sort_values("year", kind="stable").reset_index(drop=True)

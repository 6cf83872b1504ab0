"""Running totals put to two tests: a total cannot fall, and it cannot outrun the stock."""

import math
from itertools import combinations
from typing import Literal

import numpy as np
import pandas as pd

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon.bounds import Interval, subtract, with_bounds
from evidence.reckon.flows import dated, decimal_year, implied_tour, worker_years


def before_teams(hosts: pd.DataFrame) -> pd.DataFrame:
    """The exact counts of hosts on the eve of the pandemic: of November 2019 to March 2020, and
    those judged to be "hosts-without-teams". `hosts` are claims with `time` (decimal years)."""
    eve = hosts["time"].between(decimal_year("2019-11-01"), decimal_year("2020-03-31"))
    return hosts[
        (eve | hosts["id"].isin(tables.judged("hosts-without-teams")))
        & (hosts["qualifier"] == "exact")
    ]


def falls(claims: pd.DataFrame) -> pd.DataFrame:
    """Pairs of dated totals of which the later is certainly lower, which no running total can be.

    Returns earlier, later (claim ids), low_before, high_after, drop (in the claims' unit): the
    least that the total must have fallen by.
    """
    rows = with_bounds(dated(claims))
    found = [
        (a.id, b.id, a.low, b.high, a.low - b.high)
        for a, b in combinations(rows.itertuples(), 2)
        if a.time < b.time and b.high < a.low
    ]
    return pd.DataFrame(found, columns=["earlier", "later", "low_before", "high_after", "drop"])


def implied_tours(totals: pd.DataFrame, stock: pd.DataFrame) -> pd.DataFrame:
    """The flow-stock test for each pair of dated totals: could both count people?

    `totals`: claims of one running total; `stock`: a flows.stock_envelope that spans them.
    Returns earlier, later, new_low, new_high (people), years_low, years_high (worker-years),
    tour_low, tour_high (years) and finding: "possible", "too short", "too long", "no rise".
    """
    rows = with_bounds(dated(totals))
    found = []
    for a, b in combinations(rows.itertuples(), 2):
        new = subtract((b.low, b.high), (a.low, a.high))
        years = worker_years(stock, a.time, b.time)
        length = implied_tour(years, new) if new[1] > 0 else (float("nan"),) * 2
        found.append((a.id, b.id, *new, *years, *length, judge(length)))
    columns = "earlier later new_low new_high years_low years_high tour_low tour_high finding"
    return pd.DataFrame(found, columns=columns.split())


def beside(others: pd.DataFrame, target: pd.Series, stock: pd.DataFrame) -> pd.DataFrame:
    """Other totals, each with the `finding` of implied_tours with the one claim `target`.

    Two more findings are "fell": of the two the later is certainly lower, and "same": it is the
    target's own number, said again. Left out is what the test cannot fail: totals without a date,
    other numbers of the target's own date, those outside the documented `stock`, and earlier ones
    without an upper end. Keeps the index.
    """
    rows = others[(others["as_of"] != "") & (others["qualifier"] != "vague")]
    times, at = rows["as_of"].map(decimal_year), decimal_year(target["as_of"])
    inside = times.between(stock["year"].min() + 0.5, stock["year"].max() + 0.5)
    closed = with_bounds(rows)["high"] < math.inf
    same = rows["value"] == target["value"]
    rows = rows[same | inside & ((times > at) | (times < at) & closed)]
    found = []
    for _, row in rows.iterrows():
        both = pd.DataFrame([row, target])
        if row["value"] == target["value"]:
            found.append("same")
        else:
            found.append("fell" if len(falls(both)) else implied_tours(both, stock)["finding"][0])
    return rows.assign(finding=found)


def longest_tours(tests: pd.DataFrame, totals: pd.DataFrame, stock: pd.DataFrame) -> pd.Series:
    """The longest mean stay, in years, that the ends of each period allow; index of `tests`.

    implied_tours takes stays cut off at either end to balance. At the extreme everybody abroad at
    the start goes home at once, and everybody abroad at the end has just come and used no time:
    then the rest of the new people had all the worker-years. Infinite where that leaves nobody.
    """
    when = totals.set_index("id")["as_of"].map(decimal_year)
    at_end = np.interp(tests["later"].map(when), stock["year"] + 0.5, stock["high"])
    rest = (tests["new_low"] - at_end).clip(lower=0)
    return (tests["years_high"] / rest.where(rest > 0)).fillna(math.inf)


def judge(length: Interval) -> Literal["no rise", "too short", "too long", "possible"]:
    """Where an implied tour stands against the tours taken as possible; NaN means no rise."""
    tour = assumptions.tour()
    if length[0] != length[0]:
        return "no rise"
    if length[1] < tour[0]:
        return "too short"
    return "too long" if length[0] > tour[1] else "possible"

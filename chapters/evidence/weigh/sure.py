"""How sure the report is of a verdict: which claims bear on it and which of them fit.

The words come from `calibrated`; here stands only what bears and what fits. A document is no
evidence for itself, so claims of the two documents never bear.
"""

import pandas as pd

from evidence.ledger import lineage, tables
from evidence.ledger.lineage import without_echoes
from evidence.reckon.bounds import Interval, overlap, with_bounds
from evidence.weigh import calibrated, grades


def without_documents(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that the documents did not make."""
    return claims[~claims["source_id"].isin(tables.judged("documents"))]


def outside(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that the documents did not make, without known echoes, with origin and grade."""
    return calibrated.bearing(without_documents(claims))


def apart(claims: pd.DataFrame, tested: str) -> pd.DataFrame:
    """The claims less the one that is tested and its line of repeats: no evidence for itself."""
    roots = lineage.roots(tables.table("repeats")).to_dict()
    return claims[claims["id"].replace(roots) != roots.get(tested, tested)]


def without_repeats(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims with each line of known repeats once, and each number of one date once."""
    rows = without_echoes(claims, tables.table("repeats"))
    return rows.drop_duplicates(["value", "qualifier", "as_of"])


def within(claims: pd.DataFrame, stated: Interval) -> set[str]:
    """The ids of the claims of which one number could lie in `stated`."""
    rows = with_bounds(claims)
    return {r.id for r in rows.itertuples() if overlap((r.low, r.high), stated)}


def of_ids(claims: pd.DataFrame, fitting: set[str]) -> pd.Series:
    """calibrated.weigh of the claims that bear, of which those in `fitting` fit."""
    rows = outside(claims)
    return calibrated.weigh(rows, rows["id"].isin(fitting))


def running_total(claims: pd.DataFrame, since: str, stated: float) -> pd.Series:
    """How sure a running total is: of the totals dated since it was first stated, which could
    still be true if it was? A running total cannot fall, so those that may be as high.

    Only totals near a count (calibrated.NEAR) bear: nobody can see everyone ever served, so a
    total far from a count can only have been taken from one near it. Nor does a total equal to
    `stated`: that is the tested figure said again.
    """
    graded = grades.with_grades(claims, tables.sources())
    rows = claims[(claims["as_of"] >= since) & graded["grade"].isin(calibrated.NEAR)]
    rows = rows[rows["value"] != stated]
    return of_ids(rows, within(rows, (stated, float("inf"))))

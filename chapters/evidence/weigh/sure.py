"""How sure the report is of a verdict: which claims bear on it and which of them fit.

The words come from `calibrated`; here stands only what bears and what fits. A document is no
evidence for itself, so claims of the two documents never bear. A claim fits a statement where
every number that it allows makes the statement true: so vague words never speak for one.
"""

import pandas as pd

from evidence.ledger import tables
from evidence.reckon.bounds import Interval, holds, overlap, with_bounds
from evidence.weigh import calibrated


def without_documents(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that the documents did not make."""
    return claims[~claims["source_id"].isin(tables.judged("documents"))]


def outside(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that bear (calibrated.bearing), of those that the documents did not make."""
    return calibrated.bearing(without_documents(claims))


def totals_once(claims: pd.DataFrame) -> pd.DataFrame:
    """The dated claims with each number once, as first dated: a total said again is no other."""
    rows = claims[claims["as_of"] != ""].sort_values(["as_of", "id"], kind="stable")
    return rows.drop_duplicates(["value", "qualifier"])


def within(claims: pd.DataFrame, stated: Interval) -> set[str]:
    """The ids of the claims that fit: every number that they allow lies in `stated`."""
    rows = with_bounds(claims)
    pairs = zip(rows["id"], _ends(rows), strict=True)
    return {claim for claim, ends in pairs if holds(stated, ends)}


def of_ids(claims: pd.DataFrame, fitting: set[str]) -> pd.Series:
    """calibrated.weigh of the claims that bear, of which those in `fitting` fit."""
    rows = outside(claims)
    return calibrated.weigh(rows, rows["id"].isin(fitting))


def held_against(claims: pd.DataFrame, stated: Interval) -> pd.Series:
    """calibrated.weigh of the claims that bear on a number, all that it allows.

    Where every one of them is so vague that it can be either, none says anything either way.
    """
    rows = with_bounds(outside(claims))
    tells = [holds(stated, ends) or not overlap(stated, ends) for ends in _ends(rows)]
    rows = rows if any(tells) else rows.iloc[:0]
    return calibrated.weigh(rows, rows["id"].isin(within(rows, stated)))


def _ends(rows: pd.DataFrame) -> list[Interval]:
    return list(rows[["low", "high"]].itertuples(index=False, name=None))


def running_total(claims: pd.DataFrame, since: str, stated: float) -> pd.Series:
    """How sure a running total is: of the totals dated since it was first stated, which could
    still be true if it was? A running total cannot fall, so those that are as high."""
    return held_against(claims[claims["as_of"] >= since], (stated, float("inf")))

"""Declared corrections: no claim is edited or dropped silently.

`data/corrections.csv` says which claim, which column, the value as noted, the value now, and why.
A correction whose old value no longer stands in `data/claims.csv` is an error, so that none
outlives the fault it mends.
"""

import pandas as pd

from evidence.ledger.checks import DataError


def apply_corrections(claims: pd.DataFrame, corrections: pd.DataFrame) -> pd.DataFrame:
    """Claims after all corrections; both tables as text, index = row number in their file.

    `set` replaces one cell, `drop` leaves the claim out. Raises DataError where a correction
    names no claim or column, or expects another old value.
    """
    claims = claims.copy()
    rows = dict(zip(claims["id"], claims.index, strict=True))
    faults, dropped = [], []
    for number, fix in corrections.iterrows():
        where = f"data/corrections.csv, row {number}"
        row = rows.get(fix["claim"])
        if row is None:
            faults.append(f'{where}, column "claim": no claim {fix["claim"]!r} in data/claims.csv')
        elif fix["action"] == "drop":
            dropped.append(row)
            if fix["column"] or fix["old"] or fix["new"]:
                faults.append(f'{where}, column "column": a claim is dropped whole')
        elif fix["column"] not in claims.columns or fix["column"] == "id":
            faults.append(f'{where}, column "column": {fix["column"]!r} cannot be corrected')
        elif claims.loc[row, fix["column"]] != fix["old"]:
            faults.append(
                f'{where}, column "old": expects {fix["old"]!r}, but {fix["claim"]} now has '
                f"{claims.loc[row, fix['column']]!r} in {fix['column']}: the correction is stale"
            )
        else:
            claims.loc[row, fix["column"]] = fix["new"]
    if faults:
        raise DataError(faults)
    return claims.drop(index=dropped)


def by_group(fixes: pd.DataFrame, claims: pd.DataFrame, groups: pd.Series) -> pd.DataFrame:
    """How many claims in use were corrected, by group: `claims`, `corrected`, `percent`.

    `groups` gives the group of each row of `claims`.
    """
    corrected = claims["id"].isin(fixes["claim"]).groupby(groups).agg(["size", "sum"])
    corrected.columns = ["claims", "corrected"]
    return corrected.assign(percent=100 * corrected["corrected"] / corrected["claims"])


def by_column(fixes: pd.DataFrame) -> pd.DataFrame:
    """How many corrections each column had, most first: `column`, `number`, `reason` (the one
    given most often, the first of equals)."""
    grouped = fixes.groupby("column")["reason"]
    found = grouped.agg(number="size", reason=lambda texts: texts.value_counts().index[0])
    return found.sort_values("number", ascending=False, kind="stable").reset_index()

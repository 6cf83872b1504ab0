"""Declared corrections: no claim is edited or dropped silently.

`data/corrections.csv` says which claim, which column, the value as noted, the value now, and why.
A correction whose old value no longer stands in `data/claims.csv` is an error, so that none
outlives the fault it mends.
"""

import pandas as pd

from .checks import DataError


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

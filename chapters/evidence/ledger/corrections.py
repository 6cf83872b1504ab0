"""Declared corrections: no claim is edited or dropped silently.

`data/corrections.csv` says which claim, which column, the value as noted, the value now, and why.
A correction whose old value no longer stands in `data/claims.csv` is an error, so that none
outlives the fault it mends.
"""

from typing import TYPE_CHECKING

from evidence.ledger.checks import DataError, Rows

if TYPE_CHECKING:  # the tables are checked without it
    import pandas as pd


def apply_corrections(claims: Rows, corrections: Rows) -> Rows:
    """Claims after all corrections; both tables as text, by the number of the row in their file.

    `set` replaces one cell, `drop` leaves the claim out. Raises DataError where a correction
    names no claim or column, or expects another old value.
    """
    claims = {row: dict(claim) for row, claim in claims.items()}
    rows = {claim["id"]: row for row, claim in claims.items()}
    faults, dropped = [], set()
    for number, fix in corrections.items():
        where = f"data/corrections.csv, row {number}"
        row = rows.get(fix["claim"])
        if row is None:
            faults.append(f'{where}, column "claim": no claim {fix["claim"]!r} in data/claims.csv')
        elif fix["action"] == "drop":
            dropped.add(row)
            if fix["column"] or fix["old"] or fix["new"]:
                faults.append(f'{where}, column "column": a claim is dropped whole')
        elif fix["column"] not in claims[row] or fix["column"] == "id":
            faults.append(f'{where}, column "column": {fix["column"]!r} cannot be corrected')
        elif claims[row][fix["column"]] != fix["old"]:
            faults.append(
                f'{where}, column "old": expects {fix["old"]!r}, but {fix["claim"]} now has '
                f"{claims[row][fix['column']]!r} in {fix['column']}: the correction is stale"
            )
        else:
            claims[row][fix["column"]] = fix["new"]
    if faults:
        raise DataError(faults)
    return {row: claim for row, claim in claims.items() if row not in dropped}


def by_group(fixes: "pd.DataFrame", claims: "pd.DataFrame", groups: "pd.Series") -> "pd.DataFrame":
    """How many claims in use were corrected, by group: `claims`, `corrected`, `percent`.

    `groups` gives the group of each row of `claims`.
    """
    corrected = claims["id"].isin(fixes["claim"]).groupby(groups).agg(["size", "sum"])
    corrected.columns = ["claims", "corrected"]
    return corrected.assign(percent=100 * corrected["corrected"] / corrected["claims"])


def by_column(fixes: "pd.DataFrame") -> "pd.DataFrame":
    """How many corrections each column had, most first: `column`, `number`, `reason` (the one
    given most often, the first of equals)."""
    grouped = fixes.groupby("column")["reason"]
    found = grouped.agg(number="size", reason=lambda texts: texts.value_counts().index[0])
    return found.sort_values("number", ascending=False, kind="stable").reset_index()

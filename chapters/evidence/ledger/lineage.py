"""Which claim restates which: the lines of repeats that `repeats.csv` records."""

import pandas as pd


def roots(repeats: pd.DataFrame) -> pd.Series:
    """For each claim that repeats another, the claim its line goes back to (index: claim)."""
    parent = dict(zip(repeats["claim"], repeats["repeats"], strict=True))

    def root(claim: str) -> str:
        seen = {claim}
        while claim in parent:
            claim = parent[claim]
            if claim in seen:
                raise ValueError(f"the lineage of {claim!r} runs in a circle")
            seen.add(claim)
        return claim

    return pd.Series({claim: root(claim) for claim in parent}, dtype=object)


def lines(ids: pd.Series, repeats: pd.DataFrame) -> pd.Series:
    """The claim that the line of each claim goes back to: itself where it repeats none."""
    return ids.map(roots(repeats)).fillna(ids)


def without_echoes(rows: pd.DataFrame, repeats: pd.DataFrame) -> pd.DataFrame:
    """The claims less those known to repeat another of them: one row for each line of repeats."""
    line = lines(rows["id"], repeats)
    return rows[(line == rows["id"]) | ~line.duplicated() & ~line.isin(rows["id"])]

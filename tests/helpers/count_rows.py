"""Claims of a count, small enough to check by hand."""

import pandas as pd


def claims(*rows: dict) -> pd.DataFrame:
    table = pd.DataFrame(rows)
    return table.assign(value_high=float("nan"))


def claim(value: float, qualifier: str = "exact", attributed_to: str = "") -> dict:
    return {"value": value, "qualifier": qualifier, "attributed_to": attributed_to}


def one(value: float, qualifier: str = "exact") -> pd.Series:
    return claims(claim(value, qualifier)).assign(id="pb-wary-leaders").iloc[0]

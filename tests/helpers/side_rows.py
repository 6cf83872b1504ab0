"""Rows of accusations and defences, small enough to check by hand."""

import pandas as pd

NAN = float("nan")


def row(**known) -> pd.Series:
    """A claim with the columns that the functions read."""
    base = dict(
        id="x", measure="patients_attended", value=1.0, value_high=NAN, qualifier="exact",
        scope="world", country_iso3="", date_start="", date_end="", as_of="2020",
        attributed_to="", source_id="s", stake="press", origin="nobody named", side="defence",
        repeats="", kind="count", grade="A", unit="",
    )  # fmt: skip
    return pd.Series({**base, **known})


def frame(*rows: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(list(rows)).reset_index(drop=True)

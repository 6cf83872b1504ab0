"""Starts: the years in which sources say that missions and teams began, and the sizes of teams.

`claims` and `countries` are the tables of that name (tables.claims(), tables.table("countries")).
"""

import math
from typing import Literal

import pandas as pd

from evidence.reckon.hosts import START, kind, presences


def starts(claims: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """Every stated start of a mission, in order of year: id, iso3, name, un_region, kind, year and
    last (int, alike unless a source allows several years), date (as given, else the year),
    source_id."""
    rows = presences(claims[claims["measure"].str.startswith(START)])
    places = countries.set_index("iso3").loc[rows["country_iso3"]]
    table = pd.DataFrame(
        {
            "id": rows["id"].to_numpy(),
            "iso3": rows["country_iso3"].to_numpy(),
            "name": places["short"].to_numpy(),
            "un_region": places["un_region"].to_numpy(),
            "kind": rows["kind"].to_numpy(),
            "year": rows["year"].astype(int).to_numpy(),
            "last": rows["value_high"].fillna(rows["year"]).astype(int).to_numpy(),
            "date": rows["date_start"].to_numpy(),
            "source_id": rows["source_id"].to_numpy(),
        }
    )
    table["date"] = table["date"].where(table["date"] != "", table["year"].astype(str))
    return table.sort_values(["year", "date", "id"], kind="stable").reset_index(drop=True)


def events(starts: pd.DataFrame) -> pd.DataFrame:
    """The starts without repeats: each country once for its lasting mission (earliest year), and
    once a year for teams sent against a disaster or an epidemic. Columns as in `starts`."""
    lasting = starts["kind"].isin(["long-term", "unspecified"])
    once = starts[lasting].drop_duplicates(["iso3", "kind"])
    teams = starts[~lasting].drop_duplicates(["iso3", "kind", "year"])
    return (
        pd.concat([once, teams])
        .sort_values(["year", "date", "id"], kind="stable")
        .reset_index(drop=True)
    )


def datings(starts: pd.DataFrame) -> pd.DataFrame:
    """Lasting missions that two or more sources date: iso3, name, years (tuple), ids, disputed
    (no one year fits them all).

    Teams for disasters and epidemics are left out: two years can be two teams.
    """
    found = [
        (
            iso3,
            rows["name"].iloc[0],
            tuple(sorted({*rows["year"], *rows["last"]})),
            list(rows["id"]),
            rows["year"].max() > rows["last"].min(),
        )
        for iso3, rows in starts[starts["kind"] == "long-term"].groupby("iso3")
        if rows["source_id"].nunique() > 1
    ]
    table = pd.DataFrame(found, columns=["iso3", "name", "years", "ids", "disputed"])
    return table.sort_values(["years", "name"], kind="stable").reset_index(drop=True)


def counted_and_named(claims: pd.DataFrame, starts: pd.DataFrame) -> pd.DataFrame:
    """New hosts of lasting missions by period: as one publisher counts them, as the ledger names.

    Returns id (the count's claim), start, end (years), counted, named: countries for which any
    source puts the start of a lasting mission in the period, the most generous reading. Where the
    count has no stated end, end and named are NA: the two cannot be compared.
    """
    rows = claims[claims["measure"] == "new_long_term_host_countries"]
    lasting = starts[starts["kind"] == "long-term"]
    found = []
    for row in rows.sort_values("date_start", kind="stable").itertuples():
        start, end = int(row.date_start[:4]), int(row.date_end[:4]) if row.date_end else None
        named = lasting[lasting["year"].between(start, end)]["iso3"].nunique() if end else None
        found.append((row.id, start, end, int(row.value), named))
    table = pd.DataFrame(found, columns=["id", "start", "end", "counted", "named"])
    return table.astype({"end": "Int64", "named": "Int64"})


def teams(claims: pd.DataFrame) -> pd.DataFrame:
    """Stated sizes of single teams of health workers of all professions, dated or not, with `kind`.

    Several rows can speak of one team: sources differ, and the ledger does not number teams.
    """
    measures = [f"brigade_size_{name}" for name in ("long_term", "disaster", "epidemic")]
    rows = claims[claims["measure"].isin(measures) & (claims["scope"] == "country")]
    return rows.assign(kind=rows["measure"].map(kind)).reset_index(drop=True)


def fig_starts_title(starts: pd.DataFrame) -> Literal["relief first", "lasting first", "same year"]:
    """Which kind of mission is dated first."""
    first = starts.groupby("kind")["year"].min()
    if first["disaster"] < first["long-term"]:
        return "relief first"
    return "lasting first" if first["disaster"] > first["long-term"] else "same year"


def against_counts(
    table: pd.DataFrame,
) -> Literal["fewer in all", "fewer in some", "fewer in none"]:
    """How the names stand to the counts of periods that ended (counted_and_named)."""
    closed = table.dropna(subset=["named"])
    below = closed["named"] < closed["counted"]
    if below.all():
        return "fewer in all"
    return "fewer in some" if below.any() else "fewer in none"


def stack_places(rows: pd.DataFrame, by: list[str]) -> pd.Series:
    """The place of each row, from 0, in its stack of rows that agree in the columns `by`."""
    return rows.groupby(by).cumcount()


def spread_out(rows: pd.DataFrame, step: float = 0.08, width: float = 0.12) -> "pd.Series[float]":
    """How far to lift each dot of a row of dots on a log scale, so that near ones do not hide.

    Dots of one `kind` whose values agree within `width` (in powers of ten) are stacked by `step`.
    """
    place = (rows["value"].map(math.log10) / width).round()
    return rows.groupby([rows["kind"], place]).cumcount() * step


def fig_sizes_title(sizes: pd.DataFrame) -> Literal["long-term", "disaster", "epidemic"]:
    """In which kind the largest team stands."""
    return sizes.loc[sizes["value"].idxmax(), "kind"]

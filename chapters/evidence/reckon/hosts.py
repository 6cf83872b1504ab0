"""Hosts: the countries that the ledger can name one by one, when, and by whose word.

`claims` and `countries` are the tables of that name (tables.claims(), tables.table("countries")).
"""

from typing import Literal

import pandas as pd

from evidence.ledger import tables

START = "mission_start_year_"
KINDS = ("long-term", "disaster", "epidemic", "unspecified")


def kind(measure: str) -> str:
    """What kind of mission a measure shows in a country: one of KINDS, "listed" for a mere mention,
    "" where it shows no Cuban health workers there."""
    return tables.measure(measure)["mission_kind"]


def year_of(claim: pd.Series | dict) -> int | None:
    """The first year that a claim about a country speaks of; None where it carries no date.

    A start-year claim speaks of its value; any other of the start of its period, else of its date.
    """
    if claim["measure"].startswith(START):
        return int(claim["value"])
    text = claim["date_start"] or claim["as_of"] or claim["date_end"]
    return int(text[:4]) if text else None


def presences(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims that put Cuban health workers in one country, with `year` (Int64) and `kind`."""
    kinds = claims["measure"].map({one: kind(one) for one in claims["measure"].unique()})
    abroad = (claims["scope"] == "country") & (claims["country_iso3"] != "CUB")
    rows = claims[abroad & (kinds != "")]
    years = pd.Series(map(year_of, rows.to_dict("records")), rows.index, dtype="Int64")
    return rows.assign(year=years, kind=kinds[rows.index])


def named_countries(claims: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """Every country or territory that the ledger can name one by one as a host.

    One row each, by name: iso3, name, un_region, un_member, first_year (Int64: the first year any
    claim speaks of, not the year the mission began; NA where none is dated), first_claim (its id,
    or ""), kinds (joined by ", "), claims (list of ids). Raises KeyError for an unknown country.
    """
    rows = presences(claims).sort_values(["year", "id"], kind="stable")
    hosts = rows.groupby("country_iso3")
    places = countries.set_index("iso3").loc[list(hosts.groups)]
    places = places[["short", "un_region", "un_member"]].rename(columns={"short": "name"})
    first = rows.dropna(subset=["year"]).groupby("country_iso3")[["year", "id"]].first()
    table = places.join(first.set_axis(["first_year", "first_claim"], axis=1))
    table = table.astype({"first_year": "Int64"}).fillna({"first_claim": ""})
    order = (*KINDS, "listed").index
    table["kinds"] = hosts["kind"].agg(lambda kinds: ", ".join(sorted(set(kinds), key=order)))
    table["claims"] = hosts["id"].agg(sorted)
    return table.sort_values("name", kind="stable").rename_axis("iso3").reset_index()


def others_name(
    named: pd.DataFrame, claims: pd.DataFrame, sources: pd.DataFrame
) -> "pd.Series[bool]":
    """For each named country: does any publisher put health workers there that does not give
    Cuba's own account (judgements "cuban-account")?"""
    publisher = claims.set_index("id")["source_id"]
    stake = sources.set_index("source_id")["stake"]
    own = tables.judged("cuban-account")
    return named["claims"].map(lambda ids: any(stake[publisher[i]] not in own for i in ids))


def running(years: pd.Series) -> pd.DataFrame:
    """How many by the end of each year, from one year for each country (NA left out): year, new,
    total."""
    new = years.dropna().astype(int).value_counts().sort_index(kind="stable")
    table = pd.DataFrame({"year": new.index, "new": new.to_numpy()})
    return table.assign(total=table["new"].cumsum())


def decade(year: int) -> str:
    """The decade of a year in words: 1963 gives "1960s"."""
    return f"{year // 10 * 10}s"


def names_by_decade(named: pd.DataFrame) -> pd.DataFrame:
    """The named countries as lists: decade, un_region, number, names; undated ones last."""
    when = named["first_year"].map(lambda y: "undated" if pd.isna(y) else decade(int(y)))
    groups = named.assign(decade=when).groupby(["decade", "un_region"])["name"]
    return groups.agg(number="size", names=lambda names: "; ".join(sorted(names))).reset_index()


def against_total(named: int, claimed: int) -> Literal["enough", "fewer"]:
    """How the number of named countries stands to a claimed total of countries."""
    return "enough" if named >= claimed else "fewer"


def first_claims(named: pd.DataFrame, claims: pd.DataFrame, measures: pd.DataFrame) -> pd.DataFrame:
    """The named hosts by region, with `year` (text) and `what` the first dated claim measures."""
    labels = claims.set_index("id")["measure"].map(measures.set_index("measure")["label"])
    rows = named.sort_values(["un_region", "name"], kind="stable")
    year = rows["first_year"].map(lambda y: "" if pd.isna(y) else str(int(y)))
    return rows.assign(year=year, what=rows["first_claim"].map(labels).fillna(""))

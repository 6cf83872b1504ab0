"""Whose figure a claim is, as far as the ledger says; that need not be its publisher."""

import re

import pandas as pd

from . import grades, tables

# Attributions that name the Cuban state: its bodies, its press, and people who hold or held office
# in it. One state is one origin, by whatever name it speaks; else its voices would count as many.
CUBAN = re.compile(
    r"^Cuban (?![Dd]octor|health worker|staff|journal|Health Care in)"
    r"|^Embassy of Cuba|Cubanos$|UCCM|Granma|Prensa Latina|medical cooperation$"
    r"|, (health|foreign|Cuban) minister$|, Cuban [a-z ]*(minister|president|ministry)$"
    r"|, (president|deputy health minister|vice-president)$"
    r"|\b(MINSAP|MINREX|ONEI?|ACN|CIGB|ELAM)\b|BioCubaFarma|Finlay Institute"
    r"|[Ss]tate media|official Cuban|^Cuba, report|Las Tunas health office"
    r"|Juventud Rebelde|Cubadebate|Radio Havana|Radio Reloj"
    r"|(Fidel|Raul) Castro|Roberto Morales|Jos[eé] [AÁ]ngel Portal|Bruno Rodr[ií]guez"
    r"|Regla Angulo|Marcia Cobas|Manuel Marrero|Carlos Lage|Rodrigo Malmierca|Yiliam Jimenez"
    r"|Johana Tablada|Cuban Interests Section"
    r"|^Phase 3 trial authors$"  # of Soberana, by the state institute that makes it
)
UNITED_STATES = re.compile(r"^US |\b(USCIS|CIA|FOIA)\b|State Department|Marco Rubio|Mike Pompeo")
# What follows the name of an origin: through whom it came, how large a survey was.
TAIL = re.compile(r",? via |,? from |( survey)?, n=")
CUBAN_STATE, US_GOVERNMENT, UNKNOWN = "Cuban state", "US government", ""


def origins(
    rows: pd.DataFrame, ledger: pd.DataFrame, sources: pd.DataFrame, repeats: pd.DataFrame
) -> pd.Series:
    """The origin of each claim: a government, whoever else is named, or "" where it is not known.

    A claim that repeats another goes back to its root in `ledger`: whoever the root names is the
    origin. Where it names nobody, the claim's own attribution decides; where that is empty the
    publisher of the root, if it is a government or has the figure from its own count or inquiry.
    Raises KeyError for a source that is not known.
    """
    roots = grades.roots(repeats).to_dict()
    ledger, by_id = ledger.set_index("id"), sources.set_index("source_id")

    def origin(row: tuple) -> str:
        root = ledger.loc[roots.get(row.id, row.id)]
        who = root["attributed_to"] or row.attributed_to
        source = by_id.loc[root["source_id"]]
        if CUBAN.search(who) or (not who and source["stake"] == "cuban_state"):
            return CUBAN_STATE
        if UNITED_STATES.search(who) or (not who and source["stake"] == "us_government"):
            return US_GOVERNMENT
        if who.startswith("unnamed") or (not who and source["nearness"] == "repeater"):
            return UNKNOWN
        return TAIL.split(who)[0] if who else source["publisher"]

    return pd.Series([origin(row) for row in rows.itertuples()], index=rows.index, dtype=object)


def with_origins(rows: pd.DataFrame) -> pd.DataFrame:
    """The claims with `origin`, by the lineage that `data/` knows."""
    known = origins(rows, tables.claims(), tables.sources(), tables.table("repeats"))
    return rows.assign(origin=known)


def without_echoes(rows: pd.DataFrame, repeats: pd.DataFrame) -> pd.DataFrame:
    """The claims less those known to repeat another of them: one row for each line of repeats."""
    roots = grades.roots(repeats)
    line = rows["id"].map(roots).fillna(rows["id"])
    return rows[(line == rows["id"]) | ~line.duplicated() & ~line.isin(rows["id"])]

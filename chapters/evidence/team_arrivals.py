"""Teams sent against an epidemic, counted by several sources: one row an arrival."""

import math

import pandas as pd

from . import show, tables, words
from .bounds import Interval, with_bounds
from .brigade_totals import days

# Statements about one country whose dates lie at most this many days apart are taken to speak of
# one arrival. An assumption: change it here and rerun.
ARRIVAL_DAYS = 7


def arrivals(claims: pd.DataFrame, gap: int = ARRIVAL_DAYS) -> pd.DataFrame:
    """Claims of team sizes gathered into arrivals: one row a country and date.

    `claims`: brigade_size_epidemic, and brigade_doctors_epidemic, which counts only where nobody
    gives a size. Statements dated by year alone are set aside where the country has a better
    dated one, because they may cover several arrivals. An open end is closed at the figure
    stated. Returns country_iso3, when (first partial date), ids (list), sources (how many),
    lowest, highest (people), agree (one number fits all statements).
    """
    rows = with_bounds(claims)
    rows["when"] = rows["date_start"].where(rows["date_start"] != "", rows["as_of"])
    rows = rows[rows["when"] != ""]
    rows["first"], rows["last"] = zip(*rows["when"].map(days), strict=True)
    yearly = rows["when"].str.len() == 4
    dated = set(rows.loc[~yearly, "country_iso3"])
    rows = rows[~(yearly & rows["country_iso3"].isin(dated))]
    found = []
    for country, group in rows.sort_values(["first", "last", "id"], kind="stable").groupby(
        "country_iso3"
    ):
        reach, batch = -math.inf, []
        for row in group.itertuples():
            if row.first > reach + gap and batch:
                found.append(_arrival(country, pd.DataFrame(batch)))
                batch = []
            batch.append(row)
            reach = max(reach, row.last) if len(batch) > 1 else row.last
        found.append(_arrival(country, pd.DataFrame(batch)))
    return pd.DataFrame(found)


def _arrival(country: str, batch: pd.DataFrame) -> dict:
    sizes = batch[batch["measure"] == "brigade_size_epidemic"]
    counted = batch if sizes.empty else sizes
    best = counted.loc[counted["when"].str.len().idxmax()]
    high = counted["high"].where(counted["high"] < math.inf, counted["value"])
    return {
        "country_iso3": country,
        "when": best["when"],
        "ids": list(counted["id"]),
        "sources": counted["source_id"].nunique(),
        "lowest": counted["low"].min(),
        "highest": high.max(),
        "agree": bool(counted["low"].max() <= counted["high"].min()),
    }


def enough(teams: Interval, total: Interval) -> str:
    """Whether the teams that sources name can make up a stated total."""
    if teams[0] > total[1]:
        return "The teams that the ledger names come to more than the total, which is too low."
    if teams[1] < total[0]:
        return (
            "The teams that the ledger names come to less than the total. The rest went in teams "
            "that the ledger does not have, or the total counts more than these teams; which of "
            "the two is not known."
        )
    return "The teams that the ledger names can make up the total."


def team_verdict(value: float, others: list[float], clinical: bool) -> tuple[str, str]:
    """Verdict on the size of one team: `others` are what other sources say, one number each.

    `clinical` says whether all members were doctors or nurses, as the document has it. Raises
    ValueError where nobody else counts.
    """
    if not others:
        raise ValueError("no other source gives a size")
    same = sum(other == value for other in others)
    if not same:
        return "contradicted", "No other source that gives the size of the team has this number."
    if same < len(others) and clinical:
        return "supported with a caveat", "Most sources have the number, but not all of them."
    if same == len(others) and clinical:
        return "supported", "Every source that gives the size of the team has this number."
    tail = "" if same == len(others) else ", and some sources have another size"
    return "supported with a caveat", (
        "Most other sources give the same size of the team, but not all of its members were "
        f"doctors or nurses{tail}."
    )


def sizes_table(arrived: pd.DataFrame) -> pd.DataFrame:
    """Rows of `arrivals` for readers: Country, Arrived, Members as links to the claims."""
    return pd.DataFrame(
        {
            "Country": arrived["country_iso3"].map(tables.country_names()),
            "Arrived": arrived["when"].map(words.when),
            "Members, as stated": [
                show.Markup(", ".join(show.claim(i) for i in ids)) for ids in arrived["ids"]
            ],
        }
    )

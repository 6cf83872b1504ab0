"""Teams sent against an epidemic, counted by several sources: one row an arrival."""

import math
from typing import Literal

import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon.bounds import Interval, with_bounds
from evidence.show import words
from evidence.themes.pandemic.brigade_totals import days
from evidence.weigh.verdict import stands


def arrivals(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims of team sizes gathered into arrivals: one row a country and date.

    `claims`: brigade_size_epidemic, and brigade_doctors_epidemic, which counts only where nobody
    gives a size. Statements dated by year alone are set aside where the country has a better
    dated one, because they may cover several arrivals. What is stated as a limit alone counts as
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
        reach, begun = -math.inf, 0
        for place, (first, last) in enumerate(zip(group["first"], group["last"], strict=True)):
            if place and first > reach + assumptions.arrival_days:
                found.append(_arrival(country, group.iloc[begun:place]))
                begun = place
            reach = max(reach, last) if place > begun else last
        found.append(_arrival(country, group.iloc[begun:]))
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


def enough(teams: Interval, total: Interval) -> Literal["too many", "too few", "enough"]:
    """Whether the teams that sources name can make up a stated total."""
    if teams[0] > total[1]:
        return "too many"
    return "too few" if teams[1] < total[0] else "enough"


def team_size(
    sure: pd.Series, sizes: Interval, clinical: bool
) -> tuple[
    Literal["nothing", "none", "fewer", "most", "all", "most, not clinical", "all, not clinical"],
    dict[str, str],
]:
    """Who has a stated size of one team: `sure` is calibrated.weigh of what other sources say, and
    `sizes` their lowest and highest.

    `clinical` says whether all members were doctors or nurses, as the document has it.
    """
    found, fills = stands(sure), {"range": words.spread(sizes)}
    if found in ("most", "all") and not clinical:
        return f"{found}, not clinical", fills
    return found, fills


def sizes_table(arrived: pd.DataFrame) -> pd.DataFrame:
    """Rows of `arrivals` for readers, with the columns of tab-teams."""
    return arrived.assign(
        country=arrived["country_iso3"].map(tables.country_names()),
        arrived=arrived["when"].map(words.when),
        members=[show.Markup(", ".join(map(show.claim, ids))) for ids in arrived["ids"]],
    )

"""Votes on the embargo: where the sources part, who voted against, which vote is meant."""

import math
from collections.abc import Iterable
from typing import Literal

import pandas as pd

from evidence.reckon.flows import decimal_year
from evidence.show import say
from evidence.show.words import listed

said = say.of("diplomacy")
COUNTS = ("yes", "no", "abstain")


def by_year(votes: pd.DataFrame) -> pd.DataFrame:
    """The lowest and highest count that any source gives for each vote, one row a year.

    Returns session_year, yes_low, yes_high, no_low, no_high, abstain_low, abstain_high (votes;
    sources that give no abstentions are passed over), sources (how many) and differ (tuple of
    the counts on which sources differ).
    """
    groups = votes.groupby("session_year")
    table = pd.DataFrame({"sources": groups.size()})
    for count in COUNTS:
        table[f"{count}_low"] = groups[count].min()
        table[f"{count}_high"] = groups[count].max()
    table["differ"] = [
        tuple(c for c in COUNTS if getattr(row, f"{c}_low") < getattr(row, f"{c}_high"))
        for row in table.itertuples()
    ]
    return table.reset_index()


def spelled(votes: pd.DataFrame, year: int, count: str) -> str:
    """What the sources give for one count of one vote: "59 (3), 58 (1)", sources in brackets.

    The figure that most sources give comes first; "–" where none gives any.
    """
    given = votes.loc[votes["session_year"] == year, count].dropna()
    tally = given.value_counts().sort_index(ascending=False, kind="stable").sort_values(
        ascending=False, kind="stable"
    )  # fmt: skip
    return ", ".join(f"{value} ({sources})" for value, sources in tally.items()) or "–"


def alone(votes: pd.DataFrame, source_id: str) -> list[int]:
    """Years in which one source's counts differ from those of every other source of that year."""
    years = []
    for year, group in votes.groupby("session_year"):
        mine = group[group["source_id"] == source_id]
        others = group[group["source_id"] != source_id]
        if mine.empty or others.empty:
            continue
        own = mine.iloc[0]
        if not any(_same(own, other) for _, other in others.iterrows()):
            years.append(int(year))
    return years


def _same(a: pd.Series, b: pd.Series) -> bool:
    """Whether two accounts of one vote agree on every count that both give."""
    return all(pd.isna(a[c]) or pd.isna(b[c]) or a[c] == b[c] for c in COUNTS)


def years_with(votes: pd.DataFrame, yes: float, no: float) -> pd.DataFrame:
    """Votes for which at least one source gives this pair of counts.

    Returns session_year, sources (how many give it) and of (how many there are for the year).
    """
    hit = (votes["yes"] == yes) & (votes["no"] == no)
    groups = hit.groupby(votes["session_year"])
    table = pd.DataFrame({"sources": groups.sum(), "of": groups.size()}).reset_index()
    return table[table["sources"] > 0].reset_index(drop=True)


def opposed(votes: pd.DataFrame) -> pd.DataFrame:
    """Who voted against: one row a year and state that any source names, with who names it.

    Returns session_year, country, named (sources naming it), lists (sources of that year that
    name the opponents, or count none) and source_id (the first that names it).
    """
    rows = votes.assign(country=votes["no_countries"].str.split(";")).explode("country")
    rows = rows[rows["country"] != ""]
    tells = (votes["no_countries"] != "") | (votes["no"] == 0)
    lists = votes[tells].groupby("session_year").size()
    groups = rows.groupby(["session_year", "country"])
    table = pd.DataFrame({"named": groups.size(), "source_id": groups["source_id"].first()})
    table = table.reset_index()
    return table.assign(lists=table["session_year"].map(lists))


def usual(opponents: pd.DataFrame, votes: int) -> list[str]:
    """The states that are named as opponents in every one of so many votes, or in all but one."""
    years = opponents.groupby("country")["session_year"].nunique()
    found = years[years >= votes - 1].sort_values(ascending=False, kind="stable")
    return list(found.index)


def named(states: list[str]) -> str:
    """States as a phrase: "Israel and the United States"."""
    return listed([
        said("with article", state=s) if s.startswith("United") else s for s in states
    ])  # fmt: skip


def fig_diplomacy_against_title(
    states: list[str],
) -> tuple[Literal["none", "one", "several"], dict[str, str]]:
    """How many usual opponents there are."""
    names = named(states)
    fills = {"states": names[:1].upper() + names[1:]}
    return "several" if len(states) > 1 else "one" if states else "none", fills


def fig_diplomacy_votes_title(
    table: pd.DataFrame,
) -> tuple[Literal["fell", "held", "no higher"], dict[str, str]]:
    """Whether the last vote breaks a rise of the votes in favour, from by_year."""
    rows = table.sort_values("session_year", kind="stable")
    first, before, last = rows.iloc[0], rows.iloc[-2], rows.iloc[-1]
    fills = {name: f"{row['session_year']:.0f}" for name, row in (("start", first), ("year", last))}
    if last["yes_high"] < before["yes_low"] and before["yes_low"] > first["yes_high"]:
        return "fell", fills
    return "held" if last["yes_low"] > first["yes_high"] else "no higher", fills


def last_comment(numerals: pd.DataFrame) -> str:
    """The latest date of a reader's comment, or of a reply, that a document prints: 2022-05-20.

    `numerals`: the document's rows of the table of numerals, whose reasons name such dates.
    Raises ValueError where there is none.
    """
    rows = numerals[numerals["reason"].str.match("date of .*comment")]
    if rows.empty:
        raise ValueError("the document prints no dated comment")
    return max(rows.groupby("paragraph")["numeral"].agg("-".join))


def either_side(years: Iterable[int], page: str, comment: str) -> tuple[list[int], list[int]]:
    """Years of votes before the year of a page's date, and after the year of its last comment.

    A year in which the page or a comment is dated belongs to neither: the day would decide.
    """
    start, end = math.floor(decimal_year(page)), math.floor(decimal_year(comment))
    return [y for y in years if y < start], [y for y in years if y > end]


def name_helps(
    opponents: pd.DataFrame, years: Iterable[int]
) -> Literal["same states", "other states"]:
    """Whether the name of an opponent can tell one of these votes from the others."""
    rows = opponents[opponents["session_year"].isin(list(years))]
    who = rows.groupby("session_year")["country"].agg(frozenset)
    return "same states" if who.nunique() == 1 else "other states"


def undated_vote(
    years: pd.DataFrame,
) -> Literal["no vote", "disputed", "one vote", "several votes"]:
    """On a pair of counts without a year, from years_with."""
    if years.empty:
        return "no vote"
    firm = years[years["sources"] == years["of"]]
    if firm.empty:
        return "disputed"
    return "one vote" if len(firm) == len(years) == 1 else "several votes"

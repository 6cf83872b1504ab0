"""Votes on the embargo, counts of sanctions and losses, offers of help: where the sources part.

The verdict functions return (verdict, sentence), as in `verdicts`; the sentences hold no number.
"""

import math
from collections.abc import Iterable

import pandas as pd

from . import sure
from .bounds import of, overlap
from .flows import dated, decimal_year
from .words import listed

COUNTS = ("yes", "no", "abstain")
# The words by which attributions in the ledger name the Cuban state or its foreign minister.
CUBAN_STATE = "Cuban|MINREX|Bruno Rodriguez"
# How far a rise in a total may lie from the year's claim and still be called the same, as a share.
SAME_SUM = 0.01


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
    tally = given.value_counts().sort_index(ascending=False).sort_values(
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
    return listed(["the " + s if s.startswith("United") else s for s in states])


def who_opposes(states: list[str]) -> str:
    """A chart title that names the usual opponents, or says that there are none."""
    if not states:
        return "No state votes against every time"
    names = named(states)
    verb = "vote" if len(states) > 1 else "votes"
    return f"{names[0].upper()}{names[1:]} {verb} against nearly every time; others seldom"


def course(table: pd.DataFrame) -> str:
    """A chart title for the votes in favour, from by_year: does the last vote break a rise?"""
    rows = table.sort_values("session_year")
    first, before, last = rows.iloc[0], rows.iloc[-2], rows.iloc[-1]
    year = f"{last['session_year']:.0f}"
    if last["yes_high"] < before["yes_low"] and before["yes_low"] > first["yes_high"]:
        return f"Support for ending the embargo grew for decades and fell in {year}"
    if last["yes_low"] > first["yes_high"]:
        return f"Support for ending the embargo has grown and held to {year}"
    return f"Support for ending the embargo in {year} is no higher than at first"


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


def name_helps(opponents: pd.DataFrame, years: Iterable[int]) -> str:
    """Whether the name of an opponent can tell one of these votes from the others."""
    rows = opponents[opponents["session_year"].isin(list(years))]
    who = rows.groupby("session_year")["country"].agg(frozenset)
    if who.nunique() == 1:
        return "the same states voted against each time, so the name does not help"
    return "not the same states voted against each time, so a longer text might tell"


def undated_vote(years: pd.DataFrame) -> tuple[str, str]:
    """Verdict on a pair of counts without a year, from years_with."""
    if years.empty:
        return "contradicted", "No vote of the Assembly has this count in any source."
    firm = years[years["sources"] == years["of"]]
    if firm.empty:
        return "supported with a caveat", (
            "Some sources give this count for a vote, and others contradict them."
        )
    if len(firm) == 1 and len(years) == 1:
        return "supported", "The count fits one vote only, and all sources for it agree."
    return "supported with a caveat", (
        "The count is right for more than one vote, and the teaser gives no year: the page does "
        "not tell which one is meant."
    )


def one_counter(claim: pd.Series, others: pd.DataFrame) -> tuple[str, str]:
    """Verdict on a count that may go back to the Cuban state alone.

    `others`: claims of the same count, with attributed_to. A count by anyone else that allows the
    figure supports it; one counter's word does not, whether or not its copies agree.
    """
    fits = pd.Series([overlap(of(claim), of(row)) for _, row in others.iterrows()], dtype=bool)
    own = others["attributed_to"].str.contains(CUBAN_STATE).reset_index(drop=True)
    if not fits.any():
        return "contradicted", "No other statement of this count allows the number."
    if (fits & ~own).any():
        return "supported", "Somebody other than the Cuban state has counted as many."
    start = "The number is the Cuban foreign ministry’s, and the ledger has nobody else’s count. "
    if fits.all():
        return "not checkable", start + (
            "The passages read do not say what counts as one measure, so a recount could not "
            "settle it."
        )
    return "not checkable", start + (
        "Copies of its list carry different totals, and the passages read do not say what counts "
        "as one measure, so a recount could not settle it."
    )


def rounding(value: float, count: float) -> str:
    """How a round number goes back to a count: "the same", "cut", "rounded" or "neither".

    The step is the largest power of ten that divides `value`, a positive whole number.
    """
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    if value == count:
        return "the same"
    if value == math.floor(count / step) * step:
        return "cut"
    return "rounded" if value == math.floor(count / step + 0.5) * step else "neither"


def of_one_count(value: float, claims: pd.DataFrame) -> set[str]:
    """The claims (ids) to whose number a round `value` goes back, the same or rounded."""
    return {r.id for r in claims.itertuples() if rounding(value, r.value) != "neither"}


def related(found: str) -> str:
    """How one number goes back to another, in words that follow "which" (from rounding)."""
    return {
        "the same": "is the same number",
        "cut": "is that number cut short",
        "rounded": "is that number rounded",
        "neither": "does not go back to it",
    }[found]


def offer(found: str) -> tuple[str, str]:
    """Verdict on the size of an offer, from how the number goes back to the count (rounding)."""
    if found == "the same":
        return "supported", "The number is the size of the team that was reported at the time."
    if found == "neither":
        return (
            "contradicted",
            "The number does not go back to the size that was reported at the time.",
        )
    how = "rounded down" if found == "cut" else "rounded"
    return "supported with a caveat", (
        "An offer of this order was reported at the time, but the article’s number is the "
        f"team’s size {how}."
    )


def team(value: float, others: pd.Series) -> tuple[str, str]:
    """Verdict on the size of one team, from the sizes that other sources give (people)."""
    same = (others == value).sum()
    if not same:
        return "contradicted", "No other source gives the team this size."
    if same == len(others):
        return "supported", "All other sources give the team the same size."
    if same > len(others) - same:
        return "supported with a caveat", (
            "Most other sources give the team the same size, some another."
        )
    return "supported with a caveat", "At most as many other sources give this size as another."


def earlier_hosts(starts: pd.DataFrame, countries: pd.DataFrame, host: str) -> pd.DataFrame:
    """Starts of missions in the same region of the world before a host's first of them.

    `starts`: claims with date_start, country_iso3 and measure; `countries` has iso3, name and
    un_region. Returns the earlier claims in time order, with name and same_kind (whether the
    measure is that of the host's first). Raises ValueError where the host has no start.
    """
    by_code = countries.set_index("iso3")
    rows = dated(starts.assign(as_of=starts["date_start"]))
    mine = rows[rows["country_iso3"] == host]
    if mine.empty:
        raise ValueError(f"no start of a mission in {host!r}")
    first = mine.iloc[0]
    region = rows["country_iso3"].map(by_code["un_region"]) == by_code.loc[host, "un_region"]
    found = rows[region & (rows["country_iso3"] != host) & (rows["time"] < first["time"])]
    return found.assign(
        name=found["country_iso3"].map(by_code["name"]),
        same_kind=found["measure"] == first["measure"],
    ).reset_index(drop=True)


def first_host(earlier: pd.DataFrame) -> tuple[str, str]:
    """Verdict on "the first country of its region", from earlier_hosts."""
    if earlier["same_kind"].any():
        return "contradicted", "Another country of the region took in such a team earlier."
    if len(earlier):
        return "supported with a caveat", (
            "The ledger has no earlier team against an epidemic in Europe. But Cuban health "
            "workers had served in Europe before; the article does not say which countries it "
            "takes as developed, or whether missions other than against an epidemic count."
        )
    return "supported", "The ledger has no earlier mission in the region."


def compared(claim: pd.Series, others: pd.DataFrame) -> tuple[str, str]:
    """Verdict on a figure from the other claims of the same thing, whoever makes them."""
    if others.empty:
        return "not checkable", "The ledger has no other statement of this."
    if claim["qualifier"] == "vague":
        return "not checkable", "Its words give no number that another count could test."
    fits = [overlap(of(claim), of(row)) for _, row in others.iterrows()]
    if all(fits):
        return "supported", "All other statements allow it."
    if any(fits):
        return "supported with a caveat", "Some other statements allow it, some do not."
    return "contradicted", "No other statement allows it."


def sure_of(claim: pd.Series, others: pd.DataFrame) -> pd.Series:
    """calibrated.weigh for `compared`: a vague word fits no number, else what allows it fits."""
    rows = others[others["qualifier"] != "vague"]
    return sure.of_ids(
        rows, set() if claim["qualifier"] == "vague" else sure.within(rows, of(claim))
    )


def closing(claims: pd.DataFrame) -> pd.DataFrame:
    """Totals by the date they run to: the end of the period, or else the date of the statement.

    Returns the claims that have either, in time order, with `time` in decimal years.
    """
    ends = claims["date_end"].where(claims["date_end"] != "", claims["as_of"])
    return dated(claims.assign(as_of=ends))


def times_larger(adjusted: pd.DataFrame, current: pd.DataFrame) -> pd.DataFrame:
    """How many times an adjusted total is as large as one at current prices, to the same month.

    Both as from `closing`. Returns as_of, adjusted and current (claim ids) and ratio.
    """
    pairs = adjusted.merge(current, on="as_of", suffixes=("_adjusted", "_current"))
    return pd.DataFrame(
        {
            "as_of": pairs["as_of"],
            "adjusted": pairs["id_adjusted"],
            "current": pairs["id_current"],
            "ratio": pairs["value_adjusted"] / pairs["value_current"],
        }
    ).sort_values("ratio", ignore_index=True)


def sums(rise: float, year: float) -> str:
    """What it means that a total rose by so much in a year with that claim of its own."""
    if abs(rise - year) <= SAME_SUM * year:
        return "the total is a running sum of the yearly claims"
    return "the total is not a running sum of the yearly claims"

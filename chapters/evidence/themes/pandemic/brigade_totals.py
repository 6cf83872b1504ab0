"""Brigades against the pandemic: totals sent and counts at work, by date."""

from calendar import monthrange
from datetime import date
from typing import Literal

import pandas as pd

from evidence.ledger import tables
from evidence.reckon import totals
from evidence.reckon.bounds import Interval, of, subtract, with_bounds
from evidence.reckon.flows import dated, decimal_year
from evidence.show import say, words

said = say.of("pandemic")


def days(text: str) -> tuple[int, int]:
    """The first and the last day (as ordinals) that a partial date can mean."""
    year, *rest = (int(part) for part in text.split("-"))
    if not rest:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if len(rest) == 1:
        last = monthrange(year, rest[0])[1]
        return date(year, rest[0], 1).toordinal(), date(year, rest[0], last).toordinal()
    day = date(year, *rest).toordinal()
    return day, day


def certain_falls(claims: pd.DataFrame) -> pd.DataFrame:
    """totals.falls, less the pairs whose dates are too vague to say which statement came first."""
    falls = totals.falls(claims)
    as_of = claims.set_index("id")["as_of"]
    known = [days(as_of[f.earlier])[1] < days(as_of[f.later])[0] for f in falls.itertuples()]
    return falls[pd.Series(known, index=falls.index, dtype=bool)].reset_index(drop=True)


def below(measures: list[str], sources: set[str] | None = None) -> set[str]:
    """The worldwide totals (ids) of `measures` that lie certainly below an earlier one.

    With `sources` (ids) only what these state is compared.
    """
    found = set()
    for measure in measures:
        rows = tables.claims(measure=measure, scope="world")
        rows = rows if sources is None else rows[rows["source_id"].isin(sources)]
        found |= set(certain_falls(rows)["later"])
    return found


def floor(claims: pd.DataFrame) -> pd.DataFrame:
    """The least that a running total can be: time (decimal years), low (the claims' unit).

    A statement counts from the last day that its date can mean; vague ones count for nothing.
    """
    rows = with_bounds(claims[(claims["as_of"] != "") & (claims["qualifier"] != "vague")])
    rows = rows.assign(last=rows["as_of"].map(lambda text: days(text)[1])).sort_values(
        "last", kind="stable"
    )
    time = rows["last"].map(lambda day: decimal_year(date.fromordinal(day).isoformat()))
    return pd.DataFrame({"time": time, "low": rows["low"].cummax()}).reset_index(drop=True)


def running(
    below: int, below_state: int
) -> Literal["none fell", "between publishers", "the state too"]:
    """What certain falls say, of all publishers and of the Cuban state's own statements."""
    if not below:
        return "none fell"
    return "the state too" if below_state else "between publishers"


def room(residual: Interval) -> Literal["no room", "room"]:
    """Whether a total leaves room for a part, from total - part."""
    return "no room" if residual[1] < 0 else "room"


def fig_pandemic_title(claims: pd.DataFrame) -> Literal["fall", "no fall"]:
    """What became of the counts at work: `claims` of the three measures at work."""
    rows = dated(claims)
    fell = [g["value"].iloc[-1] < g["value"].max() for _, g in rows.groupby("measure")]
    return "fall" if all(fell) else "no fall"


def stated(claim_id: str) -> float:
    """The number of one claim, without its hedge."""
    return tables.claim(claim_id)["value"]


def difference(more: str, less: str) -> Interval:
    """One claim less another (claim ids), as an interval."""
    return subtract(of(tables.claim(more)), of(tables.claim(less)))


def share(part: float, whole: float) -> str:
    """A share in words, rounded to a whole percent: "91 percent"."""
    return said("share", share=words.number(round(part / whole * 100)))


def out_of(part: int, whole: int) -> str:
    """A part of a count in words: "2 of 14"."""
    return said("out of", part=f"{part}", whole=f"{whole}")

"""Two readings of one letter, and the other shares of pay that the state is said to keep."""

from itertools import combinations
from typing import Literal

import pandas as pd

from evidence.ledger import tables
from evidence.reckon.bounds import Interval, of, overlap
from evidence.show import say, words

said = say.of("critics")
LETTER = "un-letter"  # the judgement which claims give its share, by whose reading


def kept(claim: pd.Series) -> Interval:
    """The share that the state keeps, in percent, from either way of stating the split.

    Raises ValueError for a measure that is not a share.
    """
    low, high = of(claim)
    if tables.measure(claim["measure"])["figure_kind"] != "share":
        raise ValueError(f"not a share of pay: {claim['measure']!r}")
    if claim["measure"] not in tables.measures_in("state-share"):
        low, high = 100 - high, 100 - low
    return max(low, 0.0), min(high, 100.0)


def nearby(reading: Interval, others: list[Interval]) -> int:
    """How many of the shares stated elsewhere are compatible with a reading."""
    return sum(overlap(reading, other) for other in others)


def readings(
    first: Interval, second: Interval, others: list[Interval]
) -> Literal["agree", "neither", "complainant", "translator"]:
    """Which of two readings of one letter the shares stated elsewhere favour."""
    if overlap(first, second):
        return "agree"
    near = [nearby(reading, others) for reading in (first, second)]
    if near[0] == near[1]:
        return "neither"
    return "complainant" if near[0] > near[1] else "translator"


def fig_critics_shares_title(first: Interval, second: Interval) -> Literal["agree", "exclude"]:
    """Whether two readings of one letter have a number in common."""
    return "agree" if overlap(first, second) else "exclude"


def apart(rows: pd.DataFrame) -> pd.Series:
    """Which rows (bool) are readings of the share in the letter that exclude each other.

    At most one of them can be right, so neither argues for a side until the letter is read.
    """
    letter = rows["id"].isin(tables.judged(LETTER))
    ends = [kept(row) for _, row in rows[letter].iterrows()]
    clash = any(not overlap(a, b) for a, b in combinations(ends, 2))
    return letter & clash


def with_kept(rows: pd.DataFrame, places: pd.Series) -> pd.DataFrame:
    """Shares of pay with kept_low, kept_high (percent), `letter` (of the UN letter) and `name`."""
    ends = [kept(row) for _, row in rows.iterrows()]
    letter = rows["id"].isin(tables.judged(LETTER))
    names = [_share_name(row, places) for _, row in rows.iterrows()]
    rows = rows.assign(
        kept_low=[low for low, _ in ends],
        kept_high=[high for _, high in ends],
        letter=letter,
        name=names,
    )
    by = ["letter", "kept_low", "kept_high", "id"]
    return rows.sort_values(by, ascending=False, kind="stable").reset_index(drop=True)


def _share_name(claim: pd.Series, places: pd.Series) -> str:
    if claim["id"] in tables.judged(LETTER):
        accused = claim["id"] in tables.judged(LETTER, "complainant")
        return said("fig-critics-shares", "complainant" if accused else "translator")
    return said(
        "fig-critics-shares",
        "stated",
        place=places.get(claim["country_iso3"], said("fig-critics-shares", "everywhere")),
        date=words.when(claim["as_of"][:7]),
        who=claim["attributed_to"] or said("origin", "nobody named"),
    )


def split_readings(shares: pd.DataFrame) -> tuple[Interval, Interval, list[Interval]]:
    """The complainant’s reading, the translator’s, and the other shares, as intervals."""
    ends = list(zip(shares["kept_low"], shares["kept_high"], strict=True))
    first, second = (
        ends[shares["id"].eq(claim).argmax()]
        for part in ("complainant", "translator")
        for claim in tables.judged(LETTER, part)
    )
    return first, second, [e for e, o in zip(ends, shares["letter"], strict=True) if not o]

"""Two readings of one letter, and the other shares of pay that the state is said to keep."""

from itertools import combinations

import pandas as pd

from evidence.ledger import tables
from evidence.reckon.bounds import Interval, of, overlap
from evidence.show import words

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


def readings(first: Interval, second: Interval, others: list[Interval]) -> tuple[str, str]:
    """(title, sentence) on two readings of one letter, and the shares stated elsewhere."""
    if overlap(first, second):
        return "One letter, two readings that agree", "The two readings could both be right."
    near = [sum(overlap(reading, other) for other in others) for reading in (first, second)]
    start = "The two readings have no number in common, so at most one of them is right. "
    if near[0] == near[1]:
        end = "The shares stated elsewhere do not favour either."
    else:
        name = "the complainant’s" if near[0] > near[1] else "the translator’s"
        end = (
            f"More of the shares stated elsewhere are compatible with {name} reading, but none "
            "of them is about the letter."
        )
    return "One letter, two readings that exclude each other", start + end


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
        return "UN letter, as " + ("the\ncomplainant has it" if accused else "translated")
    place = places.get(claim["country_iso3"], "All missions")
    who = claim["attributed_to"] or "nobody named"
    return f"{place}, {words.when(claim['as_of'][:7])}:\n{who}"


def split_readings(shares: pd.DataFrame) -> tuple[Interval, Interval, list[Interval]]:
    """The complainant’s reading, the translator’s, and the other shares, as intervals."""
    ends = list(zip(shares["kept_low"], shares["kept_high"], strict=True))
    first, second = (
        ends[shares["id"].eq(claim).argmax()]
        for part in ("complainant", "translator")
        for claim in tables.judged(LETTER, part)
    )
    return first, second, [e for e, o in zip(ends, shares["letter"], strict=True) if not o]

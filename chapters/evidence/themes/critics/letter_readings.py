"""The letter of the UN rapporteurs, as told, and each other share the state is said to keep."""

from typing import Literal

import pandas as pd

from evidence.ledger import tables
from evidence.reckon.bounds import Interval, of, overlap
from evidence.show import say, words

said = say.of("critics")
LETTER = "un-letter"  # the judgement which claims give its share, by who tells it


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
    for teller, told in tables.judged_parts(LETTER).items():
        if claim["id"] in told:
            return said("fig-critics-shares", "letter", teller=teller)
    return said(
        "fig-critics-shares",
        "stated",
        place=places.get(claim["country_iso3"], said("fig-critics-shares", "everywhere")),
        date=words.when(claim["as_of"][:7]),
        who=claim["attributed_to"] or said("origin", "nobody named"),
    )


def near_the_letter(shares: pd.DataFrame) -> pd.Series:
    """Which of the other shares (bool, one each) could be equal to every telling of the letter.

    `shares` as from `with_kept`.
    """
    ends = pd.Series(list(zip(shares["kept_low"], shares["kept_high"], strict=True)), shares.index)
    told = ends[shares["letter"]]
    return ends[~shares["letter"]].map(lambda share: all(overlap(share, one) for one in told))


def fig_critics_shares_title(near: pd.Series) -> Literal["all", "some", "none"]:
    """How many of the other shares can equal the letter's, from `near_the_letter`."""
    if near.all():
        return "all"
    return "some" if near.any() else "none"

"""Doctors at home for the population, where the count of doctors includes those abroad.

All intervals are (low, high) pairs or columns. Densities are per 1,000 inhabitants.
"""

from typing import Literal

import pandas as pd

from evidence.reckon import bounds, ranks
from evidence.reckon.bounds import Interval
from evidence.reckon.doctors import yearly_hull
from evidence.reckon.flows import stock_envelope
from evidence.show import say, words

said = say.of("home")
Trend = Literal["fell", "rose", "not decided"]


def inhabitants(claims: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    """Population by year over all who state one: year, low, high. `series` has year, value."""
    stated = stock_envelope(claims)[["year", "low", "high"]]
    return yearly_hull(stated, series.assign(low=series["value"], high=series["value"]))


def at_home(totals: pd.DataFrame, abroad: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Doctors at home per 1,000 inhabitants, where the count of doctors includes those abroad.

    All three have year, low, high. Returns year, low, high, basis, total_low, total_high (per
    1,000, those abroad included), share_low, share_high (percent of all doctors abroad).
    """
    found = []
    for row in abroad.itertuples():
        total, persons = (t[t["year"] == row.year] for t in (totals, people))
        if total.empty or persons.empty:
            continue
        heads, inhabitants = ((t["low"].item(), t["high"].item()) for t in (total, persons))
        left = bounds.subtract(heads, (row.low, row.high))
        left = tuple(max(end, 0.0) for end in left)
        home = bounds.scale(bounds.divide(left, inhabitants), 1000)
        stated = bounds.scale(bounds.divide(heads, inhabitants), 1000)
        share = bounds.scale(bounds.divide((row.low, row.high), heads), 100)
        found.append((row.year, *home, row.basis, *stated, *share))
    columns = "year low high basis total_low total_high share_low share_high".split()
    return pd.DataFrame(found, columns=columns)


def place_at_home(others: pd.Series, years: pd.DataFrame, year: int) -> str:
    """Cuba's place among the values of `others` in a year, with those abroad taken off, in words.

    `years` as from `at_home`, one row a year; a year that it lacks has no place.
    """
    if year not in set(years["year"]):
        return said("not known")
    row = years.set_index("year").loc[year]
    return ranks.place_words(ranks.rank(others, (row["low"], row["high"])))


def trend(before: Interval, after: Interval) -> Trend:
    """ "fell" or "rose" where no member of the intervals contradicts it, else "not decided"."""
    if after[1] < before[0]:
        return "fell"
    return "rose" if after[0] > before[1] else "not decided"


def became(before: Interval, after: Interval) -> str:
    """The trend between two intervals, in words that follow "they"."""
    return said("trend", trend(before, after))


def under(limit: float) -> tuple[Literal["none", "some"], dict[str, str]]:
    """An upper limit on heads, rounded down to hundreds."""
    return "some" if limit >= 100 else "none", {"limit": f"{limit // 100 * 100:,.0f}"}


def loss_against_abroad(
    loss: float, abroad: Interval
) -> Literal["larger", "smaller", "of the size"]:
    """A fall in the count of doctors beside the number of all health workers abroad."""
    if loss > abroad[1]:
        return "larger"
    return "smaller" if loss < abroad[0] else "of the size"


def share_abroad(share: Interval) -> tuple[Literal["no number"], dict[str, str]]:
    """On "high numbers" of doctors abroad, from their share of all doctors, percent: the word has
    no least number (weigh.wordless)."""
    return "no number", {"share": words.spread(share)}


def since(
    left: Interval, counted: Interval, rate: Trend, last: int, newest: int
) -> tuple[Literal["fewer", "not decided"], dict[str, str]]:
    """What the newest count says in heads: `left` at home in `last`, `counted` of all in `newest`.

    Those abroad are among the counted, so nothing has to be known of them for a fall. `rate` is
    the trend per inhabitant.
    """
    fills = {"last": f"{last}", "newest": f"{newest}", "became": said("trend", rate)}
    return "fewer" if counted[1] < left[0] else "not decided", fills


def thinner(
    share: Interval,
    early: Trend,
    late: Trend,
    whole: Trend,
    years: tuple[int, int, int],
    since: str,
) -> tuple[Literal["share not known", "more", "fewer", "not decided"], dict[str, str]]:
    """On "lower numbers" at home: against no missions (share) and against before.

    `share`: percent of doctors abroad. `early`, `late`, `whole`: trend of doctors at home between
    the first and second, second and third, first and third of `years`; the first has no count of
    doctors abroad, only an assumption. `since` tells of later years, which the article, of the
    third year, cannot speak of: the verdict leaves them out.
    """
    moves = {"early": early, "late": late, "whole": whole}
    fills = {name: said("trend", move) for name, move in moves.items()}
    fills |= dict(zip(("first", "second", "third"), map(str, years), strict=True))
    told = {"past": said("past", fills, since=since)}
    if share[0] <= 0:
        return "share not known", told
    if early == late == whole == "rose":
        return "more", told
    return "fewer" if late == "fell" else "not decided", told

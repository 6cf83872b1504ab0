"""Doctors at home for the population, where the count of doctors includes those abroad.

All intervals are (low, high) pairs or columns. Densities are per 1,000 inhabitants.
"""

import pandas as pd

from evidence import assumptions
from evidence.reckon import bounds, ranks
from evidence.reckon.bounds import Interval
from evidence.reckon.doctors import yearly_hull
from evidence.reckon.flows import stock_envelope
from evidence.show import words

BECAME = {
    "fell": "became fewer",
    "rose": "became more",
    "not decided": "cannot be said to have become fewer or more",
}


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
    columns = "year low high basis total_low total_high share_low share_high"
    return pd.DataFrame(found, columns=columns.split())


def place_at_home(others: pd.Series, years: pd.DataFrame, year: int) -> str:
    """Cuba's place among the values of `others` in a year, with those abroad taken off, in words.

    `years` as from `at_home`, one row a year; a year that it lacks has no place.
    """
    if year not in set(years["year"]):
        return "not known"
    row = years.set_index("year").loc[year]
    return ranks.place_words(ranks.rank(others, (row["low"], row["high"])))


def trend(before: Interval, after: Interval) -> str:
    """ "fell" or "rose" where no member of the intervals contradicts it, else "not decided"."""
    if after[1] < before[0]:
        return "fell"
    return "rose" if after[0] > before[1] else "not decided"


def home_title(late: str, first: int, last: int, later: int) -> str:
    """The message of the chart of doctors at home, from the trend between two years.

    `later` is the number of years after `last` in which the doctors abroad were not counted.
    """
    text = {
        "rose": f"More doctors at home per 1,000 people in {last} than in {first}",
        "fell": f"Fewer doctors at home per 1,000 people in {last} than in {first}",
        "not decided": f"Doctors at home per 1,000, {first} to {last}: direction not decided",
    }[late]
    return text + (";\nsince then, not known" if later else "")


def tell_densities(years: pd.DataFrame) -> str:
    """Doctors at home by year (`year`, low, high) as a phrase: "2007, 3.8 to 4.7; 2009, 5.0"."""
    return "; ".join(f"{r.year}, {words.spread((r.low, r.high), 1)}" for r in years.itertuples())


def under(limit: float) -> str:
    """An upper limit on heads, rounded down to hundreds: "under 13,400"."""
    return f"under {limit // 100 * 100:,.0f}" if limit >= 100 else "none"


def loss_against_abroad(loss: float, abroad: Interval) -> str:
    """A fall in the count of doctors beside the number of all health workers abroad."""
    if loss > abroad[1]:
        return "is larger than the number of all health workers abroad at its end"
    if loss < abroad[0]:
        return "is smaller than the number of all health workers abroad at its end"
    return "is of the size of the number of all health workers abroad at its end"


def verdict_abroad(share: Interval) -> tuple[str, str]:
    """Verdict on "high numbers" of doctors abroad, from their share of all doctors, percent."""
    if share[0] >= assumptions.high_share:
        return "supported with a caveat", (
            "In every year with a usable count the share of doctors abroad is above a threshold "
            "that this report set; the article gives no number and nothing to compare with."
        )
    if share[1] < assumptions.high_share:
        return "contradicted", (
            "In every year with a usable count the share of doctors abroad is below this report’s "
            "threshold for high; the article gives no number."
        )
    return "not checkable", "The counts do not decide whether the share abroad is high."


def since_sentence(left: Interval, counted: Interval, rate: str, last: int, newest: int) -> str:
    """What the newest count says in heads: `left` at home in `last`, `counted` of all in `newest`.

    Those abroad are among the counted, so nothing has to be known of them for a fall. `rate` is
    the trend per inhabitant.
    """
    if counted[1] < left[0]:
        return (
            f"Since then they became fewer in number: all doctors in the count of {newest}, "
            f"wherever they were, are fewer than those at home in {last}; per inhabitant they "
            f"{BECAME[rate]}."
        )
    return f"Whether they became fewer since then the count of {newest} does not decide."


def verdict_thinner(
    share: Interval, early: str, late: str, whole: str, years: tuple[int, int, int], since: str
) -> tuple[str, str]:
    """Verdict on "lower numbers" at home: against no missions (share) and against before.

    `share`: percent of doctors abroad. `early`, `late`, `whole`: trend of doctors at home between
    the first and second, second and third, first and third of `years`; the first has no count of
    doctors abroad, only an assumption. `since` tells of later years, which the article, of the
    third year, cannot speak of: the verdict leaves them out.
    """
    first, second, third = years
    past = (
        f"Against earlier years: from {first} to {second} doctors at home {BECAME[early]} per "
        f"inhabitant, on an assumption about {first}; from {second} to {third} they "
        f"{BECAME[late]}, and from {first} to {third} they {BECAME[whole]}, by the official count. "
        f"{since}"
    )
    if share[0] <= 0:
        return "not checkable", f"Whether doctors are missing at home is not known. {past}"
    start = (
        "Whether there would be more doctors at home without the missions is not known: what "
        "those abroad would do otherwise cannot be counted. "
    )
    if early == late == whole == "rose":
        return "contradicted", start + past
    if "fell" in (late, whole):
        return "supported with a caveat", start + past
    return "not checkable", start + past

"""What share of a payment reaches the worker, as stated or computed from both ends."""

import math
from collections.abc import Callable
from itertools import product

import pandas as pd

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon.bounds import Interval, add, divide, hull, overlap, scale, subtract
from evidence.themes.money.pay_sides import with_sides

# What a share rests on, by the group of its measure; a computed one on "both ends" of a payment,
# on "both parts" of it, or on a "plan".
BASES = {"worker-share": "stated", "share-paid-in": "paid in", "state-share": "state share"}

WHOLE: Interval = (0.0, 100.0)

SHARE_COLUMNS = "country_iso3 year basis low high said_by inputs unit".split()


def _clipped(share: Interval) -> Interval:
    """A share held between 0 and 100 percent."""
    return max(share[0], WHOLE[0]), min(share[1], WHOLE[1])


def part_of(part: Interval, whole: Interval) -> Interval:
    """The part in percent of the whole, between 0 and 100: every value the two ends allow.

    Raises ValueError where the part is certainly more than the whole.
    """
    share = scale(divide(part, whole), 100)
    if share[0] > WHOLE[1]:
        raise ValueError(f"a part of {part} is more than the whole of {whole}")
    return _clipped(share)


def part_beside(part: Interval, rest: Interval) -> Interval:
    """The part in percent of part and rest together: every value the two ends allow."""
    low = divide((part[0], part[0]), add((part[0], part[0]), rest))[0]
    high = math.inf if math.isinf(part[1]) else part[1] / (part[1] + rest[0])
    return _clipped((low * 100, high * 100))


def stated_shares(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """What reaches the worker, in percent of the payment, for each claim that states a share.

    Returns country_iso3 ("" for the programme as a whole), year, basis, low, high (percent),
    said_by, inputs (claim ids), unit (of the sums it is computed from; "" where it is stated).
    """
    bases = {m: basis for group, basis in BASES.items() for m in tables.measures_in(group)}
    rows = with_sides(claims[claims["measure"].isin(bases)], sources)
    found = []
    for row in rows.itertuples():
        share, basis = (row.low, row.high), bases[row.measure]
        if basis == "state share":
            share = subtract((100.0, 100.0), share)  # an open end leaves minus infinity, clipped
        ends = _clipped(share)
        found.append((row.country_iso3, row.year, basis, *ends, row.said_by, [row.id], ""))
    return pd.DataFrame(found, columns=SHARE_COLUMNS)


def _joined(
    one: pd.DataFrame, other: pd.DataFrame, join: Callable, basis: str, unit: str
) -> list[tuple]:
    """A share for each country and year that has both ends; undated rows join in one source."""
    found = []
    keys = ["country_iso3", "year"]
    for (country, year), some in one.groupby(keys):
        rest = other[(other["country_iso3"] == country) & (other["year"] == year)]
        if year:
            groups = [(some, rest)]
        else:
            groups = [(s, rest[rest["source_id"] == i]) for i, s in some.groupby("source_id")]
        for mine, theirs in groups:
            if theirs.empty:
                continue
            ends = [hull(list(zip(x["low"], x["high"], strict=True))) for x in (mine, theirs)]
            used = pd.concat([mine, theirs])
            speakers = set(used["said_by"])
            speaker = speakers.pop() if len(speakers) == 1 else "Others"
            ids = list(used["id"])
            found.append((country, year, basis, *join(*ends), speaker, ids, unit))
    return found


def computed_shares(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """What reaches the worker in percent, where both ends of a payment are stated.

    Both ends must be of one country, one currency and one year (undated: one source). All that
    is stated for an end makes its interval. `said_by` is Others where the ends come from more
    than one side. Columns as in stated_shares.
    """
    rows = with_sides(claims, sources)

    def of(group: str, unit: str, planned: bool) -> pd.DataFrame:
        some = rows["measure"].isin(tables.measures_in(group)) & (rows["unit"] == unit)
        return rows[some & (rows["measure"].isin(tables.measures_in("planned-pay")) == planned)]

    found = []
    for unit, planned in product(dict.fromkeys(rows["unit"]), (False, True)):
        worker, host, state = (
            of(group, unit, planned) for group in ("worker-gets", "host-pays", "state-keeps")
        )
        basis = "plan" if planned else "both ends"
        found += _joined(worker, host, part_of, basis, unit)
        found += _joined(worker, state, part_beside, "both parts", unit)
    return pd.DataFrame(found, columns=SHARE_COLUMNS)


def worker_shares(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Stated and computed shares, by country and year, the programme as a whole last."""
    both = [stated_shares(claims, sources), computed_shares(claims, sources)]
    rows = pd.concat(both, ignore_index=True)
    rows = rows.assign(whole=rows["country_iso3"] == "")
    order = ["whole", "country_iso3", "year", "said_by", "low"]
    return rows.sort_values(order, kind="stable").drop(columns="whole").reset_index(drop=True)


def by_input(shares: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """The shares, one row an input claim, with that claim's id and source_id (for a chart)."""
    rows = shares.assign(line=range(len(shares))).explode("inputs").rename(columns={"inputs": "id"})
    return rows.merge(claims[["id", "source_id"]], on="id", validate="many_to_one")


def weakest(shares: pd.DataFrame, graded: pd.DataFrame) -> pd.Series:
    """The claim (id) that each share stands or falls with: the input with the fewest points.

    A share of two ends is one statement, and as good as the weaker end. `graded` has id, points.
    """
    points = graded.set_index("id")["points"]
    return pd.Series([min(ids, key=lambda i: points[i]) for ids in shares["inputs"]], shares.index)


def above_half(shares: pd.DataFrame) -> pd.DataFrame:
    """The rows whose whole interval lies above half."""
    return shares[shares["low"] > assumptions.half]


def facing(shares: pd.DataFrame) -> pd.DataFrame:
    """Pairs of an officials' and a critics' share of one country: country_iso3, meet, same_basis.

    `meet` says whether one number could lie in both; years may differ, as the sides rarely speak
    of the same one. `same_basis` is False where one is money paid in and the other money kept.
    """
    found = []
    for country, rows in shares[shares["country_iso3"] != ""].groupby("country_iso3"):
        for a in rows[rows["said_by"] == "Officials"].itertuples():
            for b in rows[rows["said_by"] == "Critics"].itertuples():
                same = (a.basis == "paid in") == (b.basis == "paid in")
                found.append((country, overlap((a.low, a.high), (b.low, b.high)), same))
    return pd.DataFrame(found, columns=["country_iso3", "meet", "same_basis"])

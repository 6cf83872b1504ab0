"""What share of a payment reaches the worker, as stated or computed from both ends."""

import math

import pandas as pd

from . import words
from .bounds import Interval, add, divide, hull, overlap, scale, subtract
from .pay_sides import with_sides

# Measures that state a share. Turned: what the worker gets is the rest of what is stated.
SHARES = {
    "worker_share_of_host_payment": "worker’s share as stated",
    "share_of_pay_received_by_worker": "worker’s share as stated",
    "share_paid_to_worker_account": "paid into the worker’s account",
}

TURNED = ("state_share_of_host_payment", "share_of_pay_kept_by_state")

REST = "what the state’s stated share leaves"

PAID_IN = SHARES["share_paid_to_worker_account"]

# Measures that give both ends of one payment, by currency and month.
HOST_PAYS = ("host_pays_per_worker_usd", "host_pays_per_worker_brl", "host_pays_per_worker_eur",
             "host_pays_per_worker_planned_usd")  # fmt: skip

WORKER_GETS = ("worker_receives_usd", "worker_receives_brl", "worker_receives_eur",
               "worker_receives_planned_usd")  # fmt: skip

STATE_KEEPS = {
    "worker_receives_usd": "state_keeps_per_worker_usd",
    "worker_receives_eur": "state_keeps_per_worker_eur",
}

WHOLE: Interval = (0.0, 100.0)

HALF = 50.0

SHARE_COLUMNS = "country_iso3 year basis low high said_by inputs".split()


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
    said_by, inputs (claim ids).
    """
    rows = with_sides(claims[claims["measure"].isin([*SHARES, *TURNED])], sources)
    found = []
    for row in rows.itertuples():
        share = (row.low, row.high)
        if row.measure in TURNED:
            share = subtract((100.0, 100.0), share)  # an open end leaves minus infinity, clipped
        basis = SHARES.get(row.measure, REST)
        found.append((row.country_iso3, row.year, basis, *_clipped(share), row.said_by, [row.id]))
    return pd.DataFrame(found, columns=SHARE_COLUMNS)


def _joined(one: pd.DataFrame, other: pd.DataFrame, join: object, basis: str) -> list[tuple]:
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
            found.append((country, year, basis, *join(*ends), speaker, list(used["id"])))
    return found


def computed_shares(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """What reaches the worker in percent, where both ends of a payment are stated.

    Both ends must be of one country, one currency and one year (undated: one source). All that
    is stated for an end makes its interval. `said_by` is Others where the ends come from more
    than one side. Columns as in stated_shares.
    """
    rows = with_sides(claims, sources)

    def of(measure: str) -> pd.DataFrame:
        return rows[rows["measure"] == measure]

    found = []
    for host, worker in zip(HOST_PAYS, WORKER_GETS, strict=True):
        basis = "plan" if "planned" in host else f"computed from both ends ({host[-3:]})"
        found += _joined(of(worker), of(host), part_of, basis)
    for worker, state in STATE_KEEPS.items():
        basis = f"computed from both parts ({worker[-3:]})"
        found += _joined(of(worker), of(state), part_beside, basis)
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


def above_half(shares: pd.DataFrame) -> pd.DataFrame:
    """The rows whose whole interval lies above half."""
    return shares[shares["low"] > HALF]


def facing(shares: pd.DataFrame) -> pd.DataFrame:
    """Pairs of an officials' and a critics' share of one country: country_iso3, meet, same_basis.

    `meet` says whether one number could lie in both; years may differ, as the sides rarely speak
    of the same one. `same_basis` is False where one is money paid in and the other money kept.
    """
    found = []
    for country, rows in shares[shares["country_iso3"] != ""].groupby("country_iso3"):
        for a in rows[rows["said_by"] == "Officials"].itertuples():
            for b in rows[rows["said_by"] == "Critics"].itertuples():
                same = (a.basis == PAID_IN) == (b.basis == PAID_IN)
                found.append((country, overlap((a.low, a.high), (b.low, b.high)), same))
    return pd.DataFrame(found, columns=["country_iso3", "meet", "same_basis"])


def above_half_sentence(shares: pd.DataFrame) -> str:
    """Does any stated or computed share of the worker lie wholly above half?"""
    high = above_half(shares)
    if high.empty:
        return "None of them lies wholly above one half."
    outright = high[high["basis"] != PAID_IN]
    if outright.empty:
        return (
            "The only figures wholly above one half are of pay that goes into the worker’s own "
            "account, which says nothing of what is handed on later."
        )
    if (outright["country_iso3"] == "").all():
        return (
            "For no country does a figure for what the worker keeps lie wholly above one half; "
            "the figures that do are of money paid into an account or of the programme as a whole."
        )
    return "Some shares that the worker keeps lie wholly above one half."


def facing_sentence(pairs: pd.DataFrame, names: pd.Series) -> str:
    """Do officials' and critics' shares of a country meet? `names` maps iso3 to a name."""
    if pairs.empty:
        return "For no country have both officials and critics given a share."
    countries = words.listed([names[i] for i in dict.fromkeys(pairs["country_iso3"])])
    opening = f"Officials’ and critics’ shares can be set side by side for {countries} only"
    if pairs["meet"].all():
        return f"{opening}; the intervals overlap."
    if pairs["meet"].any():
        return f"{opening}; some of the intervals overlap and some do not."
    if not pairs["same_basis"].any():
        return (
            f"{opening}; the intervals do not overlap, but one side speaks of what is paid in and "
            "the other of what is kept, so both can be true."
        )
    return f"{opening}; the intervals do not overlap."

"""What share of a payment reaches the worker: what the pages print of it."""

import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.show import confidence, say, words
from evidence.themes.money import pay_shares, reading
from evidence.weigh import grades, sure

said = say.of("money")


def bearing_claims() -> pd.DataFrame:
    """The claims that a share can be stated in or computed from."""
    return tables.claims(topic=["pay", "rights"])


def all_shares() -> pd.DataFrame:
    """Every share of the ledger, stated and computed: pay_shares.worker_shares."""
    return pay_shares.worker_shares(bearing_claims(), tables.sources())


def inputs_of(shares: pd.DataFrame) -> list[str]:
    """The claims that shares are stated in or computed from."""
    return [i for ids in shares["inputs"] for i in ids]


def tell_shares(shares: pd.DataFrame) -> None:
    """Show how many shares there are, of whom, and what they come to."""
    countries = shares.loc[shares["country_iso3"] != "", "country_iso3"].nunique()
    officials = (shares["said_by"] == "Officials").sum()
    show.result("money-shares", words.number(len(shares)), inputs_of(shares))
    show.result("money-share-countries", words.number(countries))
    show.result("money-shares-officials", words.number(officials))
    limit = say.parts("money", "limit", *reading.limit(assumptions.half))["above"]
    most = said("most_kept", reading.most_kept(shares), limit=limit)
    show.result("money-half-sentence", most, inputs_of(pay_shares.above_half(shares)))
    pairs, names = pay_shares.facing(shares), tables.country_names()
    facing = said("side_by_side", *reading.side_by_side(pairs, names))
    show.result("money-facing-sentence", facing)


def tell_sureness(shares: pd.DataFrame) -> None:
    """Show how sure it is that at most half of a payment reaches the worker."""
    claims = grades.with_grades(bearing_claims(), tables.sources())
    ends = pay_shares.weakest(shares, claims)
    below = ends[shares["high"] <= assumptions.half]
    how = sure.of_ids(claims[claims["id"].isin(set(ends))], set(below))
    limit = say.parts("money", "limit", *reading.limit(assumptions.half))["most"]
    that = said("little received", half=limit)
    show.result("money-share-sure", confidence.sentence(how, that), sorted(set(ends)))


def tell_parts() -> None:
    """Show the shares that parts make: of pay in Kenya, and of what a military group keeps."""
    paid, kept, cost = (
        bounds.of(tables.claim(i))
        for i in (
            "worker-receives-usd.kenya.2020-10.translating-cuba",
            "state-keeps-per-worker-usd.kenya.2020-10.translating-cuba",
            "host-cost-per-worker-usd.kenya.2020-10.translating-cuba",
        )
    )
    beside, part = pay_shares.part_beside(paid, kept), pay_shares.part_of(paid, cost)
    show.result(
        "money-kenya-fee",
        words.spread(beside),
        [
            "worker-receives-usd.kenya.2020-10.translating-cuba",
            "state-keeps-per-worker-usd.kenya.2020-10.translating-cuba",
        ],
    )
    show.result(
        "money-kenya-all",
        words.spread(part),
        [
            "worker-receives-usd.kenya.2020-10.translating-cuba",
            "host-cost-per-worker-usd.kenya.2020-10.translating-cuba",
        ],
    )
    stayed, whole = (
        bounds.of(tables.claim(i))
        for i in (
            "health-services-income-kept-cumulative.2023.translating-cuba",
            "health-services-income-cumulative.2023.translating-cuba",
        )
    )
    share = pay_shares.part_of(stayed, whole)
    show.result(
        "money-gaesa",
        said("share_stated", *reading.share_stated(*share)),
        [
            "health-services-income-kept-cumulative.2023.translating-cuba",
            "health-services-income-cumulative.2023.translating-cuba",
        ],
    )

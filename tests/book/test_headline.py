"""The headline results again, by a simpler reckoning from the raw rows."""

import csv
from itertools import pairwise

import pytest

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon import bounds, flows, totals


def raw(**wanted: str) -> list[dict]:
    """Rows of data/claims.csv as text, without the reader of the book."""
    with (tables.DATA / "claims.csv").open(encoding="utf-8", newline="") as file:
        return [r for r in csv.DictReader(file) if all(r[k] == v for k, v in wanted.items())]


def value(claim_id: str) -> float:
    (row,) = raw(id=claim_id)
    return float(row["value"])


def stated(year: str) -> list[float]:
    """Every world stock of health workers stated for a year, as printed."""
    rows = raw(measure="workers_abroad", scope="world")
    return [float(r["value"]) for r in rows if r["as_of"].startswith(year) and r["value"]]


def test_the_stay_implied_from_2014_to_2018():
    # the mean of what is stated for the years, times four years, over the rise of the total
    means = [sum(s) / len(s) for y in range(2014, 2019) if (s := stated(str(y)))]
    simple = (
        sum(means)
        / len(means)
        * 4.1
        / (
            value("cumulative-workers.2018.adelante")
            - value("cumulative-workers.2014-05.radio-habana-cuba")
        )
    )
    stock = flows.stock_envelope(tables.claims(measure="workers_abroad", scope="world"))
    tests = totals.implied_tours(
        tables.claims(
            id=[
                "cumulative-workers.2014-05.radio-habana-cuba",
                "cumulative-workers.2018.adelante",
            ]
        ),
        stock,
    )
    row = tests.iloc[0]
    assert row["tour_low"] <= simple <= row["tour_high"]
    assert row["finding"] == ("too short" if simple < assumptions.tour_low else "possible")


def test_the_state_s_totals_of_countries_fall():
    with (tables.DATA / "sources.csv").open(encoding="utf-8", newline="") as file:
        stakes = {row["source_id"]: row["stake"] for row in csv.DictReader(file)}
    rows = raw(measure="cumulative_countries", scope="world", qualifier="exact")
    own = sorted(
        (r["as_of"][:4], float(r["value"]))
        for r in rows
        if stakes[r["source_id"]] == "cuban_state" and r["as_of"]
    )
    lowest = {year: min(v for y, v in own if y == year) for year, _ in own}
    highest = {year: max(v for y, v in own if y == year) for year, _ in own}
    fell = any(lowest[b] < highest[a] for a, b in pairwise(sorted(lowest)))
    state = tables.sources().query("stake == 'cuban_state'")["source_id"]
    claims = tables.claims(measure="cumulative_countries", scope="world")
    falls = totals.falls(claims[claims["source_id"].isin(state)])
    assert fell == bool(len(falls))
    assert falls["drop"].max() == max(
        v - w for y, v in own for z, w in own if y < z or (y == z and v > w)
    )


def test_the_approvals_of_2015_per_hundred_worker_years():
    # stated stocks of the two calendar years that the fiscal year touches
    both = stated("2014") + stated("2015")
    simple = (
        value("parole-approvals.united-states.2015-09.cuba-journal") / (sum(both) / len(both)) * 100
    )
    stock = flows.stock_envelope(tables.claims(measure="workers_abroad", scope="world"))
    rate = flows.rate_per_hundred(
        bounds.of(tables.claim("parole-approvals.united-states.2015-09.cuba-journal")),
        flows.worker_years(stock, 2014.75, 2015.75),
    )
    assert rate[0] * 0.98 <= simple <= rate[1] * 1.02


def test_the_count_of_approvals_is_above_the_article_s_number():
    assert value("parole-approvals.united-states.2016-01.cuba-journal") > value("pb-defections")


@pytest.mark.parametrize(
    "pair",
    [
        ("cumulative-missions.2018.adelante", "cumulative-workers.2018.adelante"),
        (
            "cumulative-missions.2020-05.solidariedade-cuba-rj",
            "cumulative-workers.2020-05.solidariedade-cuba-rj",
        ),
    ],
)
def test_missions_exceed_people(pair):
    missions, people = (value(i) for i in pair)
    assert missions / people > 1.4

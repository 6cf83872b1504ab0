"""Counts of the programme, their echoes and their rates, again from the raw rows."""

from datetime import date

import pandas as pd
import pytest
from raw_rows import read, value

from evidence.ledger import tables
from evidence.themes.defections import counted, echoes, parole, rates


def test_a_count_of_one_country_of_posting_says_so():
    rows = pd.DataFrame({"measure": ["parole_visas"] * 3, "country_iso3": ["USA", "", "VEN"]})
    label = tables.measure("parole_visas")["label"]
    assert counted.measure_and_start(rows) == [label, label, f"{label}, from Venezuela only"]


def test_a_period_that_is_not_stated_is_said_so():
    rows = pd.DataFrame({"date_start": ["2006", ""], "date_end": ["2010", ""]})
    assert counted.periods(rows, "not stated") == ["2006 to 2010", "not stated"]


def test_the_number_is_said_to_be_of_what_its_count_is_not_of():
    units = {r["id"]: r["unit"] for r in read("claims")}
    assert counted.same_unit() == (
        units["pb-defections"] == units["parole-approvals.united-states.2016-01.cuba-journal"]
    )


def test_what_goes_back_to_the_count():
    links, found = read("repeats"), {"parole-approvals.united-states.2016-01.cuba-journal"}
    while more := {r["claim"] for r in links if r["repeats"] in found} - found:
        found |= more
    assert set(echoes.repeating("parole-approvals.united-states.2016-01.cuba-journal")) == found - {
        "parole-approvals.united-states.2016-01.cuba-journal"
    }
    assert (
        echoes.repeating("parole-personnel-approved.united-states.2017.us-senate") == []
    )  # itself an echo


def test_the_spans_are_those_of_the_counts():
    spans = rates.spans()
    day = date(2010, 12, 16).timetuple().tm_yday
    assert spans["since"][1] == pytest.approx(2010 + (day - 0.5) / 365)
    assert (
        spans["since"][0]
        == (
            value("parole-approvals.united-states.2016-01.cuba-journal")
            - value("parole-visas.united-states.2010-12.cafefuerte"),
        )
        * 2
    )
    assert [spans[name][1:] for name in ("before", "last")] == [
        (2013.75, 2014.75), (2014.75, 2015.75)
    ]  # fmt: skip
    assert spans["since"][2] == spans["last"][2]
    assert spans["last"][0] == (value("parole-approvals.united-states.2015-09.cuba-journal"),) * 2


def test_a_rate_is_approvals_for_each_hundred_of_a_year_s_stock():
    stocks = [float(r["value"]) for r in read("claims") if r["measure"] == "workers_abroad"
              and r["scope"] == "world" and r["as_of"][:4] in ("2014", "2015") and r["value"]
              and r["qualifier"] != "vague"]  # fmt: skip
    stocks.append(60_000)  # "more than 50,000" ends there
    low, high = rates.rate_of(
        (value("parole-approvals.united-states.2015-09.cuba-journal"),) * 2, 2014.75, 2015.75
    )
    # the years before and after bend the area a little
    assert (
        0.9 * 100 * value("parole-approvals.united-states.2015-09.cuba-journal") / max(stocks)
        < low
        <= high
    )
    assert high < 1.1 * 100 * value("parole-approvals.united-states.2015-09.cuba-journal") / min(
        stocks
    )


@pytest.mark.parametrize("part", ["approvals", "visas", "approvals of a year"])
def test_a_headline_count_is_one_claim_of_the_programme(part):
    assert tables.claim(parole.headline(part))["measure"].startswith("parole_")

"""What drives the headline results, by hand on a stock that does not change."""

import pandas as pd
import pytest

from evidence.ledger import tables
from evidence.reckon import flows
from evidence.themes.book import sensitivity


def claims(stocks: list[tuple[str, float, str]]) -> pd.DataFrame:
    parts = tables.judged_parts("headline")
    fixed = [
        (*parts["earlier total"], "total", "2014-07-02", 1000.0, "exact"),
        (*parts["later total"], "total", "2019-07-02", 3000.0, "exact"),
        (*parts["approvals"], "approvals", "2016-01", 70.0, "exact"),
        (*parts["visas"], "visas", "2010-12-16", 20.0, "exact"),
        (*parts["approvals of a year"], "approvals", "2016-01", 12.0, "exact"),
    ]
    rows = [(f"w{i}", "workers_abroad", *stock) for i, stock in enumerate(stocks)] + fixed
    table = pd.DataFrame(rows, columns=["id", "measure", "as_of", "value", "qualifier"])
    return table.assign(
        value_high=float("nan"), scope="world", source_id="s", date_end="2015-09-30"
    )


FLAT = [(str(year), 600.0, "exact") for year in range(2009, 2021)]


def test_results_by_hand():
    found = sensitivity.results(claims(FLAT), "middle")
    # 600 abroad for five years are 3,000 worker-years; 2,000 new people
    assert found["Stay implied, 2014 to 2018"] == pytest.approx(1.5, abs=0.01)
    # 12 approvals in a year of 600 worker-years
    assert found["Approvals for each hundred worker-years, 2015"] == pytest.approx(2.0)
    # 50 approvals in the time from the visas of 2010 to the end of the fiscal year
    years = 2015.75 - flows.decimal_year("2010-12-16")
    assert found["Approvals for each hundred worker-years, 2010 to 2015"] == pytest.approx(
        50 / (6 * years)
    )


TOUR = "shortest stay taken as possible"


def test_nothing_but_the_tour_moves_where_nothing_is_open():
    table = sensitivity.drivers(claims(FLAT))
    tour = table["driver"] == TOUR
    shortest = table["result"] == "Shortest stay taken as possible, over that implied"
    # from 1 year to 0.1 and to 1.5
    row = table[tour & shortest].iloc[0]
    assert (row["low_percent"], row["high_percent"]) == pytest.approx((-90, 50))
    table = table[~(tour & shortest)]
    assert table[["low_percent", "high_percent"]].abs().max().max() == pytest.approx(0, abs=1e-9)


def test_two_stocks_a_year_move_the_result_as_far_as_they_differ():
    wide = FLAT + [(year, value * 1.5, q) for year, value, q in FLAT]  # 600 and 900: middle 750
    table = sensitivity.drivers(claims(wide)).set_index(["result", "driver"])
    stay = table.loc[("Stay implied, 2014 to 2018", "lowest or highest stock stated")]
    assert (stay["low_percent"], stay["high_percent"]) == pytest.approx((-20, 20))
    # approvals for each of 600 and of 900 worker-years: 25 percent above that of 750, 17 below
    rest = table.reset_index().query("driver != @TOUR")
    # the shortest stay over that implied goes from 1 / 0.8 to 1 / 1.2 of itself
    assert sensitivity.largest_driver(rest) == (
        "lowest or highest stock stated",
        "42",
    )


def test_hedges_widen_what_is_stated():
    hedged = [(year, value, "about") for year, value, _ in FLAT]
    table = sensitivity.drivers(claims(hedged)).set_index("driver")
    assert table.loc["lowest or highest stock stated", "high_percent"].max() > 4


def test_the_inputs_are_the_stocks_and_the_named_claims():
    used = sensitivity.inputs(tables.claims())
    assert set(tables.judged("headline")) < set(used["id"])
    assert set(used["measure"]) >= {"workers_abroad", "parole_approvals"}


def test_a_verdict_that_becomes_another_counts_and_is_told():
    rows = [
        ("held", "5", "result", "a", "", ""),
        ("held", "5", "verdict", "b", "pb-slavery", "Supported"),
        ("held", "5", "verdict", "c", "", ""),  # for another reason only
        ("held", "5", "chart", "d", "", ""),
        ("held", "20", "result", "a", "", ""),
    ]
    columns = ["assumption", "value", "kind", "name", "claim", "verdict"]
    found = sensitivity.walked(pd.DataFrame(rows, columns=columns)).set_index("label")
    row = found.loc["change within which a layer of care has held"]
    assert row["most"] == 3
    assert str(row["changed"]).endswith(": Supported (at 5)")
    assert found["changed"].map(len).astype(bool).sum() == 1

"""What Cuba is said to earn from health, on rows checked by hand."""

import pandas as pd
import pytest
from raw_rows import ECHOES, elsewhere, value

from evidence.ledger import tables
from evidence.show import charts
from evidence.themes.money import earned, health_income, income_chart

HALF = 0.5e9  # of the last digit of a sum in whole billions
REPEATS = set(tables.table("repeats")["claim"])


@pytest.mark.parametrize(("echoes", "ids"), [(set(), ["above", "plan"]), ({"plan"}, ["above"])])
def test_only_what_is_certainly_over_the_record_is_above(echoes, ids):
    table = pd.DataFrame(
        {
            "measure": ["health_services_exports"]
            + ["health_services_income"] * 3
            + ["health_services_income_planned_usd", "professional_services_income"],
            "id": ["r", "above", "not", "up_to", "plan", "wider"],
            "low": [6.0, 7.0, 6.0, 0.0, 8.0, 99.0],
            "high": [6.0, 7.0, 9.0, 8.0, 8.0, 99.0],
        }
    )
    told = health_income.said_of_health(table, echoes)
    assert list(told.loc[told["above"], "id"]) == ids
    assert len(told) == 4 - len(echoes)


def test_sums_above_every_recorded_year_and_those_that_are_one_sum():
    top = max(float(r["value"]) for r in elsewhere("health_services_exports"))
    told = [r for r in elsewhere(*tables.measures_in("said-of-health")) if r["id"] not in ECHOES]
    told = [r for r in told if r["qualifier"] != "up_to"]  # allows any lower sum
    assert {r["value"] for r in told if r["qualifier"] == "about"} == {"7000000000"}
    least = {r["id"]: float(r["value"]) - HALF * (r["qualifier"] == "about") for r in told}
    high = {i for i, sum_stated in least.items() if sum_stated > top}
    found = health_income.said_of_health(health_income.all_income(), REPEATS)
    above = set(found.loc[found["above"], "id"])
    assert above == high
    same = {
        i
        for i in high
        if value(i) == value("health-services-income-planned-usd.cuba.2014-03.miami-herald")
    }
    assert (
        same
        == above & set(earned.of_one_sum()["id"])
        == {
            "health-services-income.cuba.2014.translating-cuba",
            "health-services-income-planned-usd.cuba.2014-03.miami-herald",
        }
    )


def test_it_runs_from_the_lowest_to_the_highest():
    rows = pd.DataFrame({"low": [3.0, 1.0], "high": [4.0, 2.0]})
    assert health_income.lowest_to_highest(rows) == (1.0, 4.0)


def test_the_share_of_health_is_that_of_the_highest_sum_of_a_year():
    measures = ["health_services_exports"] * 3 + ["total_services_exports"] * 3
    income = pd.DataFrame(
        {"measure": measures, "time": [1, 1, 3, 1, 2, 3], "id": list("abcdef"),
         "value": [20.0, 30.0, 50.0, 100.0, 100.0, 100.0]}
    )  # fmt: skip
    shares = health_income.health_shares(income)
    assert shares[["time", "share"]].to_numpy().tolist() == [[1, 30], [3, 50]]
    assert (list(shares["services"]), list(shares["health"])) == (["d", "f"], ["b", "c"])


def test_what_a_fall_leaves_and_which_year_is_the_last():
    assert earned.left_after(200.0, 75.0) == 50.0
    rows = pd.DataFrame({"time": [1, 2, 2], "low": [9.0, 3.0, 2.0], "high": [9.0, 3.0, 4.0]})
    assert earned.last_year(rows) == (2.0, 4.0)


def test_every_kind_has_a_mark_and_what_is_said_of_health_is_among_them():
    assert set(income_chart.MARKS) == set(health_income.KINDS)
    assert set(tables.measures_in("said-of-health")) < set(health_income.KINDS)


def test_income_is_drawn_with_its_labels_and_told():
    income = health_income.all_income()
    figure, axes = charts.new(3)
    income_chart.draw_income(axes, income)
    labels = {text.get_text() for text in axes.texts} - {""}
    charts.plt.close(figure)
    assert labels == {
        "10.4 in 2013", "about 7.0 in 2025", "4.9 in 2022", "6.4 in 2018", "8.2 in 2014"
    }  # fmt: skip
    planned = income_chart.told_sums(income, health_income.PLANNED)
    assert sorted(planned.split("; ")) == ["8.2 in 2014", "more than 8.2 in 2014"]
    assert "5.4 in 2019; 4.0 in 2020" in income_chart.told_sums(income, health_income.RECORDED)


@pytest.mark.parametrize(
    ("row", "arrows", "bars"),
    [
        ({"value_high": float("nan"), "high": 5e9, "qualifier": "exact"}, 0, 0),
        ({"value_high": 6e9, "high": 6e9, "qualifier": "exact"}, 0, 1),
        ({"value_high": float("nan"), "high": float("inf"), "qualifier": "more_than"}, 1, 0),
        ({"value_high": float("nan"), "high": 5e9, "qualifier": "up_to"}, 1, 0),
    ],
)
def test_a_hedge_is_drawn(row, arrows, bars):
    figure, axes = charts.new(3)
    income_chart.draw_hedge(
        axes, pd.Series({"time": 2018, "billions": 5.0, **row}), charts.BLUE, "o"
    )
    charts.plt.close(figure)
    assert (len(axes.texts), len(axes.collections)) == (arrows, bars)

"""What Cuba is said to earn from health, on rows checked by hand."""

import pandas as pd
import pytest
from raw_rows import ECHOES, elsewhere, value

from evidence import charts, health_income, paying_hosts, tables


def yearly(*rows: tuple[float, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["time", "value"]).assign(
        low=lambda t: t["value"], high=lambda t: t["value"]
    )


@pytest.mark.parametrize(
    ("recorded", "words"),
    [
        ([(2014, 9.0)], "The plan was reached."),
        ([(2014, 7.0)], "The recorded result fell short"),
        ([(2018, 6.0)], "no recorded year reaches the sum"),
        ([(2018, 9.0)], "a later recorded year reached the sum"),
    ],
)
def test_plan_sentence(recorded, words):
    assert words in health_income.plan_sentence(yearly((2014, 8.0)), yearly(*recorded))


@pytest.mark.parametrize(
    ("later", "words"), [((6, 8), "higher"), ((1, 2), "lower"), ((4, 9), "agrees")]
)
def test_later_sentence(later, words):
    assert words in health_income.later_sentence(later, (5, 5))


def test_income_title_counts_only_what_is_certainly_above():
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
    for echoes, words in ((set(), "2 of 4 plans and statements"), ({"plan"}, "1 of 3")):
        said = health_income.said_of_health(table, echoes)
        assert health_income.income_title(said).startswith(words)


LEAST = {"about": 0.95}  # the least that a hedge leaves of a sum


def test_sums_above_every_recorded_year_and_those_that_are_one_sum():
    top = max(float(r["value"]) for r in elsewhere("health_services_exports"))
    said = [r for r in elsewhere(*health_income.TOLD) if r["id"] not in ECHOES]
    said = [r for r in said if r["qualifier"] != "up_to"]  # allows any lower sum
    least = {r["id"]: float(r["value"]) * LEAST.get(r["qualifier"], 1) for r in said}
    high = {i for i, sum_stated in least.items() if sum_stated > top}
    income = health_income.yearly(tables.claims(measure=list(health_income.KINDS)))
    found = health_income.said_of_health(income, set(tables.table("repeats")["claim"]))
    assert set(found.loc[found["above"], "id"]) == high
    assert {i for i in high if value(i) == value("ec079")} == {"ec071", "ec079"}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ([2018], "All of them are of years on record"),
        ([2014, 2018, 2018], "Some"),
        ([2014, 2016, 2018], "Most"),
        ([2014], "All of them are of years without"),
    ],
)
def test_years_sentence(told, words):
    years = [pd.DataFrame({"time": some}) for some in (told, [2018, 2019])]
    assert health_income.years_sentence(*years).startswith(words)


def test_span_runs_from_the_lowest_to_the_highest():
    assert health_income.span(pd.DataFrame({"low": [3.0, 1.0], "high": [4.0, 2.0]})) == (1.0, 4.0)


def test_kinds_of_statement_and_doubted_sums_are_in_the_ledger():
    assert set(health_income.TOLD) < set(health_income.KINDS)
    assert len(tables.claims(id=list(paying_hosts.DOUBTED))) == len(paying_hosts.DOUBTED)


def test_income_is_drawn_with_its_labels_and_told():
    income = health_income.yearly(tables.claims(measure=list(health_income.KINDS)))
    figure, axes = charts.new(3)
    health_income.draw_income(axes, income, 1e9)
    labels = {text.get_text() for text in axes.texts} - {""}
    assert labels == {
        "10.4 in 2013", "about 7.0 in 2025", "4.9 in 2022", "6.4 in 2018", "8.2 in 2014"
    }  # fmt: skip
    told = health_income.tell_income(income, 1e9)
    assert "Planned: 8.2 in 2014" in told
    assert "5.4 in 2019; 4.0 in 2020" in told
    charts.plt.close(figure)

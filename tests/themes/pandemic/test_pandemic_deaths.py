"""Deaths in the pandemic, on rows checked by hand."""

import math

import pandas as pd
import pytest
from raw_rows import ROWS, read, value

from evidence.ledger import tables
from evidence.show import charts
from evidence.themes.pandemic import (
    brigade_totals,
    deaths_chart,
    deaths_told,
    pandemic_deaths,
    team_stays,
)


def dated(*rows: tuple[str, str, float, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["id", "as_of", "value", "qualifier"])
    return table.assign(value_high=float("nan"))


def test_excess():
    assert pandemic_deaths.excess(150, [100, 110]) == (40, 50)
    with pytest.raises(ValueError, match="no year"):
        pandemic_deaths.excess(150, [])


def test_fall_in_life_takes_the_deeper_year():
    rows = [
        ("A", 2019, 80.0),
        ("A", 2020, 77.0),
        ("A", 2021, 78.0),
        ("B", 2019, 70.0),
        ("B", 2020, 69.0),
    ]
    life = pd.DataFrame(rows, columns=["iso3", "year", "value"])
    assert pandemic_deaths.fall_in_life(life).to_dict() == {"A": 3.0}


def test_small_words():
    assert pandemic_deaths.per_hundred_thousand(760.0) == 76
    assert brigade_totals.share(1, 3) == "33 percent"
    assert team_stays.served(dated(("a", "", 2, "more_than"), ("b", "", 26, "exact"))) == (2, 26)
    names = tables.country_names().to_dict()
    assert (names["USA"], names["VEN"]) == ("United States", "Venezuela")


# The chapter’s headline results once more, from the raw rows and without the module.


def test_the_rise_in_deaths_agrees_with_the_outlets_own_reckoning():
    multiple = (
        value("all-cause-deaths.cuba.2021.translating-cuba")
        - value("all-cause-deaths.cuba.2020.translating-cuba")
    ) / value("covid-deaths-yearly.cuba.2021-12.translating-cuba")
    assert multiple == pytest.approx(
        value("covid-deaths-multiple.cuba.2021.translating-cuba"), abs=0.005
    )
    low, _ = pandemic_deaths.excess(
        value("all-cause-deaths.cuba.2021.translating-cuba"),
        [
            value("all-cause-deaths.cuba.2019.translating-cuba"),
            value("all-cause-deaths.cuba.2020.translating-cuba"),
        ],
    )
    assert low / value("covid-deaths-yearly.cuba.2021-12.translating-cuba") == multiple


def test_the_modelled_rate_is_the_upper_end_of_the_modelled_number():
    people = {r["year"]: float(r["value"]) for r in read("indicators")
              if (r["iso3"], r["indicator"]) == ("CUB", "SP.POP.TOTL")}  # fmt: skip
    assert ROWS["excess-deaths.cuba.2022-08.businesspress-in"]["qualifier"] == "up_to"
    rate = value("excess-deaths.cuba.2022-08.businesspress-in") / people["2021"] * 100_000
    assert rate == pytest.approx(
        value("excess-deaths-per-100000.cuba.2022-08.businesspress-in"), rel=0.02
    )


@pytest.mark.parametrize(
    ("measure", "value", "qualifier", "fits"),
    [
        ("all_cause_deaths", 131.0, "exact", True),
        ("all_cause_deaths", 129.0, "exact", False),
        ("excess_deaths", 41.0, "exact", True),
        ("excess_deaths", 41.0, "up_to", False),
        ("excess_deaths", 41.0, "about", True),  # 40.5 to 41.5
        ("excess_deaths", 40.0, "about", False),
        ("excess_deaths", 40.0, "exact", False),
        ("covid_deaths_multiple", 1.5, "exact", True),
        ("covid_deaths_multiple", 1.0, "exact", False),
    ],
)
def test_deaths_beyond_the_official_number(measure, value, qualifier, fits):
    row = {"id": "x", "measure": measure, "value": value, "value_high": math.nan}
    table = pd.DataFrame([row | {"qualifier": qualifier}])
    found = pandemic_deaths.beyond_official(table, before=100, official=30, since_start=40)
    assert found == ({"x"} if fits else set())


def test_the_table_of_deaths_names_other_countries():
    table = deaths_told.death_statements({"USA": "United States"})
    assert len(table) == len(tables.judged("listed-deaths"))
    elsewhere = table[table["what"].str.contains("United States")]
    assert list(elsewhere["number"]) == [
        "{claim}`excess-deaths-per-100000.united-states.2022-07.cfc`"
    ]
    assert (table["counted_by"] != "").all()


def test_cuba_has_a_mark_of_its_own():
    figure, axes = charts.new(3)
    rows = pd.DataFrame({"toll": [5.0, 76.0], "fall": [0.1, 4.2]}, index=["AGO", "CUB"])
    deaths_chart.draw_deaths(axes, rows, {"AGO": "Angola", "CUB": "Cuba"})
    assert [line.get_marker() for line in axes.lines] == ["o", "s"]
    assert [text.get_text() for text in axes.texts] == ["Angola", "Cuba"]
    charts.plt.close(figure)


def test_the_rise_beyond_the_toll_is_a_difference_of_counts():
    simple = [
        value("all-cause-deaths.cuba.2021.translating-cuba")
        - value(f"all-cause-deaths.cuba.{year}.translating-cuba")
        - value("covid-deaths-yearly.cuba.2021-12.translating-cuba")
        for year in (2020, 2019)
    ]
    assert deaths_told.beyond_toll() == tuple(simple)
    assert simple[0] > 0


@pytest.mark.parametrize(
    ("beyond", "proof"), [((1, 5), "holds"), ((-5, 0), "fails"), ((-5, 5), ""), ((0, 5), "")]
)
def test_counts_decide_where_every_number_that_they_allow_does(beyond, proof):
    ids = tables.judged("deaths-reckoned")
    how = deaths_told.graded(beyond, tables.claims(id=ids), set(ids))
    assert how["proof"] == proof
    assert bool(how["claims"]) == (not proof)

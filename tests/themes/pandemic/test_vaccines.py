"""Cuban vaccines, on rows checked by hand."""

import pandas as pd
import pytest

from evidence.ledger import tables
from evidence.show import charts
from evidence.themes.pandemic import coverage, vaccines
from evidence.weigh import voices


def test_each_vaccine_is_named_once():
    given = ["Soberana 02;Soberana Plus", "Abdala", "", "Soberana 02"]
    assert vaccines.vaccine_names(given) == ["Abdala", "Soberana 02", "Soberana Plus"]
    assert vaccines.vaccine_names([""]) == []


def test_a_trial_that_is_not_described_is_refused():
    with pytest.raises(
        KeyError, match=r"no trial 'people-fully-vaccinated.cuba.2023-08.owid' in data/trials\.csv"
    ):
        vaccines.with_trials(
            tables.claims(
                id=[
                    "vaccine-efficacy-symptomatic.cuba.2021-06.urdupoint",
                    "people-fully-vaccinated.cuba.2023-08.owid",
                ]
            )
        )


def test_every_trial_goes_back_to_the_makers():
    claims = tables.claims()
    trials = claims[claims["measure"].str.startswith("vaccine_efficacy")]
    assert set(voices.with_origins(trials)["origin"]) == {voices.CUBAN_STATE}


def test_the_table_of_trials_shows_an_interval_where_there_is_one():
    trials = vaccines.with_trials(
        tables.claims(
            id=[
                "vaccine-efficacy-death.cuba.2021-07.telesur-english",
                "vaccine-efficacy-symptomatic.cuba.2021-11-01.instituto-finlay-vacunas-b",
                "vaccine-efficacy-symptomatic.cuba.2022-12.lancet-regional-health",
            ]
        )
    )
    table = vaccines.trial_table(trials)
    assert list(table["interval"]) == ["not stated", "86.9 to 95.6", "not stated"]
    assert list(table["against"]) == ["death", "symptoms", "symptoms"]
    both = "Soberana 02, Soberana Plus"
    assert list(table["vaccine"]) == [both, both, "Three-dose mixed schedule"]
    assert table.loc[1, "said_by"] == "Finlay Institute, 1 November 2021"


def test_counts_of_people_become_shares_of_their_year():
    people = pd.Series({2021: 10e6, 2023: 20e6})
    rows = coverage.coverage(people).set_index("id")
    assert rows.loc["people-fully-vaccinated.cuba.2023-08.owid", "value"] == 100 * 10_031_320 / 20e6
    assert rows.loc["full-vaccination-coverage.cuba.2022-08.businesspress-in", "value"] == 89
    assert set(rows["unit"]) == {"percent"}


def test_coverage_labels_the_first_the_middle_and_the_newest():
    figure, axes = charts.new(3)
    rows = coverage.coverage(pd.Series({2021: 11e6, 2023: 11e6}))
    drawn = coverage.draw_coverage(axes, rows)
    labels = [text.get_text() for text in axes.texts if text.get_text()]
    assert labels == ["0 in May 2021", "44 in September 2021", "91 in August 2023"]
    assert len(drawn) == len(rows)
    charts.plt.close(figure)

"""Infant mortality beside others, by hand."""

import pandas as pd
import pytest

from evidence.themes.home import infant


def test_turned_takes_the_last_year_of_the_lowest_value():
    assert infant.turned(pd.Series([5, 4, 4, 6], index=[1, 2, 3, 4])) == (3, "rose")
    assert infant.turned(pd.Series([5, 4], index=[1, 2])) == (2, "low")
    assert "2015" in infant.infant_title(2015, "rose")
    assert "not risen" in infant.infant_title(2015, "low")


def test_infant_gap():
    stated = pd.Series([4.0, 7.0, 9.0], index=[2018, 2022, 2030])
    rows = infant.infant_gap(stated, pd.Series([5.0, 6.0], index=[2018, 2022]))
    assert rows["gap"].tolist() == [-1, 1]


def test_gap_words():
    assert infant.gap_words(pd.Series([-1.26, 0.5])) == ["up to 1.3 below", "up to 0.5 above"]
    assert infant.gap_words(pd.Series([0.5, 0.2])) == ["up to 0.5 above"]
    assert infant.gap_words(pd.Series([0.0])) == ["nothing"]


@pytest.mark.parametrize(
    ("figure", "words"), [((1, 2), "below"), ((4, 5), "above"), ((2, 4), "on both sides of")]
)
def test_beside(figure, words):
    assert infant.stands(figure, 3) == words

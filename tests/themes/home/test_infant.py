"""Infant mortality beside others, by hand."""

import pandas as pd

from evidence.themes.home import infant


def test_infant_gap():
    stated = pd.Series([4.0, 7.0, 9.0], index=[2018, 2022, 2030])
    rows = infant.infant_gap(stated, pd.Series([5.0, 6.0], index=[2018, 2022]))
    assert rows["gap"].tolist() == [-1, 1]

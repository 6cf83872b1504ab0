"""The programme's years and readings, on rows small enough to check by hand."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from evidence import assumptions
from evidence.ledger import tables
from evidence.themes.defections import counted, known_years, parole


def claims(**values: float) -> pd.DataFrame:
    rows = [(i, v, float("nan"), "exact") for i, v in values.items()]
    return pd.DataFrame(rows, columns=["id", "value", "value_high", "qualifier"])


TABLE = parole.programme_years(claims(a=11, b=20, c=30), {"2006": ["a"], "2014": ["b", "c"]})


def test_a_year_without_a_number_stays_unknown():
    by_year = TABLE.set_index("year")
    assert by_year.loc[2006, ["low", "high"]].tolist() == [11, 11]
    assert by_year.loc[2014, ["low", "high"]].tolist() == [20, 30]
    assert by_year.loc[2008, ["low", "high"]].isna().all()
    assert list(by_year.index) == list(parole.YEARS)


def test_what_a_total_leaves_for_the_unknown_years():
    assert parole.left_over(TABLE, (100, 100)) == (59, 69)
    assert parole.left_over(TABLE, (100, 100), last=2013) == (89, 89)


def test_unknown_years_are_drawn_as_unknown():
    figure, axes = plt.subplots()
    known_years.draw_bars(axes, TABLE)
    marks = [text.get_text() for text in axes.texts]
    plt.close(figure)
    assert marks.count("?") == len(parole.YEARS) - 2
    assert "20\nto 30" in marks


def test_every_year_is_told():
    assert known_years.told_years(TABLE.head(2)) == "2006: 11; 2007: not known"
    assert known_years.told_years(TABLE[TABLE["year"] == 2014]) == "2014: 20 to 30"
    assert known_years.ids_of(TABLE) == ["a", "b", "c"]


def stocks(**years: tuple[float, float]) -> pd.DataFrame:
    rows = [(int(y[1:]), *ends) for y, ends in years.items()]
    return pd.DataFrame(rows, columns=["year", "low", "high"])


def test_doctor_share_takes_the_years_that_both_have():
    doctors = stocks(y2010=(1, 1), y2011=(10, 20), y2012=(15, 15), y2014=(9, 9))
    workers = stocks(y2010=(9, 9), y2011=(40, 50), y2012=(30, 30), y2013=(7, 7))
    assert parole.doctor_share(doctors, workers, 2011, 2015) == (0.2, 0.5)
    with pytest.raises(ValueError, match="no interval"):
        parole.doctor_share(doctors, workers, 2013, 2015)


def test_readings_by_hand():
    with assumptions.assumed(family_low=0, family_high=1):
        table = parole.people_by_reading((100, 100), (0.4, 0.5))
    assert list(table["of_doctors"]) == ["doctor" in reading for reading in table["reading"]]
    assert table[["low", "high"]].to_numpy().tolist() == [
        [100, 100], [50, 100], [40, 50], [20, 50], [100, 100]
    ]  # fmt: skip


def test_needed():
    assert parole.needed((7117, 7117), (7000, float("inf")))[0] == pytest.approx(98.356, abs=0.001)


def test_each_stated_year_speaks_of_its_year():
    for year, ids in tables.judged_parts("parole-years").items():
        for claim_id in ids:
            row = tables.claim(claim_id)
            assert row["measure"].startswith("parole_")
            assert year in (row["date_start"][:4], row["date_end"][:4]), claim_id


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("visas issued", "visas issued"),
        ("applications approved", "applications approved"),  # as long as a line
        ("applications processed", "applications\nprocessed"),
        ("NGO estimate, United States", "NGO estimate,\nUnited States"),
    ],
)
def test_a_long_label_stands_on_two_lines(text, label):
    assert counted.two_lines(text) == label

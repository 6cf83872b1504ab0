"""Doctors apart from other staff: the one rule, on rows small enough to check by hand."""

import math

import pandas as pd
import pytest

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon import doctors, flows
from evidence.reckon.doctors import ALONE, NO_COUNT, NOT_BELOW
from evidence.show import doctor_words

NAN = float("nan")
STAFF = [
    ("w", "2016", 50.0, "more_than"),
    ("x", "2020", 28.0, "exact"),
    ("y", "2020", 40.0, "exact"),
]


def claims(*rows: tuple) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["id", "as_of", "value", "qualifier"])
    return table.assign(value_high=NAN)


def frame(**columns) -> pd.DataFrame:
    return pd.DataFrame(columns)


def test_a_number_is_compared_with_the_lowest_of_all_staff_near_in_time():
    said = claims(
        ("same", "2017", 50.0, "exact"),  # one year off: still near
        ("far", "2018-06", 50.0, "exact"),  # nothing within a year
        ("between", "2020", 30.0, "exact"),  # below one number of all staff, not below the other
        ("fewer", "2020", 18.0, "exact"),
        ("open", "2020", 20.0, "more_than"),
        ("vague", "2020", NAN, "vague"),
        ("undated", "", 1.0, "exact"),
    )
    rows = doctors.checked(said, claims(*STAFF)).set_index("id")
    assert rows["finding"].to_dict() == {
        "same": NOT_BELOW, "far": NO_COUNT, "between": NOT_BELOW, "fewer": ALONE, "open": ALONE,
    }  # fmt: skip
    assert rows.loc["open", ["low", "high"]].tolist() == [20, 30]
    assert rows.loc["fewer", ["year", "low", "high"]].tolist() == [2020, 18, 18]


def test_a_number_below_that_of_one_country_is_the_least_there_can_be():
    said = claims(("world", "2020", 18.0, "exact"), ("more", "2020", 20.0, "exact"))
    country = claims(("one", "2020-06", 20.0, "more_than"), ("far", "2022", 27.0, "exact"))
    rows = doctors.checked(said, claims(*STAFF), country).set_index("id")
    assert rows["finding"].tolist() == [ALONE] * 2
    assert rows.loc["world", ["low", "high"]].tolist() == [18, 40]  # to all staff
    assert rows.loc["more", ["low", "high"]].tolist() == [20, 20]  # not below it


def test_the_window_is_a_parameter():
    said = claims(("a", "2018-06", 50.0, "exact"))
    with assumptions.assumed(doctors_window=2):
        found = doctors.checked(said, claims(*STAFF))
    assert found["finding"].tolist() == [NOT_BELOW]


@pytest.mark.parametrize(
    ("findings", "word"),
    [([ALONE, NO_COUNT], "No number"), ([ALONE, NOT_BELOW], "Some"), ([NOT_BELOW], "Most")],
)
def test_findings_sentence(findings, word):
    sentence = doctor_words.findings_sentence(frame(finding=findings))
    assert sentence.startswith(word)
    assert not any(c.isdigit() for c in sentence)


def test_totals_add_the_product_of_a_publisher_s_two_series():
    # 7 per 1,000 of 1,000 people are 7 heads, beside the 5 claimed
    density, people = frame(year=[2010], value=[7.0]), frame(year=[2010, 2011], value=[1000.0] * 2)
    heads = doctors.totals(claims(("a", "2010", 5.0, "exact")), density, people)
    assert heads.to_dict("records") == [{"year": 2010, "low": 5, "high": 7}]


TOTALS = frame(year=[2010, 2011, 2013], low=[400.0, 500.0, 80.0], high=[400.0, 600.0, 100.0])


def test_shares_take_the_year_s_own_total_and_else_those_beside_it():
    rows = frame(id=["a", "b", "c"], year=[2010, 2012, 2020], low=[50.0, 40.0, 1.0])
    rows = rows.assign(high=[100.0, 40.0, 1.0])
    found = doctors.shares(rows, TOTALS).set_index("id")
    assert list(found.index) == ["a", "b"]  # nothing near 2020
    assert found.loc["a", ["share_low", "share_high"]].tolist() == pytest.approx([12.5, 25])
    # 40 of 80 to 600
    assert found.loc["b", ["share_low", "share_high"]].tolist() == pytest.approx([100 / 15, 50])
    assert found["own_total"].tolist() == [True, False]
    sentence = doctor_words.beside_sentence(found)
    assert sentence.startswith("For 2012 no total")
    assert "7 to 50 percent" in sentence
    assert doctor_words.beside_sentence(found[found["own_total"]]).startswith("Each of them")


def test_by_year_by_hand():
    counts = claims(("open", "2010", 50.0, "at_least"), ("dropped", "2010", 95.0, "exact"))
    staff = claims(("v", "2010", 90.0, "exact"), ("w", "2010", 100.0, "exact"))
    counts = doctors.checked(counts, staff)
    workers = frame(year=[2010, 2011, 2012], low=[90.0, 100.0, 100.0], high=[100.0, 120.0, 120.0])
    some = claims(("s", "2011", 50.0, "exact"), ("undated", "", 10.0, "exact"))
    none = some.iloc[:0]
    rows = doctors.by_year(counts, some, none, workers, TOTALS).set_index("year")
    assert rows.loc[2010].tolist() == [50, 100, doctors.DOCTORS]  # closed at all staff
    assert rows.loc[2011].tolist() == [50, 60, doctors.DOCTORS]  # half of 100 to 120
    assert rows.loc[2012].tolist() == [0, 120, doctors.WORKERS]  # none to all of them
    of_doctors = doctors.by_year(counts, none, some, workers, TOTALS).set_index("year")
    assert of_doctors.loc[2011].tolist() == [250, 300, doctors.DOCTORS]


def test_both_chapters_read_the_same_counts():
    """What the chapter on care at home reckons for a year are counts the other chapter keeps."""
    kept = doctors.ledger_counts().query("finding == @ALONE")
    workers = flows.stock_envelope(tables.claims(measure="workers_abroad", scope="world"))
    none = claims()
    total = doctors.ledger_totals()
    years = doctors.by_year(kept, none, none, workers, total).set_index("year")
    for row in kept.itertuples():
        assert years.loc[row.year, "low"] <= row.low <= row.high <= years.loc[row.year, "high"]
    assert not math.isinf(kept["high"].max())


def test_percent_of_a_whole_that_may_be_nothing_has_no_upper_end():
    assert doctors.percent((1, 2), (4, 10)) == (10, 50)
    assert doctors.percent((1, 2), (-4, 10)) == (10, math.inf)

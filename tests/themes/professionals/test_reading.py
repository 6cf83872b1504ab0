"""What fills the sentences of the chapter. Which one is chosen: cases.py."""

import runpy
from pathlib import Path

import pytest

from evidence.themes.professionals import reading

cases = runpy.run_path(str(Path(__file__).with_name("cases.py")))
SHORT, BOTH, YEARS = cases["SHORT"], cases["BOTH"], cases["YEARS"]


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ((1.61, 1.79), "1.6 to 1.8"),
        ((0.0, 0.31), "at most 0.31"),
        ((0.0, float("inf")), "no limit"),
    ],
)
def test_stay(years, said):
    assert reading.stay(years) == said


def test_a_clash_names_its_totals_and_rounds_the_longest_stay_up():
    fills = reading.total_clash(SHORT, YEARS, 1.0)[1]
    assert fills == {"years": "2008, 2014 and 2019", "longest": "at most 0.82"}


def test_edges_name_the_pairs_on_both_sides():
    fills = reading.edges(BOTH, YEARS, 1.0)[1]
    assert fills == {"lost": "2014 to 2019", "held": "2008 to 2019", "top": "1.0"}


def test_a_pair_that_did_not_rise_has_no_stay():
    test = cases["pairs"](("a", "c", "no rise", float("nan"), float("nan"))).iloc[0]
    assert reading.stay_measured(test, YEARS)[1] == {"start": "2008", "end": "2019", "stay": ""}
    assert reading.stay_measured(SHORT.iloc[0], YEARS)[1]["stay"] == "1.5 to 1.8"

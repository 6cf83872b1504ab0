"""Sentences that read the headline results: each branch."""

import numpy as np
import pandas as pd
import pytest

from evidence.themes.professionals import reading

YEARS = {"a": "2008", "b": "2014", "c": "2019"}


def tests_of(*rows: tuple[str, str, str, float, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["earlier", "later", "finding", "tour_low", "tour_high"])


tests_of.__test__ = False
SHORT = tests_of(("a", "c", "possible", 1.5, 1.8), ("b", "c", "too short", 0.7, 0.8))
SHORT = SHORT.assign(longest=[2.0, 0.82])  # printed rounded up
LONG = tests_of(("a", "c", "possible", 1.5, 1.8), ("b", "c", "too long", 7.0, 9.0))
EDGE = SHORT.assign(longest=[2.0, 1.2])
BOTH = pd.concat([EDGE, SHORT.iloc[1:].assign(earlier="a")])


@pytest.mark.parametrize(
    ("tests", "said"),
    [
        (SHORT, "On the stays taken as possible, the Cuban state’s totals of 2008, 2014 and 2019 "
                "cannot all be right and current counts of people: "
                "between two of them the average stay, however far from a steady state, is at most "
                "0.9 years"),
        (LONG, "of 2008, 2014 and 2019 can all count people, as far"),
        (EDGE, "can all count people only if the missions were far from a steady state"),
    ],
)  # fmt: skip
def test_clash(tests, said):
    assert said in reading.clash_sentence(tests, YEARS, 1.0)


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        ("possible", "a stay of 1.5 to 1.8 years, which is within the range"),
        ("too short", "which is below the range"),
        ("too long", "only if nearly all who left had served before"),
        ("no rise", "From 2008 to 2019 the total did not rise."),
    ],
)
def test_measured(finding, said):
    test = tests_of(("a", "c", finding, 1.5, 1.8)).iloc[0]
    assert said in reading.stay_measured(test, YEARS)


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        (["possible", "too short"], "does not say which"),
        (["too short"], "No earlier total leaves room"),
        (["possible", "too long"], "The earlier totals leave room"),
    ],
)
def test_earlier_totals(findings, said):
    tests = tests_of(*[("a", "c", f, 1.0, 1.0) for f in findings])
    assert said in reading.earlier_totals(tests, "c")


@pytest.mark.parametrize(("row", "said"), [(1, "is not possible"), (0, "is possible")])
def test_rise(row, said):
    assert said in reading.rise(SHORT.iloc[row])


@pytest.mark.parametrize(
    ("tests", "said"),
    [
        (LONG, "the ends of the periods change no finding"),
        (SHORT, "every pair found too short stays too short"),
        (EDGE, "the stay from 2014 to 2019 could reach 1.2 years, so there the conflict is likely "
               "but not certain."),
        (BOTH, "likely but not certain; from 2008 to 2019 it stays too short."),
    ],
)  # fmt: skip
def test_edges(tests, said):
    assert said in reading.edges(tests, YEARS, 1.0)


@pytest.mark.parametrize(
    ("years", "said"),
    [((1.61, 1.79), "1.6 to 1.8"), ((0.0, 0.31), "at most 0.4"), ((0.0, float("inf")), "no limit")],
)
def test_stay(years, said):
    assert reading.stay(years) == said


@pytest.mark.parametrize(
    ("person", "mission", "said"),
    [
        ((1.5, 2.2), (1.1, 1.5), "decides nothing"),
        ((1.5, 2.2), (0.5, 0.9), "Only the years for each person"),
        ((4.0, 5.0), (1.1, 1.5), "Only the years for each mission"),
        ((4.0, 5.0), (0.5, 0.9), "Neither"),
    ],
)
def test_what_the_whole_period_says(person, mission, said):
    assert said in reading.whole(np.array(person), np.array(mission), (1.0, 3.0))

"""Every verdict and its sentence, one test a branch."""

import pandas as pd
import pytest

from evidence.themes.book import documents
from evidence.themes.countries import verdict as countries
from evidence.themes.defections import verdict as defections


@pytest.mark.parametrize(
    ("falls", "confirmed", "verdict"),
    [(0, True, "supported"), (3, True, "not checkable"), (0, False, "contradicted")],
)
def test_running_count(falls, confirmed, verdict):
    assert countries.running_count(pd.DataFrame({"drop": [1.0] * falls}), confirmed)[0] == verdict


@pytest.mark.parametrize(
    ("counted", "same", "verdict"),
    [
        (7117, False, "not checkable"),
        (7117, True, "supported"),
        (7000, True, "contradicted"),
        (6999, False, "contradicted"),
    ],
)
def test_counted_otherwise(counted, same, verdict):
    assert defections.counted_otherwise(7000, counted, same)[0] == verdict


@pytest.mark.parametrize(
    ("same", "total", "verdict"),
    [
        (0, 0, "not checkable"),
        (3, 3, "supported"),
        (2, 4, "supported with a caveat"),
        (1, 4, "not checkable"),
        (0, 4, "contradicted"),
    ],
)
def test_agreeing(same, total, verdict):
    assert countries.agreeing(same, total)[0] == verdict


@pytest.mark.parametrize(
    ("later", "says"),
    [(90, "below even"), (103, "between"), (153, "between"), (154, "at least as high")],
)
def test_sectors(later, says):
    assert says in countries.sectors(103, 154, later)


@pytest.mark.parametrize(
    ("measure", "value", "says"),
    [("m", 1, "share a figure"), ("m", 2, "no figure"), ("n", 1, "no figure")],
)
def test_shared(measure, value, says):
    figures = pd.DataFrame(
        {"measure": ["m", measure], "value": [1, value], "document": ["one", "other"]}
    )
    assert says in documents.shared(figures, "document")


def test_no_sentence_holds_a_number():
    sentences = [
        *(countries.running_count(pd.DataFrame({"drop": d}), True)[1] for d in ([], [1])),
        *(countries.sectors(103, 154, n) for n in (90, 120, 164)),
        *(defections.counted_otherwise(7000, n, s)[1] for n in (1, 7117) for s in (True, False)),
    ]
    assert not any(c.isdigit() for s in sentences for c in s)

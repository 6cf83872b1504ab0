"""Every verdict and its sentence, one test a branch."""

import pytest

from evidence.themes.defections import verdict as defections


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


def test_no_sentence_holds_a_number():
    sentences = [
        *(defections.counted_otherwise(7000, n, s)[1] for n in (1, 7117) for s in (True, False)),
    ]
    assert not any(c.isdigit() for s in sentences for c in s)

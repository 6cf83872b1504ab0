"""Cuban vaccines, on rows checked by hand."""

import pytest

from evidence import vaccines


def test_vaccines_and_intervals_are_read_from_notes():
    notes = [
        "Soberana 02 then Soberana Plus. Confidence interval (95%): 86.9-95.6. Preprint.",
        "Abdala.",
    ]
    assert vaccines.named(notes) == ["Abdala", "Soberana 02", "Soberana Plus"]
    assert vaccines.schedule(notes[0]) == "Soberana 02, Soberana Plus"
    assert vaccines.schedule("Mixed doses. And more.") == "Mixed doses"
    assert vaccines.confidence_interval(notes[0]) == (86.9, 95.6)
    assert vaccines.confidence_interval(notes[1]) is None


@pytest.mark.parametrize(
    ("names", "makers", "verdict"),
    [
        (["A"], True, "not checkable"),
        (["A", "B"], True, "supported"),
        (["A", "B"], False, "supported"),
    ],
)
def test_products_verdict(names, makers, verdict):
    assert vaccines.products_verdict(names, makers)[0] == verdict


def test_coverage_title():
    assert vaccines.coverage_title(2, 3) != vaccines.coverage_title(1, 3)

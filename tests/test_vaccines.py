"""Cuban vaccines, on rows checked by hand."""

import pytest

from evidence import origins, tables, vaccines


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
    ("names", "origins", "verdict", "words"),
    [
        (["A"], {"Cuban state"}, "not checkable", "more than one"),
        (["A", "B"], {"Cuban state"}, "supported", "makers’ trials alone"),
        (["A", "B"], {"Cuban state", "x"}, "supported", "not only by its makers"),
    ],
)
def test_products_verdict(names, origins, verdict, words):
    found, sentence = vaccines.products_verdict(names, origins)
    assert found == verdict
    assert words in sentence


def test_every_trial_goes_back_to_the_makers():
    claims = tables.claims()
    trials = claims[claims["measure"].str.startswith("vaccine_efficacy")]
    assert set(origins.with_origins(trials)["origin"]) == {origins.CUBAN_STATE}


def test_coverage_title():
    assert vaccines.coverage_title(2, 3) != vaccines.coverage_title(1, 3)

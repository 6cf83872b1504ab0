"""Calibrated words from few rows: every branch of the rule."""

import itertools

import pandas as pd
import pytest

from evidence.ledger import tables
from evidence.ledger.lineage import without_echoes
from evidence.show import confidence
from evidence.weigh import calibrated


@pytest.mark.parametrize(
    ("origins", "near", "word"),
    [(0, 0, "limited"), (1, 1, "limited"), (2, 1, "medium"), (2, 2, "medium"), (9, 2, "medium"),
     (3, 3, "robust"), (9, 4, "robust"), (9, 0, "limited")],
)  # fmt: skip
def test_evidence_grows_with_origins_and_is_robust_only_by_those_near_a_count(origins, near, word):
    assert calibrated.evidence(origins, near) == word


@pytest.mark.parametrize(
    ("fitting", "claims", "word"),
    [(0, 1, "low"), (4, 10, "low"), (5, 10, "medium"), (8, 10, "medium"), (9, 10, "high"),
     (1, 1, "medium"), (2, 2, "high")],
)  # fmt: skip
def test_agreement_is_a_share(fitting, claims, word):
    assert calibrated.agreement(fitting, claims) == word


def test_confidence_rises_one_step_with_either():
    scale = calibrated.CONFIDENCE
    for e, a in itertools.product(range(3), range(3)):
        word = calibrated.confidence(calibrated.EVIDENCE[e], calibrated.AGREEMENT[a])
        assert scale.index(word) == e + a
    with pytest.raises(ValueError, match="not in tuple"):
        calibrated.confidence("plenty", "low")


def rows(*pairs: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["origin", "grade"])


def test_an_unknown_origin_is_none_and_an_echo_adds_none():
    claims = rows(("Cuban state", "A"), ("Cuban state", "D"), ("", "C"))
    sure = calibrated.weigh(claims, pd.Series([True, True, False]))
    assert sure[["evidence", "agreement", "confidence"]].tolist() == ["limited", "medium", "low"]
    assert sure["origins"] == ["Cuban state"]
    assert (sure["fitting"], sure["claims"]) == (2, 3)
    assert confidence.sentence(sure, "it holds") == (
        "Evidence is limited (one origin, Cuban state), agreement is medium (2 of 3 statements "
        "fit), and confidence that it holds is low, since little is known."
    )


def test_passing_a_number_on_adds_no_origin_near_a_count():
    claims = rows(("ONEI", "A"), ("ONEI", "B"), ("a blog", "C"), ("a paper", "D"), ("", "A"))
    sure = calibrated.weigh(claims, pd.Series([True] * 5))
    assert sure[["evidence", "confidence", "near"]].tolist() == ["medium", "high", 1]
    assert "3 origins: ONEI, a blog and a paper; 1 near a count" in confidence.sentence(sure, "x")


def test_three_that_counted_make_it_very_high():
    claims = rows(("ONEI", "A"), ("WHO", "B"), ("PAHO", "A"))
    sure = calibrated.weigh(claims, pd.Series([True] * 3))
    assert sure["confidence"] == "very high"
    assert "(3 origins: ONEI, PAHO and WHO)" in confidence.sentence(sure, "x")


@pytest.mark.parametrize("grade", ["A", "D"])
def test_where_nothing_fits_the_statements_speak_against_it(grade):
    claims = rows(("ONEI", grade), ("WHO", grade), ("PAHO", grade))
    sure = calibrated.weigh(claims, pd.Series([False] * 3))
    assert sure["confidence"] == "very low"
    said = confidence.sentence(sure, "it holds")
    assert said.startswith(f"Evidence is {sure['evidence']} (3 origins")
    assert "and speaks against it: 0 of 3 statements fit, so confidence" in said


def test_a_second_origin_near_a_count_raises_evidence():
    claims = rows(("Cuban state", "A"), ("US government", "B"))
    sure = calibrated.weigh(claims, pd.Series([True, True]))
    assert sure["confidence"] == "high"
    assert "2 origins" in confidence.sentence(sure, "it holds")


def test_nothing_that_bears_gives_the_lowest_words():
    sure = calibrated.weigh(rows(), pd.Series([], dtype=bool))
    assert sure["confidence"] == "very low"
    said = confidence.sentence(sure, "it holds")
    assert "(no statement can be held against it), agreement cannot be judged" in said
    assert "not that it is false" in said


def test_one_statement_fits_in_the_singular():
    sure = calibrated.weigh(rows(("ONEI", "A")), pd.Series([True]))
    assert "(1 of 1 statement fits)" in confidence.sentence(sure, "it holds")


def test_own_counts_leave_out_who_passes_a_number_on():
    claims = rows(("Cuban state", "B"), ("a magazine", "C"), ("Cuban state", "D"))
    assert calibrated.own_counts(claims, "Cuban state").index.tolist() == [0, 2]


def test_both_sides_are_weighed_alike():
    one, other = rows(("Cuban state", "B"), ("", "D")), rows(("US government", "B"), ("", "D"))
    fits = pd.Series([True, False])
    words = ["evidence", "agreement", "confidence"]
    assert calibrated.weigh(one, fits)[words].equals(calibrated.weigh(other, fits)[words])


def test_echoes_are_left_out_but_one_of_each_line():
    repeats = pd.DataFrame({"claim": ["b", "d", "e"], "repeats": ["a", "c", "c"]})
    claims = pd.DataFrame({"id": ["a", "b", "d", "e", "f"]})  # c itself does not bear
    assert list(without_echoes(claims, repeats)["id"]) == ["a", "d", "f"]


def test_the_ledger_s_own_lineage_is_used():
    said = tables.claims(measure="cumulative_workers", scope="world")
    kept = calibrated.bearing(said)
    assert 0 < len(kept) < len(said)
    assert {"origin", "grade"} <= set(kept.columns)

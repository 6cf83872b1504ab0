"""Calibrated words from few rows: every branch of the rule."""

import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.ledger import tables
from evidence.ledger.lineage import without_echoes
from evidence.show import confidence
from evidence.weigh import calibrated, verdict


@pytest.mark.parametrize(
    ("near", "word"), [(0, "limited"), (1, "limited"), (2, "medium"), (3, "robust"), (9, "robust")]
)
def test_evidence_grows_with_origins_near_a_count(near, word):
    assert calibrated.evidence(near) == word


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
    """Claims by origin and grade, each of another thing."""
    found = pd.DataFrame(pairs, columns=["origin", "grade"])
    found = found.assign(scope="world", country_iso3="")
    return found.assign(measure=[f"measure {i}" for i in range(len(found))])


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


def test_what_an_origin_says_to_one_question_is_one_statement():
    told = rows(("one", "A"), ("one", "A"), ("one", "C"), ("another", "A"), ("", "A"), ("", "B"))
    told = told.assign(measure="people")

    def weighed(claims: pd.DataFrame, *fits: bool) -> tuple[int, int, int]:
        sure = calibrated.weigh(claims, pd.Series([*fits, True, True, True]))
        return sure["fitting"], sure["split"], sure["claims"]

    assert weighed(told, True, True, True) == (4, 0, 4)
    assert weighed(told, True, True, False) == (3, 1, 4)  # its own numbers differ: neither way
    assert weighed(told, False, False, False) == (3, 0, 4)
    places = told.assign(country_iso3=["BRA", "VEN", "VEN", "", "", ""])
    assert weighed(places, True, True, True) == (5, 0, 5)


def test_whose_own_numbers_differ_does_not_speak_against_one_of_them():
    own = rows(("Cuban state", "A"), ("Cuban state", "A")).assign(measure="people")
    sure = calibrated.weigh(own, pd.Series([True, False]))
    assert sure[["fitting", "split", "agreement", "confidence"]].tolist() == [
        0, 1, "low", "very low",
    ]  # fmt: skip
    assert verdict.stands(sure) == "fewer"
    said = confidence.sentence(sure, "it holds")
    assert "(statements: 1; that fit: 0; that go both ways: 1)" in said
    assert "speaks against" not in said


@given(st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.booleans()), min_size=1))
def test_to_say_a_thing_again_moves_nothing(said):
    told = rows(*[(origin, "A") for origin, _ in said]).assign(measure="people")
    fits = pd.Series([fit for _, fit in said])
    named = told["origin"] != ""
    again = pd.concat([told, told[named]], ignore_index=True)
    both = pd.concat([fits, fits[named]], ignore_index=True)
    parts = ["evidence", "agreement", "confidence", "fitting", "split", "claims"]
    assert calibrated.weigh(again, both)[parts].equals(calibrated.weigh(told, fits)[parts])


def test_who_only_carries_is_never_near_a_count():
    claims = rows(("Reuters", "A"), ("Our World in Data", "A"), ("OCDH", "A"))
    sure = calibrated.weigh(claims, pd.Series([True] * 3))
    assert (sure["counters"], sure["near"]) == (["OCDH"], 1)
    assert len(sure["origins"]) == 3


def test_the_lowest_grade_may_agree_but_is_no_evidence():
    claims = rows(("ONEI", "A"), ("a blog", "D"), ("a forum", "D"))
    sure = calibrated.weigh(claims, pd.Series([True] * 3))
    assert sure[["origins", "evidence", "agreement"]].tolist() == [["ONEI"], "limited", "high"]
    none = calibrated.weigh(claims.iloc[1:], pd.Series([True] * 2, index=[1, 2]))
    said = confidence.sentence(none, "it holds")
    assert "(no statement above the lowest grade names its origin)" in said


def test_passing_a_number_on_adds_no_origin_near_a_count():
    claims = rows(("ONEI", "A"), ("ONEI", "B"), ("a blog", "C"), ("a paper", "C"), ("", "A"))
    sure = calibrated.weigh(claims, pd.Series([True] * 5))
    assert sure[["evidence", "confidence", "near"]].tolist() == ["limited", "medium", 1]
    assert "3 origins: ONEI, a blog and a paper; near a count: ONEI" in confidence.sentence(
        sure, "x"
    )


def test_three_that_counted_make_it_very_high():
    claims = rows(("ONEI", "A"), ("WHO", "B"), ("OCDH", "A"))
    sure = calibrated.weigh(claims, pd.Series([True] * 3))
    assert sure["confidence"] == "very high"
    assert "(3 origins, near a count: OCDH, ONEI and WHO)" in confidence.sentence(sure, "x")


@pytest.mark.parametrize("grade", ["A", "C"])
def test_where_nothing_fits_the_statements_speak_against_it(grade):
    claims = rows(("ONEI", grade), ("WHO", grade), ("OCDH", grade))
    sure = calibrated.weigh(claims, pd.Series([False] * 3))
    assert sure["confidence"] == ""
    said = confidence.sentence(sure, "it holds")
    assert said.startswith(f"Evidence is {sure['evidence']} (3 origins")
    assert "and speaks against it: 0 of 3 statements fit, so no confidence is stated" in said
    assert confidence.word(sure) == "none is stated, the evidence speaks against it"


def test_a_second_origin_near_a_count_raises_evidence():
    claims = rows(("Cuban state", "A"), ("US government", "B"))
    sure = calibrated.weigh(claims, pd.Series([True, True]))
    assert sure["confidence"] == "high"
    assert "2 origins" in confidence.sentence(sure, "it holds")


def test_nothing_either_way_is_no_low_confidence():
    sure = calibrated.weigh(rows(), pd.Series([], dtype=bool))
    assert (sure["confidence"], sure["agreement"]) == ("", "")
    said = confidence.sentence(sure, "it holds")
    assert "no evidence either way, so no confidence is stated" in said
    assert not any(word in said for word in calibrated.CONFIDENCE)
    assert confidence.word(sure) == "none is stated, for want of evidence either way"


@pytest.mark.parametrize(("holds", "said"), [(True, "follows from"), (False, "is ruled out by")])
def test_the_rule_yields_to_a_proof(holds, said):
    sure = calibrated.decided(holds)
    sentence = confidence.sentence(sure, "it holds")
    assert sentence.startswith(f"That it holds {said} the counts themselves")
    assert said in confidence.word(sure)
    assert calibrated.decided(None)["proof"] == ""


def test_one_statement_fits_in_the_singular():
    sure = calibrated.weigh(rows(("ONEI", "A")), pd.Series([True]))
    assert "(1 of 1 statement fits)" in confidence.sentence(sure, "it holds")


def test_both_sides_are_weighed_alike():
    one, other = rows(("Cuban state", "B"), ("", "D")), rows(("US government", "B"), ("", "D"))
    fits = pd.Series([True, False])
    words = ["evidence", "agreement", "confidence"]
    assert calibrated.weigh(one, fits)[words].equals(calibrated.weigh(other, fits)[words])


def test_echoes_are_left_out_but_one_of_each_line():
    repeats = pd.DataFrame({"claim": ["b", "d", "e"], "repeats": ["a", "c", "c"]})
    claims = pd.DataFrame({"id": ["a", "b", "d", "e", "f"]})  # c itself does not bear
    assert list(without_echoes(claims, repeats)["id"]) == ["a", "d", "f"]


def claims(*ids: str) -> pd.DataFrame:
    return tables.claims(id=list(ids))


def test_the_ledger_s_own_lineage_is_used():
    said = tables.claims(measure="cumulative_workers", scope="world")
    kept = calibrated.bearing(said)
    assert 0 < len(kept) < len(said)
    assert {"origin", "grade"} <= set(kept.columns)
    assert not kept.duplicated(["origin", "value", "value_high"]).any()
    known = set(kept.loc[kept["origin"] != "", "value"])
    assert not known & set(kept.loc[kept["origin"] == "", "value"])
    assert calibrated.bearing(kept)["id"].equals(kept["id"])


def test_an_origin_counts_once_for_each_number_whichever_is_tested():
    # the ministers' total at an assembly and a ministry's page of a later year have one number
    both = claims(
        "cumulative-countries.2019-05.radio-habana-cuba",
        "cumulative-countries.2023-05.ministry-public-health",
        "cumulative-countries.2021-02-23.prensa-latina",
    )
    assert list(calibrated.bearing(both)["value"]) == [164, 150]


def test_the_most_exact_wording_of_a_number_stays():
    said = tables.claims(measure="cumulative_workers", scope="world").query("value == 407000")
    assert set(said["qualifier"]) == {"exact", "more_than"}
    assert set(calibrated.bearing(said)["qualifier"]) == {"exact"}


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 9))
def test_a_claim_that_no_longer_fits_never_raises_confidence(fitting, others, near):
    """What becomes vaguer stops to fit: then confidence may fall, and not rise."""
    scale = ("", *calibrated.CONFIDENCE)
    claims = fitting + others

    def sure(fits: int) -> int:
        if not fits:
            return 0
        alike = calibrated.agreement(fits, claims)
        return scale.index(calibrated.confidence(calibrated.evidence(near), alike))

    assert fitting == 0 or sure(fitting - 1) <= sure(fitting)

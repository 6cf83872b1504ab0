"""A verdict stands beside the evidence or is refused: every pair of the two."""

import pytest
from weighed import weighed

from evidence.show import blocks
from evidence.weigh import calibrated, verdict

FOUND = {"nothing": weighed(0, 0), "none": weighed(3, 0), "fewer": weighed(5, 2),
         "most": weighed(4, 2), "all": weighed(3, 3)}  # fmt: skip
MAY = {
    "contradicted": {"none", "fewer"},
    "disputed, range given": {"none", "fewer", "most"},
    "no number to check": {"nothing"},
    "right number, wrong label": {"most", "all"},
    "supported with a caveat": {"most", "all"},
    "supported": {"most", "all"},
}


@pytest.mark.parametrize("word", verdict.SCALE)
def test_which_evidence_a_verdict_stands_beside(word):
    assert {found for found, sure in FOUND.items() if verdict.agrees(word, sure)} == MAY[word]
    assert {found for found, sure in FOUND.items() if verdict.stands(sure) == found} == set(FOUND)


def test_a_proof_leaves_nothing_that_contradicts_it():
    holds, fails = calibrated.decided(holds=True), calibrated.decided(holds=False)
    assert not verdict.agrees("contradicted", holds)
    assert not verdict.agrees("supported", fails)
    assert not verdict.agrees("disputed, range given", fails)
    assert verdict.agrees("right number, wrong label", fails)  # it is the label that fails


def test_a_word_that_is_not_on_the_scale_is_refused():
    with pytest.raises(KeyError, match="plausible"):
        verdict.agrees("plausible", FOUND["all"])


@pytest.mark.parametrize(
    ("outcome", "found", "message"),
    [
        ({"verdict": "supported"}, "fewer", "contradicts its evidence"),
        ({"verdict": "contradicted"}, "all", "contradicts its evidence"),
        ({"verdict": "no number to check"}, "nothing", "belongs to an open verdict"),
        ({"verdict": "supported", "decides": "A list."}, "all", "belongs to an open verdict"),
    ],
)
def test_no_record_contradicts_itself(outcome, found, message):
    with pytest.raises(ValueError, match=message):
        blocks.verdict("a", "pb-slavery", {"why": "So.", **outcome}, FOUND[found], "it is", [], [])

"""What machines read: schema.org descriptions."""

import json

import built
import pytest

from evidence.ledger import tables
from evidence.show import words
from press.claims import metadata


def test_a_review_for_each_verdict_with_its_scale():
    verdicts = {
        "a": {
            "figure": "pb-professionals",
            "verdict": "No number to check",
            "why": "Nobody else counted.",
        }
    }
    (review,) = metadata.reviews(verdicts)
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"].startswith("more than 400,000 ")
    assert review["reviewBody"] == "Nobody else counted."
    rating = review["reviewRating"]
    assert (rating["worstRating"], rating["ratingValue"], rating["bestRating"]) == (1, 3, 6)


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--"])
def test_no_text_can_end_the_script(text):
    body = metadata.script({"name": text}).removeprefix('\n<script type="application/ld+json">')
    assert "<" not in body.removesuffix("</script>")
    assert json.loads(body.removesuffix("</script>")) == {"name": text}


def test_the_front_page_describes_the_data_and_reviews_the_headline_figures():
    scripts = built.parse(built.HTML / "chapters/index.html").xpath(
        '//script[@type="application/ld+json"]/text()'
    )
    dataset, reviews = (json.loads(text) for text in scripts)
    assert dataset["@type"] == "Dataset"
    assert (built.HTML / dataset["distribution"][0]["contentUrl"]).exists()
    assert set(dataset["variableMeasured"]) == set(tables.claims()["measure"])
    assert {review["@type"] for review in reviews} == {"ClaimReview"}
    figures = " ".join(review["claimReviewed"] for review in reviews)
    for claim_id in ("pb-professionals", "pb-countries", "pb-defections"):
        assert words.figure(tables.claim(claim_id)) in figures

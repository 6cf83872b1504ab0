"""What machines read: schema.org descriptions of the data set and of the claims reviewed."""

import json

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx

from evidence.ledger import tables
from evidence.show import words
from evidence.weigh.verdict import SCALE
from press.base import names
from press.base.edition import citation, unreleased
from press.book.domain import book_of


def organisation() -> dict:
    """Who publishes, as the citation file says."""
    return {"@type": "Organization", "name": citation()["authors"][0]["name"]}


def dataset() -> dict:
    """The data package as a schema.org Dataset."""
    cff, package = citation(), tables.package()
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": package["title"],
        "description": package["description"],
        "license": package["licenses"][0]["path"],
        "version": str(cff["version"]) + ("+unreleased" if unreleased() else ""),
        "datePublished": str(cff["date-released"]),
        "creator": organisation(),
        "keywords": cff["keywords"],
        "isAccessibleForFree": True,
        "variableMeasured": sorted(set(tables.claims()["measure"])),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "application/zip",
                "contentUrl": f"_files/{names.data_zip()}",
            }
        ],
    }


def review(claim: pd.Series, verdict: str, sentence: str) -> dict:
    """One documented figure and its verdict as a schema.org ClaimReview."""
    source = tables.source(claim["source_id"])
    label = tables.measures().set_index("measure").loc[claim["measure"], "label"]
    reviewed = label if claim["unit"] == "event" else f"{words.figure(claim)} {label}"
    appearance = {
        "@type": "CreativeWork",
        "name": source["title"],
        "publisher": {"@type": "Organization", "name": source["publisher"]},
    }
    dated = {"datePublished": claim["as_of"]} if claim["as_of"] else {}
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "datePublished": str(citation()["date-released"]),
        "author": organisation(),
        "claimReviewed": reviewed,
        "reviewBody": sentence,
        "itemReviewed": {"@type": "Claim", "appearance": appearance, **dated},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": SCALE.index(verdict.lower()) + 1,
            "worstRating": 1,
            "bestRating": len(SCALE),
            "alternateName": verdict,
        },
    }


def reviews(verdicts: dict[str, dict]) -> list[dict]:
    """A review for each verdict of the book."""
    return [
        review(tables.claim(found["figure"]), found["verdict"], found["why"])
        for _, found in sorted(verdicts.items())
    ]


def script(data: dict | list) -> str:
    """JSON-LD for the head of a page; `<` is escaped so that no text can end the script."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
    return f'\n<script type="application/ld+json">{text}</script>'


def add_metadata(
    app: Sphinx, page: str, template: str, context: dict, doctree: nodes.document | None
) -> None:
    """The data set and the reviews on the front page."""
    if page == app.config.root_doc:
        found = reviews(book_of(app.env).verdicts())
        context["metatags"] += script(dataset()) + (script(found) if found else "")


def setup(app: Sphinx) -> None:
    """Connect to the writing of pages."""
    app.connect("html-page-context", add_metadata)

"""What machines read: schema.org descriptions of the data set and of the claims reviewed."""

import json

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx

from evidence import tables, words

from .downloads import DATA_ZIP
from .edition import citation, unreleased

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# a verdict as a rating: the schema wants a number with its scale
RATINGS = {
    "contradicted": 1,
    "not checkable": 2,
    "supported with a caveat": 3,
    "supported": 4,
}


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
        "license": LICENCE,
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
                "contentUrl": f"_files/{DATA_ZIP}",
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
            "ratingValue": RATINGS[verdict.lower()],
            "worstRating": 1,
            "bestRating": max(RATINGS.values()),
            "alternateName": verdict,
        },
    }


def reviews(results: dict[str, dict]) -> list[dict]:
    """A review for each result `X-verdict` (its first input is the figure) and `X-sentence`."""
    return [
        review(
            tables.claim(found["inputs"][0]),
            found["text"],
            results[name.removesuffix("verdict") + "sentence"]["text"],
        )
        for name, found in sorted(results.items())
        if name.endswith("-verdict")
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
        found = reviews(app.env.book_results)
        context["metatags"] += script(dataset()) + (script(found) if found else "")


def setup(app: Sphinx) -> None:
    """Connect to the writing of pages."""
    app.connect("html-page-context", add_metadata)

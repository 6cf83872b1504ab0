"""The table of verdicts, made from the results that the chapters compute.

A chapter judges a documented figure with three results: `X-verdict` (its first input is the
figure), `X-sentence` (why) and, where it says how sure that is, `X-sure` or `X-confidence`.
"""

from sphinx.application import Sphinx

from evidence.ledger import tables
from evidence.show import words
from press.base.templates import render
from press.book.domain import book_of
from press.book.filled import add_block
from press.claims.roles import ENTRIES


def judged(results: dict[str, dict]) -> list[dict]:
    """One row a verdict: the figure, the verdict, why, how sure, and the page that judges.

    Raises KeyError where a verdict has no sentence.
    """
    labels = tables.measures().set_index("measure")["label"]
    rows = []
    for name, found in results.items():
        if not name.endswith("-verdict"):
            continue
        stem = name.removesuffix("verdict")
        claim = tables.claim(found["inputs"][0])
        how_sure = results.get(f"{stem}sure", results.get(f"{stem}confidence", {}))
        rows.append(
            {
                "id": claim["id"],
                "inputs": found["inputs"],
                "figure": words.with_unit(claim),
                "label": labels[claim["measure"]],
                "verdict": found["text"],
                "sentence": results[f"{stem}sentence"]["text"],
                "confidence": how_sure.get("text", ""),
                "page": found["page"],
                "anchor": f"result-{name}",
            }
        )
    return rows


def unjudged(rows: list[dict]) -> list[dict]:
    """Documented figures (those that numerals.csv ties to a text) without a verdict."""
    documents = set(tables.numerals()["source_id"])
    claims = tables.claims(source_id=sorted(documents))
    claims = claims[~claims["id"].isin([i for row in rows for i in row["inputs"]])]
    labels = tables.measures().set_index("measure")["label"]
    return [
        {
            "id": c["id"],
            "figure": words.with_unit(c),
            "label": labels[c["measure"]],
            "topic": c["topic"],
        }
        for _, c in claims.iterrows()
    ]


def fill(app: Sphinx, page: str) -> str:
    """The table, in the order of the chapters."""
    env, book = app.env, book_of(app.env)

    def uri(to: str) -> str:
        return app.builder.get_relative_uri(page, to)

    rows = judged(book.results())
    number = {page: env.toc_secnumbers.get(page, {}).get("", (99,)) for page in env.found_docs}
    rows.sort(key=lambda row: (number[row["page"]], row["anchor"]))
    for row in rows:
        row |= {"address": uri(row["page"]), "title": env.titles[row["page"]].astext()}
    ledger = uri(book.with_block(ENTRIES))
    return render("verdicts.html", rows=rows, rest=unjudged(rows), ledger=ledger)


def setup(app: Sphinx) -> None:
    """Register the block."""
    add_block(app, "verdict-table", fill)

"""The table of verdicts, made from the records that the chapters send with `show.verdict`."""

from sphinx.application import Sphinx

from evidence.ledger import tables
from evidence.show import words
from press.base.templates import render
from press.book.domain import book_of
from press.book.filled import add_block
from press.claims.roles import ENTRIES, PARTS


def judged(verdicts: dict[str, dict]) -> list[dict]:
    """One row a verdict: the figure, the verdict, why, how sure, and the page that judges."""
    labels = tables.measures().set_index("measure")["label"]
    rows = []
    for name, found in verdicts.items():
        claim = tables.claim(found["figure"])
        rows.append(
            {
                "id": claim["id"],
                "figure": words.with_unit(claim),
                "label": labels[claim["measure"]],
                "anchor": f"result-{name}-{PARTS['verdict']}",
                **{part: found[part] for part in ("verdict", "why", "sure", "page", "inputs")},
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

    rows = judged(book.verdicts())
    number = {page: env.toc_secnumbers.get(page, {}).get("", (99,)) for page in env.found_docs}
    rows.sort(key=lambda row: (number[row["page"]], row["anchor"]))
    for row in rows:
        row |= {"address": uri(row["page"]), "title": env.titles[row["page"]].astext()}
    ledger = uri(book.with_block(ENTRIES))
    return render("verdicts.html", rows=rows, rest=unjudged(rows), ledger=ledger)


def setup(app: Sphinx) -> None:
    """Register the block."""
    add_block(app, "verdict-table", fill)

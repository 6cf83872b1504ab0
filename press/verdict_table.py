"""The table of verdicts, made from the records that the chapters send with `show.verdict`."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from evidence.ledger import tables
from evidence.show import words

from .ledger import TEMPLATES
from .roles import PARTS


class verdict_table(nodes.General, nodes.Element):
    """Where the table stands on a page."""


class VerdictTable(SphinxDirective):
    """All verdicts of the book."""

    def run(self) -> list[nodes.Node]:
        """One node, filled in when every chapter has been read."""
        self.env.book_gathering.add(self.env.docname)
        return [verdict_table(page=self.env.docname)]


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


def visit_verdicts(self: HTML5Translator, node: verdict_table) -> None:
    """Write the table, in the order of the chapters."""
    builder = self.builder
    env = builder.env

    def uri(page: str) -> str:
        return builder.get_relative_uri(node["page"], page)

    rows = judged(env.book_verdicts)
    number = {page: env.toc_secnumbers.get(page, {}).get("", (99,)) for page in env.found_docs}
    rows.sort(key=lambda row: (number[row["page"]], row["anchor"]))
    for row in rows:
        row |= {"address": uri(row["page"]), "title": env.titles[row["page"]].astext()}
    template = TEMPLATES.get_template("verdicts.html")
    ledger = uri(env.book_entries_page)
    self.body.append(template.render(rows=rows, rest=unjudged(rows), ledger=ledger))
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_node(verdict_table, html=(visit_verdicts, None))
    app.add_directive("verdict-table", VerdictTable)

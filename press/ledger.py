"""The ledger: every claim with an anchor, its source, date, hedge, grade, lineage and uses.

On a screen it is one table that reads without JavaScript; styles/ledger.js adds search, filters
and sorting. In print it is the list of the claims that the text cites.
"""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import jinja2
import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from evidence import grades, scopes, tables, words

from .sheet import keep_part

TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "styles"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
)
BASIS = {"named": "named", "same_event": "same event", "same_figure": "same figure"}


class claim_ledger(nodes.General, nodes.Element):
    """Where the ledger stands on a page; filled in when the page is written."""


class ClaimEntries(SphinxDirective):
    """All claims of the ledger."""

    def run(self) -> list[nodes.Node]:
        """One node that stands for all entries."""
        self.env.book_entries_page = self.env.docname
        self.env.book_gathering.add(self.env.docname)
        return [claim_ledger()]


def entries(uses: dict[str, list[tuple[str, str, str | None]]]) -> list[dict]:
    """What is printed of each claim, by topic, measure and date.

    `uses` gives the pages (address, title) that use a claim.
    """
    sources = tables.sources()
    claims = grades.with_grades(tables.claims(), sources)
    topics = tables.vocabulary("claims", "topic")
    claims["topic"] = pd.Categorical(claims["topic"], topics)
    claims = claims.sort_values(["topic", "measure", "as_of", "id"], kind="stable")
    source = sources.set_index("source_id")
    label = tables.measures().set_index("measure")["label"]
    countries = tables.country_names()
    echoes, origin, fixes = defaultdict(list), {}, defaultdict(list)
    for link in tables.table("repeats").itertuples():
        echoes[link.repeats].append(link.claim)
        origin[link.claim] = (link.repeats, BASIS[link.basis])
    for fix in tables.table("corrections").to_dict("records"):
        fixes[fix["claim"]].append(fix)
    return [
        {
            "claim": claim,
            "source": source.loc[claim["source_id"]],
            "figure": words.figure(claim),
            "label": label[claim["measure"]],
            "unit": claim["unit"].replace("_", " "),
            "place": scopes.place(claim, countries),
            "when": words.dated(claim),
            "year": (claim["as_of"] or claim["date_end"] or claim["date_start"])[:4],
            "stake": words.STAKES[source.loc[claim["source_id"], "stake"]],
            "kind": source.loc[claim["source_id"], "kind"].replace("_", " "),
            "repeats": origin.get(claim["id"]),
            "echoes": echoes.get(claim["id"], []),
            "corrections": fixes.get(claim["id"], []),
            "uses": uses.get(claim["id"], []),
        }
        for _, claim in claims.iterrows()
    ]


def pages_using(
    env: BuildEnvironment, uri: Callable[[str], str]
) -> dict[str, list[tuple[str, str, str | None]]]:
    """For each claim, address, title and number of every page that cites it, none twice, in the
    order of the book."""
    uses = defaultdict(list)
    number = {page: n.get("") or () for page, n in env.toc_secnumbers.items()}
    for page in sorted(env.book_citations, key=lambda page: (number.get(page, ()), page)):
        shown = ".".join(map(str, number.get(page, ()))) or None
        for claim_id in dict.fromkeys(env.book_citations[page]):
            uses[claim_id].append((uri(page), env.titles[page].astext(), shown))
    return uses


def visit_ledger(self: HTML5Translator, node: claim_ledger) -> None:
    """Write all claims for a screen, the cited ones for print."""
    builder = self.builder
    here = builder.env.book_entries_page
    uses = pages_using(builder.env, lambda page: builder.get_relative_uri(here, page))
    rows = entries(uses)
    cited = [row for row in rows if row["uses"]]
    keep_part(builder.app, "ledger", render("ledger.print.html", cited))
    self.body.append(render("ledger.html", rows))
    raise nodes.SkipNode


def render(template: str, rows: list[dict]) -> str:
    """Entries as HTML; a link leads only to an entry that is shown."""
    shown = {row["claim"]["id"] for row in rows}
    return TEMPLATES.get_template(template).render(rows=rows, shown=shown)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_node(claim_ledger, html=(visit_ledger, None))
    app.add_directive("claim-entries", ClaimEntries)

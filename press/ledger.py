"""The entries of the claims: an anchor each, with source, date, hedge and the pages using it."""

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from evidence import tables, words


class claim_uses(nodes.Inline, nodes.Element):
    """Where a claim is used, filled in when every page has been read."""


def entry(claim: pd.Series, source: pd.Series, measure: pd.Series) -> nodes.list_item:
    """One claim as a list item whose id is its anchor."""
    place = claim["country_iso3"] if claim["scope"] == "country" else claim["scope"]
    line = nodes.paragraph()
    line += [
        nodes.literal("", claim["id"]),
        nodes.Text(f" {measure['label']}, {place}: "),
        nodes.strong("", words.figure(claim)),
        nodes.Text(f" ({measure['unit'].replace('_', ' ')}), {words.when(claim['as_of'])}. "),
    ]
    if claim["attributed_to"]:
        line += nodes.Text(f"Attributed to {claim['attributed_to']}. ")
    title = source["title"] or source["publisher"]
    if source["url"]:
        line += nodes.reference("", title, refuri=source["url"], internal=False)
    else:
        line += nodes.Text(title)
    details = [source["publisher"], source["published"], claim["locator"]]
    line += nodes.Text(f" ({', '.join(d for d in details if d)}). ")
    if claim["note"]:
        line += nodes.Text(f"{claim['note'].rstrip('.')}. ")
    line += claim_uses(claim=claim["id"])
    return nodes.list_item("", line, ids=[f"claim-{claim['id']}"], classes=["claim-entry"])


class ClaimEntries(SphinxDirective):
    """All claims of the ledger, by topic, measure and date."""

    def run(self) -> list[nodes.Node]:
        """A section a topic, a list item a claim."""
        self.env.book_entries_page = self.env.docname
        sources = tables.sources().set_index("source_id")
        measures = tables.measures().set_index("measure")
        sections = []
        for topic, rows in tables.claims().groupby("topic"):
            section = nodes.section(ids=[f"topic-{topic}"], names=[f"topic-{topic}"])
            section += nodes.title("", topic.replace("_", " ").capitalize())
            rows = rows.sort_values(["measure", "as_of", "id"], kind="stable")
            section += nodes.bullet_list(
                "",
                *(
                    entry(row, sources.loc[row["source_id"]], measures.loc[row["measure"]])
                    for _, row in rows.iterrows()
                ),
                classes=["claim-entries"],
            )
            sections.append(section)
        return sections


class ResolveUses(SphinxPostTransform):
    """Links from each entry back to the pages that use the claim."""

    default_priority = 6

    def run(self, **kwargs: object) -> None:
        """Fill in every claim_uses."""
        pages = {}
        for page, ids in self.env.book_citations.items():
            for claim_id in ids:
                pages.setdefault(claim_id, []).append(page)
        for node in list(self.document.findall(claim_uses)):
            line = nodes.inline(classes=["claim-uses"])
            for page in dict.fromkeys(pages.get(node["claim"], [])):
                line += nodes.Text(", " if line.children else "Used in ")
                uri = self.app.builder.get_relative_uri(self.env.docname, page)
                title = self.env.titles[page].astext()
                line += nodes.reference("", title, refuri=uri, internal=True)
            if line.children:
                line += nodes.Text(".")
            node.replace_self(line)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("claim-entries", ClaimEntries)
    app.add_post_transform(ResolveUses)

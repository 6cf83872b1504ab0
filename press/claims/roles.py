"""Roles for numbers in prose: claims from the ledger, results from code, and the bare escape.

{claim}`id`     a claim's hedge and number, linked to its entry; source and date on hover and focus
{result}`name`  a number that a chapter computed, linked to the cell that computed it
{verdict}`name` what the report concludes about a documented figure; {why}`name` the reason,
                {sure}`name` how sure that is, {confidence}`name` the same in a word
{bare}`text`    a number that is neither (part of a name, say): the explicit escape, easy to grep
"""

import re
from functools import cache

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from evidence.ledger import tables
from evidence.show import words
from press.book.domain import book_of, here

ENTRIES = "claim-entries"  # the block that links to claims lead to
# the parts of a verdict's record that prose can print, each with the end of its anchor
PARTS = {"verdict": "verdict", "why": "sentence", "sure": "sure", "confidence": "confidence"}
SHORT = 6  # words up to which a result is a link itself


class claim_link(nodes.reference):
    """A link to a claim's entry that carries its note: source and date."""


class pending_claim(nodes.Inline, nodes.TextElement):
    """A claim in prose, before the page of its entry is known."""


class pending_result(nodes.Inline, nodes.TextElement):
    """A result in prose, before the chapter that computes it is known."""


def claim_note(claim: pd.Series) -> str:
    """Source, date and attribution of a claim, in one line."""
    source = tables.source(claim["source_id"])
    parts = [source["publisher"] or source["title"], words.dated(claim)]
    if claim["attributed_to"]:
        parts.append(f"attributed to {claim['attributed_to']}")
    return ", ".join(parts)


@cache
def _told(claim_id: str) -> tuple[str, str]:
    claim = tables.claim(claim_id)
    return words.figure(claim), claim_note(claim)


def told(claim_id: str, place: str) -> tuple[str, str]:
    """Figure and note of a claim, or ExtensionError that names the place where it is wanted."""
    try:
        return _told(claim_id)
    except KeyError as error:
        raise ExtensionError(f"{place}: {error.args[0]}") from None


class ClaimRole(SphinxRole):
    """{claim}`id`: prints "more than 400,000"."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """One pending claim; an unknown id stops the build and names chapter and line."""
        figure, note = told(self.text, f"{self.env.docname}, line {self.lineno}")
        claim_id = tables.name_now(self.text)
        here(self.env).cites.append(claim_id)
        node = pending_claim("", figure, claim=claim_id, note=note)
        self.set_source_info(node)
        return [node], []


class ResultRole(SphinxRole):
    """{result}`name`: prints the words of a computed number."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """One pending result, filled in when all chapters have been read."""
        here(self.env).uses.append(self.text)
        node = pending_result("", self.text, result=self.text)
        self.set_source_info(node)
        return [node], []


class VerdictRole(SphinxRole):
    """{verdict}`name` and the other parts of a verdict's record, each by its own role."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """One pending result, filled in when all chapters have been read."""
        here(self.env).uses.append(self.text)
        node = pending_result("", self.text, result=self.text, part=self.name)
        self.set_source_info(node)
        return [node], []


def with_italics(text: str) -> list[nodes.Node]:
    """The words of a result; those between asterisks are set in italics, as in Markdown."""
    pieces = enumerate(re.split(r"\*([^*\s][^*]*)\*", text))
    return [nodes.emphasis("", words) if odd % 2 else nodes.Text(words)
            for odd, words in pieces if words]  # fmt: skip


class BareRole(SphinxRole):
    """{bare}`187 to 2`: a number that the check of prose lets through."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The text, marked."""
        return [nodes.inline(self.rawtext, self.text, classes=["bare"])], []


class ResolveNumbers(SphinxPostTransform):
    """Turn pending claims and results into links, once every page has been read."""

    default_priority = 5

    def run(self, **kwargs: object) -> None:
        """Resolve both kinds; an unknown result stops the build and names chapter and line."""
        book = book_of(self.env)
        entries = book.with_block(ENTRIES)
        for node in list(self.document.findall(pending_claim)):
            uri = self._uri(entries, f"claim-{node['claim']}", node)
            link = claim_link(node.astext(), node.astext(), refuri=uri, internal=True)
            link["note"] = node["note"]
            node.replace_self(link)
        for node in list(self.document.findall(pending_result)):
            page, anchor, said = self._result(node)
            uri = self._uri(page, anchor, node)
            # a whole sentence is not underlined: a short link after it says where it comes from
            short = len(said.split()) <= SHORT
            kind = "result" if short else "computed"
            link = nodes.reference("", "", refuri=uri, internal=True, classes=[kind])
            link += with_italics(said if short else "computed here")
            parts = [link] if short else [*with_italics(said + " "), link]
            node.replace_self(parts)

    def _result(self, node: nodes.Element) -> tuple[str, str, str]:
        """Page, anchor and words of a result, or of a part of a verdict."""
        name, part = node["result"], node.get("part")
        book = book_of(self.env)
        known = book.verdicts() if part else book.results()
        if name not in known:
            place, kind = f"{self.env.docname}, line {node.line}", "verdict" if part else "result"
            raise ExtensionError(f"{place}: no cell computes a {kind} {name!r}")
        anchor = f"result-{name}-{PARTS[part]}" if part else f"result-{name}"
        return known[name]["page"], anchor, known[name][part or "text"]

    def _uri(self, page: str, anchor: str, node: nodes.Element) -> str:
        builder = self.app.builder
        return f"{builder.get_relative_uri(self.env.docname, page)}#{anchor}"


def check(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Stop where claims are printed and no page has the entries that their links lead to."""
    book = book_of(env)
    cited = {name: page.cites for name, page in book.pages.items() if page.cites}
    if cited and not book.with_block(ENTRIES):
        page = min(cited)
        raise ExtensionError(
            f"{page}: claim {cited[page][0]!r} has no entry to link to: no page that _toc.yml names"
            f" has the block {{{ENTRIES}}}"
        )
    return []


def visit_claim_html(self: HTML5Translator, node: claim_link) -> None:
    """A link with a note that shows on hover and keyboard focus, and is read out with it."""
    number = self.book_notes = getattr(self, "book_notes", 0) + 1
    note = f"note-{number}"
    self.body.append(
        f'<span class="claim"><a class="reference internal" href="{self.attval(node["refuri"])}"'
        f' aria-describedby="{note}">'
    )
    node["note_html"] = (
        f'</a><span class="claim-note" role="tooltip" id="{note}">{self.encode(node["note"])}'
        "</span></span>"
    )


def depart_claim_html(self: HTML5Translator, node: claim_link) -> None:
    """Close the link and add its note."""
    self.body.append(node["note_html"])


def check_headings(app: Sphinx, doctree: nodes.document) -> None:
    """Raise ExtensionError for a number in a heading, of which contents and links show copies."""
    for node in doctree.findall(lambda n: isinstance(n, pending_claim | pending_result)):
        titles = (nodes.title, nodes.subtitle)
        if isinstance(node.parent, titles) and isinstance(node.parent.parent, nodes.section):
            role = "claim" if isinstance(node, pending_claim) else node.get("part", "result")
            raise ExtensionError(
                f"{app.env.docname}, line {node.line}: a heading cannot hold {{{role}}}; say the"
                " number in the text below it"
            )


def setup(app: Sphinx) -> None:
    """Register roles, nodes and their HTML."""
    app.add_node(claim_link, html=(visit_claim_html, depart_claim_html))
    app.add_role("claim", ClaimRole())
    app.add_role("result", ResultRole())
    app.add_role("bare", BareRole())
    for part in PARTS:
        app.add_role(part, VerdictRole())
    app.add_post_transform(ResolveNumbers)
    app.connect("builder-inited", lambda _: _told.cache_clear())
    app.connect("doctree-read", check_headings, priority=100)  # before contents copy them
    app.connect("env-updated", check)

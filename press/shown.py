"""The texts of a page that a reader meets, wherever they stand, with what each is part of.

Looked at are blocks of every kind, link texts, captions, alternative texts and titles, raw HTML,
and what cells print or send. Formulas, code, citations, addresses and the numbers of footnotes are
left out: a hole stands for them where they are part of a text.
"""

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from docutils import nodes
from sphinx import addnodes

from .roles import pending_claim, pending_result

HOLE = "\ufffc"
COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")  # of a terminal, which the page turns into styles
LEFT_OUT = (
    nodes.math,
    nodes.math_block,
    nodes.comment,
    nodes.label,
    nodes.citation_reference,
    nodes.footnote_reference,
    nodes.substitution_definition,
    nodes.system_message,
    pending_claim,
    pending_result,
)
# the attributes, of a node or of HTML, that are shown or read out
ATTRIBUTES = ("alt", "title", "reftitle", "explanation", "aria-label", "caption", "placeholder")
CODE = ("script", "style", "code", "pre", "kbd", "samp", "template", "math")
IN_LINE = ("a", "abbr", "b", "cite", "del", "em", "i", "ins", "mark", "q", "s", "small", "span",
           "strong", "sub", "sup", "u", "wbr")  # fmt: skip
# the blocks that charts and show send, by their marks
SENT = {"result-entry", "chart", "evidence", "source-line"}


class Shown(NamedTuple):
    """One text, the node that gives its line, and the number of the cell that gave it, if any."""

    text: str
    node: nodes.Node
    cell: int | None = None
    sent: bool = False  # whether it is part of a block that charts or show have sent


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words, self.attributes, self.code = "", [], []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.words += "" if tag in IN_LINE else "; "
        self.code += [tag] if tag in CODE else []
        self.attributes += [text for name, text in attrs if name in ATTRIBUTES and text]

    def handle_endtag(self, tag: str) -> None:
        self.words += "" if tag in IN_LINE else "; "
        if tag in self.code:
            self.code.remove(tag)

    def handle_data(self, data: str) -> None:
        self.words += HOLE if self.code else data


def html_texts(html: str) -> tuple[str, list[str]]:
    """The words of a piece of HTML, and the attributes that are shown."""
    parser = _Html()
    parser.feed(html)
    parser.close()
    return re.sub(r"^[;\s]+|;[;\s]*(?=;)", "", parser.words), parser.attributes


def _hole(node: nodes.Node) -> bool:
    """Whether a node's words are left out."""
    if isinstance(node, LEFT_OUT) or "bare" in node.get("classes", []):
        return True
    if isinstance(node, nodes.raw):
        return "html" not in node["format"].split()
    if isinstance(node, nodes.literal):
        # Sphinx sets some links as code; a typed text of theirs is prose all the same
        return "xref" not in node["classes"] or not node.parent.get("refexplicit")
    if isinstance(node, addnodes.pending_xref | addnodes.download_reference):
        return not node.get("refexplicit")
    return isinstance(node, nodes.reference) and node.astext() == node.get("refuri")


def _html(node: nodes.Node) -> str:
    """A node as HTML: tags that an author wrote come one by one between the texts."""
    if isinstance(node, nodes.Text):
        return escape(node.astext())
    if _hole(node):
        return HOLE
    return node.astext() if isinstance(node, nodes.raw) else "".join(map(_html, node.children))


def words(node: nodes.Node) -> str:
    """What a node says, with holes."""
    return html_texts(_html(node))[0]


def attributes(node: nodes.Element) -> Iterator[str]:
    """What a node's attributes say, those of HTML and the titles of a table of contents too."""
    for name in ATTRIBUTES:
        if isinstance(node.get(name), str):
            yield node[name]
    if isinstance(node, nodes.raw) and not _hole(node):
        yield from html_texts(node.astext())[1]
    if isinstance(node, addnodes.toctree):
        yield from (title for title, _ in node["entries"] if title)


def shown(node: nodes.Node, mimes: list[str], cell: int | None = None) -> Iterator[Shown]:
    """Every text of a page; `mimes` is the order in which an output's forms are preferred."""
    if isinstance(node, nodes.Text):
        yield Shown(node.astext(), node, cell)
        return
    kind, classes = node.get("nb_element"), set(node.get("classes", []))
    if kind == "cell_code_source" or "traceback" in classes:
        return
    if kind == "cell_code":
        cell = node["exec_count"] or node["cell_index"] + 1
        if "tag_bare" in classes:
            return
    if cell and SENT & classes:
        yield from (text._replace(sent=True) for text in shown(node, mimes))
        return
    for text in attributes(node):
        yield Shown(text, node, cell)
    code = isinstance(node, nodes.FixedTextElement)
    if _hole(node) or (code and not cell and not isinstance(node, nodes.raw)):
        return
    if isinstance(node, nodes.TextElement):
        for part in node.findall(nodes.Element):
            if part is not node:
                yield from (Shown(text, part, cell) for text in attributes(part))
        yield Shown(COLOUR.sub("", words(node)), node, cell)
        return
    children = node.children
    if kind == "mime_bundle":  # only one form is printed
        wanted = [form for mime in mimes for form in children if form["mime_type"] == mime]
        children = wanted[:1]
    for child in children:
        yield from shown(child, mimes, cell)

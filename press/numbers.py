"""The check of prose: no bare number, so that every number can be followed.

Numbers come from a claim, a result or the escape {bare}`...`. Years, dates, versions, section
and list numbers, quoted titles, citations and code are no findings.
"""

import re

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from .roles import pending_claim, pending_result

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
ALLOWED = re.compile(
    rf"\b\d{{1,2}} (?:{MONTH})(?: (?:1[89]|20)\d\d)?\b"  # 27 January 2022
    r"|\b(?:1[89]|20)\d\d-\d\d(?:-\d\d)?\b"  # 2022-01-27
    r"|\b(?:1[89]|20)\d\ds?\b"  # 1963, 1990s
    r"|“[^”]*”"  # a quoted title
    r"|\b\d+\.\d+\.\d+\b"  # a version
    r"|\b(?:section|chapter|figure|table|paragraph|fig\.) \d+(?:\.\d+)*\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"\d[\d.,]*|\b(?:hundreds?|thousands?|millions?|billions?|dozens?|half|percent)\b",
    re.IGNORECASE,
)
EXEMPT = (
    nodes.literal,
    nodes.literal_block,
    nodes.raw,
    nodes.math,
    nodes.math_block,
    nodes.comment,
    nodes.label,
    nodes.citation_reference,
    nodes.footnote_reference,
    nodes.title_reference,
    pending_xref,
    pending_claim,
    pending_result,
)
# what code cells print is computed, and so are a result's own line and a chart's sources
EXEMPT_CLASSES = {"bare", "cell_output", "result-entry", "source-line"}


def bare_numbers(text: str) -> list[str]:
    """The numbers in a text that no rule allows."""
    return [match[0].rstrip(".,") for match in NUMBER.finditer(ALLOWED.sub(" ", text))]


def _exempt(node: nodes.Node) -> bool:
    while node is not None:
        if isinstance(node, EXEMPT):
            return True
        if isinstance(node, nodes.Element) and EXEMPT_CLASSES & set(node.get("classes", [])):
            return True
        node = node.parent
    return False


def collect(app: Sphinx, doctree: nodes.document) -> None:
    """Note each bare number of a page: text, file and line."""
    found = []
    for text in doctree.findall(nodes.Text):
        if _exempt(text):
            continue
        line = next((n.line for n in _ancestors(text) if n.line), "?")
        found += [
            f"{app.env.docname}, line {line}: bare number {number!r} in “{text.astext()[:60]}…”"
            for number in bare_numbers(text.astext())
        ]
    app.env.book_bare_numbers[app.env.docname] = found


def _ancestors(node: nodes.Node) -> list[nodes.Node]:
    chain = []
    while (node := node.parent) is not None:
        chain.append(node)
    return chain


def stop(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Fail the build before any page is written, listing every finding."""
    found = [line for lines in env.book_bare_numbers.values() for line in lines]
    if found:
        raise ExtensionError(
            "numbers in prose must be {claim}, {result} or {bare}:\n" + "\n".join(found)
        )
    return []


def prepare(app: Sphinx) -> None:
    """A place in the environment for the findings."""
    if not hasattr(app.env, "book_bare_numbers"):
        app.env.book_bare_numbers = {}


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a page's findings before it is read again."""
    env.book_bare_numbers.pop(docname, None)


def setup(app: Sphinx) -> None:
    """Collect while reading, stop when all is read."""
    app.connect("builder-inited", prepare)
    app.connect("env-purge-doc", purge)
    app.connect("doctree-read", collect)
    # raised here, before the environment is kept, so that the next build finds it again
    app.connect("env-updated", stop)

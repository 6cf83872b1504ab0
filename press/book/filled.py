"""Blocks that are filled in when their page is written, from the whole book."""

from collections.abc import Callable

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from press.book.domain import here

# gives the HTML of a block on the page of that name
Fill = Callable[[Sphinx, str], str]
FILLS: dict[str, Fill] = {}


class filled(nodes.General, nodes.Element):
    """Where a block stands on a page."""


class Block(SphinxDirective):
    """A block without content, by its name."""

    def run(self) -> list[nodes.Node]:
        """One node, filled in when every page has been read."""
        here(self.env).blocks.append(self.name)
        return [filled(block=self.name, page=self.env.docname)]


def add_block(app: Sphinx, name: str, fill: Fill) -> None:
    """Let pages have the block `name`; `fill` gives its HTML."""
    FILLS[name] = fill
    app.add_directive(name, Block)


def visit_filled(self: HTML5Translator, node: filled) -> None:
    """Write a block."""
    self.body.append(FILLS[node["block"]](self.builder.app, node["page"]))
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the node that stands for a block."""
    app.add_node(filled, html=(visit_filled, None))

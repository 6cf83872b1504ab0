"""What authors write, and myst-parser or the theme would not take as it is meant."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from docutils import nodes
from markdown_it.tree import SyntaxTreeNode
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

_render_note = SphinxRenderer.render_footnote_reference


def render_note(self: SphinxRenderer, token: SyntaxTreeNode) -> None:
    """Read a note, once, and the notes that it refers to after it."""
    done = self.md_env.setdefault("book_notes", set())
    if token.meta["label"] in done:
        return
    done.add(token.meta["label"])
    _render_note(self, token)
    for reference in self.current_node[-1].findall(nodes.footnote_reference):
        for definition in self.md_env["foot_refs"].get(reference["refname"], []):
            self.render_footnote_reference(definition)


class PlainAddresses(SphinxTransform):
    """Name images as their files are: Markdown has a space and an accent as `%20` and `%C3%B1`."""

    default_priority = 300

    def apply(self, **kwargs: object) -> None:
        """Put the file's own name in the place of the address, where there is such a file."""
        for image in self.document.findall(nodes.image):
            if image["uri"].startswith("//"):  # on another host, which screen.py tells
                image["uri"] = f"https:{image['uri']}"
            if urlsplit(image["uri"]).scheme:
                continue
            plain = unquote(image["uri"])
            if Path(self.env.srcdir, self.env.relfn2path(plain, self.env.docname)[0]).is_file():
                image["uri"] = plain


class OwnContents(SphinxTransform):
    """Mark lists of contents within a page as wanted; Furo would print that they are not."""

    default_priority = 300

    def apply(self, **kwargs: object) -> None:
        """Add the class that Furo asks for."""
        for topic in self.document.findall(nodes.topic):
            if "contents" in topic["classes"]:
                topic["classes"].append(
                    "this-will-duplicate-information-and-it-is-still-useful-here"
                )


def setup(app: Sphinx) -> None:
    """Read them."""
    SphinxRenderer.render_footnote_reference = render_note
    app.add_transform(PlainAddresses)
    app.add_transform(OwnContents)

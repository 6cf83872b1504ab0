"""What the PDF is set from, kept while the pages are written: their bodies and their parts.

So the sources are read once for HTML and PDF. The folder `print` beside the doctrees holds the body
of each page, and the parts that print in another form than on a screen.
"""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


def folder(app: Sphinx) -> Path:
    """Where the sheets lie."""
    return Path(app.doctreedir) / "print"


def keep_part(app: Sphinx, name: str, html: str) -> None:
    """Keep what prints in place of the element marked `data-print="name"`."""
    place = folder(app) / "parts" / f"{name}.html"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(html, encoding="utf-8")


def keep_body(
    app: Sphinx, page: str, template: str, context: dict, doctree: nodes.document | None
) -> None:
    """Keep the body of a chapter; pages that only a screen needs (search, index) have no tree."""
    if doctree is not None:
        place = folder(app) / "bodies" / f"{page}.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(context["body"], encoding="utf-8")


def reading_order(env: BuildEnvironment) -> list[str]:
    """All pages, the root first, as the table of contents orders them."""

    def below(docname: str) -> list[str]:
        names = [docname]
        for child in env.toctree_includes.get(docname, []):
            names += below(child)
        return names

    return below(env.config.root_doc)


def setup(app: Sphinx) -> None:
    """Connect to the writing of pages."""
    app.connect("html-page-context", keep_body)

"""What the PDF is set from, kept while the pages are written: bodies, parts and the book's order.

So the sources are read once for HTML and PDF. The folder `print` beside the doctrees holds
`book.json`, the body of each page, and the parts that print in another form than on a screen.
"""

import json
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import clean_astext

from .references import unused_entries


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


def keep_order(app: Sphinx) -> None:
    """Write what the book as a whole needs: order, titles, numbers, entries that nothing cites."""
    env = app.env
    order = reading_order(env)
    book = {
        "title": str(env.config.html_title),
        "author": str(env.config.author),
        "language": env.config.language,
        "order": order,
        "titles": {name: clean_astext(env.titles[name]) for name in order},
        "numbers": {name: env.toc_secnumbers.get(name, {}).get("", ()) for name in order},
        "unused": sorted(unused_entries(env)),
    }
    text = json.dumps(book, ensure_ascii=False)
    (folder(app) / "book.json").write_text(text, encoding="utf-8")
    # the theme's own style sheet for code knows media that paper does not
    (folder(app) / "code.css").write_text(
        app.builder.highlighter.get_stylesheet(), encoding="utf-8"
    )


def finish(app: Sphinx, error: Exception | None) -> None:
    """Keep the order once all pages are written."""
    if not error and app.builder.format == "html":
        keep_order(app)


def setup(app: Sphinx) -> None:
    """Connect to the writing of pages."""
    app.connect("html-page-context", keep_body)
    app.connect("build-finished", finish, priority=1)

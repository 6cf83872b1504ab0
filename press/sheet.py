"""What the PDF is set from, kept while the pages are written: bodies, parts and the book's order.

So the sources are read once for HTML and PDF. The folder `print` beside the doctrees holds
`book.json`, the body of each page, and the parts that print in another form than on a screen.
"""

import json
from pathlib import Path

from docutils import nodes
from pygments.style import Style
from pygments.token import STANDARD_TYPES, Text
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

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


def colours(style: type[Style]) -> dict[str, str]:
    """The colours of code that differ from its text's, by the short names that pages use."""
    text = style.style_for_token(Text)["color"]
    found = {STANDARD_TYPES[token]: look["color"] for token, look in style if look["color"]}
    return {name: f"#{colour}" for name, colour in found.items() if colour != text}


def keep_order(app: Sphinx) -> None:
    """Write what the book as a whole needs: order, entries that nothing cites, images, colours."""
    env = app.env
    book = {
        "title": str(env.config.html_title),
        "author": str(env.config.author),
        "language": env.config.language,
        "order": reading_order(env),
        "unused": sorted(unused_entries(env)),
        "images": {name: str(Path(env.srcdir) / path) for path, (_, name) in env.images.items()},
        "colours": colours(app.builder.highlighter.formatter_args["style"]),
    }
    text = json.dumps(book, ensure_ascii=False)
    (folder(app) / "book.json").write_text(text, encoding="utf-8")


def finish(app: Sphinx) -> list:
    """Keep what the whole book needs, once every page is written and before anything else is."""
    keep_order(app)
    return []


def setup(app: Sphinx) -> None:
    """Connect to the writing of pages."""
    app.connect("html-page-context", keep_body)
    app.connect("html-collect-pages", finish)

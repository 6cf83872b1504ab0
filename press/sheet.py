"""What the PDF is set from, kept while the pages are written: bodies, parts and the book's order.

So the sources are read once for HTML and PDF. The folder `print` beside the doctrees holds
`book.json`, the body of each page, and the parts that print in another form than on a screen.
"""

import json
from pathlib import Path

from docutils import nodes
from pygments.style import Style
from pygments.token import STANDARD_TYPES, Text
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from .pictures import FOLDER, paper_name
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


def contents(env: BuildEnvironment) -> list[dict]:
    """All pages, the root first, as the table of contents orders them.

    Each with its name, its depth (how many pages and parts it stands below), the part that it
    begins, if any, and the title that the contents give it in place of its own, if any.
    """
    found, root = {}, env.config.root_doc

    def add(name: str, depth: int, part: str, title: str) -> None:
        found[name] = {"page": name, "depth": depth, "part": part, "title": title}
        for tree in env.tocs[name].findall(addnodes.toctree):
            part = tree["caption"] or ""
            below = depth + (name != root) + bool(part)
            for told, child in tree["entries"]:
                if child in env.tocs and child not in found:
                    add(child, below, part, told or "")
                    part = ""  # begun

    add(root, 0, "", "")
    return list(found.values())


def colours(style: type[Style]) -> dict[str, str]:
    """The colours of code that differ from its text's, by the short names that pages use."""
    text = style.style_for_token(Text)["color"]
    found = {STANDARD_TYPES[token]: look["color"] for token, look in style if look["color"]}
    return {name: f"#{colour}" for name, colour in found.items() if colour != text}


def images(env: BuildEnvironment) -> dict[str, str]:
    """The path of every file that pages show or offer, by its name on paper."""
    paths = {FOLDER + place: path for path, (_, place) in env.dlfiles.items()}
    paths |= {name: path for path, (_, name) in env.images.items()}
    return {paper_name(name): str(Path(env.srcdir) / p) for name, p in paths.items()}


def keep_order(app: Sphinx) -> None:
    """Write what the book as a whole needs: order, entries that nothing cites, images, colours."""
    env = app.env
    book = {
        "title": str(env.config.html_title),
        "author": str(env.config.author),
        "language": env.config.language,
        "contents": contents(env),
        "unused": sorted(unused_entries(env)),
        "images": images(env),
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

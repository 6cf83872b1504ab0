"""What the PDF is set from, kept while the pages are written: their bodies and their parts.

So the sources are read once for HTML and PDF. The folder `print` beside the doctrees holds the body
of each page, and the parts that print in another form than on a screen.
"""

from pathlib import Path

from docutils import nodes
from sphinx import addnodes
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


def setup(app: Sphinx) -> None:
    """Connect to the writing of pages."""
    app.connect("html-page-context", keep_body)

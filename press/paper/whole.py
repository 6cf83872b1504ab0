"""What the PDF needs of the book as a whole, in `book.json` beside the bodies of the pages.

See press/book/sheet.py for these.
"""

import json
from pathlib import Path

from pygments.style import Style
from pygments.token import STANDARD_TYPES, Text
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from press.base import edition, offered
from press.book import sheet
from press.site.references import unused_entries


def colours(style: type[Style]) -> dict[str, str]:
    """The colours of code that differ from its text's, by the short names that pages use."""
    text = style.style_for_token(Text)["color"]
    found = {STANDARD_TYPES[token]: look["color"] for token, look in style if look["color"]}
    return {name: f"#{colour}" for name, colour in found.items() if colour != text}


def about(env: BuildEnvironment) -> dict[str, str]:
    """What the cover and the document say of the book."""
    cff = edition.citation()
    subtitle = cff["title"].partition(": ")[2]
    return {
        "title": str(env.config.html_title),
        "subtitle": subtitle[:1].upper() + subtitle[1:],
        "author": str(env.config.author),
        "description": cff["title"],
        "language": env.config.language,
        "region": env.config.book_region,
        "date": str(cff["date-released"]),
        "edition": edition.line(),
        "licence": "Text and data: {text}. Code: {code}.".format(**edition.licences()),
    }


def images(env: BuildEnvironment) -> dict[str, str]:
    """The path of every file that pages show or offer, by its name on paper."""
    paths = {offered.FOLDER + place: path for path, (_, place) in env.dlfiles.items()}
    paths |= {name: path for path, (_, name) in env.images.items()}
    return {offered.paper_name(name): str(Path(env.srcdir) / p) for name, p in paths.items()}


def keep(app: Sphinx) -> list:
    """Write it once every page is written: order, entries that nothing cites, images, colours."""
    env = app.env
    book = {
        "about": about(env),
        "contents": sheet.contents(env),
        "unused": sorted(unused_entries(env)),
        "images": images(env),
        "colours": colours(app.builder.highlighter.formatter_args["style"]),
    }
    text = json.dumps(book, ensure_ascii=False)
    (sheet.folder(app) / "book.json").write_text(text, encoding="utf-8")
    return []  # no pages to add


def setup(app: Sphinx) -> None:
    """Write it after the pages."""
    app.add_config_value("book_region", "", "", str)
    app.connect("html-collect-pages", keep)

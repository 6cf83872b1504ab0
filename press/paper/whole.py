"""What the PDF needs of the book as a whole, in `book.json` beside the bodies of the pages.

See press/book/sheet.py for these.
"""

import json
from pathlib import Path

from pygments.style import Style
from pygments.token import STANDARD_TYPES, Text
from sphinx.application import Sphinx

from press.book import sheet
from press.site.references import unused_entries


def colours(style: type[Style]) -> dict[str, str]:
    """The colours of code that differ from its text's, by the short names that pages use."""
    text = style.style_for_token(Text)["color"]
    found = {STANDARD_TYPES[token]: look["color"] for token, look in style if look["color"]}
    return {name: f"#{colour}" for name, colour in found.items() if colour != text}


def keep(app: Sphinx) -> list:
    """Write it once every page is written: order, entries that nothing cites, images, colours."""
    env = app.env
    book = {
        "title": str(env.config.html_title),
        "author": str(env.config.author),
        "language": env.config.language,
        "region": env.config.book_region,
        "order": sheet.reading_order(env),
        "unused": sorted(unused_entries(env)),
        "images": {name: str(Path(env.srcdir) / path) for path, (_, name) in env.images.items()},
        "colours": colours(app.builder.highlighter.formatter_args["style"]),
    }
    text = json.dumps(book, ensure_ascii=False)
    (sheet.folder(app) / "book.json").write_text(text, encoding="utf-8")
    return []  # no pages to add


def setup(app: Sphinx) -> None:
    """Write it after the pages."""
    app.add_config_value("book_region", "", "", str)
    app.connect("html-collect-pages", keep)

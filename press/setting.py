"""Set the PDF with Typst from the sheets that the pages left (see press/sheet.py).

`python -m press.setting SHEETS TARGET LINE`
"""

import gc
import json
import re
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import typst
from lxml import etree

from . import ROOT, edition, stops
from .finishing import finished
from .fonts import MONO, STYLES, faces
from .lettering import letter_charts
from .printed import assemble

TYPES = {".csv": "text/csv", ".json": "application/json"}
REGION = "GB"  # whose English the prose is
LICENCE = "Text and data: CC BY 4.0. Code: MIT."
MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')


class SettingError(Exception):
    """Why there is no PDF, in a sentence."""


def set_book(sheets: Path, target: Path) -> None:
    """Assemble, set and write the book.

    Raises SettingError, which names chapter and element, where a page cannot be set.
    """
    book = json.loads((sheets / "book.json").read_text(encoding="utf-8"))
    cff = edition.citation()
    try:
        tree = assemble(book, sheets)
        images = letter_charts(book["images"])
    except ValueError as fault:
        raise SettingError(f"PDF: {fault}") from fault
    tree.attrib.update(about(book, cff))
    data = attached(ROOT / "data")
    tree.extend(data)
    text = etree.tostring(tree, encoding="utf-8", xml_declaration=True)
    (sheets / "book.xml").write_bytes(text)
    files = {
        "main.typ": (STYLES / "print" / "book.typ").read_bytes(),
        **{path.name: path.read_bytes() for path in sorted((STYLES / "print").glob("*.typ"))},
        "book.xml": text,
        **{f"images/{name}": content for name, content in images.items()},
        **{f"data/{f.get('name')}": (ROOT / "data" / f.get("name")).read_bytes() for f in data},
    }
    day = datetime.fromisoformat(str(cff["date-released"])).replace(tzinfo=UTC)
    try:
        pdf, places = set_pages(files, day)
    except SettingError as fault:
        raise SettingError(f"PDF: {fault}{where(str(fault), tree)}") from None
    target.write_bytes(finished(pdf, places))


def about(book: dict, cff: dict) -> dict[str, str]:
    """What the cover and the document say of the book."""
    subtitle = cff["title"].partition(": ")[2]
    return {
        "title": book["title"],
        "subtitle": subtitle[:1].upper() + subtitle[1:],
        "author": book["author"],
        "description": cff["title"],
        "language": book["language"],
        "region": REGION,
        "date": str(cff["date-released"]),
        "edition": edition.line(),
        "licence": LICENCE,
    }


def attached(data: Path) -> list[etree._Element]:
    """The files of the data package, each with its name, type and what it is in words."""
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    listed = {r["path"]: f"{r['title']}. {r['description']}" for r in package["resources"]}
    listed["datapackage.json"] = f"{package['title']}. What each table and column holds."
    return [
        etree.Element("file", name=name, description=words, type=TYPES[Path(name).suffix])
        for name, words in listed.items()
    ]


def set_pages(files: dict[str, bytes], day: datetime) -> tuple[bytes, dict[str, list[float]]]:
    """The document that `main.typ` among the files describes, as PDF/UA-1 dated `day`.

    Also returns its places: for each the page, and the points from the left and the top. In the
    book's faces and no others: neither the system's nor those that Typst brings. Raises
    SettingError for what Typst cannot set, and for what it only warns of.
    """
    with tempfile.TemporaryDirectory() as folder:
        for path in (*(path for *_, path in faces()), MONO):
            shutil.copy(path, folder)  # alone: beside them lie other forms of the same faces
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        try:
            pdf, warnings = typst.compile_with_warnings(
                files, font_paths=fonts, pdf_standards=["ua-1"], timestamp=day, format="pdf"
            )
            # set already: this only looks
            places = typst.query(files, "<places>", field="value", one=True, font_paths=fonts)
        except typst.TypstError as fault:
            raise SettingError(fault.message.removeprefix("panicked with: ")) from None
    if warnings:
        raise SettingError("; ".join(warning.message for warning in warnings))
    return pdf, json.loads(places)


def where(fault: str, tree: etree._Element) -> str:
    """For a letter that the faces lack: which chapters have it."""
    letters = MISSING.search(fault)
    if not letters:
        return ""
    pages = [c.get("id") for c in tree.iter("chapter") if letters[1] in "".join(c.itertext())]
    return f" ({', '.join(pages) or 'in a chart'})"


if __name__ == "__main__":
    gc.disable()  # what it makes lives until the end anyway
    stops.speak_to_whom_it_concerns()
    stops.follow(int(sys.argv[3]))
    try:
        set_book(*(Path(argument) for argument in sys.argv[1:3]))
    except SettingError as fault:
        sys.exit(str(fault))
    gc.freeze()  # nor look for garbage before leaving

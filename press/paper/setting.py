"""Set the PDF with Typst from the sheets that the pages left (see press/book/sheet.py).

`python -m press.paper.setting SHEETS TARGET LINE`
"""

import gc
import json
import re
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import combining

import typst
from fontTools.ttLib import TTFont
from lxml import etree

from press import ROOT
from press.base import stops
from press.paper.finishing import finished
from press.paper.pictures import gather
from press.paper.printed import assemble
from press.site.fonts import MATHS, MONO, OTHERS, faces

TYPES = {".csv": "text/csv", ".json": "application/json"}
IMAGES = "images/"
MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')


class SettingError(Exception):
    """Why there is no PDF, in a sentence."""


def set_book(sheets: Path, target: Path) -> None:
    """Assemble, set and write the book.

    Raises SettingError, which names chapter and element, where a page cannot be set.
    """
    book = json.loads((sheets / "book.json").read_text(encoding="utf-8"))
    try:
        tree = assemble(book, sheets)
        images = gather(tree, book["images"])
    except ValueError as fault:
        raise SettingError(f"PDF: {fault}") from fault
    tree.attrib.update(book["about"])
    data = attached(ROOT / "data")
    tree.extend(data)
    text = etree.tostring(tree, encoding="utf-8", xml_declaration=True)
    (sheets / "book.xml").write_bytes(text)
    files = {
        "main.typ": (Path(__file__).with_name("styles") / "book.typ").read_bytes(),
        **{
            path.name: path.read_bytes()
            for path in sorted((Path(__file__).with_name("styles")).glob("*.typ"))
        },
        "book.xml": text,
        **{IMAGES + name: content for name, content in images.items()},
        **{f"data/{f.get('name')}": (ROOT / "data" / f.get("name")).read_bytes() for f in data},
    }
    day = datetime.fromisoformat(book["about"]["date"]).replace(tzinfo=UTC)
    try:
        pdf, places = set_pages(files, day)
    except SettingError as fault:
        raise SettingError(f"PDF: {lacking(str(fault), tree)}") from None
    target.write_bytes(finished(pdf, places, listed(tree)))


def listed(tree: etree._Element) -> dict[str, str]:
    """What the contents call a page, with its number, by its title, where they differ."""
    found = {}
    for chapter in tree.xpath("chapter[@listed!='']"):
        number = chapter.xpath("string(.//h1/@number)")
        found[chapter.get("title")] = f"{number} {chapter.get('listed')}".strip()
    return found


def attached(data: Path) -> list[etree._Element]:
    """The files of the data package, each with its name, type and what it is in words."""
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    listed = {r["path"]: f"{r['title']}. {r['description']}" for r in package["resources"]}
    listed["datapackage.json"] = f"{package['title']}. What each table and column holds."
    return [
        etree.Element("file", name=name, description=words, type=TYPES[Path(name).suffix])
        for name, words in listed.items()
    ]


def fonts() -> list[Path]:
    """The files of all faces that paper is set in."""
    return [*(path for *_, path in faces()), MONO, *OTHERS, MATHS]


def set_pages(files: dict[str, bytes], day: datetime) -> tuple[bytes, dict[str, list[float]]]:
    """The document that `main.typ` among the files describes, as PDF/UA-1 dated `day`.

    Also returns its places: for each the page, and the points from the left and the top. In the
    book's faces and no others: neither the system's nor those that Typst brings. Raises
    SettingError for what Typst cannot set, and for what it only warns of.
    """
    with tempfile.TemporaryDirectory() as folder:
        for path in fonts():
            shutil.copy(path, folder)  # alone: beside them lie other forms of the same faces
        found = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        for name in [name for name in files if name.startswith(IMAGES)]:  # or Typst wants text
            (Path(folder) / name).parent.mkdir(exist_ok=True)
            (Path(folder) / name).write_bytes(files[name])
        texts = {name: text for name, text in files.items() if not name.startswith(IMAGES)}
        given = {"root": folder, "font_paths": found}
        try:
            pdf, warnings = typst.compile_with_warnings(
                texts, pdf_standards=["ua-1"], timestamp=day, format="pdf", **given
            )
            # set already: this only looks
            places = typst.query(texts, "<places>", field="value", one=True, **given)
        except typst.TypstError as fault:
            raise SettingError(fault.message.removeprefix("panicked with: ")) from None
    if warnings:
        raise SettingError("; ".join(warning.message for warning in warnings))
    return pdf, json.loads(places)


def lacking(fault: str, tree: etree._Element) -> str:
    """The fault; for letters that no face has, which they are and where they stand."""
    letters = MISSING.search(fault)
    if not letters:
        return fault
    known = set()
    for path in fonts():
        with TTFont(path, lazy=True) as font:
            known |= set(font.getBestCmap())
    told = []
    for chapter in tree.iter("chapter"):
        found = dict.fromkeys(c for c in "".join(chapter.itertext()) if c.isprintable())
        missing = [c for c in found if ord(c) not in known and not combining(c)]
        if letters[1] in "".join(chapter.itertext()):
            missing = missing or [letters[1]]
        if missing:
            told.append(f"“{chapter.get('title')}” has {' '.join(missing)}")
    where = "; ".join(told) or f"a chart or a drawing has {letters[1]}"
    return f"no face of the book has these letters: {where}. Say it in others, or show a picture"


if __name__ == "__main__":
    gc.disable()  # what it makes lives until the end anyway
    stops.speak_to_whom_it_concerns()
    stops.follow(int(sys.argv[3]))
    try:
        with stops.plainly():
            set_book(*(Path(argument) for argument in sys.argv[1:3]))
    except SettingError as fault:
        sys.exit(str(fault))
    gc.freeze()  # nor look for garbage before leaving

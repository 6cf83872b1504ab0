"""Charts for print: text as text.

A chart on a screen carries the outlines of its letters, because an image in a page cannot use the
page's fonts. The printed book can: there each outline becomes its letter again, at the same place,
which a reader can search and copy.
"""

import re
from urllib.parse import unquote

from lxml import etree

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
SIZE = 100  # matplotlib draws the outlines of letters at this size and scales them
# of the letter's outline: its face, its code
GLYPH = re.compile(r"#SourceSansPro-(Regular|Semibold|It)-([0-9a-f]+)")
FACES = {"Regular": ("400", "normal"), "Semibold": ("600", "normal"), "It": ("400", "italic")}
NUMBER = r"-?[\d.]+(?:e-?\d+)?"
SHIFT = re.compile(rf"translate\(({NUMBER})[ ,]+({NUMBER})\)(?: scale\(({NUMBER})\))?")


def lettered(root: etree._Element) -> bytes:
    """A chart that matplotlib drew, with text in place of the outlines of the book's letters.

    Other outlines stay: letters of other faces, as formulas have, and those that are turned.
    """
    for group in list(root.iter(f"{SVG}g")):
        found = [(use, letter) for use in group.findall(f"{SVG}use") if (letter := told(use))]
        for face, moved, size, places, text in runs([letter for _, letter in found]):
            weight, style = FACES[face]
            look = {"font-family": "Source Sans Pro", "font-weight": weight, "font-style": style}
            place = {"transform": f"{moved}scale(1 -1)", "x": places, "y": "0", "font-size": size}
            etree.SubElement(group, f"{SVG}text", look | place).text = text
        for use, _ in found:
            group.remove(use)
    drop_outlines(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def address(use: etree._Element) -> str:
    """What a `use` shows; drawing programs write it in two ways."""
    return unquote(use.get(LINK) or use.get("href") or "")


def told(use: etree._Element) -> tuple[str, str, float, float, float] | None:
    """A letter of the book's: its face, itself, how far it is moved right and up, its scale."""
    glyph = GLYPH.fullmatch(address(use))
    moved = SHIFT.fullmatch(use.get("transform", "translate(0 0)"))
    if not glyph or not moved:
        return None
    return glyph[1], chr(int(glyph[2], 16)), moved[1], moved[2], float(moved[3] or 1)


def runs(letters: list[tuple]) -> list[tuple[str, str, str, str, str]]:
    """Letters in a row of one face, height and size: these, where each stands, the letters."""
    gathered = []
    for face, letter, right, up, scale in letters:
        kind = (face, f"translate(0 {up}) " if float(up) else "", f"{SIZE * scale:g}")
        if not gathered or gathered[-1][0] != kind:
            gathered.append((kind, [], []))
        gathered[-1][1].append(right)
        gathered[-1][2].append(letter)
    return [(*kind, " ".join(places), "".join(text)) for kind, places, text in gathered]


def drop_outlines(root: etree._Element) -> None:
    """Leave only the outlines of letters that are still used."""
    used = {address(use) for use in root.iter(f"{SVG}use")}
    for path in list(root.iter(f"{SVG}path")):
        name = f"#{unquote(path.get('id', ''))}"
        if GLYPH.fullmatch(name) and name not in used:
            path.getparent().remove(path)

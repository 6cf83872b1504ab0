"""Charts for print: text as text.

A chart on a screen carries the outlines of its letters, because an image in a page cannot use the
page's fonts. The printed book can: there each outline becomes its letter again, at the same place,
which a reader can search and copy.
"""

import re
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
SIZE = 100  # matplotlib draws the outlines of letters at this size and scales them
# of the letter's outline: its face, its code
GLYPH = re.compile(r"#SourceSansPro-(Regular|Semibold|It)-([0-9a-f]+)")
FACES = {"Regular": ("400", "normal"), "Semibold": ("600", "normal"), "It": ("400", "italic")}
SHIFT = re.compile(r"translate\((-?[\d.]+) 0\)")


def letter_charts(images: dict[str, str]) -> dict[str, bytes]:
    """The images of a book, by name, from their paths; charts with their letters as text.

    Raises ValueError that names the chart.
    """
    found = {}
    for name, path in sorted(images.items()):
        content = Path(path).read_bytes()
        try:
            found[name] = lettered(content) if name.endswith(".svg") else content
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
    return found


def lettered(chart: bytes) -> bytes:
    """A chart that matplotlib drew, with text in place of the outlines of letters.

    Raises ValueError where a letter is drawn in another way than is known.
    """
    root = etree.fromstring(chart)
    for group in list(root.iter(f"{SVG}g")):
        uses = group.findall(f"{SVG}use")
        found = [GLYPH.fullmatch(unquote(use.get(LINK))) for use in uses]
        if not any(found):
            continue
        if not all(found):
            raise ValueError(f"letters among other shapes: {etree.tostring(group)[:200]}")
        for definition in group.findall(f"{SVG}defs"):
            group.remove(definition)
        for face, places, text in runs(uses, found):
            weight, style = FACES[face]
            face = {"font-family": "Source Sans Pro", "font-weight": weight, "font-style": style}
            place = {"transform": "scale(1 -1)", "x": places, "y": "0", "font-size": str(SIZE)}
            etree.SubElement(group, f"{SVG}text", face | place).text = text
        for use in uses:
            group.remove(use)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def runs(uses: list[etree._Element], found: list[re.Match]) -> list[tuple[str, str, str]]:
    """Letters of one face in a row: the face, where each stands, the letters."""
    gathered = []
    for use, glyph in zip(uses, found, strict=True):
        moved = SHIFT.fullmatch(use.get("transform", "translate(0 0)"))
        if not moved:
            raise ValueError(f"a letter that is not moved sideways: {etree.tostring(use)}")
        face, letter = glyph[1], chr(int(glyph[2], 16))
        if not gathered or gathered[-1][0] != face:
            gathered.append((face, [], []))
        gathered[-1][1].append(moved[1])
        gathered[-1][2].append(letter)
    return [(face, " ".join(places), "".join(text)) for face, places, text in gathered]

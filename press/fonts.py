"""The faces the book is set in, from packages and not from the system."""

import re
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import font_source_sans_pro
import font_source_serif_pro

STYLES = Path(__file__).parent / "styles"

FAMILIES = {
    "Source Serif Pro": (font_source_serif_pro, "SourceSerifPro"),
    "Source Sans Pro": (font_source_sans_pro, "SourceSansPro"),
}
CUTS = {
    "Regular": (400, "normal"),
    "It": (400, "italic"),
    "Semibold": (600, "normal"),
    "SemiboldIt": (600, "italic"),
}
# Latin with accents, punctuation, arrows and the few mathematical signs the book uses
LETTERS = [*range(0x20, 0x180), *range(0x2010, 0x2040), 0x20AC, *range(0x2190, 0x2194)]
LETTERS += [0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0x2026, 0x2032]
# of a font's names: whose it is, its trade mark, its licence; they may not be changed
RIGHTS = (0, 7, 13, 14)

MONO = Path(find_spec("matplotlib").origin).with_name("mpl-data") / "fonts/ttf/DejaVuSansMono.ttf"


def faces() -> list[tuple[str, int, str, Path]]:
    """Family, weight, style and file of each face that text is set in."""
    return [
        (family, weight, style, Path(package.__file__).parent / "files" / f"{stem}-{cut}.ttf")
        for family, (package, stem) in FAMILIES.items()
        for cut, (weight, style) in CUTS.items()
    ]


def web_name(name: str) -> str:
    """The name of a face that was cut: its licence keeps "Source" for the whole one."""
    return re.sub(r"Source( ?)(Serif|Sans) ?Pro", r"Book\1\2", name)


def web_file(path: Path) -> str:
    """The name of the file that a face is cut into."""
    return f"{web_name(path.stem)}.woff2"


def font_rules(url: dict[str, str]) -> str:
    """CSS that declares the faces; `url` gives the address of each font file by its stem."""
    return "\n".join(
        f"@font-face {{ font-family: '{family}'; font-weight: {weight}; font-style: {style};"
        f" font-display: swap; src: url('{url[path.stem]}'); }}"
        for family, weight, style, path in faces()
    )


def web_font(path: Path) -> bytes:
    """One face as WOFF2 with the letters a Latin-script book needs; same bytes every time.

    It has a name of its own and keeps what its maker says of rights.
    """
    import uharfbuzz
    from fontTools.ttLib import TTFont

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(LETTERS)
    wanted.name_id_set.update(RIGHTS)
    cut = uharfbuzz.subset(uharfbuzz.Face(path.read_bytes()), wanted)
    font = TTFont(BytesIO(cut.blob.data), recalcTimestamp=False, lazy=True)
    for record in font["name"].names:
        if record.nameID not in RIGHTS:
            record.string = web_name(record.toUnicode())
    font.flavor = "woff2"
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue()

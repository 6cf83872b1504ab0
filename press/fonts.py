"""The faces the book is set in, from packages and not from the system."""

import importlib.util
from io import BytesIO
from pathlib import Path

import font_source_sans_pro
import font_source_serif_pro
import uharfbuzz
from fontTools.ttLib import TTFont

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


# not imported here: with it would come the settings of the user's
MATPLOTLIB = Path(importlib.util.find_spec("matplotlib").origin).parent
MONO = MATPLOTLIB / "mpl-data" / "fonts" / "ttf" / "DejaVuSansMono.ttf"


def faces(mono: bool = False) -> list[tuple[str, int, str, Path]]:
    """Family, weight, style and file of each face the book is set in; code's face on request."""
    text = [
        (family, weight, style, Path(package.__file__).parent / "files" / f"{stem}-{cut}.ttf")
        for family, (package, stem) in FAMILIES.items()
        for cut, (weight, style) in CUTS.items()
    ]
    return [*text, ("Book Mono", 400, "normal", MONO)] if mono else text


def font_rules(url: dict[str, str], mono: bool = False) -> str:
    """CSS that declares the faces; `url` gives the address of each font file by its stem."""
    return "\n".join(
        f"@font-face {{ font-family: '{family}'; font-weight: {weight}; font-style: {style};"
        f" font-display: swap; src: url('{url[path.stem]}'); }}"
        for family, weight, style, path in faces(mono)
    )


def web_font(path: Path) -> bytes:
    """One face as WOFF2 with the letters a Latin-script book needs; same bytes every time."""
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(LETTERS)
    cut = uharfbuzz.subset(uharfbuzz.Face(path.read_bytes()), wanted)
    font = TTFont(BytesIO(cut.blob.data), recalcTimestamp=False, lazy=True)
    font.flavor = "woff2"
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue()

"""The images of the book for paper: in a form that can be printed, each as large as on its page."""

import base64
import re
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from lxml import etree
from PIL import Image, UnidentifiedImageError

from .kept import digest
from .lettering import SVG, lettered

FOLDER = "_downloads/"  # in the book, of files that pages name otherwise than as images
PRINTED = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp"}  # the rest become PNG
LINE = 374  # points: the width of a page's text
HEIGHT = 540  # points: the height that an image may have beside its caption
# points in each unit of CSS
UNITS = {"": 0.75, "px": 0.75, "pt": 1, "pc": 12, "in": 72, "cm": 28.35, "mm": 2.835}
UNITS |= {"em": 10.4, "rem": 10.4, "%": LINE / 100}
LENGTH = re.compile(r"\s*([\d.]+)\s*([a-z%]*)")


def paper_name(place: str) -> str:
    """How an image is named on paper, by its address in the book."""
    _, offered, name = place.rpartition(FOLDER)
    return unquote(name.replace("/", "-") if offered else name.rpartition("/")[2])


def gather(tree: etree._Element, paths: dict[str, str]) -> dict[str, bytes]:
    """The images that a book shows, by name, from their paths and from their own addresses.

    Gives each `img` the name of its file, and its `width` in points unless it is a chart's, which
    is as wide as the page. Raises ValueError that names chapter and image where one cannot be
    printed.
    """
    found: dict[str, tuple[str, bytes, float, float]] = {}
    for image in tree.iter("img"):
        name = image.get("src")
        try:
            if name not in found:
                found[name] = printable(*content_of(name, paths))
        except ValueError as error:
            page = next(image.iterancestors("chapter")).get("title")
            raise ValueError(f"“{page}”: the image {name[:60]} {error}") from None
        file, _, wide, high = found[name]
        image.set("src", file)
        if not image.xpath("ancestor::figure[contains(@class, 'chart')]"):
            image.set("width", f"{width(image, wide, high):.1f}")
    return {file: content for file, content, *_ in found.values()}


def content_of(name: str, paths: dict[str, str]) -> tuple[str, bytes]:
    """Name and bytes of an image; one that stands in its own address is named by its content."""
    if not name.startswith("data:"):
        if name not in paths:
            raise ValueError("is no file of the book")
        return name, Path(paths[name]).read_bytes()
    head, _, text = name.partition(",")
    content = base64.b64decode(text) if head.endswith(";base64") else unquote_to_bytes(text)
    kind = ".svg" if head.startswith("data:image/svg") else ""
    return f"{digest(content)}{kind}", content


def printable(name: str, content: bytes) -> tuple[str, bytes, float, float]:
    """A name, bytes that can be printed, and width and height in points."""
    if name.endswith(".svg"):
        return (name, *drawing(content))
    try:
        with Image.open(BytesIO(content)) as image:
            wide, high = (0.75 * side for side in image.size)
            if image.format in PRINTED:
                return f"{name}.{PRINTED[image.format]}", content, wide, high
            buffer = BytesIO()
            image.save(buffer, "PNG")
            return f"{name}.png", buffer.getvalue(), wide, high
    except (UnidentifiedImageError, OSError):
        raise ValueError("is none that can be read") from None


def drawing(content: bytes) -> tuple[bytes, float, float]:
    """An SVG with its letters as text, and width and height in points."""
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"is no SVG: {error}") from None
    if root.find(f".//{SVG}foreignObject") is not None:
        raise ValueError("has HTML in it (foreignObject): export it as plain SVG, or as PNG")
    box = [float(part) for part in re.findall(r"[-\d.]+", root.get("viewBox", ""))]
    sizes = [length(root.get(name), None) for name in ("width", "height")]
    ratio = box[3] / box[2] if len(box) == 4 and box[2] and box[3] else None
    wide, high = sizes
    if ratio and not (wide and high):
        wide = wide or (high / ratio if high else LINE)  # as wide as there is room, in a browser
        high = wide * ratio
    wide, high = wide or 225, high or 112.5
    root.set("width", f"{wide}pt")
    root.set("height", f"{high}pt")
    return lettered(root), wide, high


def length(told: str | None, default: float | None) -> float | None:
    """A length of CSS in points; the default where none is told, or none of paper."""
    found = LENGTH.fullmatch((told or "").strip())
    if not found or found[2] not in UNITS or not float(found[1]):
        return default
    return float(found[1]) * UNITS[found[2]]


def width(image: etree._Element, wide: float, high: float) -> float:
    """How wide an image is, in points: as it is told or by its own size, and within the page."""
    style = dict(re.findall(r"([a-z-]+)\s*:\s*([^;]+)", image.get("style", "")))
    wanted = length(style.get("width") or image.get("width"), None)
    if wanted is None:
        tall = length(style.get("height") or image.get("height"), None)
        wanted = tall * wide / high if tall else wide
    return min(wanted, LINE, HEIGHT * wide / high)

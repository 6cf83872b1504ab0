"""The built book, as the tests of it read it."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pikepdf
import pytest
import yaml
from lxml import etree

from press import BUILD, ROOT
from press.base import names

HTML = BUILD / "html"
PDF = BUILD / "pdf" / names.pdf()
PRINT = BUILD / "work" / "doctrees" / "print" / "book.xml"
LEDGER = "chapters/ledger"
# what makes a browser fetch something, other than a link that a reader follows
LOADED = """//*[not(self::a)]/@src | //@srcset | //@poster | //object/@data
    | //link[not(@rel="canonical")]/@href | //*[local-name()="image" or local-name()="use"]/@href"""
IN_CSS = re.compile(r"""url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)""")


def _toc() -> dict:
    return yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))


CHAPTERS = [entry["file"] for entry in _toc()["chapters"]]  # numbered from one, in this order
PAGES = [_toc()["root"], *CHAPTERS]


def need(*paths: Path) -> None:
    """Fail with one sentence where the book has not been built."""
    if not all(path.exists() for path in paths):
        pytest.fail("build the book first: make book", pytrace=False)


def source(name: str) -> str:
    """A chapter as it was written."""
    return (ROOT / f"{name}.md").read_text(encoding="utf-8")


def prose(name: str) -> str:
    """A chapter as it was written, without its code cells."""
    return re.sub(r"^```\{code-cell\}.*?^```$", "", source(name), flags=re.MULTILINE | re.DOTALL)


def title(name: str) -> str:
    """The title a chapter gives itself."""
    return re.search(r"^# (.+)$", prose(name), re.MULTILINE)[1].strip()


@cache
def parse(path: Path) -> lxml.html.HtmlElement:
    """One HTML file; do not change what this returns."""
    return lxml.html.document_fromstring(path.read_text(encoding="utf-8"))


def page(name: str) -> lxml.html.HtmlElement:
    """One built page."""
    return parse(HTML / f"{name}.html")


@cache
def printed() -> etree._Element:
    """The printed document; do not change what this returns."""
    return etree.parse(PRINT).getroot()


def structure(pdf: pikepdf.Pdf) -> list[tuple]:
    """What a document's tags hold, in reading order: elements, and the numbers of what is drawn,
    each with its page."""
    found, queue = [], [(pdf.Root.StructTreeRoot.K, None)]
    while queue:
        node, page = queue.pop()
        if isinstance(node, pikepdf.Array):
            queue += [(child, page) for child in reversed(list(node))]
        elif isinstance(node, pikepdf.Dictionary):
            page = node.get("/Pg", page)
            found.append((node, page))
            queue.append((node.get("/K", pikepdf.Array()), page))
        else:
            found.append((int(node), page))
    return found


def tagged(structure: list[tuple], kind: str) -> list[pikepdf.Dictionary]:
    """The elements of one kind among what a document's tags hold."""
    return [e for e, _ in structure if not isinstance(e, int) and e.get("/S") == kind]


def article(name: str) -> lxml.html.HtmlElement:
    """What a built page says, without navigation."""
    (found,) = page(name).xpath('//article[@id="furo-main-content" or @role="main"]')
    return found


def text(element: etree._Element) -> str:
    """An element's text on one line."""
    return " ".join("".join(element.itertext()).split())


def heading(name: str) -> str:
    """The title that a built page shows, without number and link mark."""
    found = article(name).xpath("string(.//h1)").removesuffix("¶")
    return re.sub(r"^\d+\. ", "", " ".join(found.split()))


def is_external(address: str) -> bool:
    """Whether an address leads out of the book."""
    return bool(urlsplit(address).scheme or urlsplit(address).netloc)


def target(path: Path, address: str) -> tuple[Path, str]:
    """The file and the fragment that an address on the page at `path` leads to."""
    parts = urlsplit(address)
    place = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    return place, unquote(parts.fragment)


@cache
def ids(path: Path) -> frozenset[str]:
    """All ids of one HTML file."""
    return frozenset(parse(path).xpath("//@id"))


def captions(root: lxml.html.HtmlElement) -> list[str]:
    """The numbers of figures and tables, in order: "Fig. 3.1"."""
    return [text(number) for number in root.xpath('.//*[@class="caption-number"]')]


def numbers(root: lxml.html.HtmlElement, kind: str) -> list[str]:
    """What the links to claims or to results print, in order."""
    where = {"claim": './/span[@class="claim"]/a', "result": './/a[contains(@class,"result ")]'}
    return [text(link) for link in root.xpath(where[kind])]

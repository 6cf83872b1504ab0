"""The pages as one XML tree for print, which styles/print/ sets element by element.

Works on trees only: takes out what only a screen needs, gives every id its page's name in front,
so that two chapters can both have a section called "In brief", turns links between pages into
links inside the document, and checks what a reader of the PDF would miss: a link's target, the
words for an image.
"""

import copy
import posixpath
import re
from pathlib import Path

from lxml import etree

from .columns import shares

SHORT = 1200  # characters up to which a table is kept on one page
# what only a screen needs: scripts, marks to link to a heading, notes on hover, the rest of a long
# list, code behind a fold, files
SCREEN_TAGS = ("script", "style", "colgroup", etree.Comment)
SCREEN_CLASSES = frozenset(
    "headerlink claim-note rest hide toctree-wrapper file screen-only tag_screen-only".split()
)
NUMBERS = frozenset(("section-number", "caption-number"))
GONE, BARE = "gone", "bare"  # tags of what is taken out, with what it holds or without
SPACE = re.compile(r"[ \t\r\n]+")
ADDRESS = re.compile(r"[a-z]+:")


def prefix(docname: str) -> str:
    """A page's name as the beginning of an id."""
    return docname.replace("/", "-")


def assemble(book: dict, sheets: Path) -> etree._Element:
    """All pages in reading order as the chapters of one tree.

    `book` and `sheets` are what press/sheet.py has kept. Raises ValueError that names the page
    and the element where a link leads nowhere or an image is not told in words.
    """
    order, root = book["order"], etree.Element("book")
    parts = {
        p.stem: p.read_text(encoding="utf-8") for p in sorted((sheets / "parts").glob("*.html"))
    }
    for name in order:
        body = (sheets / "bodies" / f"{name}.html").read_text(encoding="utf-8")
        root.append(chapter(name, body, order, parts, book["colours"]))
    unused = {f"--{entry}" for entry in book["unused"]}
    for entry in root.xpath('.//div[@class="citation"]'):
        if entry.get("id")[entry.get("id").index("--") :] in unused:
            entry.tag = GONE
    take_out(root)
    check_links(root)
    return root


def chapter(
    docname: str, html: str, order: list[str], parts: dict[str, str], colours: dict[str, str]
) -> etree._Element:
    """One page as a chapter.

    `parts` print in place of what they name; `colours` are those of code, by Pygments' names.
    Raises ValueError that names the page where an image is not told in words.
    """
    section = parsed(html)
    section.tag = "chapter"
    for element in section.xpath(".//*[@data-print]"):
        part = parsed(parts[element.get("data-print")])
        part.tail = element.tail
        element.getparent().replace(element, part)
    for element in section.xpath(".//*[@class]"):
        classes = element.get("class").split()
        if not SCREEN_CLASSES.isdisjoint(classes):
            element.tag = GONE
        elif not NUMBERS.isdisjoint(classes):
            element.getparent().set("number", told(element))
            element.tag = GONE
    notes_to_references(section)
    take_out(section)
    for heading in section.xpath(".//section[@id]/*[1][self::h1 or self::h2 or self::h3]"):
        heading.set("id", heading.getparent().attrib.pop("id"))  # the two could part on paper
    colour_code(section, colours)
    single_spaces(section)
    join_paragraphs(section)
    for table in section.iter("table"):
        table.set("columns", " ".join(f"{share:.1f}" for share in shares(table)))
        if len("".join(table.itertext())) <= SHORT:
            table.set("class", f"{table.get('class', '')} short".strip())
    for image in section.iter("img"):
        name_image(image, docname)
    relink(section, docname, order)
    section.attrib.update({"id": prefix(docname), "title": headline(section)})
    return section


def headline(section: etree._Element) -> str:
    """The title of a chapter with its number, in one line."""
    title = section.find(".//h1")
    return "" if title is None else f"{title.get('number', '')} {told(title)}".strip()


def told(element: etree._Element) -> str:
    """An element's text in one line."""
    return " ".join("".join(element.itertext()).split())


def parsed(html: str) -> etree._Element:
    """A piece of HTML, in a `div`."""
    document = etree.fromstring(f"<div>{html}</div>", etree.HTMLParser())
    return document.find("body")[0]


def has(element: etree._Element, name: str) -> bool:
    """Whether an element has a class."""
    return name in element.get("class", "").split()


def take_out(section: etree._Element) -> None:
    """Take out what is marked, and what paper never has."""
    etree.strip_elements(section, GONE, *SCREEN_TAGS, with_tail=False)
    etree.strip_tags(section, BARE)


def notes_to_references(section: etree._Element) -> None:
    """Move each note to its first reference; others refer to it there."""
    notes = {note.get("id"): note for note in section.iter("aside") if has(note, "footnote")}
    for link in section.xpath('.//a[contains(@class,"footnote-reference")]'):
        note = notes.pop(link.get("href")[1:], None)
        if note is not None:
            foot = etree.Element("note", id=note.get("id"))
            foot.extend(copy.deepcopy(note.xpath("./p")))
            foot.tail = link.tail
            link.getparent().replace(link, foot)
    lists = section.xpath('.//aside[contains(@class,"footnote-list")]|.//hr[@class="footnotes"]')
    for rest in lists:
        rest.tag = GONE


def colour_code(section: etree._Element, colours: dict[str, str]) -> None:
    """Leave in code only the spans that have a colour of their own, as the attribute `fill`."""
    for span in section.xpath(".//pre//span|.//code//span"):
        colour = colours.get(span.get("class"))
        span.attrib.clear()
        if colour and span.text:
            span.set("fill", colour)
        else:
            span.tag = BARE
    take_out(section)
    for code in section.iter("pre"):
        if len(code):
            code[-1].tail = (code[-1].tail or "").rstrip("\n")
        else:
            code.text = (code.text or "").rstrip("\n")


def single_spaces(section: etree._Element) -> None:
    """Make one space of each run of white space, as a browser does, but not in code."""
    within = set(section.xpath(".//pre//*"))
    blocks = within.union(section.iter("pre"))
    for element in section.iter():
        if element.text and element not in blocks:
            element.text = SPACE.sub(" ", element.text)
        if element.tail and element not in within:
            element.tail = SPACE.sub(" ", element.tail)


def join_paragraphs(section: etree._Element) -> None:
    """A paragraph alone in its cell or item is no element; one before a table stays with it."""
    for holder in section.iter("td", "th", "li", "dd"):
        if len(holder) == 1 and holder[0].tag == "p":
            around = (holder.text or "") + (holder[0].tail or "")
            holder[0].tag = holder[0].tag if around.strip() else BARE
    take_out(section)
    for before in section.xpath(".//p[not(@class)][following-sibling::*[1][self::div]]"):
        if has(before.getnext(), "table-wrapper"):
            before.set("class", "announcement")


def name_image(image: etree._Element, docname: str) -> None:
    """Leave of an image's address its name. Raises ValueError where no words tell it."""
    name = posixpath.basename(image.get("src"))
    alt = image.get("alt", "").strip()
    if not alt or posixpath.basename(alt) == name:  # docutils puts the address where words lack
        raise ValueError(f"{docname}: the image {name} is not told in words (it has no alt text)")
    image.set("src", name)


def relink(section: etree._Element, docname: str, order: list[str]) -> None:
    """Prefix ids; turn links between pages into links inside the document."""
    here, start = posixpath.dirname(docname), prefix(docname)
    for element in section.xpath(".//*[@id]"):
        element.set("id", f"{start}--{element.get('id')}")
    for link in section.xpath(".//a[@href]"):
        href = link.get("href")
        if not ADDRESS.match(href):
            page, _, anchor = href.partition("#")
            name = posixpath.normpath(posixpath.join(here, page)) if page else docname
            name = name.removesuffix(".html")
            if name in order:
                link.set("href", f"#{prefix(name)}" + (f"--{anchor}" if anchor else ""))
            else:
                link.attrib.pop("href")  # a page that is not printed


def check_links(root: etree._Element) -> None:
    """Leave only the ids that links lead to. Raises ValueError where one leads nowhere."""
    wanted = {}
    for link in root.xpath('.//a[starts-with(@href,"#")]'):
        wanted.setdefault(link.get("href")[1:], link)
    for element in root.xpath(".//*[@id]"):
        if wanted.pop(element.get("id"), None) is None and element.tag != "chapter":
            del element.attrib["id"]
    for name, link in wanted.items():
        page = next(link.iterancestors("chapter")).get("title")
        raise ValueError(f"“{page}”: the link “{told(link)}” leads nowhere (#{name})")

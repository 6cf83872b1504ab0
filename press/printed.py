"""The pages as one document for print: cover, contents, chapters, the claims they cite.

Works on HTML trees only. Every id gets its page's name in front, so that two chapters can both
have a section called "In brief", and every link between pages becomes a link inside the document.
"""

import copy
import posixpath
from pathlib import Path

import lxml.html
from lxml import etree

from evidence.words import when

SHORT = 1200  # characters up to which a table is kept on one page
# spans that look like the text around them: names and punctuation in code, brackets
PLAIN = ("n", "p", "w", "pre", "fn-bracket")
# what only a screen needs
SCREEN_ONLY = (
    './/a[contains(@class,"headerlink")]|.//span[contains(@class,"claim-note")]'
    '|.//*[contains(concat(" ",@class," ")," screen-only ")]|.//script|.//style'
    '|.//div[contains(concat(" ",@class," ")," tag_screen-only ")]'  # a cell with that tag
    '|.//details[contains(@class,"hide")]|.//div[contains(@class,"toctree-wrapper")]|.//a[contains(@class,"file")]'
)


def prefix(docname: str) -> str:
    """A page's name as the beginning of an id."""
    return docname.replace("/", "-")


def assemble(book: dict, sheets: Path, cff: dict) -> str:
    """One HTML document from the bodies of all pages, in reading order.

    `book` and `sheets` are what press/sheet.py has kept; `cff` is the citation file.
    """
    order = book["order"]
    parts = {
        p.stem: p.read_text(encoding="utf-8") for p in sorted((sheets / "parts").glob("*.html"))
    }
    sections = []
    for name in order:
        body = (sheets / "bodies" / f"{name}.html").read_text(encoding="utf-8")
        sections.append(chapter(name, body, order, parts))
    unused = {f"--{entry}" for entry in book["unused"]}
    for entry in (e for section in sections for e in section.xpath('.//div[@class="citation"]')):
        if entry.get("id")[entry.get("id").index("--") :] in unused:
            entry.drop_tree()
    title = book["title"]
    day = cff["date-released"]
    root = etree.Element("html", lang=book["language"])
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "title").text = title
    stamp = f"{day}T00:00:00Z"
    for name, content in {
        "author": book["author"],
        "description": cff["title"],
        "dcterms.created": stamp,
        "dcterms.modified": stamp,
    }.items():
        etree.SubElement(head, "meta", name=name, content=content)
    body = etree.SubElement(root, "body")
    body.append(cover(title, book["author"], cff))
    body.append(contents(book))
    body.extend(sections)
    return "<!doctype html>\n" + etree.tostring(root, encoding="unicode", method="html")


def cover(title: str, author: str, cff: dict) -> etree._Element:
    """The first page: title, subtitle, who, which edition, licences."""
    page = etree.Element("section", attrib={"class": "cover"})
    subtitle = cff["title"].partition(": ")[2]
    lines = {
        "title": title,
        "subtitle": subtitle[:1].upper() + subtitle[1:],
        "author": author,
        "edition": f"Version {cff['version']}, {when(str(cff['date-released']))}",
        "licence": "Text and data: CC BY 4.0. Code: MIT.",
    }
    for name, text in lines.items():
        etree.SubElement(page, "p", attrib={"class": f"cover-{name}"}).text = text
    return page


def contents(book: dict) -> etree._Element:
    """Chapters, each with the page it stands on."""
    nav = etree.Element("nav", attrib={"class": "contents", "role": "doc-toc"})
    etree.SubElement(nav, "h1").text = "Contents"
    entries = etree.SubElement(nav, "ol")
    for name in book["order"]:
        _entry(entries, f"#{prefix(name)}", book["numbers"][name], book["titles"][name])
    return nav


def _entry(entries: etree._Element, href: str, number: list[int], text: str) -> None:
    item = etree.SubElement(entries, "li", attrib={"class": "level-1"})
    link = etree.SubElement(item, "a", href=href)
    etree.SubElement(link, "span", attrib={"class": "number"}).text = ".".join(map(str, number))
    etree.SubElement(link, "span").text = text


def chapter(docname: str, html: str, order: list[str], parts: dict[str, str]) -> etree._Element:
    """One page as a section of the printed document; `parts` print in place of what they name."""
    section = lxml.html.fragment_fromstring(html, create_parent="section")
    section.set("class", "chapter")
    for element in section.xpath(".//*[@data-print]"):
        part = lxml.html.fragment_fromstring(parts[element.get("data-print")], create_parent="div")
        part.tail = element.tail
        element.getparent().replace(element, part)
    for element in section.xpath(SCREEN_ONLY):
        element.drop_tree()
    footnotes_to_foot(section)
    for span in section.xpath(".//span[@class]"):
        if span.get("class") in PLAIN:
            span.drop_tag()  # a box less to set
    spaces_apart(section)
    for cell in section.xpath(".//thead//th"):
        cell.set("scope", "col")
    for table in section.xpath(".//table"):
        if len(table.text_content()) <= SHORT:
            table.set("class", f"{table.get('class', '')} short")
    relink(section, docname, order)
    section.set("id", prefix(docname))
    return section


def spaces_apart(section: etree._Element) -> None:
    """Give a space before a link or a span an element of its own.

    Where only such a space is too wide for a line, WeasyPrint ends the line after its first word.
    """
    for element in section.xpath(".//*[self::a or self::span][not(ancestor::pre)]"):
        before, parent = element.getprevious(), element.getparent()
        holder, place = (parent, "text") if before is None else (before, "tail")
        text = getattr(holder, place) or ""
        if text[-1:].isspace() and text.strip():
            setattr(holder, place, text.rstrip())
            space = etree.Element("span")
            space.text = " "
            element.addprevious(space)


def footnotes_to_foot(section: etree._Element) -> None:
    """Move each note to its first reference, where the page's foot takes it from."""
    notes = {
        note.get("id"): note for note in section.xpath('.//aside[contains(@class,"footnote")]')
    }
    for link in section.xpath('.//a[contains(@class,"footnote-reference")]'):
        note = notes.get(link.get("href", "#")[1:])
        if note is None:
            continue
        foot = etree.Element("span", attrib={"class": "foot"})
        for paragraph in note.xpath("./p"):
            line = copy.deepcopy(paragraph)
            line.tag, line.tail = "span", None
            foot.append(line)
        foot.tail = link.tail
        link.getparent().replace(link, foot)
    for rest in section.xpath(
        './/aside[contains(@class,"footnote-list")]|.//hr[@class="footnotes"]'
    ):
        rest.drop_tree()


def relink(section: etree._Element, docname: str, order: list[str]) -> None:
    """Prefix ids; turn links between pages into links inside the document."""
    here = posixpath.dirname(docname)
    for element in section.iter(etree.Element):
        if element.get("id"):
            element.set("id", f"{prefix(docname)}--{element.get('id')}")
        element.attrib.pop("aria-describedby", None)
        href = element.get("href")
        if element.tag == "a" and href and "://" not in href and not href.startswith("mailto:"):
            page, _, anchor = href.partition("#")
            name = posixpath.normpath(posixpath.join(here, page)) if page else docname
            name = name.removesuffix(".html")
            if name in order:
                element.set("href", f"#{prefix(name)}" + (f"--{anchor}" if anchor else ""))
            else:
                element.attrib.pop("href")
        if element.tag == "img":
            path = posixpath.normpath(posixpath.join(here, element.get("src")))
            element.set("src", path)

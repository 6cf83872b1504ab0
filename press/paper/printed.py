"""The pages as one XML tree for print, which paper/styles/ sets element by element.

Works on trees only: takes out what only a screen needs, gives every id its page's name in front,
so that two chapters can both have a section called "In brief", turns links between pages into
links inside the document, and checks what a reader of the PDF would miss: a link's target, the
words for an image.
"""

import base64
import posixpath
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, unquote

from lxml import etree

from press.base.offered import paper_name
from press.paper.grids import fit

# what only a screen needs: scripts, marks to link to a heading, notes on hover, the rest of a long
# list, code behind a fold, files
SCREEN_TAGS = ("script", "style", "colgroup", "input", etree.Comment)
SCREEN_CLASSES = frozenset(
    "headerlink claim-note rest hide toctree-wrapper screen-only tag_screen-only"
    " sd-d-none backrefs".split()
)
NUMBERS = frozenset(("section-number", "caption-number", "eqno"))
GONE, BARE = "gone", "bare"  # tags of what is taken out, with what it holds or without
SPACE = re.compile(r"[ \t\r\n]+")
DRAWING = re.compile(r"(<svg\b[^>]*>).*?</svg>", re.DOTALL | re.IGNORECASE)
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


# references to notes, but those that stand in notes not yet moved
REFERENCE = (
    './/a[contains(@class,"footnote-reference")][not(ancestor::aside[contains(@class,"footnote")])]'
)


def prefix(docname: str) -> str:
    """A page's name as the beginning of an id."""
    return docname.replace("/", "-")


def assemble(book: dict, sheets: Path) -> etree._Element:
    """All pages in reading order as the chapters of one tree.

    `book` and `sheets` are what press/book/sheet.py has kept. Raises ValueError that names the page
    and the element where a link leads nowhere or an image is not told in words.
    """
    root = etree.Element("book")
    order = [entry["page"] for entry in book["contents"]]
    parts = {
        p.stem: p.read_text(encoding="utf-8") for p in sorted((sheets / "parts").glob("*.html"))
    }
    for entry in book["contents"]:
        body = (sheets / "bodies" / f"{entry['page']}.html").read_text(encoding="utf-8")
        section = chapter(entry["page"], body, order, parts, book["colours"])
        section.attrib.update(
            {"depth": str(entry["depth"]), "part": entry["part"], "listed": entry["title"]}
        )
        root.append(section)
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
    section = parsed(DRAWING.sub(as_image, html))
    section.tag = "chapter"
    for element in section.xpath(".//*[@data-print]"):
        part = parsed(parts[element.get("data-print")])
        part.tail = element.tail
        element.getparent().replace(element, part)
    for element in section.xpath(".//*[@class]"):
        classes = element.get("class").split()
        link_to_file = element.tag == "a" and "file" in classes
        if link_to_file or not SCREEN_CLASSES.isdisjoint(classes):
            element.tag = GONE
        elif "toc-backref" in classes:
            element.tag = BARE
        elif "hlist" in classes:  # a list in columns is a list
            for part in element.iter("table", "tbody", "tr", "td"):
                part.tag = BARE
        elif not NUMBERS.isdisjoint(classes):
            element.getparent().set("number", told(element))
            element.tag = GONE
    take_out(section)
    notes_to_references(section)
    spell_out(section)
    for heading in section.xpath(".//section[@id]/*[1][self::h1 or self::h2 or self::h3]"):
        heading.set("id", heading.getparent().attrib.pop("id"))  # the two could part on paper
    level_headings(section)
    colour_code(section, colours)
    single_spaces(section)
    join_paragraphs(section)
    for table in reversed(list(section.iter("table"))):  # those within others first
        fit(table)
    for image in section.iter("img"):
        name_image(image, docname)
    relink(section, docname, order)
    for link in section.xpath(".//a[@href][.//img][not(normalize-space())]"):
        free_image(link)
    section.attrib.update({"id": prefix(docname), "title": headline(section)})
    return section


def as_image(drawing: re.Match) -> str:
    """A drawing within a page as an image; nothing for one that is hidden from who cannot see."""
    tag, words = drawing[1], re.search(r"<title[^>]*>(.*?)</title>", drawing[0], re.DOTALL)
    if 'aria-hidden="true"' in tag:
        return ""
    told = re.search(r'aria-label="([^"]*)"', tag) or words
    root = etree.fromstring(drawing[0], etree.XMLParser(recover=True))
    if "xmlns=" not in tag:
        root.set("xmlns", "http://www.w3.org/2000/svg")
    content = base64.b64encode(etree.tostring(root)).decode()
    return f'<img alt="{told[1] if told else ""}" src="data:image/svg+xml;base64,{content}">'


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
    """Move each note, with all it holds, to its first reference; others refer to it there."""
    notes = {note.get("id"): note for note in section.iter("aside") if has(note, "footnote")}
    lists = section.xpath(
        './/aside[contains(@class,"footnote-list")]|.//hr[contains(@class,"footnotes")]'
    )
    for rest in lists:
        rest.tag = GONE
    queue = [section]
    while queue:
        for link in queue.pop().xpath(REFERENCE):
            note = notes.pop(link.get("href")[1:], None)
            if note is None:
                continue
            foot = etree.Element("note", id=note.get("id"), number=told(link).strip("[]"))
            foot.extend(child for child in note if not has(child, "label"))
            if len(foot) and foot[0].tag == "p":
                foot[0].tag = BARE  # beside its number
            foot.tail = link.tail
            link.getparent().replace(link, foot)
            queue.append(foot)  # a note may have notes
    take_out(section)


def spell_out(section: etree._Element) -> None:
    """Say what each abbreviation stands for, the first time: a page says it to who points there."""
    known = set()
    for short in section.iter("abbr"):
        words = short.get("title", "").strip()
        if words and words not in known:
            known.add(words)
            short.tail = f" ({words}){short.tail or ''}"


def level_headings(section: etree._Element) -> None:
    """Let no level of headings be skipped, as HTML may: a screen reader goes by them."""
    headings = list(section.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    for before, heading in pairwise(headings):
        heading.tag = f"h{min(int(heading.tag[1]), int(before.tag[1]) + 1)}"


def colour_code(section: etree._Element, colours: dict[str, str]) -> None:
    """Leave in code only the spans with a colour of their own, as `fill`, and marked lines."""
    for number in section.xpath(".//pre//span[contains(@class,'linenos')]"):
        number.tail = f"  {number.tail or ''}"
    for span in section.xpath(".//pre//span|.//code//span"):
        colour, marked = colours.get(span.get("class")), has(span, "hll")
        span.attrib.clear()
        if colour and span.text:
            span.set("fill", colour)
        else:
            span.tag = "mark" if marked else BARE
    take_out(section)
    for code in section.iter("pre"):
        last = code
        while len(last) and not last[-1].tail:
            last = last[-1]
        if len(last):
            last[-1].tail = last[-1].tail.rstrip("\n")
        else:
            last.text = (last.text or "").rstrip("\n")


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
    address = image.get("src", "")
    name = address if address.startswith("data:") else paper_name(address)
    alt = image.get("alt", "").strip()
    if not alt or posixpath.basename(alt) == name:  # docutils puts the address where words lack
        raise ValueError(
            f"{docname}: the image {name[:40]} is not told in words (it has no alt text)"
        )
    image.set("src", name)


def free_image(link: etree._Element) -> None:
    """Put an image that is a link before it: paper has to say where that leads."""
    image, link.tag = link.find(".//img"), BARE
    told = etree.Element("a", href=link.get("href"))
    told.text = image.get("alt") if told.get("href").startswith("#") else told.get("href")
    told.tail, link.tail = link.tail, " "
    link.addnext(told)
    take_out(link.getparent())


def relink(section: etree._Element, docname: str, order: list[str]) -> None:
    """Prefix ids; turn links between pages into links inside the document."""
    here, start = posixpath.dirname(docname), prefix(docname)
    for element in section.xpath(".//*[@id]"):
        element.set("id", f"{start}--{element.get('id')}")
    for link in section.xpath(".//a[@href]"):
        href = link.get("href")
        if has(link, "beside"):  # the page itself, which the book has beside the PDF
            link.set("href", quote(told(link), safe=":/"))
        elif not ADDRESS.match(href):
            page, _, anchor = unquote(href).partition("#")
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

"""What only a screen can show: a sentence with a link stands for it on paper.

That is every raw HTML, of a chapter or of a cell, with a script, a widget, a video, a recording
or another page in it. An author who wants something else on paper, a picture say, puts a block of
the class `print-only` right after it: that is printed instead of the sentence.
"""

import lxml.html
from docutils import nodes
from lxml import etree
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.transforms.post_transforms import SphinxPostTransform

WIDGET = "application/vnd.jupyter.widget-view+json"
MOVING = {
    "script": "an interactive figure",
    "canvas": "an interactive figure",
    "iframe": "another page",
    "object": "another page",
    "embed": "another page",
    "video": "a video",
    "audio": "a recording",
}


def moving(html: str) -> etree._Element | None:
    """The first element that paper cannot show."""
    if "<" not in html:
        return None
    top = lxml.html.fragment_fromstring(html, create_parent="div")
    return next((e for e in top.iter(*MOVING)), None)


def fetched(html: str) -> str | None:
    """The first address that a page with this HTML would load a part of itself from."""
    top = lxml.html.fragment_fromstring(html, create_parent="div")
    parts = top.xpath(".//script/@src|.//img/@src|.//link/@href")
    return next((address for address in parts if "//" in address[:8]), None)


def on_screen_only(node: nodes.Node | None) -> bool:
    """Whether a node stands in a block that is not printed, of an author or of this module."""
    while node is not None:
        if isinstance(node, nodes.Element) and "screen-only" in node.get("classes", []):
            return True
        node = node.parent
    return False


class PrintedInstead(SphinxPostTransform):
    """Mark what only a screen shows, and put what paper shows beside it."""

    default_priority = 8  # of the forms of an output one has been selected
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Look at all raw HTML and pictures. Raises ExtensionError for what needs a network."""
        for image in self.document.findall(nodes.image):
            if "://" in image["uri"] and not image["uri"].startswith("data:"):
                self.refuse(image, image["uri"])
        for raw in list(self.document.findall(nodes.raw)):
            if "html" in raw["format"].split() and "<" in raw.astext():
                self.mark(raw)

    def refuse(self, node: nodes.Element, address: str) -> None:
        """Raise ExtensionError for a part of a page that is somewhere else."""
        while not node.line and node.parent:
            node = node.parent
        raise ExtensionError(
            f"{self.env.docname}, line {node.line}: it loads {address}; a page must work without a"
            " network: keep a copy beside the chapter"
        )

    def mark(self, raw: nodes.raw) -> None:
        """Leave raw HTML that moves to the screen, and print a sentence in its place."""
        html = raw.astext()
        if address := fetched(html):
            self.refuse(raw, address)
        found = moving(html)
        if found is None or on_screen_only(raw):
            return
        following = raw.next_node(descend=False, siblings=True, ascend=True)
        chosen = isinstance(following, nodes.Element) and "print-only" in following["classes"]
        if found.get("type") == WIDGET:  # its scripts would come from the network: no page has it
            text = "The chapter shows an interactive figure here when it is open in JupyterLab."
            raw.replace_self(nodes.paragraph("", text, classes=["screen-only"] if chosen else []))
            return
        in_line = isinstance(raw.parent, nodes.TextElement)
        box, text = (nodes.inline, nodes.inline) if in_line else (nodes.container, nodes.paragraph)
        kept = box("", classes=["screen-only"])
        printed = [] if chosen else [text("", "", *self.told(found), classes=["print-only"])]
        whole = self.whole(raw, found.tag) if in_line else [raw]
        for node in whole[1:]:
            raw.parent.remove(node)
        raw.parent.replace(raw, [kept, *printed])
        kept += whole

    def whole(self, opening: nodes.raw, tag: str) -> list[nodes.Node]:
        """An element in a line of text, where each of its tags is a node of its own."""
        siblings = opening.parent[opening.parent.index(opening) :]
        closing = (n for n, node in enumerate(siblings) if node.astext() == f"</{tag}>")
        return siblings[: next(closing, 0) + 1]

    def told(self, found: etree._Element) -> list[nodes.Node]:
        """The sentence: what a screen shows, and where."""
        title = f" (“{found.get('title')}”)" if found.get("title") else ""
        address = next(iter(found.xpath("self::*/@src|./source/@src|self::*/@data")), "")
        link = {"refuri": address, "text": address}
        if "//" not in address[:8]:
            page = self.app.builder.get_target_uri(self.env.docname)
            base = self.config.html_baseurl
            # without an address of the book, on paper it is that of the file beside it
            uri = base + page if base else page.rpartition("/")[2]
            link = {"refuri": uri, "text": base + page, "classes": ["beside"]}
        return [
            nodes.Text(f"On the screen, {MOVING[found.tag]}{title} stands here: "),
            nodes.reference("", **link),
            nodes.Text("."),
        ]


def setup(app: Sphinx) -> None:
    """Look at each page before it is written."""
    app.add_post_transform(PrintedInstead)

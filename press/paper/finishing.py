"""Finish what Typst has set: links inside the document lead to their places, the file is packed."""

from io import BytesIO

import pikepdf

ABOVE = 10  # points above a place that a link shows


def finished(pdf: bytes, places: dict[str, list[float]], listed: dict[str, str]) -> bytes:
    """The document with its links turned, at a third of its size; the same bytes every time.

    `places` gives page and points from the left and the top by name; `listed` what the contents
    call a page, by its title. Typst has set each link to a place as one to the address "#name", and
    writes the tags as plain text.
    """
    smaller = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        pages = [page.obj for page in document.pages]
        for page in pages:
            for link in page.get("/Annots", ()):
                address = bytes(link.A.URI).decode() if "/A" in link else ""
                if address.startswith("#"):
                    number, *point = places[address[1:]]
                    turn(link, pages[number - 1], number, *point)
        if listed:
            with document.open_outline() as outline:
                rename(outline.root, dict(listed))
        document.save(
            smaller, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True
        )
    return smaller.getvalue()


def rename(items: list[pikepdf.OutlineItem], listed: dict[str, str]) -> None:
    """Give the bookmark of each page the name that it has in the contents."""
    for item in items:
        item.title = listed.pop(item.title, item.title)
        rename(item.children, listed)


def turn(link: pikepdf.Object, page: pikepdf.Object, number: int, left: float, down: float) -> None:
    """Let a link lead to a point of a page, and say which page that is."""
    up = float(page.MediaBox[3]) - max(down - ABOVE, 0)
    link.Dest = pikepdf.Array([page, pikepdf.Name.XYZ, round(left, 2), round(up, 2), 0])
    link.Contents = f"page {number}"
    del link["/A"]

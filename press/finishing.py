"""Finish what Typst has set: links inside the document lead to their places, the file is packed."""

from io import BytesIO

import pikepdf

ABOVE = 10  # points above a place that a link shows


def finished(pdf: bytes, places: dict[str, list[float]]) -> bytes:
    """The document with its links turned, at a third of its size; the same bytes every time.

    `places` gives page and points from the left and the top by name. Typst has set each link to a
    place as one to the address "#name", and writes the tags as plain text.
    """
    smaller = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        pages = [page.obj for page in document.pages]
        for page in pages:
            for link in page.get("/Annots", ()):
                address = str(link.A.URI) if "/A" in link else ""
                if address.startswith("#"):
                    number, *point = places[address[1:]]
                    turn(link, pages[number - 1], number, *point)
        document.save(
            smaller, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True
        )
    return smaller.getvalue()


def turn(link: pikepdf.Object, page: pikepdf.Object, number: int, left: float, down: float) -> None:
    """Let a link lead to a point of a page, and say which page that is."""
    up = float(page.MediaBox[3]) - max(down - ABOVE, 0)
    link.Dest = pikepdf.Array([page, pikepdf.Name.XYZ, round(left, 2), round(up, 2), 0])
    link.Contents = f"page {number}"
    del link["/A"]

"""Where the book has the files that its pages name, and what these are called on paper.

Standard library only: the step that sets the PDF loads no more than it needs.
"""

from urllib.parse import unquote

FOLDER = "_downloads/"  # in the book, of files that pages name otherwise than as images


def paper_name(place: str) -> str:
    """How an image is named on paper, by its address in the book."""
    _, offered, name = place.rpartition(FOLDER)
    return unquote(name.replace("/", "-") if offered else name.rpartition("/")[2])

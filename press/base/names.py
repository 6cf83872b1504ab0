"""What the files of a book are called: after its data package, as `datapackage.json` names that."""

from urllib.parse import unquote

from press.base import sources

OFFERED = "_downloads/"  # the folder, in the book, of files that pages name but not as images


def name() -> str:
    """The book's name, of letters, digits and hyphens. Leaves the program where there is none."""
    if not (found := sources.described("name")):
        from press.base import settings  # slow to import

        settings.begin()  # tells what is wrong with the file
    (name,) = found
    return name


def pdf() -> str:
    """The PDF, beside the pages and alone."""
    return f"{name()}.pdf"


def data_zip() -> str:
    """The data package in one file."""
    return f"{name()}-data.zip"


def on_paper(place: str) -> str:
    """The name that an image has on paper, from its address in the book."""
    _, offered, name = place.rpartition(OFFERED)
    return unquote(name.replace("/", "-") if offered else name.rpartition("/")[2])

"""What the files of a book are called: after its data package, as `datapackage.json` names that."""

from press.base import sources


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

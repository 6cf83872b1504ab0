"""The PDF as a Sphinx builder, for the native command.

`jupyter-book build . --builder custom --custom-builder bookpdf` exports it; `make book` sets the
same PDF from the pages of the HTML book, without writing them twice.
"""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import ExtensionError
from sphinx.util.display import progress_message

from . import setting, sheet
from .publish import NAME


class BookPdfBuilder(StandaloneHTMLBuilder):
    """Writes the pages and prints them as one PDF/UA document."""

    name = "bookpdf"
    format = "html"
    epilog = f"The PDF is %(outdir)s/{NAME}"
    search = False
    copysource = False
    allow_parallel = False

    def get_outdated_docs(self) -> list[str]:
        """Every page: the PDF is one document."""
        return sorted(self.env.found_docs)

    def finish(self) -> None:
        """Set the book. Raises ExtensionError where a page cannot be set."""
        super().finish()
        with progress_message("setting the PDF"):
            try:
                setting.set_book(sheet.folder(self.app), Path(self.outdir) / NAME)
            except setting.SettingError as fault:
                raise ExtensionError(str(fault)) from None


def setup(app: Sphinx) -> None:
    """Register the builder."""
    app.add_builder(BookPdfBuilder)

"""Set the PDF with WeasyPrint from the sheets that the pages left (see press/sheet.py).

`python -m press.setting SHEETS HTML TARGET LINE`
"""

import gc
import json
import locale
import logging
import sys
from datetime import UTC, datetime
from pathlib import Path

import yaml

from . import ROOT, stops
from .fonts import STYLES, faces, font_rules
from .lettering import letter_charts
from .printed import assemble
from .sources import data_files

NO_PANGO = (
    "The PDF needs the Pango library (Debian and Ubuntu: apt-get install libpango-1.0-0 "
    "libpangoft2-1.0-0; macOS: brew install pango). The HTML book does not."
)


class SettingError(Exception):
    """Why there is no PDF, in a sentence."""


class Complaints(logging.Handler):
    """Collects WeasyPrint's warnings: each is an error of the book."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """One warning."""
        self.heard.append(record.getMessage())


def page_references(pdf: object) -> tuple[bytes, ...]:
    """The references to the pages of a `pydyf.PDF`, listed once; pydyf does so for every tag."""
    numbers = pdf.pages["Kids"][::3]
    if len(getattr(pdf, "listed", ())) != len(numbers):
        pdf.listed = tuple(f"{number} 0 R".encode() for number in numbers)
    return pdf.listed


def set_book(sheets: Path, html: Path, target: Path) -> None:
    """Assemble and set the book; images come from the folder `html`, their letters as text.

    Raises SettingError where Pango is missing, a chart cannot be read or WeasyPrint complains.
    """
    try:
        import pydyf
        from weasyprint import CSS, HTML, Attachment
        from weasyprint.text.fonts import FontConfiguration
    except OSError as error:
        raise SettingError(f"{NO_PANGO} ({error})") from None
    pydyf.PDF.page_references = property(page_references)
    locale.setlocale(locale.LC_CTYPE, "C")  # or Pango sets charts by the rules of another language
    complaints = Complaints()
    log = logging.getLogger("weasyprint")
    log.handlers, log.propagate = [complaints], False
    logging.getLogger("weasyprint.progress").setLevel(logging.CRITICAL)
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    day = datetime.fromisoformat(str(cff["date-released"])).replace(tzinfo=UTC)
    book = json.loads((sheets / "book.json").read_text(encoding="utf-8"))
    try:
        letter_charts(html / "_images", sheets / "_images")
    except ValueError as error:
        raise SettingError(f"PDF: {error}") from error
    page = assemble(book, sheets, cff)
    (sheets / "print.html").write_text(page, encoding="utf-8")
    fonts = FontConfiguration()
    rules = font_rules({path.stem: path.as_uri() for *_, path in faces(mono=True)}, True)
    styles = [
        CSS(string=rules, font_config=fonts),
        CSS(filename=sheets / "code.css"),
        CSS(filename=STYLES / "print.css", font_config=fonts),
    ]
    files = [Attachment(filename=path, created=day, modified=day) for path in data_files()]
    HTML(string=page, base_url=sheets.as_uri() + "/").write_pdf(
        target,
        stylesheets=styles,
        font_config=fonts,
        pdf_variant="pdf/ua-1",
        pdf_identifier=str(cff["version"]).encode(),
        attachments=files,
    )
    if complaints.heard:
        target.unlink()
        raise SettingError("\n".join(f"PDF: {line}" for line in complaints.heard))


if __name__ == "__main__":
    gc.disable()  # a third faster: boxes live until the end anyway
    stops.speak_to_whom_it_concerns()
    stops.follow(int(sys.argv[4]))
    try:
        set_book(*(Path(argument) for argument in sys.argv[1:4]))
    except SettingError as fault:
        sys.exit(str(fault))
    gc.freeze()  # nor look for garbage before leaving

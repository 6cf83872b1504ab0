"""The PDF: a Sphinx builder that takes the same pages as the HTML and sets them with WeasyPrint.

`jupyter-book build . --builder custom --custom-builder bookpdf` exports it; so does `make book`.
"""

import logging
from datetime import UTC, datetime
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging as sphinx_logging
from sphinx.util.display import progress_message

from . import ROOT
from .inputs import edition
from .pages import STYLES, faces, font_rules
from .printed import assemble

NAME = "counting-cubas-doctors.pdf"
NO_PANGO = (
    "The PDF needs the Pango library (Debian and Ubuntu: apt-get install libpango-1.0-0 "
    "libpangoft2-1.0-0; macOS: brew install pango). The HTML book does not."
)


logger = sphinx_logging.getLogger(__name__)


def reading_order(env: BuildEnvironment) -> list[str]:
    """All pages, the root first, as the table of contents orders them."""

    def below(docname: str) -> list[str]:
        names = [docname]
        for child in env.toctree_includes.get(docname, []):
            names += below(child)
        return names

    return below(env.config.root_doc)


class Complaints(logging.Handler):
    """Hands WeasyPrint's warnings to Sphinx, so that they can fail a build."""

    def emit(self, record: logging.LogRecord) -> None:
        """One warning."""
        if record.levelno >= logging.WARNING:
            logger.warning("PDF: %s", record.getMessage())


class BookPdfBuilder(StandaloneHTMLBuilder):
    """Collects the body of every page and prints them as one PDF/UA document."""

    name = "bookpdf"
    format = "html"
    epilog = f"The PDF is %(outdir)s/{NAME}"
    search = False
    copysource = False
    allow_parallel = False

    def init(self) -> None:
        """Start with no pages."""
        super().init()
        self.bodies: dict[str, str] = {}

    def get_outdated_docs(self) -> list[str]:
        """Every page: the PDF is one document."""
        return sorted(self.env.found_docs)

    def handle_page(
        self,
        pagename: str,
        addctx: dict,
        templatename: str = "page.html",
        outfilename: str | None = None,
        event_arg: nodes.document | None = None,
    ) -> None:
        """Keep a chapter's body; pages that only a screen needs (search, index) are left out."""
        if event_arg is not None:
            self.bodies[pagename] = addctx["body"]

    def finish(self) -> None:
        """Assemble and set the book. Raises ExtensionError where Pango is missing."""
        self.copy_image_files()
        weasyprint_log = logging.getLogger("weasyprint")
        weasyprint_log.handlers = [Complaints()]
        weasyprint_log.propagate = False
        logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)
        try:
            from weasyprint import CSS, HTML, Attachment
            from weasyprint.text.fonts import FontConfiguration
        except OSError as error:
            raise ExtensionError(f"{NO_PANGO} ({error})") from None
        with progress_message("setting the PDF"):
            page = assemble(self.env, self.bodies, reading_order(self.env), edition())
            outdir = Path(self.outdir)
            (outdir / "print.html").write_text(page, encoding="utf-8")
            day = datetime.fromisoformat(str(edition()["date-released"])).replace(tzinfo=UTC)
            fonts = FontConfiguration()
            rules = font_rules({path.stem: path.as_uri() for *_, path in faces(mono=True)}, True)
            styles = [
                CSS(string=rules, font_config=fonts),
                CSS(filename=outdir / "_static" / "pygments.css"),
                CSS(filename=STYLES / "print.css", font_config=fonts),
            ]
            files = [
                Attachment(filename=path, created=day, modified=day)
                for path in sorted((ROOT / "data").iterdir())
            ]
            HTML(string=page, base_url=outdir.as_uri() + "/").write_pdf(
                outdir / NAME,
                stylesheets=styles,
                font_config=fonts,
                pdf_variant="pdf/ua-1",
                pdf_identifier=str(edition()["version"]).encode(),
                attachments=files,
            )


def setup(app: Sphinx) -> None:
    """Register the builder."""
    app.add_builder(BookPdfBuilder)

"""Files beside the pages: links to them, and when they are written."""

from collections.abc import Callable
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import ReferenceRole
from sphinx.util.osutil import relative_uri

from press.base import names
from press.base.folders import CHECKSUMS
from press.book.domain import book_of, here

# Sphinx's builders whose pages stand beside the files that they offer, or are printed from these
WITH_FILES, PRINTED = ("html", "dirhtml"), "bookpdf"
NO_PDF = "(not in these pages, which were built without it)"
NO_FILES = "(beside the book's own pages)"


class pending_file(nodes.Inline, nodes.TextElement):
    """A link to a file of the built book, relative to the page it stands on."""


class OfferRole(ReferenceRole):
    """{offer}`label <path>`: a link to a file of the built book, by its path from the top."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """One pending link."""
        here(self.env).offers.append(self.target)
        return [pending_file("", self.title, path=self.target)], []


class ResolveFiles(SphinxPostTransform):
    """Make links to files relative to the page."""

    default_priority = 6

    def run(self, **kwargs: object) -> None:
        """Replace each pending link."""
        builder = self.app.builder
        page = builder.get_target_uri(self.env.docname)
        missing = "" if builder.name in (*WITH_FILES, PRINTED) else NO_FILES
        for node in list(self.document.findall(pending_file)):
            without = node["path"] == names.pdf() and not self.app.config.book_with_pdf
            if why := missing or (NO_PDF if without else ""):
                node.replace_self(nodes.inline("", f"{node.astext()} {why}"))
                continue
            uri = relative_uri(page, node["path"])
            node.replace_self(
                nodes.reference("", node.astext(), refuri=uri, internal=True, classes=["file"])
            )


def when_written(app: Sphinx, write: Callable[[Sphinx], None], priority: int = 500) -> None:
    """Call `write` as soon as the pages of a book for the screen are whole."""

    def after(app: Sphinx, error: Exception | None) -> None:
        if not error and app.builder.name in WITH_FILES:
            write(app)

    app.connect("build-finished", after, priority=priority)


def write_files(app: Sphinx) -> None:
    """Write what pages have put beside themselves: the rows of charts and tables.

    Nothing there tells of an older book, which `make book` had put in the same place.
    """
    for name in (names.pdf(), CHECKSUMS):
        Path(app.outdir, name).unlink(missing_ok=True)
    folder = Path(app.outdir) / "_files"
    folder.mkdir(exist_ok=True)
    for page in book_of(app.env).pages.values():
        for name, content in page.files.items():
            (folder / name).write_text(content, encoding="utf-8", newline="\n")


def setup(app: Sphinx) -> None:
    """Register the role, and write the files."""
    app.add_role("offer", OfferRole())
    app.add_post_transform(ResolveFiles)
    when_written(app, write_files)

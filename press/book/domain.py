"""What pages tell the book beside their trees: what they compute, cite, print and offer.

A Sphinx domain: Sphinx empties it for a page that is read anew, joins what pages that were read
apart have told, and keeps it with the environment; so it is also part of what press/book/reading.py
keeps of each page.
"""

from dataclasses import dataclass, field
from typing import ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError


@dataclass
class Page:
    """What one page has told."""

    # computed in its cells, by name: `text` and `inputs`, the claims that it came from
    results: dict[str, dict] = field(default_factory=dict)
    # its verdicts, by name: `figure`, `verdict`, `why`, `sure`, `confidence`, `inputs`, `bears`
    verdicts: dict[str, dict] = field(default_factory=dict)
    # the claims that it prints or computes with, each as often as it does
    cites: list[str] = field(default_factory=list)
    # the names of the results that it prints
    uses: list[str] = field(default_factory=list)
    # its charts and tables, as press/claims/accepted.py compares them
    shown: list[dict[str, str]] = field(default_factory=list)
    # files that are put beside the pages: name and content
    files: dict[str, str] = field(default_factory=dict)
    # the files of the built book that it links to
    offers: list[str] = field(default_factory=list)
    # the blocks on it that are filled in from the whole book
    blocks: list[str] = field(default_factory=list)
    # what the check of numbers has found
    bare: list[str] = field(default_factory=list)
    # how long its cells took to execute; None where it has none
    seconds: float | None = None


class Book(Domain):
    """What the pages have told, by their names."""

    name = "book"
    label = "Book"
    initial_data: ClassVar[dict] = {"pages": {}}

    @property
    def pages(self) -> dict[str, Page]:
        """Every page that was read, by name."""
        return self.data["pages"]

    def page(self, name: str) -> Page:
        """What a page has told, to add to while it is read."""
        return self.pages.setdefault(name, Page())

    def clear_doc(self, docname: str) -> None:
        """Forget a page, before it is read again."""
        self.pages.pop(docname, None)

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Know a page that was read, though it may have told nothing."""
        self.page(docname)

    def merge_domaindata(self, docnames: list[str], otherdata: dict) -> None:
        """Add pages that were read apart. Raises ExtensionError for a result that two compute."""
        for docname in docnames:
            page, known = otherdata["pages"][docname], self.results() | self.verdicts()
            for name in [name for name in (*page.results, *page.verdicts) if name in known]:
                raise ExtensionError(
                    f"{docname}: {name!r} is given in {known[name]['page']} already"
                )
            self.pages[docname] = page

    def results(self) -> dict[str, dict]:
        """The results of all pages by name, each with the `page` that computes it."""
        return self._all("results")

    def verdicts(self) -> dict[str, dict]:
        """The verdicts of all pages by name, each with the `page` that gives it."""
        return self._all("verdicts")

    def _all(self, kind: str) -> dict[str, dict]:
        return {
            name: {"page": docname, **found}
            for docname, page in self.pages.items()
            for name, found in getattr(page, kind).items()
        }

    def with_block(self, block: str) -> str:
        """The page that has a block, "" where none has; the last one where several have."""
        return next((n for n, page in reversed(self.pages.items()) if block in page.blocks), "")


def book_of(env: BuildEnvironment) -> Book:
    """What the pages of a build have told."""
    return env.get_domain(Book.name)


def here(env: BuildEnvironment) -> Page:
    """What the page that is being read has told so far."""
    return book_of(env).page(env.docname)


def setup(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(Book)

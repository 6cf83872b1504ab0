"""What the built book offers to take away: the data package, as single files and as a zip."""

import zipfile
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import ReferenceRole

from .blocks import pending_file
from .sources import data_files

DATA_ZIP = "counting-cubas-doctors-data.zip"


class OfferRole(ReferenceRole):
    """{offer}`label <path>`: a link to a file of the built book, by its path from the top."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """One pending link."""
        self.env.book_offers.setdefault(self.env.docname, set()).add(self.target)
        return [pending_file("", self.title, path=self.target)], []


def write_zip(files: list[Path], target: Path) -> None:
    """A zip whose bytes depend on the files' names and contents only.

    Nothing is squeezed: how small the same bytes become differs from machine to machine.
    """
    with zipfile.ZipFile(target, "w") as archive:
        for path in files:
            entry = zipfile.ZipInfo(f"data/{path.name}", date_time=(1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, path.read_bytes())


def write_data(app: Sphinx, error: Exception | None) -> None:
    """Copy the data package into the built book."""
    if error or app.builder.name != "html":
        return
    files = data_files()
    folder = Path(app.outdir) / "_files" / "data"
    folder.mkdir(parents=True, exist_ok=True)
    for path in files:
        (folder / path.name).write_bytes(path.read_bytes())
    write_zip(files, folder.parent / DATA_ZIP)


def prepare(app: Sphinx) -> None:
    """A place in the environment for what pages offer."""
    if not hasattr(app.env, "book_offers"):
        app.env.book_offers = {}


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget what a page offers before it is read again."""
    env.book_offers.pop(docname, None)


def setup(app: Sphinx) -> None:
    """Register the role and the files."""
    app.connect("builder-inited", prepare)
    app.connect("env-purge-doc", purge)
    app.add_role("offer", OfferRole())
    app.connect("build-finished", write_data)

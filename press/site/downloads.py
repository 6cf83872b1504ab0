"""What the built book offers to take away: the data package, as single files and as a zip."""

import zipfile
from pathlib import Path

from sphinx.application import Sphinx

from press.base import names
from press.base.sources import data_files
from press.book.files import when_written


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


def write_data(app: Sphinx) -> None:
    """Copy the data package into the built book."""
    files = data_files()
    folder = Path(app.outdir) / "_files" / "data"
    folder.mkdir(parents=True, exist_ok=True)
    for path in files:
        (folder / path.name).write_bytes(path.read_bytes())
    write_zip(files, folder.parent / names.data_zip())


def setup(app: Sphinx) -> None:
    """Copy it when the pages are whole."""
    when_written(app, write_data)

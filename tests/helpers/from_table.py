"""Chapters run in a new process, from a checkout whose table of assumptions was edited.

Imported where nothing of the project is, so that whatever a module copies when it is imported is
copied from the edited table.
"""

import csv
import multiprocessing
import shutil
import sys
from pathlib import Path

# slow to import, and of no project
LIBRARIES = ["matplotlib.pyplot", "pandas", "IPython.display", "myst_nb.core.read", "jsonschema"]


def edited(top: Path, checkout: Path, name: str, value: str) -> None:
    """Copy into `checkout` what chapters need of the project in `top`, with one assumption other
    than it is."""
    for folder in ("chapters", "data", "press", "tools"):
        shutil.copytree(top / folder, checkout / folder)
    path = checkout / "data" / "assumptions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    (row,) = (row for row in rows if row["name"] == name)
    row["value"] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def shown(checkout: Path, pages: list[str]) -> dict[str, dict]:
    """What the pages of a checkout show, as `tools.rerun.shown` gives it."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LIBRARIES)
    with context.Pool(1) as pool:
        return pool.apply(_shown, (checkout, pages))


def _shown(checkout: Path, pages: list[str]) -> dict[str, dict]:
    assert "evidence" not in sys.modules
    sys.path[:0] = [str(checkout), str(checkout / "chapters")]
    from tools import rerun

    assert Path(rerun.__file__).is_relative_to(checkout)
    return {page: rerun.shown(page) for page in pages}

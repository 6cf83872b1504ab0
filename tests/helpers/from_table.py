"""Chapters run in a new process, from a checkout whose table of assumptions was edited.

Imported where nothing of the project is, so that whatever a module copies when it is imported is
copied from the edited table.
"""

import csv
import pickle
import shutil
import subprocess
import sys
from pathlib import Path


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
    found = checkout / "shown.pickle"
    subprocess.run([sys.executable, "-P", __file__, checkout, found, *pages], env={}, check=True)
    return pickle.loads(found.read_bytes())


if __name__ == "__main__":
    top, answer, *names = sys.argv[1:]
    sys.path[:0] = [top, str(Path(top) / "chapters")]
    from tools import rerun

    assert Path(rerun.__file__).is_relative_to(top)
    Path(answer).write_bytes(pickle.dumps({page: rerun.shown(page) for page in names}))

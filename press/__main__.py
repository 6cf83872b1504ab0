"""`python -m press`: build the book, HTML and PDF, and put it in place only when it is whole."""

import logging
import shutil
import sys
import time
from pathlib import Path

from jupyter_book.sphinx import build_sphinx
from nbclient.exceptions import CellExecutionError

from . import ROOT
from .pdf import NAME

BUILD = ROOT / "_build"
WORK = BUILD / "work"


def build(builder: str, target: Path) -> None:
    """Run one Sphinx builder, warnings as errors. Leaves the program where it fails."""
    status = build_sphinx(
        ROOT,
        target,
        path_config=ROOT / "_config.yml",
        noconfig=True,
        confoverrides={
            "external_toc_path": str(ROOT / "_toc.yml"),
            "latex_individualpages": False,
        },
        doctreedir=WORK / "doctrees",
        builder=builder,
        warningiserror=True,
        keep_going=True,
        quiet=True,
    )
    if status:
        # what was read is read again, or a warning of this build would be silent in the next
        shutil.rmtree(WORK / "doctrees", ignore_errors=True)
        if isinstance(getattr(status, "__cause__", None), CellExecutionError):
            print(f"{status}: a cell failed\n{status.__cause__}", file=sys.stderr)
        sys.exit(f"The {builder} build failed (see above); the last good book is untouched.")


def publish(made: Path, place: Path) -> None:
    """Swap a finished folder into place; the old one goes only when the new one stands."""
    new, old = place.with_name(f"{place.name}.new"), place.with_name(f"{place.name}.old")
    for left_over in (new, old):
        shutil.rmtree(left_over, ignore_errors=True)
    shutil.copytree(made, new, ignore=shutil.ignore_patterns(".buildinfo*"))
    if place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def timed(what: str, step: object, *args: object) -> None:
    """Say what is being done, do it, say how long it took."""
    print(f"{what} ...", flush=True)
    start = time.perf_counter()
    step(*args)
    print(f"{what}: {time.perf_counter() - start:.1f} s", flush=True)


def main() -> None:
    """HTML first, so that a machine without Pango still gets the book to read."""
    for name in ("traitlets", "fontTools"):
        logging.getLogger(name).setLevel(logging.WARNING)
    html, pdf = WORK / "html", WORK / "bookpdf"
    timed("Executing the chapters and writing HTML", build, "html", html)
    publish(html, BUILD / "html")
    print(f"HTML: {BUILD / 'html' / 'index.html'}", flush=True)
    timed("Setting the PDF", build, "bookpdf", pdf)
    folder = WORK / "pdf"
    folder.mkdir(exist_ok=True)
    shutil.copy(pdf / NAME, folder / NAME)
    publish(folder, BUILD / "pdf")
    shutil.copy(pdf / NAME, html / NAME)
    publish(html, BUILD / "html")
    print(f"PDF:  {BUILD / 'pdf' / NAME}", flush=True)


if __name__ == "__main__":
    main()

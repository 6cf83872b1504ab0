"""Run a Sphinx builder over the book: `python -m press.building BUILDER TARGET`."""

import gc
import logging
import shutil
import sys
from multiprocessing import forkserver
from pathlib import Path

from . import ROOT, settings
from .forks import fork_server
from .publish import WORK


def forget() -> None:
    """Throw away what was read and written, not what was executed."""
    for folder in ("doctrees", "html"):
        shutil.rmtree(WORK / folder, ignore_errors=True)


def build(builder: str, target: Path) -> None:
    """Run one Sphinx builder, warnings as errors. Leaves the program where it fails."""
    from jupyter_book.sphinx import build_sphinx

    logging.getLogger("fontTools").setLevel(logging.WARNING)
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
        forget()
        sys.exit(f"The {builder} build failed (see above); the last good book is untouched.")


if __name__ == "__main__":
    settings.begin()  # so that what executes the chapters has the edition's date too
    fork_server()
    forkserver.ensure_running()  # it imports while this process does
    gc.disable()  # a book is built once and let go
    build(sys.argv[1], Path(sys.argv[2]))
    gc.freeze()  # or Python looks through the whole book for garbage before it leaves: a second

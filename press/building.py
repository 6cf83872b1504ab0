"""Run a Sphinx builder over the book: `python -m press.building BUILDER TARGET WITH_PDF LINE`."""

import gc
import json
import logging
import shutil
import sys
from multiprocessing import forkserver
from pathlib import Path

from . import ROOT, WORK, kept, settings, stops, trace
from .forks import fork_server


def build(builder: str, target: Path, with_pdf: bool = False) -> None:
    """Run one Sphinx builder, warnings as errors. Leaves the program where it fails.

    It begins with nothing in the folders that it writes; what may be used again is in `kept`.
    """
    from jupyter_book.sphinx import build_sphinx

    for folder in (target, target.parent / "jupyter_execute", WORK / "doctrees"):
        shutil.rmtree(folder, ignore_errors=True)
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    status = build_sphinx(
        ROOT,
        target,
        path_config=ROOT / "_config.yml",
        noconfig=True,
        confoverrides={
            "external_toc_path": str(ROOT / "_toc.yml"),
            "latex_individualpages": False,
            "book_with_pdf": with_pdf,
        },
        doctreedir=WORK / "doctrees",
        builder=builder,
        freshenv=True,
        warningiserror=True,
        keep_going=True,
        quiet=True,
    )
    if status:
        sys.exit(f"The {builder} build failed (see above); the last good book is untouched.")


if __name__ == "__main__":
    name, folder, with_pdf, line = sys.argv[1:]
    stops.speak_to_whom_it_concerns()
    stops.follow(int(line))
    trace.begin()
    settings.begin()  # so that what executes the chapters has the edition's date too
    fork_server()
    forkserver.ensure_running()  # it imports while this process does
    gc.disable()  # a book is built once and let go
    build(name, Path(folder), with_pdf == "True")
    kept.write(WORK / "notes.json", json.dumps(trace.whole()).encode())
    gc.freeze()  # or Python looks through the whole book for garbage before it leaves: a second

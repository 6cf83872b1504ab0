"""`python -m press`: build the book, HTML and PDF, and put it in place only when it is whole.

`python -m press html` leaves the PDF out: for a quick look at a page that is being written.
"""

import gc
import json
import logging
import shutil
import subprocess
import sys
import time
from multiprocessing import forkserver
from pathlib import Path

from . import BUILD, ROOT, publish
from .forks import fork_server
from .publish import NAME

WORK = BUILD / "work"
# what makes the pages read so far worthless when it changes
FRAME = ("press/", "_config.yml", "_toc.yml", "requirements.txt")


def fresh_frame(now: dict) -> None:
    """Throw away pages that another press, lock or table of contents has made."""
    frame = {name: d for name, d in now["inputs"].items() if name.startswith(FRAME)}
    wanted = json.dumps([now["python"], str(ROOT), frame])
    note = WORK / "frame.json"
    if not note.exists() or note.read_text(encoding="utf-8") != wanted:
        note.unlink(missing_ok=True)
        forget()
        WORK.mkdir(parents=True, exist_ok=True)
        note.write_text(wanted, encoding="utf-8")


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


def set_pdf(html: Path) -> Path:
    """Set the PDF from the pages, in a process of its own, which gives its memory back."""
    target = WORK / NAME
    sheets = WORK / "doctrees" / "print"
    command = [sys.executable, "-P", "-m", "press.setting", sheets, html, target]
    done = subprocess.run([str(part) for part in command])
    if done.returncode:
        sys.exit("The PDF failed (see above); the last good PDF is untouched.")
    return target


def timed(what: str, step: object, *args: object) -> object:
    """Say what is being done, do it, say how long it took."""
    print(f"{what} ...", flush=True)
    start = time.perf_counter()
    given = step(*args)
    print(f"{what}: {time.perf_counter() - start:.1f} s", flush=True)
    return given


def main(only_html: bool) -> None:
    """HTML first, so that a machine without Pango still gets the book to read."""
    with publish.only_build():
        now = publish.state()
        if publish.unchanged(now):
            print(f"Nothing changed: {BUILD / 'html' / 'index.html'}")
            return
        fork_server()
        forkserver.ensure_running()  # it imports while this process does
        gc.set_threshold(100_000, 50, 50)  # a book is built once and let go: look less often
        fresh_frame(now)
        html = WORK / "html"
        timed("Executing the chapters and writing HTML", build, "html", html)
        if only_html:
            publish.publish(html, None, now)
            print(f"HTML: {BUILD / 'html' / 'index.html'}", flush=True)
            return
        try:
            pdf = timed("Setting the PDF", set_pdf, html)
        except SystemExit:
            publish.publish(html, None, now)
            print(f"HTML: {BUILD / 'html' / 'index.html'}", flush=True)
            raise
        publish.publish(html, pdf, now)
    print(f"HTML: {BUILD / 'html' / 'index.html'}")
    print(f"PDF:  {BUILD / 'pdf' / NAME}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["html"]):
        sys.exit("usage: python -m press [html]")
    main(only_html=sys.argv[1:] == ["html"])

"""`python -m press`: build the book, HTML and PDF, and put it in place only when it is whole.

`python -m press html` leaves the PDF out: for a quick look at a page that is being written.
"""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from . import BUILD, ROOT, publish
from .publish import NAME, WORK

# what makes the pages read so far worthless when it changes
FRAME = ("press/", "_config.yml", "_toc.yml", "requirements.txt")


def fresh_frame(now: dict) -> None:
    """Throw away pages that another press, lock or table of contents has made."""
    frame = {name: d for name, d in now["inputs"].items() if name.startswith(FRAME)}
    wanted = json.dumps([now["python"], str(ROOT), frame])
    note = WORK / "frame.json"
    if not note.exists() or note.read_text(encoding="utf-8") != wanted:
        note.unlink(missing_ok=True)
        for folder in ("doctrees", "html"):
            shutil.rmtree(WORK / folder, ignore_errors=True)
        WORK.mkdir(parents=True, exist_ok=True)
        note.write_text(wanted, encoding="utf-8")


def run(module: str, *arguments: object) -> int:
    """Run a step in a process of its own, which gives its memory back; returns its status."""
    command = [sys.executable, "-P", "-m", module, *map(str, arguments)]
    return subprocess.run(command).returncode


def write_html(html: Path, now: dict) -> None:
    """Execute and write the pages, unless they were made from exactly this already."""
    note = WORK / "pages.json"
    wanted = json.dumps(now)
    if html.exists() and note.exists() and note.read_text(encoding="utf-8") == wanted:
        return
    note.unlink(missing_ok=True)
    if run("press.building", "html", html):
        sys.exit("The last good book is untouched.")
    note.write_text(wanted, encoding="utf-8")


def set_pdf() -> Path:
    """Set the PDF from the sheets that the pages left."""
    target = WORK / NAME
    if run("press.setting", WORK / "doctrees" / "print", target):
        sys.exit("The PDF failed (see above); the last good book is untouched.")
    return target


def timed(what: str, step: object, *args: object) -> object:
    """Say what is being done, do it, say how long it took."""
    print(f"{what} ...", flush=True)
    start = time.perf_counter()
    given = step(*args)
    print(f"{what}: {time.perf_counter() - start:.1f} s", flush=True)
    return given


def main(only_html: bool) -> None:
    """The pages, then the PDF; both are put in place together, or neither."""
    with publish.only_build():
        now = publish.state()
        if publish.unchanged(now):
            print(f"Nothing changed: {BUILD / 'html' / 'index.html'}")
            return
        fresh_frame(now)
        html = WORK / "html"
        timed("Executing the chapters and writing HTML", write_html, html, now)
        if only_html:
            publish.publish(html, None, now)
            print(f"HTML: {BUILD / 'html' / 'index.html'}", flush=True)
            return
        publish.publish(html, timed("Setting the PDF", set_pdf), now)
    print(f"HTML: {BUILD / 'html' / 'index.html'}")
    print(f"PDF:  {BUILD / 'pdf' / NAME}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["html"]):
        sys.exit("usage: python -m press [html]")
    main(only_html=sys.argv[1:] == ["html"])

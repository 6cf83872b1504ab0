"""`python -m press`: build the book, HTML and PDF, and put it in place only when it is whole.

`python -m press html` builds the pages alone, for a quick look at one that is being written: what
is in place then has no PDF, and says so.
"""

import json
import sys
import time
from pathlib import Path

from . import BUILD, WORK, folders, publish, stops, trace
from .publish import NAME


def write_html(lock: int, html: Path, with_pdf: bool) -> dict[str, str]:
    """Execute the chapters and write the pages; returns the notes of all that was read for them."""
    if stops.run(lock, "press.building", "html", html, with_pdf):
        sys.exit("The last good book is untouched.")
    return json.loads((WORK / "notes.json").read_text(encoding="utf-8"))


def set_pdf(lock: int) -> Path:
    """Set the PDF from the sheets that the pages left."""
    target = WORK / NAME
    if stops.run(lock, "press.setting", WORK / "doctrees" / "print", target):
        sys.exit("The PDF failed (see above). The last good book is untouched.")
    return target


def timed(what: str, step: object, *args: object) -> object:
    """Say what is being done, do it, say how long it took."""
    print(f"{what} ...", flush=True)
    start = time.perf_counter()
    given = step(*args)
    print(f"{what}: {time.perf_counter() - start:.1f} s", flush=True)
    return given


def still(state: dict, notes: dict[str, str], lock: int) -> None:
    """Leave the program where something is not any more as it was read, or another build began."""
    now = publish.state()
    names = {*state["inputs"], *now["inputs"]}
    changed = {name for name in names if state["inputs"].get(name) != now["inputs"].get(name)}
    changed |= set(trace.changed(notes))
    if changed or now != state:
        what = ", ".join(sorted(changed)) or "the state of git"
        sys.exit(
            f"{what}: changed while the book was being built. Nothing is published; build again."
        )
    if not folders.held(lock):
        sys.exit(f"{WORK} was deleted while the book was being built. Build again.")


def build(lock: int, with_pdf: bool) -> None:
    """Build what has changed, and publish it."""
    for name, only in (("html", ""), ("pdf", NAME))[: 1 + with_pdf]:
        folders.refuse(BUILD / name, only)
    publish.tidy(publish.written())
    state = publish.state()
    if publish.unchanged(state, with_pdf):
        print(f"Nothing changed: {BUILD / 'html' / 'index.html'}")
        return
    html = WORK / "html"
    notes = timed("Executing the chapters and writing HTML", write_html, lock, html, with_pdf)
    pdf = timed("Setting the PDF", set_pdf, lock) if with_pdf else None
    still(state, notes, lock)
    publish.publish(html, pdf, state, notes)
    print(f"HTML: {BUILD / 'html' / 'index.html'}")
    if pdf:
        print(f"PDF:  {BUILD / 'pdf' / NAME}", flush=True)


def main(with_pdf: bool) -> None:
    """Build in a folder that no other build writes, and stop with all that was started."""
    stops.speak_to_whom_it_concerns()
    with stops.stoppable(), folders.only_build() as lock:
        build(lock, with_pdf)


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["html"]):
        sys.exit("usage: python -m press [html]")
    main(with_pdf=not sys.argv[1:])

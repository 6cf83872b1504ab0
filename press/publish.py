"""Put a finished book in place in one step, with the checksum of every file.

Imports little: a build that finds nothing changed imports no more than this.
"""

import platform
import shutil
import signal
import sys
from pathlib import Path

import yaml
from sphinx_external_toc.parsing import MalformedError

from . import BUILD, ROOT, WORK, checkout, folders, kept, sources, stops, trace
from .folders import CHECKSUMS, sha256

NAME = "counting-cubas-doctors.pdf"
# these differ in every build: not compared, not summed
TIMES = ("_files/build-times.js", "_files/build-times.csv")
RECORD = WORK / "published"


def inputs() -> dict[str, str]:
    """The digest of every file a book is made from, by its path from the top.

    Leaves the program where `_toc.yml`, which names the pages, cannot be read.
    """
    try:
        found = sources.files()
        return {path.relative_to(ROOT).as_posix(): sha256(path) for path in found}
    except (OSError, yaml.YAMLError, MalformedError) as error:
        sys.exit(f"What the book is made from cannot be read: {error}")


def commit() -> str:
    """The commit the book is made from, "with changes" where files differ, else "not known"."""
    return checkout.commit(inputs())


def state() -> dict:
    """Everything that the bytes of a book depend on."""
    return {"commit": commit(), "python": platform.python_version(), "inputs": inputs()}


def write_checksums(folder: Path) -> None:
    """One line a file, as `sha256sum --check CHECKSUMS` reads it."""
    files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    lines = [f"{sha256(folder / n)}  {n}\n" for n in files if n not in (CHECKSUMS, *TIMES)]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


def written() -> dict | None:
    """The record of what is published: `state` and `notes` (what from), `html` and `pdf` (digests).

    None where there is none, or where it is not whole.
    """
    return kept.load(RECORD, "")


def in_place(record: dict) -> bool:
    """Whether every file that was published is there as it was, and no PDF of an older book."""
    html, pdf = BUILD / "html", BUILD / "pdf" / NAME
    try:
        whole = all(sha256(html / name) == found for name, found in record["html"].items())
        whole = whole and sha256(html / CHECKSUMS) == record["sums"]
        whole = whole and all((html / name).is_file() for name in TIMES)
        return whole and (sha256(pdf) == record["pdf"] if record["pdf"] else not pdf.exists())
    except OSError:
        return False


def unchanged(now: dict, with_pdf: bool) -> bool:
    """Whether the book in place is whole and was made from exactly this."""
    record = written()
    if not record or record["state"] != now or (with_pdf and not record["pdf"]):
        return False
    return in_place(record) and trace.same(record["notes"], {})


def stage(html: Path, pdf: Path | None) -> Path:
    """Bring together what is published, PDF beside the pages, and sum it; returns the folder."""
    making, ready = WORK / "staging", WORK / "staged"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir()
    html.rename(making / "html")
    (making / "html" / ".buildinfo").unlink(missing_ok=True)
    if pdf:
        (making / "pdf").mkdir()
        shutil.copyfile(pdf, making / "html" / NAME)
        shutil.copyfile(pdf, making / "pdf" / NAME)
    write_checksums(making / "html")
    return making.rename(ready)


def publish(html: Path, pdf: Path | None, state: dict, notes: dict[str, str]) -> None:
    """Put the book in place, and note what it was made from: pages and PDF, or the pages alone.

    The record is written last: where this is cut short, the next build mends and begins anew. A
    signal that asks the program to leave is heard when it is done.
    """
    waiting = signal.pthread_sigmask(signal.SIG_BLOCK, stops.STOPS)
    before = written()
    ready = stage(html, pdf)
    digests = folders.listed(ready / "html")
    if pdf:
        folders.put(ready / "pdf", BUILD / "pdf")
    elif (BUILD / "pdf").exists() and folders.ours(BUILD / "pdf", NAME):
        (BUILD / "pdf").rename(ready / "pdf")  # of an older book
    folders.put(ready / "html", BUILD / "html")
    found = {"state": state, "notes": notes, "html": digests, "pdf": digests.get(NAME)}
    kept.save(RECORD, "", {**found, "sums": sha256(BUILD / "html" / CHECKSUMS)})
    tidy(before)
    signal.pthread_sigmask(signal.SIG_SETMASK, waiting)


def tidy(record: dict | None) -> None:
    """Delete what publishing has left: the older book, or a new one that was not put in place."""
    for folder in (WORK / "staged" / "html", WORK / "staged" / "pdf"):
        if folder.exists():
            known = dict.fromkeys((CHECKSUMS, NAME, *TIMES), "")
            folders.clear(
                folder, {**known, **(record or {}).get("html", {}), **folders.listed(folder)}
            )
    if (WORK / "staged").exists():
        (WORK / "staged").rmdir()

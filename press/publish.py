"""Put a finished book in place in one step, with the checksum of every file.

Standard library only: a build that finds nothing changed imports no more than this.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from . import BUILD, ROOT

NAME = "counting-cubas-doctors.pdf"
CHECKSUMS = "CHECKSUMS"
# these differ in every build: not compared, not summed
TIMES = ("_files/build-times.js", "_files/build-times.csv")
STAMP = BUILD / "stamp.json"
WORK = BUILD / "work"


def sha256(path: Path) -> str:
    """The digest that `sha256sum` prints."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def commit() -> str:
    """The commit the book is made from, "with changes" where files differ, else "not known"."""
    git = ["git", "-C", str(ROOT)]
    try:
        top = subprocess.run([*git, "rev-parse", "HEAD"], capture_output=True, text=True)
        state = subprocess.run([*git, "status", "--porcelain"], capture_output=True, text=True)
    except FileNotFoundError:
        return "not known"
    if top.returncode or state.returncode:
        return "not known"
    return top.stdout.strip() + (" with changes" if state.stdout.strip() else "")


def inputs() -> dict[str, str]:
    """The digest of every file a book is made from, by its path from the top."""
    names = ("_config.yml", "_toc.yml", "requirements.txt", "CITATION.cff", "CHANGELOG.md")
    # press/settings.py tells of one that is missing
    files = [path for name in names if (path := ROOT / name).exists()]
    for folder in ("chapters", "data", "press"):
        files += [p for p in (ROOT / folder).rglob("*") if p.is_file()]
    hidden = ("__pycache__", ".ipynb_checkpoints")
    kept = sorted(p for p in files if not any(part in hidden for part in p.parts))
    return {path.relative_to(ROOT).as_posix(): sha256(path) for path in kept}


def state() -> dict:
    """Everything that the bytes of a book depend on."""
    return {"commit": commit(), "python": platform.python_version(), "inputs": inputs()}


def write_checksums(folder: Path) -> None:
    """One line a file, as `sha256sum --check CHECKSUMS` reads it."""
    files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    lines = [f"{sha256(folder / n)}  {n}\n" for n in files if n not in (CHECKSUMS, *TIMES)]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


def whole(folder: Path) -> bool:
    """Whether every file that CHECKSUMS names is there and unchanged."""
    try:
        lines = (folder / CHECKSUMS).read_text(encoding="utf-8").splitlines()
        return all(sha256(folder / name) == found for found, name in (x.split("  ") for x in lines))
    except FileNotFoundError:
        return False


def unchanged(now: dict) -> bool:
    """Whether the book in place is whole and was made from exactly this."""
    try:
        before = json.loads(STAMP.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return False
    return before == now and whole(BUILD / "html") and (BUILD / "pdf").exists()


def swap(made: Path, place: Path) -> None:
    """Move a finished folder into place; the old one goes only when the new one stands."""
    old = place.with_name(f"{place.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    made.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def mend() -> None:
    """Put back the last good book where a build was killed between the two moves of a swap."""
    for place in (BUILD / "html", BUILD / "pdf"):
        old = place.with_name(f"{place.name}.old")
        if old.exists() and not place.exists():
            old.rename(place)


@contextlib.contextmanager
def only_build() -> Iterator[None]:
    """One build at a time in a folder. The system frees the lock of a build that was killed."""
    BUILD.mkdir(parents=True, exist_ok=True)
    with (BUILD / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit(f"Another build is running in {BUILD}; wait for it, or stop it.")
        mend()
        yield


def stage(html: Path, pdf: Path | None) -> tuple[Path, Path]:
    """Copy what was made aside, PDF beside the pages, and sum it: ready to be swapped in."""
    new_html, new_pdf = BUILD / "html.new", BUILD / "pdf.new"
    for left_over in (new_html, new_pdf):
        shutil.rmtree(left_over, ignore_errors=True)
    shutil.copytree(html, new_html, ignore=shutil.ignore_patterns(".buildinfo*"))
    if pdf:
        new_pdf.mkdir()
        shutil.copy(pdf, new_html)
        shutil.copy(pdf, new_pdf)
    write_checksums(new_html)
    return new_html, new_pdf


def publish(html: Path, pdf: Path | None, now: dict) -> None:
    """Put the book in place and note what it was made from."""
    new_html, new_pdf = stage(html, pdf)
    swap(new_html, BUILD / "html")
    if pdf:
        swap(new_pdf, BUILD / "pdf")
        aside = STAMP.with_name(f"{STAMP.name}.{os.getpid()}")
        aside.write_text(json.dumps(now), encoding="utf-8")
        aside.replace(STAMP)

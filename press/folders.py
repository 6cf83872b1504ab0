"""What in the build folder is ours: nothing else there is written over or deleted.

The build folder may be any folder of the user's. Ours in it are `work`, which carries a mark, and
`html` and `pdf` where a build has put them there; of these, the files that a build has written.

Standard library only.
"""

import contextlib
import ctypes
import fcntl
import hashlib
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from . import BUILD, WORK
from .kept import MARK

MARKED = """Signature: 8a477f597d28d172789f06886806bc55
# What the builds of the book keep for the next one. It can be deleted at any time.
"""
PATIENCE = 5.0  # seconds for what is left of a stopped build to end
EXCHANGE = 2  # of renameat2(2) and renamex_np(2)
HERE = -100  # AT_FDCWD
CHECKSUMS = "CHECKSUMS"
LISTED = re.compile(r"([0-9a-f]{64})  (.+)")


def elsewhere(what: str) -> str:
    """A sentence on why nothing is built here, with what helps."""
    return f"{what} Move it away, or build in another folder: BOOK_BUILD=/another/folder make book"


@contextlib.contextmanager
def only_build() -> Iterator[int]:
    """One build at a time in a folder; gives the lock. The system frees it with the last holder."""
    try:
        BUILD.mkdir(parents=True, exist_ok=True)
        take_work()
        lock = os.open(WORK / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        sys.exit(elsewhere(f"{error.filename} cannot be written to ({error.strerror})."))
    try:
        wait_for(lock)
        mend()
        yield lock
    finally:
        os.close(lock)


def take_work() -> None:
    """Make the folder of work, and mark it. Leaves the program where it is somebody else's."""
    ours = (WORK / MARK).exists() or (WORK / "doctrees").is_dir()  # older builds left no mark
    if WORK.exists() and not ours and (not WORK.is_dir() or any(WORK.iterdir())):
        sys.exit(elsewhere(f"{WORK} is in the way: this build did not make it."))
    WORK.mkdir(exist_ok=True)
    (WORK / MARK).write_text(MARKED, encoding="utf-8")


def wait_for(lock: int) -> None:
    """Lock, or leave the program where another build goes on."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > until:
                sys.exit(f"Another build is running in {BUILD}; wait for it, or stop it.")
            time.sleep(0.1)


def held(lock: int) -> bool:
    """Whether the lock is still the one of the folder, which may have been deleted meanwhile."""
    try:
        return os.path.samestat(os.fstat(lock), os.stat(WORK / "lock"))
    except FileNotFoundError:
        return False


def refuse(place: Path, only: str = "") -> None:
    """Leave the program where something that no build has made lies where the book is to be put.

    `only` is a file that may lie there alone.
    """
    if place.is_symlink():
        sys.exit(elsewhere(f"{place} is a link, and the build puts a folder there."))
    if place.exists() and not ours(place, only):
        sys.exit(elsewhere(f"{place} is in the way: this build did not make it."))


def ours(place: Path, only: str = "") -> bool:
    """Whether a build has put a folder there, or there is nothing in it."""
    if not place.is_dir() or place.is_symlink():
        return False
    if (WORK / "ours" / place.name).exists() or (place / "_static/book/book.css").exists():
        return True
    return {path.name for path in place.iterdir()} <= {only}


def sha256(path: Path) -> str:
    """The digest that `sha256sum` prints."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def listed(folder: Path) -> dict[str, str]:
    """The files that CHECKSUMS of a folder names, as far as it can be read, with their digests."""
    try:
        lines = (folder / CHECKSUMS).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    return {found[2]: found[1] for line in lines if (found := LISTED.fullmatch(line))}


def put(made: Path, place: Path) -> None:
    """Put a finished folder in place of what is there, which is then where the new one was made."""
    flag = WORK / "ours" / place.name
    flag.parent.mkdir(exist_ok=True)
    flag.touch()
    if not place.exists():
        made.rename(place)
    elif not exchange(made, place):
        old = WORK / "old" / place.name
        old.parent.mkdir(exist_ok=True)
        place.rename(old)
        made.rename(place)
        old.rename(made)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step. False where the system cannot."""
    system = ctypes.CDLL(None, use_errno=True)
    paths = (os.fsencode(one), os.fsencode(other))
    if hasattr(system, "renameat2"):  # Linux
        return system.renameat2(HERE, paths[0], HERE, paths[1], EXCHANGE) == 0
    if hasattr(system, "renamex_np"):  # macOS
        return system.renamex_np(*paths, EXCHANGE) == 0
    return False


def mend() -> None:
    """Put back the last good book where a build was killed between the two moves of `put`."""
    for name in ("html", "pdf"):
        old = WORK / "old" / name
        if old.exists() and not (BUILD / name).exists():
            old.rename(BUILD / name)


def clear(folder: Path, written: dict[str, str]) -> None:
    """Delete the files of a folder that a build has written, by their names or their digests.

    What else is in it is kept beside the book.
    """
    digests = set(written.values())
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif name in written or (path.is_file() and sha256(path) in digests):
            path.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()
        return
    number = next(n for n in range(1, 10**6) if not (BUILD / f"{folder.name}.kept-{n}").exists())
    kept = folder.rename(BUILD / f"{folder.name}.kept-{number}")
    print(f"{kept} has what lay in {BUILD / folder.name} and no build had put there.", flush=True)

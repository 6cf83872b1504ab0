"""What a build may use again: a value, and the key of all that it was made from.

One file a value, in the folder `kept`. It is used only under the same key and only where it is
whole: it is written aside, renamed into place, and begins with the digest of the rest. So a build
with nothing kept, or with whatever an older, stopped or damaged one has left, comes to the same.

Standard library only.
"""

import hashlib
import os
import pickle
import shutil
import sys
from functools import cache
from pathlib import Path

# the file that marks a folder of work; programs that back up know it by its name and beginning
MARK = "CACHEDIR.TAG"


def digest(*parts: bytes | str) -> str:
    """SHA-256 of the parts, each told apart from the next."""
    whole = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        whole.update(f"{len(content)}:".encode() + content)
    return whole.hexdigest()


@cache
def python() -> str:
    """Digest of the Python that runs and of the packages beside it, by name and version.

    They are those of the lock, unless somebody has installed another by hand.
    """
    folders = [place for place in sys.path if place.endswith("-packages") and os.path.isdir(place)]
    names = (name for folder in folders for name in sorted(os.listdir(folder)))
    return digest(sys.version, *sorted(name for name in names if name.endswith("-info")))


def load(place: Path, key: str) -> object | None:
    """The value kept at a place, or None where it is not whole or has another key."""
    try:
        found, _, content = place.read_bytes().partition(b"\n")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    if found.decode("ascii", "replace") != digest(key, content):
        return None
    return pickle.loads(content)


def save(place: Path, key: str, value: object) -> None:
    """Keep a value; the one that was kept there goes."""
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    write(place, digest(key, content).encode() + b"\n" + content)


def write(place: Path, content: bytes) -> None:
    """Write a file that is whole whenever it is there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_dir():
        shutil.rmtree(place)  # what is kept here is a file
    aside = place.with_name(f"{place.name}.{os.getpid()}")
    aside.write_bytes(content)
    aside.replace(place)

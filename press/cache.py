"""What chapters gave when they were last executed, kept until something they depend on changes.

One file a chapter. It names everything its outputs came from: the code of its cells, the
evidence modules and data files it used, the lock and the Python. It is used only where all of
these are as they were, and only where it is whole: it is written aside, renamed into place, and
carries the digest of its own content.
"""

import hashlib
import json
import os
import sys
from pathlib import Path

from evidence import tables

from . import ROOT

LOCK = ROOT / "requirements.txt"


def digest(*parts: bytes | str) -> str:
    """SHA-256 of the parts, each told apart from the next."""
    whole = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        whole.update(f"{len(content)}:".encode() + content)
    return whole.hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of a file, or "missing"."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "missing"


def versions() -> str:
    """The Python and the locked packages that a result belongs to."""
    return digest(sys.version, file_digest(LOCK), file_digest(ROOT / "press" / "kernel.py"))


def inputs(modules: list[str], names: list[str]) -> dict[str, str]:
    """Digest of each file behind evidence modules and tables, by its path from the top."""
    paths = {path for name in names for path in tables.files(name)}
    for module in modules:
        place = ROOT / "chapters" / Path(*module.split("."))
        paths.add(place / "__init__.py" if place.is_dir() else place.with_suffix(".py"))
    return {path.relative_to(ROOT).as_posix(): file_digest(path) for path in sorted(paths)}


def load(path: Path, cells: list[str]) -> dict | None:
    """What a chapter with these cells gave, or None where it must be executed."""
    try:
        entry = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, UnicodeDecodeError, json.JSONDecodeError):
        return None  # never executed, or the file is not whole: execute
    if not isinstance(entry, dict) or entry.pop("digest", "") != digest(json.dumps(entry)):
        return None
    same = (
        entry["code"] == digest(*cells)
        and entry["versions"] == versions()
        and all(file_digest(ROOT / name) == found for name, found in entry["inputs"].items())
    )
    return entry["given"] if same else None


def save(path: Path, cells: list[str], given: dict) -> None:
    """Keep what a chapter gave."""
    entry = {
        "code": digest(*cells),
        "versions": versions(),
        "inputs": inputs(given["modules"], given["tables"]),
        "given": given,
    }
    entry["digest"] = digest(json.dumps(entry))
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    aside.write_text(json.dumps(entry), encoding="utf-8")
    aside.replace(path)

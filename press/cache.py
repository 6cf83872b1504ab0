"""What chapters gave when they were last executed, kept until something they depend on changes.

One file a chapter. It names everything its outputs came from: the code of its cells, the lock and
the Python, and all that was read while they ran (see press/trace.py).
"""

import sys
from pathlib import Path

from . import ROOT, trace
from .kept import digest
from .kept import load as load_kept
from .kept import save as save_kept

LOCK = ROOT / "requirements.txt"


def key(cells: list[str]) -> str:
    """Digest of the code of a chapter's cells, the Python and the locked packages."""
    return digest(sys.version, trace.look(f"read {LOCK}"), *cells)


def load(place: Path, cells: list[str]) -> dict | None:
    """What a chapter with these cells gave, or None where it must be executed."""
    given = load_kept(place, key(cells))
    return given if given and trace.same(given["notes"], {}) else None


def save(place: Path, cells: list[str], given: dict) -> None:
    """Keep what a chapter gave, with the `notes` of what it read; not where that changed since.

    Nor where it started a program or a connection: what it took from these cannot be known.
    """
    if unseen := trace.unseen(given["notes"]):
        print(f"  {place.name} uses {', '.join(unseen)}: executed in every build", flush=True)
    if trace.same(given["notes"], {}):
        save_kept(place, key(cells), given)

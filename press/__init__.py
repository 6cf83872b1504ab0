"""How the book is printed: roles, blocks, checks, execution, PDF and styles; no analysis.

A Sphinx extension: `jupyter-book build .` loads it through `_config.yml`.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
# elsewhere for a checkout that cannot be written to
BUILD = Path(os.environ.get("BOOK_BUILD") or ROOT / "_build").resolve()
# all that a build needs and does not publish
WORK = BUILD / "work"
# the chapters' shared functions are the only reader of data/, for the press too
sys.path.insert(0, str(ROOT / "chapters"))

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: "Sphinx") -> dict:
    """Register every part of the press with Sphinx."""
    from . import surroundings, trace

    trace.begin()
    surroundings.setup(app)  # before the parts import what looks around
    from . import (
        accepted,
        blocks,
        dictionary,
        downloads,
        execution,
        faults,
        inputs,
        inventory,
        ledger,
        made,
        metadata,
        notices,
        numbers,
        pages,
        pdf,
        progress,
        project,
        reading,
        references,
        roles,
        screen,
        sheet,
        verdict_table,
        writing,
    )

    parts = (faults, project, accepted, inputs, reading, execution, screen, writing)
    parts += (roles, blocks, ledger, dictionary, references, numbers, progress, verdict_table)
    parts += (pages, metadata, downloads, notices, inventory, sheet, made, pdf)
    for part in parts:
        part.setup(app)
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": True}

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
# where the modules of the checkout are: the chapters' shared functions are the press's too. Looked
# at after Python's own, whose names a file of somebody's in the checkout may have.
MODULES = [str(ROOT), str(ROOT / "chapters")]
sys.path[:] = [p for p in sys.path if os.path.realpath(p) not in MODULES] + MODULES

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
        linked,
        made,
        markdown,
        maths,
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

    parts = (faults, project, accepted, inputs, reading, execution, linked, screen, writing)
    parts += (markdown, maths, roles, blocks, ledger, dictionary, references, numbers)
    parts += (progress, verdict_table, pages, metadata, downloads, notices, inventory)
    parts += (sheet, made, pdf)
    for part in parts:
        part.setup(app)
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": True}

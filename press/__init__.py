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
# the chapters' shared functions are the only reader of data/, for the press too
sys.path.insert(0, str(ROOT / "chapters"))

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: "Sphinx") -> dict:
    """Register every part of the press with Sphinx."""
    from . import surroundings

    surroundings.setup(app)  # before the parts import what looks around
    from . import (
        blocks,
        dictionary,
        downloads,
        execution,
        inputs,
        inventory,
        ledger,
        made,
        metadata,
        numbers,
        pages,
        pdf,
        progress,
        project,
        references,
        roles,
        sheet,
        verdict_table,
        writing,
    )

    parts = (project, inputs, execution, writing, roles, blocks, ledger, dictionary)
    parts += (references, numbers, progress, verdict_table, pages, metadata, downloads, inventory)
    parts += (sheet, made, pdf)
    for part in parts:
        part.setup(app)
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": True}

"""How the book is printed: roles, blocks, checks, execution, PDF and styles; no analysis.

A Sphinx extension: `jupyter-book build .` loads it through `_config.yml`.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# the chapters' shared functions are the only reader of data/, for the press too
sys.path.insert(0, str(ROOT / "chapters"))

from sphinx.application import Sphinx  # noqa: E402


def setup(app: Sphinx) -> dict:
    """Register every part of the press with Sphinx."""
    from . import (
        blocks,
        dictionary,
        downloads,
        inputs,
        ledger,
        metadata,
        numbers,
        pages,
        pdf,
        progress,
        references,
        roles,
        verdict_table,
    )

    parts = (inputs, roles, blocks, ledger, dictionary, references, numbers, progress)
    parts += (verdict_table, pages, metadata, downloads, pdf)
    for part in parts:
        part.setup(app)
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": False}

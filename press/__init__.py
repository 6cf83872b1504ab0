"""How the book is printed: roles, blocks, checks, execution, PDF and styles; no analysis.

A Sphinx extension: `jupyter-book build .` loads it through `_config.yml`.
"""

import os
import sys
from importlib import import_module
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

# in the order in which Sphinx calls them, where its events leave that open
PARTS = """
base.faults book.project book.domain book.files book.filled claims.accepted base.inputs book.reading
execute.execution book.linked site.screen book.writing
book.markdown book.maths claims.roles claims.blocks claims.ledger site.dictionary
site.references claims.numbers book.progress claims.verdict_table claims.searchable site.theme
claims.metadata site.downloads site.notices site.inventory book.sheet paper.whole site.made
paper.builder
""".split()

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: "Sphinx") -> dict:
    """Register every part of the press with Sphinx."""
    from press.base import surroundings, trace

    trace.begin()
    surroundings.setup(app)  # before the parts import what looks around
    for part in [import_module(f"press.{name}") for name in PARTS]:
        part.setup(app)
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": True}

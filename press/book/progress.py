"""Say which chapter is being read and how long it took."""

import time

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


def begin(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Count the chapters that will be read."""
    app.book_progress = {"all": len(docnames), "read": 0, "since": 0.0}


def started(app: Sphinx, docname: str, source: list[str]) -> None:
    """Start the clock of one chapter."""
    app.book_progress["since"] = time.perf_counter()


def finished(app: Sphinx, doctree: nodes.document) -> None:
    """One line a chapter."""
    state = app.book_progress
    state["read"] += 1
    seconds = time.perf_counter() - state["since"]
    print(
        f"  chapter {state['read']} of {state['all']}: {app.env.docname}, {seconds:.1f} s",
        flush=True,
    )


def setup(app: Sphinx) -> None:
    """Connect to reading."""
    app.connect("env-before-read-docs", begin)
    app.connect("source-read", started, priority=1)
    app.connect("doctree-read", finished, priority=999)

"""Processes forked from one that has already imported what is slow to import."""

import multiprocessing
import sys
from multiprocessing.connection import Connection

from press.base import trace

# the server imports this before all else: what a chapter finds loaded is noted as it is read
trace.begin()

# Nothing here uses these, and they take long to import: jsonschema would compile grammars of
# addresses, ipykernel would load a debugger. Both do without where the import fails.
for unused in ("rfc3987_syntax", "debugpy"):
    sys.modules.setdefault(unused, None)


def fork_server() -> multiprocessing.context.BaseContext:
    """Processes forked from a server that has imported `press.execute.guard` and what it needs.

    And, for the chapters, what `book_early` in _config.yml names.
    """
    from press.base import settings  # slow to import, and of no use in the server

    first, last = ("press.execute.forks", "press.execute.drawing"), "press.execute.guard"
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*first, *settings.of_sphinx().get("book_early", ()), last])
    return context


def watch_chapters(answers: Connection, chapters: dict[str, dict], at_once: int) -> None:
    """`press.execute.guard.watch`; only the processes that execute import it."""
    from press.execute import drawing, guard  # noqa: F401 - before anything else imports matplotlib

    guard.watch(answers, chapters, at_once)

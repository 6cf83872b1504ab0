"""Processes forked from one that has already imported what is slow to import."""

import gc
import multiprocessing
import os
import sys
from multiprocessing.connection import Connection

from . import trace

# the server imports this before all else: what a chapter finds loaded is noted as it is read
trace.begin()

# Nothing here uses these, and they take long to import: jsonschema would compile grammars of
# addresses, ipykernel would load a debugger. Both do without where the import fails.
for unused in ("rfc3987_syntax", "debugpy"):
    sys.modules.setdefault(unused, None)


def collect_less() -> None:
    """Look for garbage less often, and never among what is there already: the process ends soon."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


def workers() -> int:
    """As many processes at once as this one may use cores."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def fork_server() -> multiprocessing.context.BaseContext:
    """Processes forked from a server that has imported `press.guard` and what it needs."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["press.forks", "press.drawing", "press.guard"])
    return context


def watch_chapters(answers: Connection, chapters: dict[str, dict], at_once: int) -> None:
    """`press.guard.watch`; only the processes that execute import it."""
    from . import drawing, guard  # noqa: F401 - before anything else imports matplotlib

    guard.watch(answers, chapters, at_once)

"""Builds that begin at once: forked from a process that has imported all that is slow to import.

For tests of many builds only. The press runs as it is, but for how its processes come about: by
`fork` from this one, where the command starts new ones. `python warm.py` reads orders from its
input, one a line, `[folder, arguments, log]`, and prints the number of the process that builds.
"""

import contextlib
import importlib
import json
import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
import threading
import time
from multiprocessing import forkserver
from multiprocessing.context import ForkContext
from pathlib import Path

SLOW = """
IPython.core.magics brotli encodings.idna font_source_sans_pro font_source_serif_pro
fontTools.subset furo ipykernel.debugger ipykernel.inprocess.ipkernel ipykernel.inprocess.manager
itables jinja2.ext jupyter_book.sphinx lxml.html matplotlib.backends.backend_svg matplotlib.pyplot
myst_nb.sphinx_ext nbformat pandas pandas.io.formats.csvs pandas.io.formats.html psutil
pybtex.backends.plaintext pybtex.database.input.bibtex pybtex.style.formatting.plain
pybtex.style.labels.alpha pybtex.style.names.plain pybtex.style.sorting.author_year_title
pygments.formatters.html pygments.lexers.python snowballstemmer sphinx.builders.html
sphinx.directives.code sphinx.domains.c sphinx.domains.cpp sphinx.ext.mathjax sphinx.search.en
sphinx.writers.html5 sphinx_book_theme sphinx_comments sphinx_copybutton sphinx_design
sphinx_external_toc sphinx_jupyterbook_latex sphinx_thebe sphinx_togglebutton sphinxcontrib.bibtex
tornado.platform.asyncio typst uharfbuzz
""".split()


class Forking(ForkContext):
    """Stands for the server that chapters are forked from: they are forked from what builds."""

    def get_start_method(self, allow_none: bool = False) -> str:
        return "forkserver"


def run(lock: int, module: str, *arguments: object) -> int:
    """`press.base.stops.run`, by fork."""
    from press.base import stops

    line, ours = os.pipe()
    step = os.fork()
    if not step:
        os.setpgid(0, 0)
        os.close(ours)
        for number in stops.STOPS:
            signal.signal(number, signal.SIG_DFL)
        leave(module, [*map(str, arguments), str(line)])
    with contextlib.suppress(PermissionError, ProcessLookupError):
        os.setpgid(step, step)
    os.close(line)
    status = None
    try:
        status = os.waitstatus_to_exitcode(os.waitpid(step, 0)[1])
    finally:
        os.close(ours)
        if status is None or status < 0:
            stops.end(step)
        if status is None:
            os.waitpid(step, 0)
    return status


def leave(module: str, arguments: list[str]) -> None:
    """Run a module as a program, and leave the process."""
    sys.argv = [module, *arguments]
    status = 1
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        status = 0
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
        if isinstance(leaving.code, str):
            print(leaving.code, file=sys.stderr)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
            print(f"status {status}" if module == "press" else "", file=sys.stderr, flush=True)
        os._exit(status)


def build(folder: str, arguments: list[str], log: str) -> None:
    """Build a book; does not return."""
    os.setpgid(0, 0)
    for number in (0, 1, 2):
        os.close(number)
    os.open(os.devnull, os.O_RDONLY)
    os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup(1)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    os.chdir(folder)
    os.environ["BOOK_BUILD"] = ""
    sys.path[:0] = [folder, os.path.join(folder, "chapters")]
    multiprocessing.context._concrete_contexts["forkserver"] = Forking()
    forkserver.ensure_running = lambda: None
    from press.base import stops

    stops.run = run
    leave("press", arguments)


def main() -> None:
    """Import, then fork as ordered."""
    for name in ("rfc3987_syntax", "debugpy"):
        sys.modules.setdefault(name, None)  # as press/execute/forks.py does
    for name in SLOW:
        with contextlib.suppress(ImportError, OSError):
            importlib.import_module(name)
    assert threading.active_count() == 1  # or a fork could hang
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print("ready", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        process = os.fork()
        if not process:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            build(*order)
        print(process, flush=True)


class Warm:
    """The process that builds are forked from, as tests order builds of it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", __file__], text=True, env={**os.environ, "PYTHONPATH": ""},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert self.process.stdout.readline() == "ready\n"

    def start(self, folder: Path, arguments: list[str], log: Path) -> int:
        """Begin to build; returns the number of the process, which leads a group."""
        self.process.stdin.write(json.dumps([str(folder), arguments, str(log)]) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def wait(self, number: int) -> None:
        """Wait for the end of a build."""
        with contextlib.suppress(ProcessLookupError):
            while True:
                os.kill(number, 0)
                time.sleep(0.02)

    def build(self, folder: Path, *arguments: str) -> tuple[int, str]:
        """Build; returns status (negative where it was killed) and what was printed."""
        log = Path(f"{folder}.log")
        self.wait(self.start(folder, list(arguments), log))
        said, _, status = log.read_text(encoding="utf-8").rpartition("status ")
        return int(status or -1), said

    def close(self) -> None:
        """Let it go."""
        with self.process:
            self.process.stdin.close()


if __name__ == "__main__":
    main()

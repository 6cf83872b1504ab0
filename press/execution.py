"""Execute the chapters that need it, several at once, and hand their outputs to myst-nb."""

from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import myst_nb.sphinx_
from myst_nb.core.execute import NotebookClientBase
from myst_nb.core.read import create_nb_reader
from nbformat import NotebookNode, from_dict
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from . import cache, trace
from .forks import fork_server, run_chapter, workers


class CellError(ExtensionError):
    """A cell failed; printed without the traceback of the press itself."""

    category = "A cell failed"


def cells_of(notebook: NotebookNode) -> list[tuple[int, str]]:
    """Place and code of each cell to execute."""
    return [(i, c.source) for i, c in enumerate(notebook.cells) if c.cell_type == "code"]


def read(env: BuildEnvironment, docname: str) -> NotebookNode | None:
    """A page as a notebook, or None where it is none."""
    path = env.doc2path(docname)
    text = Path(path).read_text(encoding="utf-8")
    reader = create_nb_reader(path, env.myst_config, env.mystnb_config, text)
    return reader.read(text) if reader else None


def begin(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Start every chapter that will be read and whose outputs are not in the cache."""
    app.book_running = {}
    waiting = []
    for docname in docnames:
        notebook = read(env, docname)
        codes = [code for _, code in cells_of(notebook)] if notebook else []
        if codes and cache.load(kept(app, docname), codes) is None:
            waiting.append((docname, codes))
    if not waiting:
        return
    folder = str(Path(app.srcdir) / "chapters")
    seconds = env.mystnb_config.execution_timeout
    app.book_pool = ProcessPoolExecutor(
        min(workers(), len(waiting)), mp_context=fork_server(), max_tasks_per_child=1
    )
    for docname, codes in waiting:
        app.book_running[docname] = app.book_pool.submit(run_chapter, codes, folder, seconds)


def kept(app: Sphinx, docname: str) -> Path:
    """Where the cache holds a chapter: beside the doctrees, which may be thrown away."""
    return Path(app.doctreedir).parent / "kept" / "executed" / docname


def outputs(app: Sphinx, docname: str, notebook: NotebookNode) -> dict:
    """What a chapter gave, from the cache or as soon as it is executed."""
    cells = cells_of(notebook)
    codes = [code for _, code in cells]
    running: Future | None = app.book_running.get(docname)
    if running is None:
        given = cache.load(kept(app, docname), codes)
        if given is None:
            raise ExtensionError(f"{docname} changed while the book was being built: build again")
        return given
    try:
        given = running.result()
    except BrokenProcessPool as error:
        raise CellError(f"{docname}: its process died (out of memory, or killed)") from error
    if "failed" in given:
        place = cells[given["failed"]][0]
        line = notebook.metadata["source_map"][place] + 1
        raise CellError(f"{docname}, cell {given['failed'] + 1}, line {line}:\n{given['error']}")
    cache.save(kept(app, docname), codes, given)
    return given


class BookClient(NotebookClientBase):
    """Gives myst-nb the outputs of a chapter."""

    def start_client(self) -> None:
        """Put the outputs into the notebook."""
        app = self._kwargs["app"]
        docname = app.env.docname
        given = outputs(app, docname, self.notebook)
        app.env.book_seconds[docname] = given["seconds"]
        trace.take(given["notes"])
        cells = [cell for cell in self.notebook.cells if cell.cell_type == "code"]
        for number, (cell, found) in enumerate(zip(cells, given["outputs"], strict=True), start=1):
            cell.outputs = [from_dict(output) for output in found]
            cell.execution_count = number


def finish(app: Sphinx, *_: object) -> None:
    """Let the processes go."""
    if pool := getattr(app, "book_pool", None):
        pool.shutdown(cancel_futures=True)


def prepare(app: Sphinx) -> None:
    """A place in the environment for the times; myst-nb looks the client up by this name."""
    if not hasattr(app.env, "book_seconds"):
        app.env.book_seconds = {}

    def client(notebook: NotebookNode, source: str, config: object, logger: object, *_: object):  # noqa: ANN202
        return BookClient(notebook, Path(source), config, logger, app=app)

    # it has no setting for another way to execute
    myst_nb.sphinx_.create_client = client


def setup(app: Sphinx) -> None:
    """Execute before reading."""
    app.connect("builder-inited", prepare)
    app.connect("env-before-read-docs", begin, priority=900)
    app.connect("env-updated", finish, priority=1)
    app.connect("build-finished", finish)

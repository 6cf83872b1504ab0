"""Execute the chapters that need it, several at once, and hand their outputs to myst-nb."""

import atexit
import json
import math
import re
import threading
from concurrent.futures import Future
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import myst_nb.core.execute
from myst_nb.core.execute import NotebookClientBase
from myst_nb.core.nb_to_tokens import nb_node_to_dict
from myst_nb.core.read import create_nb_reader
from nbformat import NotebookNode, from_dict
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging

from . import cache, displays, trace
from .displays import tags
from .faults import CellError
from .forks import fork_server, watch_chapters, workers

LOGGER = logging.getLogger(__name__)


class BookClient(NotebookClientBase):
    """Gives myst-nb the outputs of a chapter that is executed."""

    def start_client(self) -> None:
        """Put the outputs into the notebook."""
        app = self._kwargs["app"]
        docname = app.env.docname
        given = outputs(app, docname, self)
        app.env.book_seconds[docname] = given["seconds"]
        trace.take(given["notes"])
        places = [place for place, cell in enumerate(self.notebook.cells) if is_code(cell)]
        for number, (place, found) in enumerate(zip(places, given["outputs"], strict=True), 1):
            cell = self.notebook.cells[place]
            if "skip-execution" not in tags(cell):  # or what it was saved with stays
                cell.outputs = [from_dict(output) for output in found]
                cell.execution_count = number
            displays.check(cell, where(docname, self, number - 1), self.nb_config)

    def nb_source_code_lexer(self) -> str:
        """The language of all cells that are executed."""
        return super().nb_source_code_lexer() or "python"


class RefusedClient(NotebookClientBase):
    """Stands for the ways to execute that this book does not have."""

    def start_client(self) -> None:
        """Raise ExtensionError."""
        raise ExtensionError(
            f"{self._kwargs['app'].env.docname}: execution_mode {self.nb_config.execution_mode!r}"
            ' is not one of this book: leave it out, or say "off"'
        )


def is_code(cell: NotebookNode) -> bool:
    """Whether a cell is one to execute."""
    return cell.cell_type == "code"


def cells_of(client: NotebookClientBase) -> list[dict]:
    """The cells to execute, as `press.kernel.run` takes them."""
    config = client.nb_config
    return [
        {
            "source": cell.source,
            "skipped": "skip-execution" in tags(cell),
            "may_fail": config.execution_allow_errors or "raises-exception" in tags(cell),
        }
        for cell in filter(is_code, client.notebook.cells)
    ]


def keys(cells: list[dict]) -> list[str]:
    """What of cells decides on their outputs, for the cache."""
    return [json.dumps(cell, sort_keys=True) for cell in cells]


def where(docname: str, client: NotebookClientBase, place: int) -> str:
    """A cell to execute, in words, by its place among those: "chapters/one, cell 2, line 30"."""
    index = [i for i, cell in enumerate(client.notebook.cells) if is_code(cell)][place]
    lines = client.notebook.metadata.get("source_map")  # a saved notebook has cells, no lines
    return f"{docname}, cell {place + 1}" + (f", line {lines[index] + 1}" if lines else "")


def client_of(env: BuildEnvironment, docname: str) -> NotebookClientBase | None:
    """How myst-nb would execute a page, None where it is no notebook.

    Raises ExtensionError for a file that is none of the two, and for one in another language.
    """
    path, config = env.doc2path(docname), env.mystnb_config
    try:
        text = Path(path).read_text(encoding="utf-8")
        reader = create_nb_reader(path, env.myst_config, config, text)
        if reader is None:
            return None
        notebook = reader.read(text)
        if settings := notebook.metadata.get(config.metadata_key):
            config = config.copy(**nb_node_to_dict(settings))
    except Exception as error:  # whatever a file may hold: it is the file that is wrong
        told = re.sub(r"ParseWarnings\(msg=(['\"])(.*?)\1.*", r"\2", str(error))
        raise ExtensionError(f"{docname} cannot be read as a chapter: {told}") from error
    kernel = notebook.metadata.get("kernelspec", {})
    language = kernel.get("language", "python" if "python" in kernel.get("name", "python") else "")
    if language.lower() != "python" and config.execution_mode != "off":
        raise ExtensionError(
            f"{docname}: its kernel is {kernel.get('name')!r}, and this book executes Python:"
            ' name python3 in its head, or set "mystnb: execution_mode: off" there'
        )
    return myst_nb.core.execute.create_client(notebook, path, config, LOGGER, reader.read_fmt)


def begin(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Start every chapter that will be read and whose outputs are not in the cache."""
    chapters = {}
    for docname in docnames:
        client = client_of(env, docname)
        if not isinstance(client, BookClient):
            continue
        cells, seconds = cells_of(client), client.nb_config.execution_timeout
        if cells and cache.load(kept(app, docname), keys(cells)) is None:
            chapters[docname] = {
                "cells": cells,
                "folder": str(Path(env.doc2path(docname)).parent),
                "seconds": seconds if seconds > 0 else math.inf,
            }
    app.book_running = {docname: Future() for docname in chapters}
    if not chapters:
        return
    context = fork_server()
    answers, told = context.Pipe(duplex=False)
    app.book_guard = context.Process(target=watch_chapters, args=(told, chapters, workers()))
    app.book_guard.start()
    atexit.register(app.book_guard.terminate)  # or Python would wait for it
    told.close()
    threading.Thread(target=hear, args=(answers, app.book_running), daemon=True).start()


def hear(answers: Connection, running: dict[str, Future]) -> None:
    """Take the outcomes of chapters as they come."""
    try:
        while True:
            docname, given = answers.recv()
            running[docname].set_result(given)
    except (EOFError, OSError):  # the guard has ended
        for future in running.values():
            if not future.done():
                future.set_result(None)


def kept(app: Sphinx, docname: str) -> Path:
    """Where the cache holds a chapter: beside the doctrees, which may be thrown away."""
    return Path(app.doctreedir).parent / "kept" / "executed" / docname


def outputs(app: Sphinx, docname: str, client: NotebookClientBase) -> dict:
    """What a chapter gave, from the cache or as soon as it is executed."""
    cells = cells_of(client)
    if not cells:
        return {"seconds": 0.0, "outputs": [], "notes": {}}
    running: Future | None = app.book_running.get(docname)
    if running is None:
        given = cache.load(kept(app, docname), keys(cells))
        if given is None:
            raise ExtensionError(f"{docname} changed while the book was being built: build again")
        return given
    given = running.result()
    if given is None:
        raise CellError(f"{docname}: it was not executed to its end: its guard has ended")
    if "failed" in given:
        raise CellError(f"{where(docname, client, given['failed'])}: {given['error']}")
    cache.save(kept(app, docname), keys(cells), given)
    return given


def finish(app: Sphinx, *_: object) -> None:
    """Let the chapters go, with the processes that still run."""
    if guard := getattr(app, "book_guard", None):
        guard.terminate()
        guard.join()


def prepare(app: Sphinx) -> None:
    """A place in the environment for the times; myst-nb looks its clients up by these names."""
    if not hasattr(app.env, "book_seconds"):
        app.env.book_seconds = {}
    ways = myst_nb.core.execute
    ways.NotebookClientDirect = partial(BookClient, app=app)
    ways.NotebookClientCache = ways.NotebookClientInline = partial(RefusedClient, app=app)


def setup(app: Sphinx) -> None:
    """Execute before reading."""
    app.connect("builder-inited", prepare)
    app.connect("env-before-read-docs", begin, priority=900)
    app.connect("env-updated", finish, priority=1)
    app.connect("build-finished", finish)

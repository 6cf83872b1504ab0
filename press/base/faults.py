"""What stops a build, told in a sentence: one place for all of it.

Whatever is raised while Sphinx builds comes through `tell`: faults of the book, which the press has
put into words where it knew the place; and its own, which go to a file, to be reported.
"""

import logging
import re
from typing import TextIO

import jupyter_book.sphinx
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError, SphinxError
from sphinx.util.console import color_terminal, nocolor, red
from sphinx.util.exceptions import save_traceback

from press import ROOT
from press.base import stops

# myst-nb counts the lines of a saved notebook so: cell times 10,000, then lines from two
NOTEBOOK_LINE = re.compile(r"(, line |\.ipynb:)(\d+)(\d{4})\b")


class CellError(ExtensionError):
    """A cell, or the chapter it stands in, cannot be executed or printed."""

    category = "A cell failed"


def in_cells(text: str) -> str:
    """A text in which lines of a saved notebook are told by their cell."""
    return NOTEBOOK_LINE.sub(
        lambda m: (
            f"{m[1].replace(':', ', ').removesuffix('line ')}cell {m[2]} from the top,"
            f" line {max(1, int(m[3]) - 1)}"
        ),
        text,
    )


def sentence(error: BaseException) -> str | None:
    """A fault of the book in words, None for one of the press. Names files from the top."""
    if isinstance(error, KeyboardInterrupt):
        return "Interrupted."
    if isinstance(error, OSError) and error.errno:
        text = stops.refusal(error)
    elif isinstance(error, SphinxError):
        plain = type(error) is ExtensionError
        text = str(error) if plain else f"{error.category}:\n{error}"
    else:
        return None
    return in_cells(text.replace(f"{ROOT}/", ""))


def tell(app: Sphinx | None, _: object, error: BaseException, stream: TextIO) -> None:
    """Print what stopped the build; in the place of Sphinx's own `handle_exception`."""
    if isinstance(error, ExtensionError) and error.orig_exc:
        error = error.orig_exc  # Sphinx wraps what a handler raises, and tells its address
    docname = app.env.temp_data.get("docname") if app and app.env else None
    text = sentence(error)
    if text is None:
        place = f" while {docname} was read" if docname else ""
        text = (
            f"The press itself failed{place} ({type(error).__name__}: {error}). This is a fault of"
            f" its own: please report it, with the file {save_traceback(app, error)}"
        )
    print(f"\n{red(text)}", file=stream)


class InCells(logging.Filter):
    """Tell the lines of warnings by their cell, too."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite where a warning is; let every one through."""
        if isinstance(getattr(record, "location", None), str):
            record.location = in_cells(record.location)
        return True


def setup(app: Sphinx) -> None:
    """Tell what Sphinx raises and what it warns of; in colours where a terminal wants them."""
    if not color_terminal():
        nocolor()
    jupyter_book.sphinx.handle_exception = tell
    for handler in logging.getLogger("sphinx").handlers:
        handler.addFilter(InCells())

"""How the book was made: commit, versions, checksums of what it is made from, times by chapter.

Times, and the Python, differ from build to build. They stand in a file of their own, which a small
script reads into the page, so that all other bytes are the same on every machine.
"""

import contextlib
import json
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from press.base import edition, publish
from press.base.templates import render
from press.book.domain import book_of
from press.book.files import when_written
from press.book.filled import add_block
from press.book.sheet import contents
from press.book.writing import MADE

PACKAGES = ("jupyter-book", "myst-nb", "sphinx", "pandas", "numpy", "matplotlib", "typst")
FILL = """
for (const [page, seconds] of Object.entries(BUILD.seconds))
  for (const cell of document.querySelectorAll(`[data-seconds="${page}"]`))
    cell.textContent = seconds.toFixed(1);
for (const cell of document.querySelectorAll("[data-python]"))
  cell.textContent = `${BUILD.python} on ${BUILD.system}`;
"""


def installed() -> list[tuple[str, str]]:
    """Names and versions of the packages worth a line; one that is not there has none.

    The book can be built without jupyter-book.
    """
    found = []
    for name in PACKAGES:
        with contextlib.suppress(PackageNotFoundError):
            found.append((name, version(name)))
    return found


def fill(app: Sphinx, page: str) -> str:
    """The tables."""
    env, pages = app.env, book_of(app.env).pages
    here = app.builder.get_target_uri(page)
    executed = [e["page"] for e in contents(env) if pages[e["page"]].seconds is not None]
    return render(
        "made.html",
        edition=edition.line(),
        commit=publish.commit(),
        packages=installed(),
        inputs=publish.inputs(),
        chapters=[(name, env.titles[name].astext()) for name in executed],
        script=relative_uri(here, publish.TIMES[0]),
        times=relative_uri(here, publish.TIMES[1]),
        sums=relative_uri(here, publish.CHECKSUMS),
    )


def write_times(app: Sphinx) -> None:
    """Write what differs beside the pages: as a script for the page, as a table for everybody."""
    pages = sorted(book_of(app.env).pages.items())
    seconds = {name: page.seconds for name, page in pages if page.seconds is not None}
    script, table = (Path(app.outdir) / name for name in publish.TIMES)
    python, system = platform.python_version(), f"{platform.system()} {platform.machine()}"
    record = json.dumps({"python": python, "system": system, "seconds": seconds})
    script.write_text(f"const BUILD = {record};{FILL}", encoding="utf-8")
    rows = (f"{page},{value:.3f},{python},{system}" for page, value in seconds.items())
    lines = ["chapter,seconds,python,system", *rows]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Register the block, and write the times."""
    add_block(app, MADE, fill)
    when_written(app, write_times, priority=900)

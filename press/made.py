"""How the book was made: commit, versions, checksums of what it is made from, times by chapter.

Times, and the Python, differ from build to build. They stand in a file of their own, which a small
script reads into the page, so that all other bytes are the same on every machine.
"""

import contextlib
import json
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri
from sphinx.writers.html5 import HTML5Translator

from . import edition, publish
from .ledger import TEMPLATES

PACKAGES = ("jupyter-book", "myst-nb", "sphinx", "pandas", "numpy", "matplotlib", "typst")
FILL = """
for (const [page, seconds] of Object.entries(BUILD.seconds))
  for (const cell of document.querySelectorAll(`[data-seconds="${page}"]`))
    cell.textContent = seconds.toFixed(1);
for (const cell of document.querySelectorAll("[data-python]"))
  cell.textContent = `${BUILD.python} on ${BUILD.system}`;
"""


class making(nodes.General, nodes.Element):
    """Where the account stands on a page."""


class Making(SphinxDirective):
    """The account of this build."""

    def run(self) -> list[nodes.Node]:
        """One node, filled in when all chapters have been executed."""
        self.env.book_gathering.add(self.env.docname)
        self.env.book_made_page = self.env.docname
        return [making(page=self.env.docname)]


def installed() -> list[tuple[str, str]]:
    """Names and versions of the packages worth a line; one that is not there has none.

    The book can be built without jupyter-book.
    """
    found = []
    for name in PACKAGES:
        with contextlib.suppress(PackageNotFoundError):
            found.append((name, version(name)))
    return found


def visit_making(self: HTML5Translator, node: making) -> None:
    """Write the tables."""
    env = self.builder.env
    here = self.builder.get_target_uri(node["page"])
    executed = [p for p in env.book_order if p in env.book_seconds]
    html = TEMPLATES.get_template("made.html").render(
        edition=edition.line(),
        commit=env.book_commit,
        packages=installed(),
        inputs=publish.inputs(),
        chapters=[(page, env.titles[page].astext()) for page in executed],
        script=relative_uri(here, publish.TIMES[0]),
        times=relative_uri(here, publish.TIMES[1]),
        sums=relative_uri(here, publish.CHECKSUMS),
    )
    self.body.append(html)
    raise nodes.SkipNode


def write_times(app: Sphinx, error: Exception | None) -> None:
    """Write what differs beside the pages: as a script for the page, as a table for everybody."""
    if error or app.builder.name != "html":
        return
    seconds = dict(sorted(app.env.book_seconds.items()))
    script, table = (Path(app.outdir) / name for name in publish.TIMES)
    python, system = platform.python_version(), f"{platform.system()} {platform.machine()}"
    record = json.dumps({"python": python, "system": system, "seconds": seconds})
    script.write_text(f"const BUILD = {record};{FILL}", encoding="utf-8")
    rows = (f"{page},{value:.3f},{python},{system}" for page, value in seconds.items())
    lines = ["chapter,seconds,python,system", *rows]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")


def note(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Keep the commit, and the reading order for the table of times."""
    from .sheet import reading_order

    env.book_commit = publish.commit()
    env.book_order = reading_order(env)
    return []


def setup(app: Sphinx) -> None:
    """Register the directive and what it needs."""
    app.add_node(making, html=(visit_making, None))
    app.add_directive("making", Making)
    app.connect("env-updated", note)
    app.connect("build-finished", write_times, priority=900)

"""Blocks that code cells send to the page: charts and results.

`evidence.charts` and `evidence.show` write them as MyST; these directives print them.
"""

import base64
import json
import os
import re
import zlib
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri

from evidence import tables

from . import publish
from .accepted import digest, row
from .roles import pending_claim, told

PRINTED_INPUTS = 8  # claims a result names on paper; a screen shows all
NO_PDF = "(not in these pages, which were built without it)"
NAMED = 6  # publishers a source line spells out
NAME = re.compile(r"[a-z][a-z0-9-]*")


class pending_file(nodes.Inline, nodes.TextElement):
    """A link to a file of the built book, relative to the page it stands on."""


def named(directive: SphinxDirective) -> str:
    """The directive's name, checked. Raises ExtensionError for one that cannot be an anchor."""
    name = directive.arguments[0]
    if not NAME.fullmatch(name):
        raise ExtensionError(f"{directive.env.docname}: bad name {name!r} for a {directive.name}")
    return name


class Chart(SphinxDirective):
    """A finished chart: figure, caption, alt text, source line, and its data as a download."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """A numbered figure. Raises ExtensionError where the alt text is missing."""
        name = named(self)
        chart = json.loads("\n".join(self.content))
        if not chart["alt"].strip():
            raise ExtensionError(f"{self.env.docname}: chart {name!r} has no alt text")
        svg = zlib.decompress(base64.b64decode(chart["svg"])).decode()
        image = self._keep(f"{name}.svg", svg)
        page = self.env.docname
        self.env.book_files.setdefault(page, {})[f"{name}.csv"] = chart["csv"]
        self.env.book_shown.setdefault(page, []).append(
            row("chart", name, page, title=chart["title"], text=chart["caption"],
                alt=chart["alt"], data=digest(chart["csv"]))
        )  # fmt: skip
        figure = nodes.figure("", nodes.image(uri=image, alt=chart["alt"]), classes=["chart"])
        figure["title"] = chart["title"]  # drawn; here for the check of numbers
        figure += nodes.caption("", chart["caption"])
        figure += nodes.legend("", self._source_line(chart["sources"], name))
        self.set_source_info(figure)
        figure["names"].append(name)
        self.state.document.note_explicit_target(figure, figure)
        return [figure]

    def _keep(self, filename: str, content: str) -> str:
        """Keep an image beside the doctrees, where Sphinx collects it; returns its path."""
        folder = Path(self.env.app.doctreedir) / "charts"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / filename).write_text(content, encoding="utf-8", newline="\n")
        return "/" + os.path.relpath(folder / filename, self.env.srcdir).replace(os.sep, "/")

    def _source_line(self, ids: list[str], name: str) -> nodes.paragraph:
        sources = tables.sources().set_index("source_id")
        publishers = list(dict.fromkeys(sources.loc[i, "publisher"] or i for i in ids))
        named, rest = publishers[:NAMED], len(publishers[NAMED:])
        text = "; ".join(named) + (f"; and {rest} more, all named in the data" if rest else "")
        line = nodes.paragraph("", f"Sources: {text}. ", classes=["source-line"])
        for label, path in (("Data", f"_files/{name}.csv"), ("Image", f"_images/{name}.svg")):
            kind = Path(path).suffix[1:].upper()
            line += [pending_file("", f"{label} ({kind})", path=path), nodes.Text(" ")]
        return line


class TableData(SphinxDirective):
    """The rows of a table as a download, for a screen."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """One line with the link."""
        name = named(self)
        table, page = json.loads("\n".join(self.content)), self.env.docname
        self.env.book_files.setdefault(page, {})[f"{name}.csv"] = table["csv"]
        self.env.book_shown.setdefault(page, []).append(
            row("table", name, page, text=table["caption"], data=digest(table["csv"]))
        )
        link = pending_file("", "Data (CSV)", path=f"_files/{name}.csv")
        return [nodes.paragraph("", "", link, classes=["source-line", "screen-only"])]


class ResultEntry(SphinxDirective):
    """One computed number, in words, with the claims it was computed from."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """A line with an anchor. A name used twice stops the build."""
        name = named(self)
        entry = json.loads("\n".join(self.content))
        known = self.env.book_results.get(name)
        if known:
            raise ExtensionError(
                f"{self.env.docname}: result {name!r} is computed in {known['page']} already"
            )
        self.env.book_results[name] = {"page": self.env.docname, **entry}
        line = nodes.paragraph("", "", ids=[f"result-{name}"], classes=["result-entry"])
        line += [nodes.literal("", name), nodes.Text(" "), nodes.strong("", entry["text"])]
        if entry["inputs"]:
            line += nodes.Text(" from ")
        rest = nodes.inline(classes=["rest"])  # a long list is cut on paper, not on a screen
        for number, claim_id in enumerate(entry["inputs"]):
            _, note = told(claim_id, f"{self.env.docname}, result {name!r}")
            link = pending_claim("", claim_id, claim=claim_id, note=note)
            (line if number < PRINTED_INPUTS else rest).extend([link, nodes.Text(" ")])
            self.env.book_citations.setdefault(self.env.docname, []).append(claim_id)
        left = len(entry["inputs"]) - PRINTED_INPUTS
        if left > 0:
            line += [rest, nodes.inline("", f"and {left} more", classes=["rest-count"])]
        return [line]


class ResolveFiles(SphinxPostTransform):
    """Make links to files relative to the page."""

    default_priority = 6

    def run(self, **kwargs: object) -> None:
        """Replace each pending link."""
        here = self.app.builder.get_target_uri(self.env.docname)
        for node in list(self.document.findall(pending_file)):
            if node["path"] == publish.NAME and not self.app.config.book_with_pdf:
                node.replace_self(nodes.inline("", f"{node.astext()} {NO_PDF}"))
                continue
            uri = relative_uri(here, node["path"])
            node.replace_self(
                nodes.reference("", node.astext(), refuri=uri, internal=True, classes=["file"])
            )


def write_files(app: Sphinx, error: Exception | None) -> None:
    """Write the charts' data beside the pages."""
    if error or app.builder.name != "html":
        return
    folder = Path(app.outdir) / "_files"
    folder.mkdir(exist_ok=True)
    for files in app.env.book_files.values():
        for name, content in files.items():
            (folder / name).write_text(content, encoding="utf-8", newline="\n")


def prepare(app: Sphinx) -> None:
    """A place in the environment for the files that pages offer."""
    if not hasattr(app.env, "book_files"):
        app.env.book_files = {}


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a page's files before it is read again."""
    env.book_files.pop(docname, None)


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("chart", Chart)
    app.add_directive("result-entry", ResultEntry)
    app.add_directive("table-data", TableData)
    app.add_post_transform(ResolveFiles)
    app.connect("builder-inited", prepare)
    app.connect("env-purge-doc", purge)
    app.connect("build-finished", write_files)

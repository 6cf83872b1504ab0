"""Blocks that code cells send to the page: charts, results and verdicts.

`evidence.show` writes them as MyST; these directives print them.
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
from sphinx.util.docutils import SphinxDirective

from evidence.ledger import tables
from press.book.domain import here
from press.book.files import pending_file
from press.claims.accepted import digest, row
from press.claims.roles import PARTS, pending_claim, told, with_italics

PRINTED_INPUTS = 4  # claims a result names on paper; a screen shows all
NAMED = 6  # publishers a source line spells out
NAME = re.compile(r"[a-z][a-z0-9-]*")


def named(directive: SphinxDirective) -> str:
    """The directive's name, checked. Raises ExtensionError for one that cannot be an anchor."""
    name = directive.arguments[0]
    if not NAME.fullmatch(name):
        raise ExtensionError(f"{directive.env.docname}: bad name {name!r} for a {directive.name}")
    return name


def keep(env: BuildEnvironment, kind: str, name: str, csv: str, **texts: str) -> None:
    """Put the rows behind a chart or a table beside the page, and note that it is shown."""
    page = here(env)
    page.files[f"{name}.csv"] = csv
    page.shown.append(row(kind, name, env.docname, **texts, data=digest(csv)))


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
        texts = {"title": chart["title"], "text": chart["caption"], "alt": chart["alt"]}
        keep(self.env, "chart", name, chart["csv"], **texts)
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
        table = json.loads("\n".join(self.content))
        keep(self.env, "table", name, table["csv"], text=table["caption"])
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
        once(self, here(self.env).results, name, entry)
        line = told_line(name, entry["text"], [f"result-{name}"])
        return [with_inputs(self, line, name, entry["inputs"])]


class VerdictEntry(SphinxDirective):
    """What the report concludes about a documented figure, why, and how sure that is."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """A line a part, with anchors. A name used twice stops the build."""
        name = named(self)
        entry = json.loads("\n".join(self.content))
        once(self, here(self.env).verdicts, name, entry)
        verdict, why, sure, confidence = (f"result-{name}-{end}" for end in PARTS.values())
        lines = [
            told_line(f"{name} verdict", entry["verdict"], [verdict]),
            told_line(f"{name} why", entry["why"], [why]),
            told_line(f"{name} sure", entry["sure"], [sure, confidence]),
        ]
        with_inputs(self, lines[0], name, entry["inputs"])
        with_inputs(self, lines[2], name, entry["bears"])
        return lines


def once(directive: SphinxDirective, known: dict[str, dict], name: str, entry: dict) -> None:
    """Keep a result or a verdict of a page. A name used twice raises ExtensionError."""
    page = directive.env.docname
    if name in known:
        kind = directive.name.removesuffix("-entry")
        raise ExtensionError(f"{page}: {kind} {name!r} is computed in {page} already")
    known[name] = entry


def told_line(label: str, text: str, anchors: list[str]) -> nodes.paragraph:
    """One line of what a cell has sent: its label and its words."""
    line = nodes.paragraph("", "", ids=anchors, classes=["result-entry"])
    line += [nodes.literal("", label), nodes.Text(" "), nodes.strong("", "", *with_italics(text))]
    return line


def with_inputs(
    directive: SphinxDirective, line: nodes.paragraph, name: str, inputs: list[str]
) -> nodes.paragraph:
    """A line with links to the claims that it came from."""
    env, kind = directive.env, directive.name.removesuffix("-entry")
    if inputs:
        line += nodes.Text(" from ")
    rest = nodes.inline(classes=["rest"])  # a long list is cut on paper, not on a screen
    for number, claim_id in enumerate(inputs):
        _, note = told(claim_id, f"{env.docname}, {kind} {name!r}")
        link = pending_claim("", claim_id, claim=claim_id, note=note)
        (line if number < PRINTED_INPUTS else rest).extend([link, nodes.Text(" ")])
        here(env).cites.append(claim_id)
    left = len(inputs) - PRINTED_INPUTS
    if left > 0:
        line += [rest, nodes.inline("", f"and {left} more", classes=["rest-count"])]
    return line


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("chart", Chart)
    app.add_directive("result-entry", ResultEntry)
    app.add_directive("verdict-entry", VerdictEntry)
    app.add_directive("table-data", TableData)

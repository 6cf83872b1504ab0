"""The check of numbers: none is bare, so that every number can be followed.

Numbers come from a claim, a result or the escape {bare}`...`; press/quantities.py says what counts
as one, press/shown.py where it looks. What a cell prints must come through `show` and `charts` and
be computed: a number that the cell's code holds in words is typed like any other
(press/typed.py). The tag `bare` lets a cell print what it wants.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docutils import nodes
from myst_nb.core.render import get_mime_priority
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from evidence import tables

from .execution import client_of
from .quantities import bare_numbers, countable
from .shown import Shown, shown
from .typed import typed_numbers

PROSE = "write {claim}`id`, {result}`name` or {bare}`…`"
OUTPUT = "send it with show.result or show.table, or tag the cell `bare`"
TYPED = "compute it, say it without the number, or tag the cell `bare`"


@cache
def counted() -> set[str]:
    """The nouns that the ledger counts."""
    measures = tables.measures()
    return countable(list(measures["unit"]), list(measures["label"]))


def told(place: str, number: str, text: str, advice: str) -> str:
    """One finding, in a sentence."""
    text = " ".join(text.split())
    at = max(text.find(number) - 30, 0)
    return f"{place}: bare number {number!r} in “{text[at : at + 60]}…”: {advice}"


def place_of(docname: str, text: Shown) -> str:
    """Page and line of a text, or page, cell and the line where the cell begins."""
    above = [text.node]
    while above[-1].parent is not None:
        above.append(above[-1].parent)
    if text.cell is None:
        line = next((node.line for node in above if node.line), "?")
        return f"{docname}, line {line}"
    (line,) = (node.line for node in above[1:] if node.get("nb_element") == "cell_code")
    # myst-nb counts from inside the cell, and for a chapter in JSON by ten thousands
    return f"{docname}, cell {text.cell}" + (f", line {line - 2}" if line < 10_000 else "")


def in_texts(docname: str, texts: list[Shown]) -> Iterator[str]:
    """Findings in what stands on a page."""
    for text in texts:
        for number in bare_numbers(text.text, counted()):
            advice = PROSE if text.cell is None else OUTPUT
            yield told(place_of(docname, text), number, text.text, advice)


def in_code(env: BuildEnvironment, docname: str, printed: list[str]) -> Iterator[str]:
    """Findings in the code whose words the cells of a page have printed."""
    client = client_of(env, docname)
    notebook = client.notebook if client else None
    cells = enumerate(notebook.cells) if notebook else []
    cells = ((place, cell) for place, cell in cells if cell.cell_type == "code")
    starts = notebook.metadata.get("source_map") if notebook else None
    written = Path(env.doc2path(docname)).read_text(encoding="utf-8").splitlines()
    for number, (place, cell) in enumerate(cells, start=1):
        if "bare" in cell.metadata.get("tags", []):
            continue
        for line, found, text in typed_numbers(cell.source, printed, counted()):
            at = ""
            if starts:  # a cell's tags stand before its code
                head = cell.source.splitlines()[0]
                rows = range(starts[place], len(written))
                first = next((row for row in rows if written[row].endswith(head)), rows.start)
                at = f", line {first + line}"
            yield told(f"{docname}, cell {number}{at}", found, text, TYPED)


def collect(app: Sphinx, doctree: nodes.document) -> None:
    """Note each bare number of a page."""
    env, docname = app.env, app.env.docname
    mimes = get_mime_priority("html", app.config["nb_mime_priority_overrides"])
    texts = [text for node in doctree.children for text in shown(node, mimes)]
    found = list(in_texts(docname, [text for text in texts if not text.sent]))
    printed = [text.text for text in texts if text.sent]
    printed += [r["text"] for r in env.book_results.values() if r["page"] == docname]
    if printed:
        found += in_code(env, docname, [" ".join(text.split()) for text in printed])
    env.book_bare_numbers[docname] = list(dict.fromkeys(found))


def stop(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Fail the build before any page is written, listing every finding."""
    found = [line for lines in env.book_bare_numbers.values() for line in lines]
    if found:
        raise ExtensionError(
            "numbers in prose must be {claim}, {result} or {bare}:\n" + "\n".join(found)
        )
    return []


def prepare(app: Sphinx) -> None:
    """A place in the environment for the findings."""
    counted.cache_clear()
    if not hasattr(app.env, "book_bare_numbers"):
        app.env.book_bare_numbers = {}


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a page's findings before it is read again."""
    env.book_bare_numbers.pop(docname, None)


def setup(app: Sphinx) -> None:
    """Collect while reading, stop when all is read."""
    app.connect("builder-inited", prepare)
    app.connect("env-purge-doc", purge)
    app.connect("doctree-read", collect)
    # raised here, before the environment is kept, so that the next build finds it again
    app.connect("env-updated", stop)

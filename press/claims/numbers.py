"""The check of numbers: none is bare, so that every number can be followed.

Numbers come from a claim, a result or the escape {bare}`...`; `quantities` says what counts as one,
`shown` where it looks. What a cell prints must come through `show` and `charts` and be computed: a
number that the cell's code holds in words is typed like any other (`typed`), in a theme that the
cell calls too. The tag `bare` lets a cell print what it wants.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docutils import nodes
from myst_nb.core.render import get_mime_priority
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from evidence.ledger import tables
from evidence.show import say
from press.book.domain import book_of, here
from press.claims.quantities import bare_numbers, countable
from press.claims.roles import PARTS
from press.claims.shown import HOLE, Shown, shown
from press.claims.typed import typed_numbers
from press.execute.execution import client_of

PROSE = "write {claim}`id`, {result}`name` or {bare}`…`"
OUTPUT = "send it with show.result or show.table, or tag the cell `bare`"
# a place in a text of a catalogue, or the beginning of one, with its unit
PLACED = re.compile(
    r"(?:^|{\w+} )(?:thousand|million|billion)\b(?! \d)|^(?:thousand|million|billion)s,|{\w+}"
)
THEMES = say.CHAPTERS / "evidence" / "themes"
PLACE = "leave a {place} for it, which code fills"
TYPED = "compute it, or say it without the number"
BARE = "compute it, say it without the number, or tag the cell `bare`"


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
    """Findings in the code whose words the cells of a page have printed, their themes' too."""
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
            yield told(f"{docname}, cell {number}{at}", found, text, BARE)
    if notebook:
        yield from in_themes([cell.source for cell in notebook.cells], printed)


def in_themes(cells: list[str], printed: list[str]) -> Iterator[str]:
    """Findings in the modules of the themes that cells call, whose words a page has printed."""
    for path in sorted(THEMES.rglob("*.py")):
        place = path.relative_to(THEMES)
        called = re.compile(rf"\bevidence\.themes\b.*\b{place.parts[0]}\b", re.DOTALL)
        if not any(map(called.search, cells)):
            continue
        for line, found, text in typed_numbers(path.read_text("utf-8"), printed, counted()):
            at = f"chapters/evidence/themes/{place.as_posix()}, line {line}"
            yield told(at, found, text, TYPED)


def collect(app: Sphinx, doctree: nodes.document) -> None:
    """Note each bare number of a page."""
    env, docname = app.env, app.env.docname
    mimes = get_mime_priority("html", app.config["nb_mime_priority_overrides"])
    texts = [text for node in doctree.children for text in shown(node, mimes)]
    found = list(in_texts(docname, [text for text in texts if not text.sent]))
    printed = [text.text for text in texts if text.sent]
    printed += [found["text"] for found in here(env).results.values()]
    printed += [one[part] for one in here(env).verdicts.values() for part in PARTS]
    if printed:
        found += in_code(env, docname, [" ".join(text.split()) for text in printed])
    here(env).bare = list(dict.fromkeys(found))


def in_catalogues(folder: Path = say.CHAPTERS) -> list[str]:
    """Findings in the catalogues of sentences, which must all be sound (say.faults)."""
    return [
        f"{path.name}, key {'.'.join(keys)}: bare number {number!r}: {PLACE}"
        for path in sorted(folder.glob(f"*{say.END}"))
        for keys, text in say.leaves(say.read(path)[0])
        for number in bare_numbers(PLACED.sub(HOLE, text), counted())
    ]


def stop(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Fail the build before any page is written, listing every finding."""
    found = [line for page in book_of(env).pages.values() for line in page.bare]
    if found:
        raise ExtensionError(
            "numbers in prose must be {claim}, {result} or {bare}:\n" + "\n".join(found)
        )
    return []


def check_catalogues(app: Sphinx, config: Config) -> None:
    """Fail the build before anything is read, where a sentence holds a number that was typed."""
    if found := in_catalogues():
        raise ExtensionError("\n" + "\n".join(found))


def setup(app: Sphinx) -> None:
    """Collect while reading, stop when all is read."""
    app.connect("config-inited", check_catalogues)
    app.connect("builder-inited", lambda _: counted.cache_clear())
    app.connect("doctree-read", collect)
    # raised here, before the environment is kept, so that the next build finds it again
    app.connect("env-updated", stop)

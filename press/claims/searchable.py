"""The ledger on a screen: its table with search, filters and sorting, by the library DataTables."""

import re
import shutil
from pathlib import Path

import itables
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from press.book.domain import book_of
from press.claims.roles import ENTRIES

STYLES = Path(__file__).with_name("styles")


def write_library(folder: Path) -> None:
    """DataTables, as the package itables ships it, as a classic script.

    A module cannot be loaded from a file: address, and the book must work from a disk. Raises
    ExtensionError where the bundle has not the one export list that is known.
    """
    shipped = Path(itables.__file__).parent / "html"
    code = (shipped / "dt_bundle.js").read_text(encoding="utf-8")
    exports = re.findall(r"export\s*\{([^}]*)\}", code)
    if len(exports) != 1 or "jQuery" not in exports[0]:
        raise ExtensionError("itables ships another kind of bundle: mend claims/searchable.py")
    names = dict(reversed(item.split(" as ")) for item in exports[0].split(","))
    code = re.sub(r"export\s*\{[^}]*\}", f"window.LedgerLibrary={{jQuery:{names['jQuery']}}}", code)
    (folder / "datatables.js").write_text(f"(()=>{{{code}\n}})();\n", encoding="utf-8")
    shutil.copy(shipped / "dt_bundle.css", folder / "datatables.css")


def make_static(app: Sphinx) -> None:
    """Write what the table needs where Sphinx copies static files from (press/site/theme.py)."""
    folder = Path(app.doctreedir) / "static" / "book"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(STYLES / "ledger.js", folder)
    write_library(folder)


def load(app: Sphinx, page: str, template: str, context: dict, doctree: nodes.document) -> None:
    """Let the page of the ledger load it, and no other."""
    if page == book_of(app.env).with_block(ENTRIES):
        app.add_js_file("book/datatables.js", loading_method="defer")
        app.add_js_file("book/ledger.js", loading_method="defer")
        app.add_css_file("book/datatables.css")


def setup(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("builder-inited", make_static)
    app.connect("html-page-context", load, priority=899)

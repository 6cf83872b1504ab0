"""The HTML pages: the book's styles and fonts, and nothing loaded that is not used."""

import os
import re
import shutil
from concurrent.futures import Future, ProcessPoolExecutor
from importlib.metadata import version
from pathlib import Path

import itables
from docutils import nodes
from myst_nb.sphinx_ext import add_global_html_resources
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.transforms.post_transforms import SphinxPostTransform

from .fonts import LETTERS, STYLES, faces, font_rules, web_file, web_font, web_name
from .forks import fork_server, workers
from .kept import digest, load, save
from .reading import kept

# sphinx-design sends its style sheet and script with every page, whether it has tabs or not
DESIGN_FILES = ("sphinx-design.min.css", "design-tabs.js")
DESIGNED = re.compile(r'class="(?:[^"]* )?sd-')


class SingleIds(SphinxPostTransform):
    """Furo wraps each table in a box and gives both the same id; the table keeps it."""

    default_priority = 990

    def run(self, **kwargs: object) -> None:
        """Take the ids off the boxes."""
        for box in self.document.findall(nodes.container):
            if "table-wrapper" in box["classes"]:
                box["ids"] = []


def trim_page(
    app: Sphinx, page: str, template: str, context: dict, doctree: nodes.document | None
) -> None:
    """Add the ledger's table, leave out what a page does not use, describe it to search engines."""
    if page == app.env.book_entries_page:
        app.add_js_file("book/datatables.js", loading_method="defer")
        app.add_js_file("book/ledger.js", loading_method="defer")
        app.add_css_file("book/datatables.css")

    if not DESIGNED.search(context.get("body", "")):
        for kind in ("script_files", "css_files"):
            context[kind] = [file for file in context[kind] if not _of_design(file)]
    if doctree is not None:
        first = next((p.astext() for p in doctree.findall(nodes.paragraph)), "")
        description = " ".join(first.split())[:160]
        context["metatags"] += f'\n<meta name="description" content="{_attribute(description)}" />'


def _of_design(file: object) -> bool:
    return Path(str(getattr(file, "filename", "") or "")).name in DESIGN_FILES


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def write_table_library(folder: Path) -> None:
    """DataTables, as the package itables ships it, as a classic script.

    A module cannot be loaded from a file: address, and the book must work from a disk. Raises
    ExtensionError where the bundle has not the one export list that is known.
    """
    shipped = Path(itables.__file__).parent / "html"
    code = (shipped / "dt_bundle.js").read_text(encoding="utf-8")
    exports = re.findall(r"export\s*\{([^}]*)\}", code)
    if len(exports) != 1 or "jQuery" not in exports[0]:
        raise ExtensionError("itables ships another kind of bundle: mend press/pages.py")
    names = dict(reversed(item.split(" as ")) for item in exports[0].split(","))
    code = re.sub(r"export\s*\{[^}]*\}", f"window.LedgerLibrary={{jQuery:{names['jQuery']}}}", code)
    (folder / "datatables.js").write_text(f"(()=>{{{code}\n}})();\n", encoding="utf-8")
    shutil.copy(shipped / "dt_bundle.css", folder / "datatables.css")


def make_static(app: Sphinx) -> None:
    """Write styles beside the doctrees, where Sphinx copies static files from."""
    folder = Path(app.doctreedir) / "static" / "book"
    folder.mkdir(parents=True, exist_ok=True)
    rules = web_name(font_rules({path.stem: web_file(path) for *_, path in faces()}))
    screen = (STYLES / "screen.css").read_text(encoding="utf-8")
    (folder / "book.css").write_text(f"{rules}\n{screen}", encoding="utf-8", newline="\n")
    for name in ("notes.js", "ledger.js"):
        shutil.copy(STYLES / name, folder / name)
    write_table_library(folder)
    app.config.html_static_path.append(os.path.relpath(folder.parent, app.confdir))


def begin_fonts(app: Sphinx, *_: object) -> None:
    """Start making the fonts that are not kept, once no chapter needs the cores any more."""
    app.book_fonts, made = {}, {}
    for *_, path in faces():
        key = digest(path.read_bytes(), repr(LETTERS), version("fonttools"), version("uharfbuzz"))
        font = load(kept(app, "fonts", path.stem), key)
        app.book_fonts[path.stem] = (web_file(path), key, font)
        if font is None:
            made[path.stem] = path
    if made:
        app.book_font_pool = ProcessPoolExecutor(workers(), mp_context=fork_server())
        for name, path in made.items():
            *place, _ = app.book_fonts[name]
            app.book_fonts[name] = (*place, app.book_font_pool.submit(web_font, path))


def write_fonts(app: Sphinx, error: Exception | None) -> None:
    """Write the fonts into the built book, and keep those that were made."""
    folder = Path(app.outdir) / "_static" / "book"
    for name, (file, key, font) in () if error else getattr(app, "book_fonts", {}).items():
        if isinstance(font, Future):
            font = font.result()
            save(kept(app, "fonts", name), key, font)
        (folder / file).write_bytes(font)
    if pool := getattr(app, "book_font_pool", None):
        pool.shutdown(cancel_futures=True)


def notebook_style(app: Sphinx) -> None:
    """Put myst-nb's style sheet in place before any page: its address tells whether it is there."""
    (Path(app.outdir) / "_static").mkdir(parents=True, exist_ok=True)
    add_global_html_resources(app, None)


def setup(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("builder-inited", notebook_style, priority=900)
    app.add_css_file("book/book.css", priority=900)
    app.add_js_file("book/notes.js", loading_method="defer")
    app.add_post_transform(SingleIds)
    app.connect("builder-inited", make_static)
    app.connect("env-updated", begin_fonts, priority=2)  # after the chapters' processes are gone
    app.connect("build-finished", write_fonts)
    app.connect("html-page-context", trim_page, priority=900)

"""The HTML pages: the book's styles and fonts, and nothing loaded that is not used."""

import os
import re
import shutil
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

from docutils import nodes
from myst_nb.sphinx_ext import add_global_html_resources
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from press.base.kept import digest, load, save
from press.base.surroundings import workers
from press.book.reading import kept
from press.execute.forks import fork_server
from press.site.fonts import (
    LETTERS,
    MATHS,
    SIGNS,
    STYLES,
    faces,
    font_rules,
    web_file,
    web_font,
    web_name,
)

# sphinx-design sends its style sheet and script with every page, whether it has tabs or not
DESIGN_FILES = ("sphinx-design.min.css", "design-tabs.js")
DESIGNED = re.compile(r'class="(?:[^"]* )?sd-')


class SingleIds(SphinxPostTransform):
    """Furo puts tables and formulas in boxes and gives both the same id; what is in it keeps it."""

    default_priority = 990

    def run(self, **kwargs: object) -> None:
        """Take the ids off the boxes."""
        for box in self.document.findall(nodes.container):
            if {"table-wrapper", "math-wrapper"} & set(box["classes"]):
                box["ids"] = []


def trim_page(
    app: Sphinx, page: str, template: str, context: dict, doctree: nodes.document | None
) -> None:
    """Leave out what a page does not use, and describe it to search engines."""
    if app.env.get_domain("math").has_equations(page):
        app.add_css_file("book/maths.css")
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


def make_static(app: Sphinx) -> None:
    """Write styles beside the doctrees, where Sphinx copies static files from."""
    folder = Path(app.doctreedir) / "static" / "book"
    folder.mkdir(parents=True, exist_ok=True)
    rules = web_name(font_rules({path.stem: web_file(path) for *_, path in faces()}))
    screen = (STYLES / "screen.css").read_text(encoding="utf-8")
    (folder / "book.css").write_text(f"{rules}\n{screen}", encoding="utf-8", newline="\n")
    shutil.copy(STYLES / "notes.js", folder / "notes.js")
    app.config.html_static_path.append(os.path.relpath(folder.parent, app.confdir))


def begin_fonts(app: Sphinx, *_: object) -> None:
    """Start making the fonts that are not kept, once no chapter needs the cores any more."""
    app.book_fonts, made = {}, {}
    wanted = [(path, LETTERS) for *_, path in faces()]
    if any(app.env.get_domain("math").data["has_equations"].values()):
        wanted.append((MATHS, SIGNS))
        shutil.copy(STYLES / "maths.css", Path(app.doctreedir) / "static" / "book")
    for path, letters in wanted:
        key = digest(path.read_bytes(), repr(letters), version("fonttools"), version("uharfbuzz"))
        font = load(kept(app, "fonts", path.stem), key)
        app.book_fonts[path.stem] = (web_file(path), key, font)
        if font is None:
            made[path.stem] = (path, letters)
    if made:
        app.book_font_pool = font_pool()
        for name, what in made.items():
            *place, _ = app.book_fonts[name]
            app.book_fonts[name] = (*place, app.book_font_pool.submit(web_font, *what))


def font_pool() -> Executor:
    """Processes that make fonts; where the system has no semaphores (/dev/shm), only a thread."""
    try:
        return ProcessPoolExecutor(workers(), mp_context=fork_server())
    except OSError:
        return ThreadPoolExecutor(1)


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

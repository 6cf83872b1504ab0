"""Read every page alone, and keep what its reading gave; the book is put together from these.

Sphinx would keep one environment of the whole book from build to build and mend it page by page:
what that holds depends on all that was edited before. Here each build begins with an empty one. A
page is read as if it were the only one, and what that gave, its tree and its share of the
environment, is kept until something changes that was read for it (see press/trace.py). The shares
are then joined in the order of the pages' names. A build that reads every page and a build that
reads none join the same shares.
"""

import logging
import pickle
import sys
from pathlib import Path
from types import SimpleNamespace

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util.logging import NAMESPACE, is_suppressed_warning

from . import publish, trace
from .kept import digest, load, save

# what a page is read with, whatever it says
FRAME = ("press/", "data/", "chapters/evidence/", "_config", "_toc", "requirements", "CITATION")
# of the environment: what is set up once for all pages
FIXED = {
    "app", "config", "config_status", "config_status_extra", "doctreedir", "domains", "events",
    "external_site_map", "get_and_resolve_doctree", "get_doctree", "myst_config", "mystnb_config",
    "project", "sd_config", "settings", "srcdir", "version", "versioning_compare",
    "versioning_condition", "_pickled_doctree_cache", "_write_doc_doctree_cache",
}  # fmt: skip
# what a name stands for: joined in silence where two pages give the same one
NAMED = {"std": ("labels", "objects", "terms"), "math": ("objects",), "citation": ("citations",)}


def frame(app: Sphinx) -> str:
    """Digest of what every page is read with: settings, press, evidence, tables, versions."""
    shared = {name: d for name, d in publish.inputs().items() if name.startswith(FRAME)}
    places = (str(app.srcdir), str(app.doctreedir))  # trees have paths in them
    names = repr(sorted(app.env.found_docs))
    return digest(repr(shared), names, app.builder.name, sys.version, *places)


def work(app: Sphinx) -> Path:
    """The folder of the doctrees and of all else that a build needs and does not publish."""
    return Path(app.doctreedir).parent


def kept(app: Sphinx, kind: str, page: str) -> Path:
    """Where something of a page is kept."""
    return work(app) / "kept" / kind / page


def begin(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Take the readings that still hold, and leave the other pages' names in `docnames`."""
    app.book_frame, app.book_readings, known = frame(app), {}, {}
    for page in sorted(env.found_docs):
        reading = load(kept(app, "read", page), app.book_frame)
        if reading and trace.same(reading["notes"], known):
            app.book_readings[page] = reading
            trace.take(reading["notes"])
    docnames[:] = sorted(env.found_docs - set(app.book_readings))


def read(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Read the pages that are named, each alone, then join all; leaves Sphinx none to read."""
    app.emit("env-purge-doc", env, env.config.root_doc)  # makes the places that pages share
    env.clear_doc(env.config.root_doc)
    empty = snapshot(env)
    for page in docnames:
        restore(env, empty)
        app.book_readings[page] = reading(app, page)
    restore(env, empty)
    for page in sorted(app.book_readings):
        join(app, page, app.book_readings[page])
    docnames.clear()


def snapshot(env: BuildEnvironment) -> bytes:
    """What reading adds to the environment, as it is now."""
    collected = {name: value for name, value in vars(env).items() if name not in FIXED}
    domains = {name: dict(data) for name, data in collected["domaindata"].items()}
    domains["cite"].pop("bibdata")  # large, and the same for every page
    return pickle.dumps({**collected, "domaindata": domains}, pickle.HIGHEST_PROTOCOL)


def restore(env: BuildEnvironment, state: bytes) -> None:
    """Put the environment back to a state."""
    bibliography = env.domaindata["cite"]["bibdata"]
    before = pickle.loads(state)
    for name in sorted(set(vars(env)) - set(before) - FIXED):
        delattr(env, name)
    vars(env).update(before)
    env.domaindata["cite"]["bibdata"] = bibliography
    env._write_doc_doctree_cache.clear()
    for name, domain in env.domains.items():
        domain.data = env.domaindata[name]


class Listener(logging.Handler):
    """Counts the warnings that are not suppressed."""

    def __init__(self, suppressed: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.suppressed, self.heard = suppressed, 0

    def emit(self, record: logging.LogRecord) -> None:
        """One warning."""
        kind, detail = getattr(record, "type", ""), getattr(record, "subtype", "")
        self.heard += not is_suppressed_warning(kind, detail, self.suppressed)


def reading(app: Sphinx, page: str) -> dict:
    """Read a page, and keep what that gave unless Sphinx warned.

    `tree` is its doctree, `share` its part of the environment, `files` what it had drawn for the
    book (charts, pictures of outputs), `notes` what was read for it.
    """
    listener, log = Listener(app.config.suppress_warnings), logging.getLogger(NAMESPACE)
    log.addHandler(listener)
    try:
        with trace.noting() as notes:
            app.builder.read_doc(page, _cache=False)
    finally:
        log.removeHandler(listener)
    tree = Path(app.doctreedir) / f"{page}.doctree"
    found = {
        "tree": tree.read_bytes(),
        "share": snapshot(app.env),
        "files": {path.relative_to(work(app)): path.read_bytes() for path in drawn(app)},
        "notes": notes,
    }
    found["digest"] = digest(found["tree"], found["share"], repr(found["files"]))
    if not listener.heard and trace.same(notes, {}):
        save(kept(app, "read", page), app.book_frame, found)
    return found


def drawn(app: Sphinx) -> list[Path]:
    """The images and downloads of the page just read that do not lie among the sources."""
    paths = [Path(app.srcdir, name).resolve() for name in (*app.env.images, *app.env.dlfiles)]
    return [path for path in paths if path.is_relative_to(work(app))]


def join(app: Sphinx, page: str, reading: dict) -> None:
    """Add a page's share to the environment of the book. Two pages must not give one name."""
    env, share = app.env, SimpleNamespace(**pickle.loads(reading["share"]))
    for domain, tables in NAMED.items():
        for table in tables:
            mine, theirs = (e.domaindata[domain].get(table, {}) for e in (env, share))
            for name in [n for n in theirs if n in mine and mine[n] != theirs[n]]:
                raise ExtensionError(f"{page}: {name!r} is given in {mine[name][0]} already")
    env.merge_info_from([page], share, app)
    for name, found in vars(share).items():
        if name.startswith("book_"):
            join_own(env, page, name, found)
    env._pickled_doctree_cache[page] = reading["tree"]
    for path, content in reading["files"].items():
        (work(app) / path).parent.mkdir(parents=True, exist_ok=True)
        (work(app) / path).write_bytes(content)


def join_own(env: BuildEnvironment, page: str, name: str, found: object) -> None:
    """Add what the press itself has collected from a page: names to values, pages, or one page."""
    mine = getattr(env, name, "")
    if isinstance(found, dict):
        for key in [key for key in found if key in mine]:
            raise ExtensionError(f"{page}: {key!r} is given in {mine[key]['page']} already")
        mine.update(found)
    elif isinstance(found, set):
        mine |= found
    elif found:
        setattr(env, name, found)


def all_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Every page is new to Sphinx, which would otherwise think that there is nothing to write."""
    return sorted(env.found_docs)


def setup(app: Sphinx) -> None:
    """Read before Sphinx does."""
    app.connect("env-before-read-docs", begin, priority=100)
    app.connect("env-before-read-docs", read, priority=950)  # when the chapters have been started
    app.connect("env-updated", all_pages)

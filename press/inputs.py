"""What a build depends on: checks `data/` first, dates the edition, finds the changed pages."""

import os
from datetime import UTC, datetime
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from evidence import tables

from . import ROOT, edition
from .cache import digest
from .sources import files


class InputError(ExtensionError):
    """A fault in what the book is made from; printed without a traceback."""

    category = "Fault in data/"


def date_edition(app: Sphinx, config: Config) -> None:
    """Stamp output with the edition's date, not the clock: the same bytes on any day."""
    day = datetime.fromisoformat(str(edition.citation()["date-released"])).replace(tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(day.timestamp()))
    try:
        config.copyright = f"{config.copyright}. {edition.line()}"  # at the foot of every page
    except ValueError as error:
        raise ExtensionError(str(error)) from None


def check_data(app: Sphinx) -> None:
    """Stop before anything is written where a table breaks a rule."""
    try:
        tables.table("claims")  # loads and checks all of them
    except tables.DataError as error:
        raise InputError(f"\n{error}") from None


def shared_digest() -> str:
    """Digest of what any page may print: every table and every shared module."""
    shared = [p for p in files() if p.is_relative_to(ROOT / "data") or p.suffix == ".py"]
    return digest(*(part for p in shared for part in (p.name, p.read_bytes())))


def changed_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Pages whose text, or what they may print, differs from when they were read.

    By content and not by time, which is all that Sphinx looks at. Reading a page again does not
    execute it again: press/cache.py decides that.
    """
    shared = shared_digest()
    now = {name: digest(shared, Path(env.doc2path(name)).read_bytes()) for name in env.found_docs}
    before, env.book_pages = getattr(env, "book_pages", {}), now
    return sorted(name for name in now if before.get(name) != now[name])


def setup(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("config-inited", date_edition)
    app.connect("builder-inited", check_data, priority=1)
    app.connect("env-get-outdated", changed_pages)

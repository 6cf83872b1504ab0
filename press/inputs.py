"""What a build depends on: checks settings and data first, finds the changed pages."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from evidence import tables

from . import ROOT, edition, settings
from .cache import digest
from .sources import files


class InputError(ExtensionError):
    """A fault in what the book is made from; printed without a traceback."""

    category = "Fault in what the book is made from"


def data_faults() -> list[str]:
    """Whatever is wrong with `data/`."""
    try:
        tables.table("claims")  # loads and checks all of them
    except tables.DataError as error:
        return error.faults
    return []


def check(app: Sphinx, config: Config) -> None:
    """Stop before anything is written where a setting or a table breaks a rule."""
    faults = settings.faults() or settings.unknown(config) or data_faults()
    if faults:
        raise InputError("\n" + "\n".join(faults))
    settings.date_edition()
    config.copyright = f"{config.copyright}. {edition.line()}"  # at the foot of every page


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
    app.connect("config-inited", check, priority=0)
    app.connect("env-get-outdated", changed_pages)

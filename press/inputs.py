"""What a build depends on: checks `data/` first, dates the edition, notes what chapters read."""

import os
from datetime import UTC, datetime

import yaml
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from evidence import tables

from . import ROOT


class InputError(ExtensionError):
    """A fault in what the book is made from; printed without a traceback."""

    category = "Fault in data/"


def edition() -> dict:
    """The citation file: title, version, date of this edition."""
    return yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))


def date_edition(app: Sphinx, config: Config) -> None:
    """Stamp output with the edition's date, not the clock: the same bytes on any day."""
    day = datetime.fromisoformat(str(edition()["date-released"])).replace(tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(day.timestamp()))


def check_data(app: Sphinx) -> None:
    """Stop before anything is written where a table breaks a rule."""
    try:
        tables.load()
    except tables.DataError as error:
        raise InputError(f"\n{error}") from None


def note_inputs(app: Sphinx, docname: str, source: list[str]) -> None:
    """A page is read again when a table or a shared module changed, which Sphinx cannot see."""
    for folder, pattern in (("data", "*"), ("chapters/evidence", "*.py")):
        for path in sorted((ROOT / folder).glob(pattern)):
            app.env.note_dependency(str(path))


def rewrite_all(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """A number computed in one chapter is printed in others: every build writes every page."""
    return sorted(env.found_docs)


def setup(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("config-inited", date_edition)
    app.connect("builder-inited", check_data, priority=1)
    app.connect("source-read", note_inputs)
    app.connect("env-updated", rewrite_all)

"""Checks `data/` first, and dates the edition."""

import os
from datetime import UTC, datetime

import yaml
from sphinx.application import Sphinx
from sphinx.config import Config
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
        tables.table("claims")  # loads and checks all of them
    except tables.DataError as error:
        raise InputError(f"\n{error}") from None


def setup(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("config-inited", date_edition)
    app.connect("builder-inited", check_data, priority=1)

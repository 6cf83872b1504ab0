"""What a build depends on: settings and data are checked before anything is written."""

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError

from evidence import tables

from . import edition, settings


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
    try:
        config.copyright = f"{config.copyright}. {edition.line()}"  # at the foot of every page
    except ValueError as error:
        raise InputError(f"\n{error}") from None


def setup(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("config-inited", check, priority=0)

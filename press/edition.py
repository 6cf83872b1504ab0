"""Which edition this is: CITATION.cff has the version, and CHANGELOG.md whether it has gone on."""

import re

from evidence.words import when

from . import ROOT, settings

HEADING = re.compile(r"^## (?:Unreleased|(\S+) \((\S+)\))$", re.MULTILINE)


def citation() -> dict:
    """The citation file: title, authors, version and date of the last edition."""
    return settings.citation(ROOT)[0]


def unreleased() -> bool:
    """Whether anything has changed since the last edition.

    Raises ValueError where the two files name another edition as the last.
    """
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = list(HEADING.finditer(text))
    last = next((heading.groups() for heading in found if heading[1]), (None, None))
    cited = (str(citation()["version"]), str(citation()["date-released"]))
    if last != cited:
        raise ValueError(
            "CHANGELOG.md: the last edition is {} of {}, but in CITATION.cff {} of {}".format(
                *last, *cited
            )
        )
    ends = [*(heading.start() for heading in found[1:]), len(text)]
    return not found[0][1] and bool(text[found[0].end() : ends[0]].strip())


def line() -> str:
    """The edition in words, as the cover and every page print it. Raises ValueError as above."""
    cited = citation()
    version = f"ersion {cited['version']} ({when(str(cited['date-released']))})"
    return f"Unreleased state after v{version}" if unreleased() else f"V{version}"

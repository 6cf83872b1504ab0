"""Which edition this is: CITATION.cff has the version, and CHANGELOG.md whether it has gone on."""

import re
from datetime import date

from press import ROOT
from press.base import settings, sources

HEADING = re.compile(r"^## (?:Unreleased|(\S+) \((\S+)\))$", re.MULTILINE)


def citation() -> dict:
    """The citation file: title, authors, version and date of the last edition."""
    return settings.citation(ROOT)[0]


def licences() -> dict[str, str]:
    """The licences of `text` and data, which the data package has too, and of `code`, in words."""
    named, text = citation()["license"], sources.described("licenses", "name")
    code = [name for name in ([named] if isinstance(named, str) else named) if name not in text]
    words = {"text": text, "code": code}
    return {kind: " and ".join(found).replace("-", " ") for kind, found in words.items()}


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
    day = date.fromisoformat(cited["date-released"])
    version = f"ersion {cited['version']} ({day.day} {day:%B %Y})"
    return f"Unreleased state after v{version}" if unreleased() else f"V{version}"

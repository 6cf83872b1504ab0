"""The book's settings, looked at before anything is built: each fault is told in a sentence.

What is wrong with `data/` is told by evidence/ledger/tables.py, in the same form.
"""

import json
import os
import sys
from collections.abc import Container
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path

import yaml
from sphinx_external_toc.parsing import MalformedError, parse_toc_data

from evidence.ledger import shapes, tables
from evidence.ledger.yamls import read, read_text
from press import ROOT

TEXT = {"type": "string", "minLength": 1}
AUTHOR = {"type": "object", "additionalProperties": True, "anyOf": [
    {"required": ["name"]}, {"required": ["family-names"]}]}  # fmt: skip
CITATION = {
    "type": "object",
    "additionalProperties": True,  # the format has many more keys
    "required": ["cff-version", "message", "title", "authors", "version", "date-released",
                 "license", "keywords"],
    "properties": {
        "message": TEXT,
        "title": TEXT,
        "authors": {"type": "array", "minItems": 1, "items": AUTHOR},
        "version": {"type": "string", "pattern": r"^\d+\.\d+\.\d+$", "description": "1.2.3"},
        "date-released": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$",
                          "description": "YYYY-MM-DD"},
        "keywords": {"type": "array", "items": TEXT},
    },
}  # fmt: skip


def _dates_as_text(found: object) -> object:
    if isinstance(found, dict):
        return {name: _dates_as_text(value) for name, value in found.items()}
    return found.isoformat() if isinstance(found, date) else found


def citation(root: Path = ROOT) -> tuple[dict, list[str]]:
    """The citation file (dates as text), and what is wrong with it."""
    found, told = read(root / "CITATION.cff")
    found = _dates_as_text(found)
    told = told or shapes.faults(found, CITATION, "CITATION.cff")
    if not told:
        try:
            datetime.fromisoformat(found["date-released"])
        except ValueError:
            told = [f"CITATION.cff, key date-released: {found['date-released']!r} is no day"]
    return found, told


def apart(cff: dict, package: dict) -> list[str]:
    """Where the data, of the right shape like the citation file, are older than the edition.

    Between two editions the data may be younger: a page is read again, a claim is added.
    """
    released, created = cff["date-released"], package["created"][:10]
    if released <= created:
        return []
    return [
        f"CITATION.cff, key date-released: {released} lies after data/datapackage.json, key "
        f"created: {created}"
    ]


def _let_in(shape: dict, known: object) -> dict:
    """A shape that also lets in the keys of a mapping that it does not name."""
    if isinstance(known, dict):
        inside = shape.setdefault("properties", {})
        for name, value in known.items():
            inside[name] = _let_in(inside.get(name, {}), value)
    return shape


def config_faults(root: Path = ROOT) -> list[str]:
    """Faults in _config.yml; jupyter-book has its shape, but ignores keys that it does not know."""
    found, told = read(root / "_config.yml")
    if told:
        return told
    folder = files("jupyter_book")
    shape = json.loads(folder.joinpath("config_schema.json").read_text(encoding="utf-8"))
    known = yaml.safe_load(folder.joinpath("default_config.yml").read_text(encoding="utf-8"))
    told = shapes.faults(found, _let_in(shape, known), "_config.yml")
    if told:
        return told
    sphinx = found.get("sphinx") or {}
    loaded = [*(sphinx.get("local_extensions") or {}), *(sphinx.get("extra_extensions") or [])]
    loaded = (sphinx.get("config") or {}).get("extensions", loaded)  # goes before the others
    if "press" not in loaded:
        return [
            "_config.yml, key sphinx: no list of extensions names 'press', which prints this book"
        ]
    return []


def of_sphinx(root: Path = ROOT) -> dict:
    """The settings for Sphinx and its extensions in _config.yml."""
    found, _ = read(root / "_config.yml")
    return (found.get("sphinx") or {}).get("config") or {}


def unknown(known: Container[str], root: Path = ROOT) -> list[str]:
    """Settings for Sphinx in _config.yml that are not among those it and its extensions have."""
    return [
        f"_config.yml, key sphinx.config: the key {name!r} is unknown"
        for name in of_sphinx(root)
        if name not in known and name != "extensions"  # Sphinx takes these before its settings
    ]


def toc_faults(root: Path = ROOT) -> list[str]:
    """Faults in _toc.yml: its form, and pages that are not there."""
    found, told = read(root / "_toc.yml")
    if told:
        return told
    if not isinstance(found, dict):
        return [f"_toc.yml: {found!r:.60} is not a mapping of keys to values"]
    try:
        pages = parse_toc_data(found)
    except MalformedError as error:
        return [f"_toc.yml: {' '.join(str(error).split())}"]
    return [
        f"_toc.yml: the page {page} is missing"
        for page in pages
        if not any((root / f"{page}{end}").is_file() for end in ("", ".md", ".ipynb", ".rst"))
    ]


def faults(root: Path = ROOT) -> list[str]:
    """Whatever is wrong with the settings of a book, each in a sentence with file and key."""
    cff, told = citation(root)
    told += config_faults(root) + toc_faults(root)
    told += read_text(root / "CHANGELOG.md")[1]
    try:
        package = tables.package(root / "data")
    except tables.DataError as error:
        return told + error.faults
    return told or apart(cff, package)


def date_edition() -> None:
    """Stamp output with the edition's date, not the clock: the same bytes on any day.

    Whatever SOURCE_DATE_EPOCH the environment has, an odd one too, is not used.
    """
    day = datetime.fromisoformat(citation()[0]["date-released"]).replace(tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(day.timestamp()))


def begin() -> None:
    """Leave the program where a setting is wrong, else date the edition: before a build starts."""
    if told := faults():
        sys.exit("\n".join(["Fault in the settings of the book:", *told]))
    date_edition()

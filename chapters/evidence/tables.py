"""Load `data/` into typed tables, checked against `datapackage.json`: the only reader of files."""

import codecs
import csv
import io
import json
from functools import cache
from pathlib import Path

import pandas as pd

from . import descriptor
from .checks import (
    DataError,
    check_claims,
    check_dates,
    check_package,
    check_row_count,
    check_sources,
    check_table,
)
from .corrections import apply_corrections

DATA = Path(__file__).resolve().parents[2] / "data"
handed_out: set[str] = set()  # names of the tables asked for: what a chapter's results depend on


def package(folder: Path = DATA) -> dict:
    """The data package descriptor. Raises DataError where it is not JSON, or of another shape."""
    try:
        text = (folder / "datapackage.json").read_text(encoding="utf-8")
        found = json.loads(text)
    except FileNotFoundError as error:
        raise DataError(["data/datapackage.json: the file is missing"]) from error
    except json.JSONDecodeError as error:
        raise DataError([f"data/datapackage.json, line {error.lineno}: {error.msg}"]) from error
    except UnicodeDecodeError as error:
        raise DataError([f"data/datapackage.json: byte {error.start} is not UTF-8"]) from error
    if faults := _faults(text):
        raise DataError(faults)
    return found


@cache
def _faults(descriptor_text: str) -> list[str]:
    """Looked for once in each text: chapters ask for the package often."""
    return descriptor.faults(json.loads(descriptor_text))


def read_rows(path: Path) -> pd.DataFrame:
    """One CSV as text, exactly as it stands; index = the row number a spreadsheet shows.

    Raises DataError on bytes that are not UTF-8, a byte-order mark, a cut end, broken quotes and
    rows of the wrong length.
    """
    label, lines = f"data/{path.name}", []
    try:
        content = path.read_bytes()
        if content.startswith(codecs.BOM_UTF8):
            raise DataError([f"{label}, row 1: begins with a byte-order mark (BOM); save without"])
        if content and not content.endswith(b"\n"):
            row = content.count(b"\n") + 1
            raise DataError([f"{label}, row {row}: the file ends inside a row (truncated?)"])
        for row in csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True):
            lines.append(row)  # kept: the count names a later broken row
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        raise DataError([f"{label}, row {row}: byte {error.start} is not UTF-8 text"]) from error
    except csv.Error as error:
        raise DataError([f"{label}, row {len(lines) + 1}: {error}"]) from error
    except FileNotFoundError as error:
        raise DataError([f"{label}: the file is missing"]) from error
    if not lines:
        raise DataError([f"{label}: the file is empty"])
    header, rows = lines[0], lines[1:]
    wrong = [
        f"{label}, row {number}: {len(row)} fields where the header has {len(header)}"
        for number, row in enumerate(rows, start=2)
        if len(row) != len(header)
    ]
    if wrong:
        raise DataError(wrong)
    return pd.DataFrame(rows, columns=header, index=range(2, len(rows) + 2), dtype=str)


def _typed(table: pd.DataFrame, fields: list[dict]) -> pd.DataFrame:
    """Number columns as float (NaN where empty), integers as Int64, all others text."""
    kinds = {"number": "float64", "integer": "Int64", "year": "Int64"}
    for field in fields:
        if field["type"] in kinds:
            column = pd.to_numeric(table[field["name"]].replace("", None))
            table[field["name"]] = column.astype(kinds[field["type"]])
    return table


def load(folder: Path = DATA) -> dict[str, pd.DataFrame]:
    """Every table of the package, checked, corrected and typed: {name: table}.

    Raises DataError that lists each fault with file, row, column and what is wrong.
    """
    described = package(folder)
    resources = described["resources"]
    texts = {r["name"]: read_rows(folder / r["path"]) for r in resources}
    faults = [f for r in resources for f in check_row_count(texts[r["name"]], r)]
    faults += [f for r in resources for f in check_table(texts[r["name"]], r)]
    if not faults:
        faults = check_package(texts, resources)
    if faults:
        raise DataError(faults)
    texts["claims"] = apply_corrections(texts["claims"], texts["corrections"])
    # a correction can break a rule too, so the corrected rows are checked again
    claims = next(r for r in resources if r["name"] == "claims")
    may_name_dropped = ("corrections", "passages")
    others = [r for r in resources if r["name"] not in may_name_dropped]
    faults = check_table(texts["claims"], claims) or check_package(texts, others)
    day = described["created"][:10]
    faults = faults or check_claims(texts["claims"], texts["measures"])
    faults = faults or check_sources(texts["sources"], texts["publisher_kinds"])
    faults = faults or check_dates(texts, resources, day)
    if faults:
        raise DataError(faults)
    return {
        r["name"]: _typed(texts[r["name"]], r["schema"]["fields"]).reset_index(drop=True)
        for r in resources
    }


@cache
def _tables() -> dict[str, pd.DataFrame]:
    return load()


def table(name: str) -> pd.DataFrame:
    """A table of `data/` of the caller's own, by its name in `datapackage.json`."""
    handed_out.add(name)
    return _tables()[name].copy(deep=False)  # pandas copies what is written to


@cache
def _places(name: str, key: str) -> dict[str, int]:
    return {value: place for place, value in enumerate(_tables()[name][key])}


def _row(name: str, key: str, wanted: str) -> pd.Series:
    """The row of a table with that key. Raises KeyError where there is none."""
    handed_out.add(name)
    if wanted not in _places(name, key):
        raise KeyError(f"no {name[:-1]} {wanted!r} in data/{name}.csv")
    return _tables()[name].iloc[_places(name, key)[wanted]]


def files(name: str) -> list[Path]:
    """The files that one table is made from: its rows, their description, the corrections."""
    (resource,) = (r for r in package()["resources"] if r["name"] == name)
    corrected = ["corrections.csv"] if name == "claims" else []
    return [DATA / path for path in ("datapackage.json", resource["path"], *corrected)]


def claims(**equal: str | list[str]) -> pd.DataFrame:
    """Claims as corrected, one row each; keyword = value (or list of values) narrows them.

    Raises KeyError for a value that no claim has and no table of names knows.

    >>> claims(measure="cumulative_workers", scope="world")
    """
    rows = table("claims")
    for column, values in equal.items():
        wanted = [values] if isinstance(values, str) else values
        if unknown := set(wanted) - set(rows[column]) - _names(column):
            listed = ", ".join(sorted(map(repr, unknown)))
            raise KeyError(f"no claim in data/claims.csv has the {column} {listed}")
        rows = rows[rows[column].isin(wanted)]
    return rows.reset_index(drop=True)


def _names(column: str) -> set[str]:
    """The values that a column of the claims may have though no claim that is left has it."""
    known = set(_tables()["claims"][column])
    if column in ("measure", "source_id"):
        known |= set(table({"measure": "measures", "source_id": "sources"}[column])[column])
    return known


def claim(claim_id: str) -> pd.Series:
    """One claim by id. Raises KeyError where there is none."""
    return _row("claims", "id", claim_id)


def source(source_id: str) -> pd.Series:
    """One source by id. Raises KeyError where there is none."""
    return _row("sources", "source_id", source_id)


def vocabulary(name: str, column: str) -> list[str]:
    """The words a column may hold, in the order of the descriptor."""
    (resource,) = (r for r in package()["resources"] if r["name"] == name)
    (field,) = (f for f in resource["schema"]["fields"] if f["name"] == column)
    return field["constraints"]["enum"]


def sources() -> pd.DataFrame:
    """Sources, one row each."""
    return table("sources")


def measures() -> pd.DataFrame:
    """The vocabulary of measures: name, unit, label, definition."""
    return table("measures")


def country_names() -> pd.Series:
    """The name by which the report prints a country, by ISO code (iso3)."""
    return table("countries").set_index("iso3")["short"]


def numerals() -> pd.DataFrame:
    """Every numeral in the two documents, with the claim or the reason that accounts for it."""
    return table("numerals")

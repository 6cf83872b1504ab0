"""Read `data/` as text and check it against `datapackage.json`: the only reader of its files."""

import codecs
import csv
import io
import json
from functools import cache
from pathlib import Path

from evidence.ledger import descriptor
from evidence.ledger.checks import (
    DataError,
    Rows,
    check_aliases,
    check_assumptions,
    check_claims,
    check_dates,
    check_judgements,
    check_package,
    check_row_count,
    check_sources,
    check_stakes,
    check_table,
    check_voices,
)
from evidence.ledger.corrections import apply_corrections

DATA = Path(__file__).resolve().parents[3] / "data"


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


def read_rows(path: Path, columns: list[str]) -> Rows:
    """One CSV as text, exactly as it stands.

    Raises DataError on bytes that are not UTF-8, a byte-order mark, a cut end, broken quotes, rows
    of the wrong length and other columns than these.
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
    if header != columns and not wrong:
        wrong = [
            f"{label}, row 1: columns are {', '.join(header)}; datapackage.json says "
            f"{', '.join(columns)}"
        ]
    if wrong:
        raise DataError(wrong)
    return {n: dict(zip(header, row, strict=True)) for n, row in enumerate(rows, start=2)}


def read(folder: Path, described: dict) -> dict[str, Rows]:
    """Every table of a package as text. Raises DataError where a file cannot be read."""
    return {
        r["name"]: read_rows(folder / r["path"], [field["name"] for field in r["schema"]["fields"]])
        for r in described["resources"]
    }


def checked(tables: dict[str, Rows], described: dict) -> dict[str, Rows]:
    """The tables with the claims as corrected.

    Raises DataError that lists each fault with file, row, column and what is wrong.
    """
    resources = described["resources"]
    faults = [f for r in resources for f in check_row_count(tables[r["name"]], r)]
    faults += [f for r in resources for f in check_table(tables[r["name"]], r)]
    faults = faults or check_package(tables, resources)
    if faults:
        raise DataError(faults)
    tables = {**tables, "claims": apply_corrections(tables["claims"], tables["corrections"])}
    # a correction can break a rule too, so the corrected rows are checked again
    claims = next(r for r in resources if r["name"] == "claims")
    may_name_dropped = ("corrections", "passages")
    others = [r for r in resources if r["name"] not in may_name_dropped]
    faults = check_table(tables["claims"], claims) or check_package(tables, others)
    faults = faults or [
        *check_aliases(tables["aliases"], tables["claims"]),
        *check_assumptions(tables["assumptions"]),
        *check_voices(tables["voices"]),
        *check_stakes(tables["sources"]),
        *check_sources(tables["sources"], tables["publisher_kinds"]),
        *check_claims(tables["claims"], tables["measures"], tables["voices"]),
        *check_judgements(tables),
        *check_dates(tables, resources, described["created"][:10]),
    ]
    if faults:
        raise DataError(faults)
    return tables

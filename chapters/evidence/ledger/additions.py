"""New rows in `data/`: checked with all the rest, then written in one step or not at all."""

import csv
import io
from bisect import bisect_right
from pathlib import Path

from evidence.ledger import counts, texts
from evidence.ledger.checks import Rows
from evidence.ledger.texts import DATA


def row_for(rows: Rows, column: str, text: str) -> int:
    """The number that a new row gets: in its place where the table is in order of a column, else
    after the last."""
    there = [cells[column].casefold() for cells in rows.values()]
    ordered = there == sorted(there)
    return 2 + (bisect_right(there, text.casefold()) if ordered else len(there))


def with_row(rows: Rows, number: int, cells: dict[str, str]) -> Rows:
    """The rows with one more at that number; those below move down."""
    there = list(rows.values())
    return dict(enumerate([*there[: number - 2], cells, *there[number - 2 :]], start=2))


def with_line(content: bytes, number: int, cells: dict[str, str]) -> bytes:
    """A file with one more line at that number; all others stay as they stand, to the byte."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells.values())
    lines = content.splitlines(keepends=True)  # no cell may hold the end of a line
    lines.insert(number - 1, line.getvalue().encode())
    return b"".join(lines)


def add(new: dict[str, dict[str, str]], folder: Path = DATA) -> dict[str, int]:
    """Add one row to each table named, with its count: {table: number of the row}.

    A row gives the text of its columns; those it leaves out are empty. Raises DataError, and leaves
    every file as it was, where a rule would be broken, by these rows or by those that are there.
    """
    described = texts.package(folder)
    tables = texts.read(folder, described)
    files, numbers = {}, {}
    for resource in described["resources"]:
        name, path = resource["name"], folder / resource["path"]
        if name not in new:
            continue
        cells = {field["name"]: "" for field in resource["schema"]["fields"]} | new[name]
        key = resource["schema"]["fields"][0]["name"]
        number = row_for(tables[name], key, cells[key])
        tables[name] = with_row(tables[name], number, cells)
        resource["rows"] += 1
        files[path] = with_line(path.read_bytes(), number, cells)
        numbers[name] = number
    texts.checked(tables, described)
    files[folder / "datapackage.json"] = counts.as_json(described).encode()
    asides = {path: path.with_name(f"{path.name}.new") for path in files}
    try:
        for path, aside in asides.items():
            aside.write_bytes(files[path])
    except OSError:
        for aside in asides.values():
            aside.unlink(missing_ok=True)
        raise
    for path, aside in asides.items():
        aside.replace(path)
    return numbers

"""The tables as they are, line by line, and what it means to break one."""

import csv
import io
from dataclasses import dataclass, replace
from functools import cached_property

from evidence.ledger import tables


def line_of(cells: list[str]) -> bytes:
    """One row of CSV; a cell is quoted where it must be, also for a lone carriage return."""
    quoted = (
        '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\r\n') else text
        for text in cells
    )
    return ",".join(quoted).encode() + b"\n"


@dataclass(frozen=True)
class Corruption:
    """The lines `first` to `last` (from 1, as rows are numbered) become `new`."""

    table: str
    kind: str
    first: int
    last: int
    new: bytes
    place: str  # what a fault begins with
    told: str  # words of that fault
    cell: tuple[int, str, str] = (0, "", "")  # row, column and text, where it is one cell
    accepted: bool = False  # whether the reader lets it through, as a text like any other

    def breaks(self, sound: "Sound") -> bytes:
        """The content of the file, broken."""
        return b"".join([*sound.lines[: self.first - 1], self.new, *sound.lines[self.last :]])


class Sound:
    """One table of `data/` as it is, and how to break it."""

    def __init__(self, resource: dict) -> None:
        self.resource, self.name, self.path = resource, resource["name"], resource["path"]
        self.lines = (tables.DATA / self.path).read_bytes().splitlines(keepends=True)
        self.rows = list(csv.reader(io.StringIO(b"".join(self.lines).decode(), newline="")))
        assert len(self.rows) == len(self.lines)  # so that a row is a line
        self.fields = resource["schema"]["fields"]
        key = resource["schema"]["primaryKey"]
        self.key = [key] if isinstance(key, str) else key
        self.links = {
            link["fields"]: link["reference"] for link in resource["schema"].get("foreignKeys", [])
        }
        self.header = self.rows[0]

    @cached_property
    def open_columns(self) -> list[str]:
        """Columns of text that may say anything."""
        bound = {
            "claims": {"unit"}, "corrections": {"column", "old", "new"}, "voices": {"origin"},
            "assumptions": {"value", "low", "high", "unit"},
        }.get(self.name, set())  # fmt: skip
        return [
            f["name"] for f in self.fields
            if f["type"] == "string" and f["name"] not in {*self.links, *self.key, *bound}
            and not {"enum", "pattern"} & set(f.get("constraints", {}))
        ] + (["title", "author", "publisher"] if self.name == "sources" else [])  # fmt: skip

    def columns(self, *kinds: str, rule: str = "") -> list[dict]:
        """Fields of these types (any, if none is named) that have the constraint."""
        return [
            f for f in self.fields
            if (not kinds or f["type"] in kinds) and (not rule or rule in f.get("constraints", {}))
        ]  # fmt: skip

    def get(self, row: int, column: str) -> str:
        """The text of one cell."""
        return self.rows[row - 1][self.header.index(column)]

    def filled(self, column: str) -> list[int]:
        """Rows that have something in the column, and that no rule between tables is about."""
        free = range(2, len(self.rows) + 1)
        if self.name == "claims":
            fixed = {row[0] for row in SOUND["corrections"].rows}
            free = [
                row for row in free
                if self.get(row, "id") not in fixed and self.get(row, "qualifier") != "vague"
            ]  # fmt: skip
        return [row for row in free if self.get(row, column)]

    def encoded(self, row: int, changes: dict[str, str]) -> bytes:
        """One line with some cells changed."""
        cells = zip(self.header, self.rows[row - 1], strict=True)
        return line_of([changes.get(column, old) for column, old in cells])

    def at(self, row: int, column: str = "") -> str:
        """How a fault at this place begins."""
        return f"data/{self.path}, row {row}" + (f', column "{column}":' if column else ":")

    def line(self, kind: str, row: int, new: bytes, told: str, place: str = "") -> Corruption:
        """One line broken as a whole."""
        return Corruption(self.name, kind, row, row, new, place or self.at(row), told)

    def cell(self, kind: str, row: int, column: str, text: str, told: str) -> Corruption:
        """One cell with another text, which is refused."""
        new, place = self.encoded(row, {column: text}), self.at(row, column)
        return Corruption(self.name, kind, row, row, new, place, told, (row, column, text))

    def text(self, kind: str, row: int, column: str, text: str) -> Corruption:
        """One cell with another text, which the reader lets through."""
        return replace(self.cell(kind, row, column, text, ""), accepted=True)


SOUND = {resource["name"]: Sound(resource) for resource in tables.package()["resources"]}

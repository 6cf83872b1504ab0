"""Corruptions of a file: its columns, the length of its rows, its end, its bytes, its quotes."""

from collections.abc import Iterator
from random import Random

from sound import Corruption, Sound, line_of

BOM = b"\xef\xbb\xbf"


def wrong_column_count(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A row with a cell too many, one with a cell too few, an empty line."""
    for change in (lambda cells: [*cells, "x"], lambda cells: cells[:-1], lambda cells: []):
        row = chance.randint(2, len(table.rows))
        cells = change(table.rows[row - 1])
        place = f"{table.at(row)} {len(cells)} fields"
        yield table.line(kind, row, line_of(cells), "where the header has", place)


def wrong_columns(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A column renamed, moved, named twice; a column taken out of the whole file."""
    one, other = chance.sample(range(len(table.header)), 2)
    renamed, moved, twice = list(table.header), list(table.header), list(table.header)
    renamed[one] = renamed[one].capitalize()
    moved[one], moved[other] = moved[other], moved[one]
    twice[one] = twice[other]
    for header in (renamed, moved, twice):
        yield table.line(kind, 1, line_of(header), "columns are", table.at(1))
    rest = b"".join(line_of(row[:one] + row[one + 1 :]) for row in table.rows)
    yield Corruption(table.name, kind, 1, len(table.lines), rest, table.at(1), "columns are")
    rest = line_of(table.header[:one] + table.header[one + 1 :])
    place = f"{table.at(2)} {len(table.header)} fields"
    yield table.line(kind, 1, rest, "where the header has", place)


def bad_encoding(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A byte of Latin-1, and a file in UTF-16."""
    row = chance.randint(2, len(table.rows))
    line = table.lines[row - 1]
    middle = chance.randint(1, len(line) - 1)
    while line[middle] >= 0x80:  # not inside a character
        middle -= 1
    yield table.line(kind, row, line[:middle] + b"\xe9" + line[middle:], "is not UTF-8 text")
    wide = b"".join(table.lines).decode().encode("utf-16-be")
    place = table.at(1).removesuffix("1:")  # whichever row comes first
    yield Corruption(table.name, kind, 1, len(table.lines), b"\xfe\xff" + wide, place, "UTF-8")


def byte_order_mark(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """As some editors put before the header."""
    yield table.line(kind, 1, BOM + table.lines[0], "byte-order mark")


def truncated(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A file cut between two rows, inside its last cell, inside quotes; mended with an end."""
    last = len(table.lines)
    told = f"rows where datapackage.json says {last - 1}"
    for lost in {1, chance.randint(2, last - 2), last - 1}:
        place = f"data/{table.path}: {last - 1 - lost} rows"
        yield Corruption(table.name, kind, last - lost + 1, last, b"", place, told)
    for end in (table.lines[-1][:-1], table.lines[-1][:-3]):
        yield table.line(kind, last, end, "the file ends inside a row")
    cells = b",".join([b"x"] * (len(table.header) - 1))
    yield table.line(kind, last, cells + b',"cut, in', "the file ends inside a row")
    yield table.line(kind, last, cells + b',"cut, in\n', "unexpected end of data")


def row_added(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A row that the descriptor does not count."""
    last = len(table.lines)
    new, place = table.lines[-1] * 2, f"data/{table.path}: {last} rows"
    yield table.line(kind, last, new, f"datapackage.json says {last - 1}", place)


def stray_quote(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A quote that opens a cell and is not closed; one that closes too early."""
    for spoil in (lambda text: f'"{text}', lambda text: f'"{text[:1]}"{text[1:]}x'):
        row = chance.randint(2, len(table.rows))
        column = chance.randrange(len(table.header))
        before, after = table.rows[row - 1][:column], table.rows[row - 1][column + 1 :]
        cells = [line_of([text])[:-1] for text in (*before, *after)]
        cells.insert(column, spoil(table.rows[row - 1][column]).encode())
        yield table.line(kind, row, b",".join(cells) + b"\n", "")


FILES = (
    wrong_column_count, wrong_columns, bad_encoding, byte_order_mark, truncated, row_added,
    stray_quote,
)  # fmt: skip

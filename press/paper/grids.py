"""Tables for paper: whole rows, in columns that fit the page.

A table that is too wide is set in smaller letters, or in parts one below the other, each with its
columns, beside which the first ones stand again.
"""

import copy
import re
from typing import NamedTuple

from lxml import etree

LINE = 92  # characters on a line of a table
PADDING = 2  # the space after a column, in characters
CODE = 1.25  # how much wider a letter of code is
BREAKS = re.compile(r"\s+|(?<=[-/\u200b])")
SMALL = 0.72  # the smallest letters, as a part of those of a table
# where words may be broken: first those that no reader would call one, at last any long one; after
# a sign, if there is one
LONG = (
    re.compile(r"(?:\S{8,23}[^\w\s]|\S{24})(?=\S{8})"),
    re.compile(r"(?:\S{4,11}[^\w\s]|\S{12})(?=\S{4})"),
)
SHORT = 1200  # characters, and
LINES = 30  # lines up to which a table is kept on one page
HIGH = 40  # lines up to which a row is


class Cell(NamedTuple):
    """A cell and the first row and column that it stands in."""

    element: etree._Element
    row: int
    column: int


def span(cell: etree._Element, name: str) -> int:
    """Over how many rows or columns a cell goes."""
    told = re.match(r"\d+", cell.get(name, "").strip())
    return min(max(1, int(told[0])), 1000) if told else 1


def rows_of(table: etree._Element) -> tuple[list[etree._Element], list[etree._Element]]:
    """The rows of the head and all others, wherever they stand; not those of tables within."""
    rows = table.xpath("./tr|./thead/tr|./tbody/tr")
    rows += table.xpath("./tfoot/tr")
    if table.find("thead") is None and len(rows) > 1:
        begin = next((n for n, row in enumerate(rows) if row.find("td") is not None), 0)
        return rows[:begin], rows[begin:]
    head = [row for row in rows if row.getparent().tag == "thead"]
    return head, [row for row in rows if row.getparent().tag != "thead"]


def grid(rows: list[etree._Element]) -> list[list[Cell | None]]:
    """What stands at each place of some rows, None where nothing does; all rows equally long.

    A cell ends where another stands already, and with the part of the table that it is in.
    """
    places: dict[tuple[int, int], Cell] = {}
    for number, row in enumerate(rows):
        column = 0
        room = 1 + sum(1 for other in rows[number + 1 :] if other.getparent() is row.getparent())
        for element in row.iterchildren("td", "th"):
            while (number, column) in places:
                column += 1
            cell = Cell(element, number, column)
            for _ in range(span(element, "colspan")):
                if (number, column) in places:
                    break
                for down in range(min(span(element, "rowspan"), room)):
                    places[number + down, column] = cell
                column += 1
    wide = max((column for _, column in places), default=-1) + 1
    return [[places.get((number, column)) for column in range(wide)] for number in range(len(rows))]


def widths(cells: list[list[Cell | None]]) -> tuple[list[float], list[float]]:
    """For each column the longest word and the longest text, in characters.

    A cell over several columns has no say.
    """
    wide = max(map(len, cells), default=0)
    least, most = [float(PADDING)] * wide, [float(PADDING)] * wide
    for row in cells:
        for column, cell in enumerate(row):
            if cell is None or span(cell.element, "colspan") > 1:
                continue
            words = BREAKS.split("".join(cell.element.itertext()).strip())
            letter = CODE if cell.element.find(".//code") is not None else 1
            least[column] = max(least[column], PADDING + letter * max(map(len, words)))
            most[column] = max(most[column], PADDING + letter * len(" ".join(words)))
    return least, most


def shares(least: list[float], most: list[float]) -> list[float]:
    """For each column its share of the line, as a browser shares it out (CSS 2.1, 17.5.2.2).

    No column is narrower than its longest word, and what is left goes by how much longer its
    longest text is.
    """
    room = LINE - sum(least)
    if room <= 0:
        return least
    wishes = [long - short for short, long in zip(least, most, strict=True)]
    if sum(wishes) <= room:
        return most
    return [short + room * wish / sum(wishes) for short, wish in zip(least, wishes, strict=True)]


def bands(least: list[float], fixed: int) -> list[list[int]]:
    """The columns of each part of a table that is too wide: the first, `fixed`, stand in all."""
    room = LINE / SMALL - sum(least[:fixed])

    def filled(room: float) -> list[list[int]]:
        parts, wide = [[]], 0.0
        for column in range(fixed, len(least)):
            if parts[-1] and wide + least[column] > room:
                parts.append([])
                wide = 0.0
            parts[-1].append(column)
            wide += least[column]
        return parts

    parts = filled(room)
    even = sum(least[fixed:]) / len(parts) + max(least[fixed:])  # or the last would be narrow
    parts = filled(min(room, even))
    return [[*range(fixed), *part] for part in parts]


def fixed(cells: list[list[Cell | None]], least: list[float]) -> int:
    """How many columns at the left say what a row is; none where they would fill the page."""
    count = 0
    for column in range(len(least)):
        heads = [row[column] for row in cells if row[column] is not None]
        if not heads or any(cell.element.tag != "th" for cell in heads):
            break
        count += 1
    count = count or 1
    return count if sum(least[:count]) < LINE / 2 else 0


def part(cells: list[list[Cell | None]], columns: list[int], tag: str) -> etree._Element:
    """Some columns of rows as a `thead` or `tbody`, with an empty cell where nothing stood."""
    found = etree.Element(tag)
    for number, row in enumerate(cells):
        line = etree.SubElement(found, "tr")
        for column in columns:
            cell = row[column]
            if cell is None:
                etree.SubElement(line, "td")
                continue
            covered = [other for other in columns if row[other] is cell]
            if cell.row != number or column != covered[0]:
                continue
            one = copy.deepcopy(cell.element)
            one.tail = None
            high = sum(1 for other in cells if other[column] is cell)
            for name, value in (("colspan", len(covered)), ("rowspan", high)):
                one.set(name, str(value))
            line.append(one)
    return found


def break_words(rows: list[etree._Element], long: re.Pattern) -> None:
    """Let long words be broken."""
    for row in rows:
        for element in row.iter():
            if element.text:
                element.text = long.sub("\\g<0>\u200b", element.text)
            if element is not row and element.tail:
                element.tail = long.sub("\\g<0>\u200b", element.tail)


def lines_of(row: etree._Element, room: list[float], factor: float) -> float:
    """About how many lines a row has, in columns with room for so many characters."""
    found, column = 1.0, 0
    for cell in row:
        over = span(cell, "colspan")
        wide = max(1.0, sum(room[column : column + over]) / factor)
        blocks = len(cell.xpath(".//br|.//p|.//li|.//dt|.//dd|.//tr|.//img"))
        found = max(found, blocks + len("".join(cell.itertext())) / wide)
        column += over
    return found


def align(table: etree._Element) -> None:
    """Put what pandas shows at the right of its columns, as on the page, but the names of rows."""
    if "dataframe" in table.get("class", "").split():
        names = max((len(row.findall("th")) for row in table.iterfind("tbody/tr")), default=0)
        for cell in table.xpath(f"tbody/tr/td|thead/tr/th[position() > {names}]"):
            cell.set("class", "text-right")


def fit(table: etree._Element) -> None:
    """Give a table rows and columns that paper can set, and `columns`, their shares of the line.

    Its class has `short` where it stays on one page, that of a cell `long` where it may be parted;
    `size` is the size of its letters as a part of the usual one.
    """
    align(table)
    head, body = rows_of(table)
    for row in (*head, *body):
        if row.get("id") is not None and len(row):  # a row is no element on paper
            place = etree.Element("span", id=row.attrib.pop("id"))
            place.tail, row[0].text = row[0].text, None
            row[0].insert(0, place)
    cells = grid(head), grid(body)
    wide = max((len(rows[0]) for rows in cells if rows), default=0)
    cells = tuple([row + [None] * (wide - len(row)) for row in rows] for rows in cells)
    least, most = widths([*cells[0], *cells[1]])
    for long, limit in zip(LONG, (LINE, LINE / SMALL), strict=True):
        if sum(least) > limit:
            break_words([*head, *body], long)
            least, most = widths([*cells[0], *cells[1]])
    parts = [list(range(wide))]
    if sum(least) > LINE / SMALL:
        parts = bands(least, fixed(cells[1], least))
    caption = table.find("caption")
    for child in list(table):
        if child is not caption:
            table.remove(child)
    place = table
    for columns in parts:
        one = table if columns is parts[0] else again(table)
        room = shares([least[c] for c in columns], [most[c] for c in columns])
        factor = min(1.0, LINE / sum(room)) if room else 1.0
        for rows, tag in zip(cells, ("thead", "tbody"), strict=True):
            one.append(part(rows, columns, tag))
        one.set("columns", " ".join(f"{share:.1f}" for share in room))
        one.set("size", f"{factor:.3f}")
        mark(one, room, factor)
        if one is not table:
            once(one)
            place.addnext(one)
            place = one


def again(table: etree._Element) -> etree._Element:
    """The beginning of another part of a table, told so."""
    one = etree.Element("table", {k: v for k, v in table.attrib.items() if k == "class"})
    caption = table.find("caption")
    if caption is not None:
        told = copy.deepcopy(caption)
        told.attrib.pop("id", None)
        etree.SubElement(told, "span").text = " (continued)"
        one.append(told)
    return one


def once(table: etree._Element) -> None:
    """Leave out of a repeated part what may stand in a book only once: ids, the text of notes."""
    for note in table.xpath(".//note"):
        note.tag, note.text = "a", None
        note.attrib.update({"class": "footnote-reference", "href": f"#{note.get('id')}"})
        note[:] = []
    for element in table.xpath(".//*[@id]"):
        del element.attrib["id"]


def mark(table: etree._Element, room: list[float], factor: float) -> None:
    """Mark what fits a page, and cells that are too high for one."""
    total = 0.0
    for row in table.iter("tr"):
        high = lines_of(row, room, factor)
        total += high
        for cell in row if high > HIGH else ():
            cell.set("class", f"{cell.get('class', '')} long".strip())
    if len("".join(table.itertext())) <= SHORT and total <= LINES:
        table.set("class", f"{table.get('class', '')} short".strip())

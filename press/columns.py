"""How wide the columns of a printed table are."""

import re

from lxml import etree

LINE = 92  # characters on a line of a table
PADDING = 2  # the space after a column, in characters
CODE = 1.25  # how much wider a letter of code is
BREAKS = re.compile(r"\s+|(?<=[-/])")


def shares(table: etree._Element) -> list[float]:
    """For each column its share of the line, as a browser shares it out (CSS 2.1, 17.5.2.2).

    Counted in characters: no column is narrower than its longest word, and what is left goes by
    how much longer its longest text is. A cell over several columns has no say.
    """
    least: list[float] = []
    most: list[float] = []
    for row in table.iter("tr"):
        column = 0
        for cell in row.iterchildren("td", "th"):
            span = int(cell.get("colspan", "1"))
            for known in (least, most):
                known.extend([PADDING] * (column + span - len(known)))
            if span == 1:
                words = BREAKS.split("".join(cell.itertext()).strip())
                wide = CODE if cell.find(".//code") is not None else 1
                least[column] = max(least[column], PADDING + wide * max(map(len, words)))
                most[column] = max(most[column], PADDING + wide * len(" ".join(words)))
            column += span
    room = LINE - sum(least)
    if room <= 0:
        return least
    wishes = [long - short for short, long in zip(least, most, strict=True)]
    if sum(wishes) <= room:
        return most
    return [short + room * wish / sum(wishes) for short, wish in zip(least, wishes, strict=True)]

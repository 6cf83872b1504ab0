"""Every way to break a table of `data/`: the reader must refuse it, or it must print harmlessly.

What is drawn (rows, columns, texts) depends on the table and the kind only, so that every run
breaks the same cells. `PYTHONPATH=chapters python tests/helpers/corruptions.py` prints how many.
"""

from collections import Counter, defaultdict
from random import Random

from corrupt_cells import CELLS
from corrupt_files import FILES
from corrupt_texts import TEXTS
from sound import SOUND, Corruption


def of_table(name: str) -> list[Corruption]:
    """Every corruption of one table."""
    found = []
    for make in (*CELLS, *TEXTS, *FILES):
        kind = make.__name__.replace("_", " ")
        found += make(SOUND[name], kind, Random(f"{name} {kind}"))
    return found


FULL = [name for name, table in SOUND.items() if len(table.rows) > 1]  # not a head alone
ALL = [corruption for name in FULL for corruption in of_table(name)]


def with_texts(name: str) -> bytes:
    """The file of a table with every accepted corruption in it at once."""
    table, changes = SOUND[name], defaultdict(dict)
    for row, column, text in (c.cell for c in ALL if c.table == name and c.accepted):
        changes[row][column] = text
    lines = enumerate(table.lines, start=1)
    return b"".join(table.encoded(n, changes[n]) if n in changes else line for n, line in lines)


def counts() -> str:
    """A table of kind by table: how many are refused + how many are accepted and escaped."""
    tally = Counter((c.kind, c.table, c.accepted) for c in ALL)
    kinds = list(dict.fromkeys(c.kind for c in ALL))

    def cell(kinds: list[str], names: list[str]) -> str:
        refused, shown = (sum(tally[k, n, a] for k in kinds for n in names) for a in (False, True))
        return f"{refused or ''}{f'+{shown}' if shown else ''}" or "."

    names = list(SOUND)
    lines = [["refused+shown", *names, "all"]]
    lines += [[k, *(cell([k], [n]) for n in names), cell([k], names)] for k in kinds]
    lines += [["all", *(cell(kinds, [n]) for n in names), cell(kinds, names)]]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        " ".join(
            text.rjust(width) if number else text.ljust(width)
            for number, (text, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


if __name__ == "__main__":
    print(counts())

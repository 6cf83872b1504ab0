"""`make check`: whether the tables and the sentences keep their rules, told in about a second.

A build looks at the same before it begins. Where a table has grown, its "rows" in
data/datapackage.json is brought up to date here.
"""

import sys
from pathlib import Path

from evidence.ledger import counts, texts
from evidence.ledger.checks import DataError
from evidence.show import say


def check(folder: Path = texts.DATA, chapters: Path = say.CHAPTERS) -> list[str]:
    """What is to be told of a sound book. Raises DataError with every fault."""
    catalogues, faults = sorted(chapters.glob(f"*{say.END}")), say.faults(chapters)
    try:
        described = texts.package(folder)
        tables = texts.read(folder, described)
        told = counts.brought_up(described, tables)
        texts.checked(tables, described)
    except DataError as error:
        raise DataError(error.faults + faults) from None
    if faults:
        raise DataError(faults)
    if told:
        counts.write(described, folder)
    rows = sum(map(len, tables.values()))
    well = f"All is well: {len(tables)} tables, {rows:,} rows; {len(catalogues)} catalogues."
    return [*told, well]


if __name__ == "__main__":
    try:
        print("\n".join(check()))
    except DataError as error:
        sys.exit(str(error))

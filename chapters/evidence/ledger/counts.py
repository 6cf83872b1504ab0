"""How many rows each table has, as `datapackage.json` says: so that one cut off is noticed."""

import json
from pathlib import Path

from evidence.ledger.checks import Rows
from evidence.ledger.texts import DATA, package


def brought_up(described: dict, tables: dict[str, Rows]) -> list[str]:
    """Raise "rows" in a descriptor where a table has grown; returns a sentence for each.

    A table that is shorter than it should be stays a fault: check_row_count tells it.
    """
    told = []
    for resource in described["resources"]:
        said, found = resource["rows"], len(tables[resource["name"]])
        if found > said:
            resource["rows"] = found
            told.append(
                f"data/{resource['path']}: {found} rows, {found - said} more than "
                'datapackage.json said; its "rows" is up to date now.'
            )
    return told


def as_json(described: dict) -> str:
    """A descriptor as it stands in its file."""
    return json.dumps(described, indent=1, ensure_ascii=False) + "\n"


def write(described: dict, folder: Path = DATA) -> None:
    """Write a descriptor into its file, in one step."""
    aside = folder / "datapackage.json.new"
    aside.write_text(as_json(described), encoding="utf-8", newline="\n")
    aside.replace(folder / "datapackage.json")


def put(file: str, rows: int) -> None:
    """Write into the descriptor how many rows a table that was made anew has."""
    described = package()
    (resource,) = (r for r in described["resources"] if r["path"] == file)
    resource["rows"] = rows
    write(described)

"""The rows of `data/` as text, with the corrections that stand beside them."""

import csv

from evidence.ledger import tables

DOCUMENTS = ("panichelli_batalla_2020.txt", "geopolitical_economy_2022.txt")


def read(name: str) -> list[dict]:
    with (tables.DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ledger() -> list[dict]:
    """The rows of the ledger with the corrections made by hand."""
    rows = {row["id"]: row for row in read("claims")}
    for fix in read("corrections"):
        if fix["action"] == "drop":
            del rows[fix["claim"]]
        else:
            assert fix["action"] == "set"
            rows[fix["claim"]][fix["column"]] = fix["new"]
    return list(rows.values())


ROWS = {row["id"]: row for row in ledger()}
ECHOES = {row["claim"] for row in read("repeats")}


def value(claim_id: str) -> float:
    return float(ROWS[claim_id]["value"])


def elsewhere(*measures: str) -> list[dict]:
    """What others than the two documents state."""
    rows = [r for r in ROWS.values() if r["measure"] in measures]
    return [r for r in rows if r["source_id"] not in DOCUMENTS]

"""`make walk`: run the chapters again with each assumption at either end of its range.

What then shows something else goes into `data/moves.csv`, which the book prints: which results
and which verdicts hang on which assumption.
"""

import csv
import json
import multiprocessing
import re
import sys

import matplotlib as mpl

from evidence import assumptions
from evidence.ledger import counts
from press import ROOT
from press.base.surroundings import workers
from tools.rerun import Shown, pages, shown

MOVES = ROOT / "data" / "moves.csv"
OF_ALL = ("table", "tab-assumptions")  # it prints every value: that it moves says nothing
COLUMNS = ("assumption", "value", "page", "kind", "name", "claim", "verdict")
NUMBER = re.compile(r"(-?[\d,.]*\d)(?: to (-?[\d,.]*\d))?(?: ?%| percent)?")  # a result, or a range
STALE = "stale"
BEHIND = {"inputs", "bears"}  # the claims behind a result or a verdict


def changed(before: Shown, after: Shown) -> list[tuple[str, str]]:
    """The kind and name of all that shows something else, or is shown in one of the two only.

    Of a result and of a verdict only the words count: the claims behind it may be others.
    """

    def words(found: Shown, key: tuple[str, str]) -> str | dict[str, str] | None:
        if key[0] not in ("result", "verdict") or key not in found:
            return found.get(key)
        return {part: said for part, said in json.loads(found[key]).items() if part not in BEHIND}

    keys = [key for key in dict.fromkeys([*before, *after]) if key != OF_ALL]
    return [key for key in keys if words(before, key) != words(after, key)]


def stale(before: Shown, after: Shown, assumed: str = "") -> list[str]:
    """The results (names) that the fixed words around them no longer suit: a number above zero has
    become none, negative or without an end, or the ends of a range have changed places.

    What only prints the value that is `assumed` is as somebody wished it.
    """
    found = []
    for key in before.keys() & after.keys():
        if key[0] != "result":
            continue
        was, now = (json.loads(run[key])["text"] for run in (before, after))
        if now not in (was, assumed) and suits(was) and not suits(now):
            found.append(key[1])
    return sorted(found)


def suits(text: str) -> bool:
    """Whether a number or a range can stand in a sentence that was written for one: above zero, and
    a range the right way round. Any other words can."""
    if not (match := NUMBER.fullmatch(text)):
        return text not in ("nan", "inf", "")
    low, high = (float(end.replace(",", "")) for end in (match[1], match[2] or match[1]))
    return 0 <= low <= high and high > 0


def moves(name: str, value: float | str, page: str, before: Shown) -> list[dict[str, str]]:
    """What of a page moves, one row each, where an assumption has another value; of the kind STALE
    what then stands in words that do not suit it."""
    with assumptions.assumed(**{name: value}):
        after = shown(page)
    told = value if isinstance(value, str) else f"{value:g}"
    found, old = [], [(STALE, what) for what in stale(before, after, told)]
    for kind, what in [*changed(before, after), *old]:
        row = dict.fromkeys(COLUMNS, "")
        row |= {"assumption": name, "page": page, "kind": kind, "name": what}
        row["value"] = told
        if kind == "verdict":
            was, now = (json.loads(run.get((kind, what), "{}")) for run in (before, after))
            if was.get("verdict") != now.get("verdict"):
                row |= {"claim": now.get("figure", ""), "verdict": now.get("verdict", "")}
        found.append(row)
    return found


def first_run() -> dict[str, tuple[Shown, set[str]]]:
    """Each page as it is, and the assumptions that it reads."""
    found = {}
    for page in pages():
        with assumptions.reading() as read:
            found[page] = shown(page), read
    return found


def all_moves() -> list[dict[str, str]]:
    """What moves on all pages with every assumption at either end, as rows of `data/moves.csv`."""
    known = first_run()
    steps = [
        (name, row[end], page, before)
        for name, row in assumptions.table().items()
        for end in ("low", "high")
        for page, (before, reads) in known.items()
        if name in reads and row[end] != row["value"]
    ]
    # each in a process of its own, forked from one in which all chapters have run
    with multiprocessing.get_context("fork").Pool(workers(), maxtasksperchild=1) as pool:
        return [row for rows in pool.starmap(moves, steps, chunksize=1) for row in rows]


if __name__ == "__main__":
    mpl.use("agg")
    every = all_moves()
    rows = [row for row in every if row["kind"] != STALE]
    with MOVES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    counts.put(MOVES.name, len(rows))
    print(f"{len(rows)} rows in data/moves.csv; read its diff.")
    if old := [row for row in every if row["kind"] == STALE]:
        places = (
            f"chapters/{r['page']}.md, {r['name']}, at {r['assumption']} {r['value']}" for r in old
        )
        sys.exit("words that no longer suit a result: " + "; ".join(places))

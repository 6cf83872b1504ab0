"""The guard of what is published: every result, chart and table as a person last accepted it.

`data/results.csv` is compared in each build with what the chapters give now. What differs is told,
and `make test` stops on it; `make results` writes the table anew, and its diff is read by a person
before it is committed. So no published number moves unseen, whoever moves the code behind it.
"""

import csv
import hashlib
import io
import json
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from . import ROOT
from .publish import WORK

ACCEPTED = ROOT / "data" / "results.csv"
DESCRIPTOR = ACCEPTED.with_name("datapackage.json")
# text is the words of a result, or a caption; inputs the claims that a result names
COLUMNS = ("kind", "name", "page", "title", "text", "alt", "inputs", "data")


def row(kind: str, name: str, page: str, **texts: str) -> dict[str, str]:
    """One thing as the table holds it: each text on one line; what is not given stays empty."""
    given = {"kind": kind, "name": name, "page": page, **texts}
    return dict.fromkeys(COLUMNS, "") | {c: " ".join(text.split()) for c, text in given.items()}


def digest(data: str) -> str:
    """The first letters of the SHA-256 of the rows behind a chart or table."""
    return hashlib.sha256(data.encode()).hexdigest()[:12]


def shown(env: BuildEnvironment) -> list[dict[str, str]]:
    """One row a result, chart and table of the book, sorted by kind and name."""
    rows = [
        row("result", name, found["page"], text=found["text"], inputs=" ".join(found["inputs"]))
        for name, found in env.book_results.items()
    ]
    rows += [one for page in env.book_shown.values() for one in page]
    return sorted(rows, key=lambda one: (one["kind"], one["name"]))


def as_csv(rows: list[dict[str, str]]) -> str:
    """The table as it stands in the file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def accepted() -> list[dict[str, str]]:
    """The table as last accepted; none where the book has no such table yet."""
    if not ACCEPTED.exists():
        return []
    with ACCEPTED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def moved(before: list[dict[str, str]], now: list[dict[str, str]]) -> list[str]:
    """One line for each thing that is new, gone or other than it was accepted."""
    old, new = ({(r["kind"], r["name"]): r for r in rows} for rows in (before, now))
    lines = [f"{kind} {name} is gone" for kind, name in old if (kind, name) not in new]
    for key, row in new.items():
        kind, name = key
        if key not in old:
            lines.append(f"{kind} {name} is new: {row['text']}")
        else:
            lines += [
                f"{kind} {name}, {column}: {old[key][column]!r} is now {row[column]!r}"
                for column in COLUMNS[2:]
                if old[key][column] != row[column]
            ]
    return lines


def compare(app: Sphinx, env: BuildEnvironment) -> None:
    """Tell what moved, and keep the table as it is now for `make results`."""
    now = shown(env)
    (Path(app.doctreedir) / ACCEPTED.name).write_text(as_csv(now), encoding="utf-8")
    lines = moved(accepted(), now)
    if lines:
        told = "\n".join(f"  {line}" for line in lines)
        print(f"Moved since data/results.csv was accepted (make results):\n{told}", flush=True)


def prepare(app: Sphinx) -> None:
    """A place in the environment for what pages show."""
    if not hasattr(app.env, "book_shown"):
        app.env.book_shown = {}


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget what a page showed before it is read again."""
    env.book_shown.pop(docname, None)


def setup(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("builder-inited", prepare)
    app.connect("env-purge-doc", purge)
    app.connect("env-check-consistency", compare)


if __name__ == "__main__":
    made = (WORK / "doctrees" / ACCEPTED.name).read_text(encoding="utf-8")
    changes = moved(accepted(), list(csv.DictReader(io.StringIO(made))))
    ACCEPTED.write_text(made, encoding="utf-8")
    package = json.loads(DESCRIPTOR.read_text(encoding="utf-8"))
    (resource,) = (r for r in package["resources"] if r["path"] == ACCEPTED.name)
    resource["rows"] = len(list(csv.DictReader(io.StringIO(made))))
    text = json.dumps(package, indent=1, ensure_ascii=False)
    DESCRIPTOR.write_text(f"{text}\n", encoding="utf-8")
    print("\n".join([*changes, f"{len(changes)} accepted into data/results.csv; read its diff."]))

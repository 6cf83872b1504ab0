"""A checkout of a small book on a few rows of data: for tests that run the very command."""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tinybook import NOTEBOOK

from press import ROOT
from press.base.publish import TIMES

CLAIMS = {
    "pb-professionals",
    "pb-countries",
    "pb-defections",
    "parole-approvals.united-states.2015-09.cuba-journal",
}
TOP = ("_config.yml", "CITATION.cff", "CHANGELOG.md", "requirements.txt")
TOP += ("LICENSE", "LICENSE-CC-BY-4.0")
PAGES = {
    "chapters/index.md": "# Front\n\nSee [](one.md).\n\n- {offer}`The PDF <"
    "counting-cubas-doctors.pdf>`\n",
    "chapters/one.md": f"{NOTEBOOK}\n# The first question\n\nThere were {{claim}}"
    "`pb-professionals`.\n\n```{code-cell}\nfrom evidence import show\n"
    "from evidence.ledger import tables\n"
    "show.result('one-rows', str(len(tables.claims())))\n```\n",
    "chapters/two.md": "# The second question\n\nIt is {result}`one-rows`.\n",
    "chapters/ledger.md": "# The ledger\n\n```{claim-entries}\n```\n",
    "chapters/references.md": "# References\n\n```{bibliography}\n:all:\n```\n",
    "chapters/made.md": "# How it was made\n\n```{making}\n```\n",
}


def toc(pages: list[str]) -> str:
    """A table of contents: the front page, then these."""
    lines = "".join(f"  - file: {page}\n" for page in pages)
    return f"format: jb-book\nroot: chapters/index\noptions:\n  numbered: 1\nchapters:\n{lines}"


def cut_data(folder: Path) -> None:
    """Leave of the data package the rows of a few claims, and what these need."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    rows = {}
    for resource in package["resources"]:
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            rows[resource["name"]] = list(csv.DictReader(file))
    rows["claims"] = [row for row in rows["claims"] if row["id"] in CLAIMS]
    rows["corrections"] = rows["corrections"][:0]
    countries = {row["country_iso3"] for row in rows["claims"]}
    rows["countries"] = [row for row in rows["countries"] if row["iso3"] in {"CUB", *countries}]
    for name in ("aliases", "numerals", "passages", "repeats", "trials", "judgements", "votes",
                 "series", "indicators", "builds", "results", "moves"):  # fmt: skip
        rows[name] = []
    voices = {row["attributed_to"] for row in rows["claims"]}
    rows["voices"] = [row for row in rows["voices"] if row["voice"] in voices]
    measures = {row["measure"] for row in rows["claims"]}
    rows["measures"] = [row for row in rows["measures"] if row["measure"] in measures]
    needed = {row["source_id"] for name in ("claims", "countries") for row in rows[name]}
    rows["sources"] = [row for row in rows["sources"] if row["source_id"] in needed]
    for resource in package["resources"]:
        resource["rows"] = len(rows[resource["name"]])
        names = [field["name"] for field in resource["schema"]["fields"]]
        with (folder / resource["path"]).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows[resource["name"]])
    text = json.dumps(package, ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


class Checkout:
    """A folder with the press, the evidence, a little data and a few pages; not of git."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        skipped = shutil.ignore_patterns("__pycache__")
        for name in ("press", "chapters/evidence", "data"):
            shutil.copytree(ROOT / name, folder / name, ignore=skipped)
        for name in TOP:
            shutil.copy(ROOT / name, folder / name)
        cut_data(folder / "data")
        for name, text in PAGES.items():
            self.write(name, text)
        self.write("_toc.yml", toc([name.removesuffix(".md") for name in PAGES][1:]))

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file of the checkout."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def read(self, name: str) -> str:
        """The text of a file of the checkout or of the book."""
        return (self.folder / name).read_text(encoding="utf-8")

    def environment(self, **more: str) -> dict[str, str]:
        """What a build sees: this checkout's modules and nothing of the test's."""
        paths = os.pathsep.join([str(self.folder), str(self.folder / "chapters")])
        return {**os.environ, "PYTHONPATH": paths, "BOOK_BUILD": "", **more}

    def command(self, *what: str) -> list[str]:
        """How the book is built."""
        return [sys.executable, "-P", "-m", "press", *what]

    def start(self, *what: str, **more: str) -> subprocess.Popen:
        """Begin to build, in a group of processes of its own."""
        return subprocess.Popen(
            self.command(*what), cwd=self.folder, env=self.environment(**more), text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, process_group=0,
        )  # fmt: skip

    def build(self, *what: str, **more: str) -> tuple[int, str]:
        """Build; returns status and all that was printed."""
        done = self.start(*what, **more)
        said, _ = done.communicate()
        return done.returncode, said

    def make(self, *what: str, **more: str) -> str:
        """Build what must succeed; returns what was printed."""
        status, said = self.build(*what, **more)
        assert status == 0, said
        return said

    def page(self, name: str) -> str:
        """A published page."""
        return self.read(f"_build/html/chapters/{name}.html")

    def published(self, build: Path | None = None) -> dict[str, bytes]:
        """Every published file but those that differ in each build."""
        build = build or self.folder / "_build"
        paths = [p for name in ("html", "pdf") for p in (build / name).rglob("*") if p.is_file()]
        found = {path.relative_to(build).as_posix(): path.read_bytes() for path in paths}
        return {name: content for name, content in found.items() if name[5:] not in TIMES}

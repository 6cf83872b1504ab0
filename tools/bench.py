"""`make bench`: time this build against stock jupyter-book and against mystmd, side by side.

All tools build the same chapters in the same run, in turns, several times; the medians go into
`data/builds.csv`, which the chapter on how the book was made prints. Nothing fails on a time.
mystmd (the engine of jupyter-book 2) is timed where its command `myst` is on the path: it reads
the chapters as far as it can, executes them, and writes Markdown.
"""

import csv
import json
import os
import platform
import re
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from evidence.themes.book.builds import CELLS, OURS
from press import ROOT
from press.base import checkout, publish
from tools.verify import clone, environment

REPEATS = 3
SIZES = (5, 20, 60, 200)
STOCK_SIZES = (5, 20, 60)  # the slope shows by then, and 200 would take five minutes more
RESULTS = ROOT / "data" / "builds.csv"
STOCK = {"title": "Stock", "only_build_toc_files": True, "execute": {"execute_notebooks": "force"}}
PAGE = """---
jupytext: {{text_representation: {{extension: .md, format_name: myst}}}}
kernelspec: {{display_name: Python 3, language: python, name: python3}}
---

# Chapter {n}

```{{code-cell}}
from evidence import show
from evidence.ledger import tables
from evidence.show import charts, marks, words
rows = tables.claims(measure="cumulative_workers", scope="world")
show.result("size-{n}", words.number(len(rows)))
```

There are {{result}}`size-{n}` totals; one of them is
{{claim}}`cumulative-workers.2019-05.radio-habana-cuba`.

```{{code-cell}}
figure, axes = charts.new(height=3)
drawn = marks.over_time(axes, rows, unit=1000)
charts.finish(figure, "fig-{n}", "Totals as they were stated", "Totals by the date they speak of.",
    "A scatter of totals by date, in thousands.", drawn)
```
"""


def memory(process: psutil.Process) -> float:
    """Megabytes that a process and its children hold, shared pages counted once."""
    total = 0
    try:
        family = [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:  # it has just ended
        family = []
    for one in family:
        try:
            text = Path(f"/proc/{one.pid}/smaps_rollup").read_text()
        except OSError:  # and so has this
            continue
        total += next(int(x.split()[1]) for x in text.splitlines() if x.startswith("Pss:"))
    return total / 1024


def timed(command: list[str], folder: Path, env: dict[str, str]) -> tuple[float, float]:
    """Seconds and peak megabytes of a command. Leaves the program with its output if it fails."""
    peak, done = [0.0], threading.Event()
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        process = psutil.Popen(command, cwd=folder, env=env, stdout=said, stderr=said)

        def watch() -> None:
            while not done.wait(0.5):  # looking costs time too
                peak[0] = max(peak[0], memory(process))

        watcher = threading.Thread(target=watch)
        watcher.start()
        status = process.wait()
        seconds = time.perf_counter() - started
        done.set()
        watcher.join()
        if status:
            said.seek(0)
            sys.exit(f"{said.read()[-3000:]}\n{' '.join(command)} failed")
    return seconds, peak[0]


def usual(folder: Path) -> dict[str, str]:
    """The environment of anybody who builds: Python keeps the modules that it has compiled."""
    return environment(folder, PYTHONDONTWRITEBYTECODE="")


def press(folder: Path, *what: str) -> tuple[float, float]:
    """This build."""
    return timed([sys.executable, "-P", "-m", "press", *what], folder, usual(folder))


def stock(folder: Path) -> tuple[float, float]:
    """jupyter-book 1.x with default settings, all chapters executed anew."""
    config = folder / "stock.json"  # JSON is YAML
    config.write_text(json.dumps(STOCK))
    out = folder / "stock"
    shutil.rmtree(out, ignore_errors=True)
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", "--all"]
    command += ["--path-output", str(out)]
    command += ["--config", str(config), "--toc", str(folder / "_toc.yml"), str(folder)]
    return timed(command, folder, usual(folder))


def myst(folder: Path) -> tuple[float, float]:
    """Mystmd: every chapter executed, on all cores, and written as Markdown."""
    book = folder / "myst"
    shutil.rmtree(book, ignore_errors=True)
    shutil.copytree(folder / "chapters", book / "chapters")
    shutil.copytree(folder / "data", book / "data")
    (book / "chapters" / "myst.yml").write_text("version: 1\nproject:\n  title: x\n")
    (book / "jupyter_server_config.json").write_text('{"ServerApp": {"allow_root": true}}')
    env = environment(book, JUPYTER_CONFIG_DIR=str(book))
    env["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), env["PATH"]])
    pages = sorted(p.name for p in (book / "chapters").glob("*.md"))
    command = ["myst", "build", "--md", "--execute", "--ci", "--execute-parallel"]
    return timed([*command, str(os.cpu_count()), *pages], book / "chapters", env)


def in_cells(folder: Path) -> tuple[float, float]:
    """Seconds that the chapters of the built book spent in their cells, added up; no memory."""
    with (folder / "_build" / "html" / publish.TIMES[1]).open(encoding="utf-8", newline="") as file:
        return sum(float(row["seconds"]) for row in csv.DictReader(file)), 0.0


def edit(path: Path, old: str, new: str) -> None:
    """Change one passage of a file. Raises ValueError where it is not there."""
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{path}: no {old!r}")
    path.write_text(text.replace(old, new), encoding="utf-8")


def rounds(folder: Path, number: int) -> dict[tuple[str, str], tuple[float, float]]:
    """Every case once, from a clean state: {(case, tool): (seconds, megabytes)}."""
    shutil.rmtree(folder / "_build", ignore_errors=True)
    chapters = folder / "chapters"
    found = {("cold, HTML", OURS): press(folder, "html")}
    found[CELLS, OURS] = in_cells(folder)
    found["cold, HTML", "stock jupyter-book"] = stock(folder)
    if shutil.which("myst"):
        found["cold, HTML", "mystmd, to Markdown"] = myst(folder)
    found["PDF, after HTML", OURS] = press(folder)
    found["nothing changed", OURS] = press(folder)
    edit(chapters / "weighing.md", "## Claims", f"Words {'again ' * number}here.\n\n## Claims")
    found["prose of a chapter edited, HTML", OURS] = press(folder, "html")
    edit(chapters / "weighing.md", "flow, stay = ", f"again = {number}\nflow, stay = ")
    found["code of a chapter edited, HTML", OURS] = press(folder, "html")
    edit(folder / "data" / "claims.csv", ",para 3,", f",para 3{' again' * number},")
    found["a table of claims changed, HTML", OURS] = press(folder, "html")
    checkout.git("checkout", "--quiet", ".", top=folder).check_returncode()
    return found


def generate(folder: Path, number: int) -> None:
    """Put that many small chapters in place of the book's own, beside a front page and ledger."""
    chapters = folder / "chapters"
    for path in sorted(chapters.glob("*.md")):
        if path.name != "ledger.md":
            path.unlink()
    names = [f"generated_{n}" for n in range(number)]
    (chapters / "index.md").write_text("# Front\n\nSome words.\n")
    for n, name in enumerate(names):
        (chapters / f"{name}.md").write_text(PAGE.format(n=n))
    files = "".join(f"  - file: chapters/{name}\n" for name in [*names, "ledger"])
    toc = f"format: jb-book\nroot: chapters/index\nchapters:\n{files}"
    (folder / "_toc.yml").write_text(toc)


def growth(top: Path) -> dict[tuple[str, str], tuple[float, float]]:
    """Cold HTML of books of more and more generated chapters."""
    found = {}
    for size in SIZES:
        folder = clone(top / f"grown-{size}")
        generate(folder, size)
        case = f"{size} generated chapters, cold, HTML"
        found[case, OURS] = press(folder, "html")
        if size in STOCK_SIZES:
            found[case, "stock jupyter-book"] = stock(folder)
        shutil.rmtree(folder)
    return found


def repeated(times: int, once: Callable[[int], dict]) -> list[dict]:
    """Run all cases several times in turns: the median of each, with the runs behind it."""
    runs = [once(number) for number in range(1, times + 1)]
    return [
        {
            "case": case,
            "tool": tool,
            "seconds": round(statistics.median(run[case, tool][0] for run in runs), 2),
            "megabytes": round(max(run[case, tool][1] for run in runs)),
            "runs": times,
            "machine": f"{os.cpu_count()} cores, {platform.machine()}",
        }
        for case, tool in runs[0]
    ]


def write(rows: list[dict]) -> None:
    """Write the table, and its number of rows into the description of the data."""
    with RESULTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    described = RESULTS.with_name("datapackage.json")
    text = described.read_text(encoding="utf-8")
    text = re.sub(r'(?s)("name": "builds".*?"rows": )\d+', rf"\g<1>{len(rows)}", text)
    described.write_text(text, encoding="utf-8")


def main() -> None:
    """Time everything and write the results."""
    if not shutil.which("myst"):
        print("mystmd is not timed: no command `myst` on the path (npm install -g mystmd).")
    with tempfile.TemporaryDirectory() as top:
        folder = clone(Path(top) / "book")
        rows = repeated(REPEATS, lambda number: rounds(folder, number))
        rows += repeated(1, lambda number: growth(Path(top)))
    write(rows)
    print(f"{len(rows)} rows in {RESULTS.relative_to(ROOT)}; commit it with the machine described.")


if __name__ == "__main__":
    main()

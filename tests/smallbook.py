"""A checkout with two pages, built by `python -m press` in a process of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tinybook import NOTEBOOK, TOC

from press import ROOT

HTML = [sys.executable, "-P", "-m", "press", "html"]
NATIVE = [str(Path(sys.executable).with_name("jupyter-book")), "build", "."]
CHAPTER = f"""{NOTEBOOK}
# What can differ

```{{code-cell}}
:tags: [bare]
import locale, time
import numpy as np
import pandas as pd
from evidence import charts, show, tables
locale.setlocale(locale.LC_ALL, "")
print(time.strftime("%H %Z", time.gmtime(0)), time.strftime("%H %Z", time.localtime(0)))
print(f"{{1234.5:n}}", "mine" in globals())
pd.DataFrame(np.arange(60).reshape(2, 30))
```

```{{code-cell}}
rows = tables.claims(measure="cumulative_workers", scope="world")
figure, axes = charts.new(height=2)
axes.plot(rows["value"])
charts.finish(figure, "fig-one", "A chart of totals", "Totals in order.", "A line of totals.", rows)
```
"""


def make(folder: Path) -> Path:
    """A small book in `folder`, not under version control."""
    for name in ("press", "chapters/evidence", "data"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("_config.yml", "requirements.txt", "CITATION.cff", "CHANGELOG.md",
                 "LICENSE", "LICENSE-CC-BY-4.0"):  # fmt: skip
        shutil.copy(ROOT / name, folder)
    (folder / "_toc.yml").write_text(f"{TOC}  - file: chapters/made\n", encoding="utf-8")
    chapters = {
        "index": "# Front\n\nSome words.\n",
        "one": CHAPTER,
        "made": "# How it was made\n\n```{making}\n```\n",
    }
    for name, text in chapters.items():
        (folder / "chapters" / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def run(folder: Path, command: list[str], settings: dict[str, str], umask: int = 0o022) -> None:
    """Run a command in a small book, with some variables set. Fails with what it said."""
    paths = [str(folder), str(folder / "chapters"), settings.get("PYTHONPATH", "")]
    env = {**os.environ, **settings, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    done = subprocess.run(command, cwd=folder, env=env, umask=umask, capture_output=True, text=True)
    assert done.returncode == 0, f"{done.stdout[-2000:]}{done.stderr[-4000:]}"


def digests(html: Path) -> dict[str, bytes]:
    """The files of a built book that are compared, as they are."""
    left_out = ("_files/build-times", "CHECKSUMS", ".buildinfo")
    files = {p.relative_to(html).as_posix(): p for p in html.rglob("*") if p.is_file()}
    return {n: p.read_bytes() for n, p in files.items() if not n.startswith(left_out)}

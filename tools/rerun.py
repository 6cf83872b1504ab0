"""Run a chapter's cells in order, as a notebook does, and collect what it shows."""

import os
import re
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
from IPython import display
from myst_nb.core.read import read_myst_markdown_notebook

from evidence.show import charts
from press import ROOT

CHAPTERS = ROOT / "chapters"
NAMES = {
    "result": re.compile(r"```\{result-entry\} (\S+)\n"),
    "verdict": re.compile(r"```\{verdict-entry\} (\S+)\n"),
    "table": re.compile(r"~~~~\{table\} .*\n:name: (\S+)\n"),
}
Shown = dict[tuple[str, str], str]


def cells(page: str) -> list[str]:
    """The code of a chapter, cell by cell."""
    text = (CHAPTERS / f"{page}.md").read_text(encoding="utf-8")
    return [c["source"] for c in read_myst_markdown_notebook(text).cells if c.cell_type == "code"]


def pages() -> list[str]:
    """The chapters that have code, by name."""
    return [path.stem for path in sorted(CHAPTERS.glob("*.md")) if cells(path.stem)]


def shown(page: str, first: str = "") -> Shown:
    """What a chapter shows when all its cells are run in order: {(kind, name): content}.

    `first` is the code of a cell to run before them. A result and a verdict are what they say and
    the claims behind it as JSON, a table its text, a chart its texts and rows: it is not drawn.
    What goes wrong in a cell is raised as it is.
    """
    found = {}

    def collect(data: dict[str, str], raw: bool) -> None:
        text = data["text/markdown"]
        for kind, pattern in NAMES.items():
            if match := pattern.match(text):
                found[kind, match[1]] = text[match.end() :].split("\n```")[0]

    def finish(
        figure: plt.Figure, name: str, title: str, caption: str, alt: str, rows: pd.DataFrame,
        inputs: pd.DataFrame | None = None,
    ) -> None:  # fmt: skip
        found["chart", name] = "\n".join([title, caption, alt, rows.to_csv()])
        plt.close(figure)

    before = display.display, charts.finish, Path.cwd()
    display.display, charts.finish = collect, finish
    os.chdir(CHAPTERS)
    try:
        namespace = {"__name__": "__main__"}
        for number, source in enumerate([first, *cells(page)]):
            exec(compile(source, f"{page}, cell {number}", "exec"), namespace)
    finally:
        display.display, charts.finish, folder = before
        os.chdir(folder)
        plt.close("all")
    return found

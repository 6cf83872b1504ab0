"""The bibliography, written from `data/sources.csv` so that no source is typed twice."""

import os
from pathlib import Path

import pandas as pd
from pybtex.database import BibliographyData, Entry
from sphinx.application import Sphinx

from evidence import tables


def bib_entry(source: pd.Series) -> Entry:
    """One source as a BibTeX `misc` entry; `{}` keep names of bodies whole."""
    fields = {
        "title": f"{{{source['title'] or source['publisher']}}}",
        "howpublished": source["publisher"],
        "url": source["url"],
        "year": source["published"],
        "key": source["source_id"],
    }
    author = source["author"] or source["publisher"] or source["title"]
    fields["author"] = f"{{{author}}}"
    return Entry("misc", fields=[(k, _plain(v)) for k, v in fields.items() if v])


def _plain(text: str) -> str:
    for mark in "\\#$%&_~^":
        text = text.replace(mark, "\\" + mark if mark in "#$%&_" else " ")
    return text


def write_bibliography(app: Sphinx) -> None:
    """Write references.bib beside the doctrees, and only when it changed."""
    entries = {row["source_id"]: bib_entry(row) for _, row in tables.sources().iterrows()}
    text = BibliographyData(entries=entries).to_string("bibtex")
    path = Path(app.srcdir) / app.config.bibtex_bibfiles[0]
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def place(app: Sphinx, config: object) -> None:
    """Tell sphinxcontrib-bibtex where the file will be."""
    path = Path(app.doctreedir) / "references.bib"
    config.bibtex_bibfiles = [os.path.relpath(path, app.srcdir)]


def setup(app: Sphinx) -> None:
    """Place the file early, write it once the data have been checked."""
    app.connect("config-inited", place, priority=1)
    app.connect("builder-inited", write_bibliography, priority=2)

"""The bibliography, written from `data/sources.csv` so that no source is typed twice."""

import os
import re
from pathlib import Path

import pandas as pd
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from evidence import tables


def bib_entry(source: pd.Series) -> str:
    """One source as a BibTeX `misc` entry; double braces keep names and titles as they stand."""
    author = source["author"] or source["publisher"] or source["title"]
    fields = {
        "author": f"{{{latex(author)}}}",
        "title": f"{{{latex(source['title'] or source['publisher'])}}}",
        "howpublished": latex(source["publisher"]),
        "year": source["published"],
        "url": source["url"],  # taken as it stands, not as LaTeX
    }
    lines = "".join(
        f"  {name} = {{{text}}},\n" for name, text in fields.items() if text.strip("{}")
    )
    return f"@misc{{{source['source_id']},\n{lines}}}\n"


def latex(text: str) -> str:
    """Text as LaTeX: special characters escaped (`$` prints as it stands; braces are barred)."""
    text = text.replace("\\", "\\textbackslash ")
    return re.sub(r"([#%&_])", r"\\\1", text).replace("~", "\\textasciitilde ")


def write_bibliography(app: Sphinx) -> None:
    """Write references.bib beside the doctrees, and only when it changed."""
    text = "\n".join(bib_entry(source) for _, source in tables.sources().iterrows())
    path = Path(app.srcdir) / app.config.bibtex_bibfiles[0]
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def place(app: Sphinx, config: Config) -> None:
    """Tell sphinxcontrib-bibtex where the file will be."""
    path = Path(app.doctreedir) / "references.bib"
    config.bibtex_bibfiles = [os.path.relpath(path, app.srcdir)]


def unused_entries(env: BuildEnvironment) -> set[str]:
    """Ids of the bibliography's entries that no cited claim and no citation needs."""
    domain = env.get_domain("cite")
    cited = {claim for ids in env.book_citations.values() for claim in ids}
    needed = set(tables.claims(id=sorted(cited))["source_id"])
    needed |= {target.key for ref in domain.citation_refs for target in ref.targets}
    return {entry.citation_id for entry in domain.citations if entry.key not in needed}


def setup(app: Sphinx) -> None:
    """Place the file early, write it once the data have been checked."""
    app.connect("config-inited", place, priority=1)
    app.connect("builder-inited", write_bibliography, priority=2)

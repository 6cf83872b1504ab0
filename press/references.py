"""The bibliography, written from `data/sources.csv` so that no source is typed twice."""

import os
from pathlib import Path

import pandas as pd
from pybtex.backends import plaintext
from pybtex.plugin import register_plugin
from pybtex.richtext import HRef, Text
from pybtex.style.formatting import plain
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from evidence import tables

from . import trace
from .kept import digest, load, save
from .reading import kept


class Reference:
    """Prints one entry: who. Title. Where, when. Address."""

    def format_data(self, context: dict) -> Text:
        """The entry with the very words of the table: there is no LaTeX in them."""
        entry = context["entry"]
        fields = {name: text.strip("{}") for name, text in entry.fields.items()}
        author = entry.persons["author"][0].last_names[0].strip("{}")
        place = ", ".join(fields[n] for n in ("howpublished", "year") if n in fields)
        blocks = [Text(text).add_period() for text in (author, fields["title"], place) if text]
        if url := fields.get("url"):
            blocks.append(Text("URL: ", HRef(url, url), "."))
        return Text(" ").join(blocks)


class SourcesStyle(plain.Style):
    """Pybtex's plain style, but for how an entry is printed."""

    def get_misc_template(self, entry: object) -> Reference:
        """Every source is a `misc` entry."""
        return Reference()


def bib_entry(source: pd.Series) -> str:
    """One source as a BibTeX `misc` entry; double braces keep names and titles in one piece."""
    author = source["author"] or source["publisher"] or source["title"]
    title = source["title"] or source["publisher"]
    fields = {
        "author": f"{{{author}}}",
        "title": f"{{{title}}}",
        "howpublished": source["publisher"] if source["publisher"] not in (author, title) else "",
        "year": source["published"],
        "url": source["url"],
    }
    lines = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@misc{{{source['source_id']},\n{lines}}}\n"


def write_bibliography(app: Sphinx) -> None:
    """Write references.bib beside the doctrees, and spare its reading where it is as it was."""
    text = "\n".join(bib_entry(source) for _, source in tables.sources().iterrows())
    path = Path(app.confdir) / app.config.bibtex_bibfiles[0]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (0, 0))  # sphinxcontrib-bibtex asks for the date of what it has read
    app.book_bibliography = digest(text, str(path), trace.look("read requirements.txt"))
    found = load(kept(app, "bibliography", "references"), app.book_bibliography)
    if found:
        app.env.domaindata["cite"]["bibdata"] = found


def keep_bibliography(app: Sphinx) -> None:
    """Keep what sphinxcontrib-bibtex has read."""
    place = kept(app, "bibliography", "references")
    if load(place, app.book_bibliography) is None:
        save(place, app.book_bibliography, app.env.domaindata["cite"]["bibdata"])


def place(app: Sphinx, config: Config) -> None:
    """Tell sphinxcontrib-bibtex where the file will be."""
    path = Path(app.doctreedir) / "references.bib"
    config.bibtex_bibfiles = [os.path.relpath(path, app.confdir)]


def unused_entries(env: BuildEnvironment) -> set[str]:
    """Ids of the bibliography's entries that no cited claim and no citation needs."""
    domain = env.get_domain("cite")
    cited = {claim for ids in env.book_citations.values() for claim in ids}
    needed = set(tables.claims(id=sorted(cited))["source_id"])
    needed |= {target.key for ref in domain.citation_refs for target in ref.targets}
    return {entry.citation_id for entry in domain.citations if entry.key not in needed}


def setup(app: Sphinx) -> None:
    """Place the file early, write it once the data have been checked."""
    register_plugin("pybtex.style.formatting", "sources", SourcesStyle)
    # pybtex looks for this one among all installed packages, whenever it makes a text plain
    register_plugin("pybtex.backends", "plaintext", plaintext.Backend, force=True)
    app.connect("config-inited", place, priority=1)
    app.connect("builder-inited", write_bibliography, priority=2)
    app.connect("builder-inited", keep_bibliography, priority=900)

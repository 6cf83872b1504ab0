"""Which pages are written again, and which old files go.

A page is written again when it was read again or when what it takes from elsewhere changed: the
results it prints, and the titles, numbers and anchors that links show. Pages that gather from the
whole book (the ledger, the table of verdicts, the front page) take everything.
"""

import json
from functools import cache
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from .cache import digest
from .forks import workers


def told(what: object) -> str:
    """Digest of nested tables and lists, whatever order their keys were put in."""
    return digest(json.dumps(what, sort_keys=True, default=str))


def numbering(env: BuildEnvironment) -> str:
    """Titles, numbers and anchors of the whole book: what links, contents and captions show."""
    titles = {name: title.astext() for name, title in env.titles.items()}
    labels = env.get_domain("std")
    anchors = (labels.anonlabels, labels.labels)
    return told((titles, env.toc_secnumbers, env.toc_fignumbers, *anchors))


def taken(env: BuildEnvironment) -> dict[str, str]:
    """For each page the digest of what it takes from elsewhere."""
    shared = numbering(env)
    everything = told((env.book_citations, env.book_results))
    found = {}
    for page in env.found_docs:
        printed = told([(n, env.book_results.get(n)) for n in sorted(env.book_uses.get(page, ()))])
        whole = everything if page in {*env.book_gathering, env.config.root_doc} else ""
        found[page] = digest(shared, printed, whole)
    return found


def outdated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The pages to write again though they were not read again."""
    now = taken(env)
    before, env.book_taken = getattr(env, "book_taken", {}), now
    # the search forgets the index entries of a page that is not written again
    indexed = {page for page, entries in env.get_domain("index").entries.items() if entries}
    return sorted({page for page in now if before.get(page) != now[page]} | indexed)


def prune(app: Sphinx, error: Exception | None) -> None:
    """Delete files that a page no longer there, or an older form of it, has left behind."""
    if error or app.builder.name != "html":
        return
    env, out = app.env, Path(app.outdir)
    offered = {name for files in env.book_files.values() for name in files}
    keep = {
        "_images": {name for _, name in env.images.values()},
        "_files": offered,
        "chapters": {f"{Path(page).name}.html" for page in env.found_docs},
    }
    for folder, names in keep.items():
        for path in sorted((out / folder).glob("*")):
            if path.is_file() and path.name not in names and path.suffix != ".zip":
                path.unlink()


def write_at_once(app: Sphinx, env: BuildEnvironment) -> None:
    """Let Sphinx write pages in several processes, a few for each, while this one resolves links.

    Each page is resolved once, so the trees can be kept; the environment is stored by now.
    Reading stays in this process, which is why it is not asked for on the command line.
    """
    app.parallel = 2 * workers() + 1
    env.get_doctree = cache(env.get_doctree)  # or each numbered link loads its page anew


def prepare(app: Sphinx) -> None:
    """Places in the environment: which results a page prints, which pages gather."""
    for name, empty in (("book_uses", {}), ("book_gathering", set())):
        if not hasattr(app.env, name):
            setattr(app.env, name, empty)


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a page before it is read again."""
    env.book_uses.pop(docname, None)
    env.book_gathering.discard(docname)


def setup(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("builder-inited", prepare)
    app.connect("env-purge-doc", purge)
    app.connect("env-get-updated", outdated, priority=900)  # after the numbers are given
    app.connect("env-check-consistency", write_at_once)
    app.connect("build-finished", prune, priority=100)

"""Write the pages: those that show something else than when they were written last.

Sphinx begins with an empty folder, so nothing of an older book can stay in it. A page that comes
from the very same as before, its own reading and what it shows of others, is taken as it was.
"""

import re
from functools import cache
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment

from . import publish, searching, sheet, trace
from .forks import workers
from .kept import digest, load, save
from .reading import FIXED, kept

# of the environment: what nobody shows but the page that it comes from
OWN = {
    "all_docs", "book_bare_numbers", "book_files", "book_offers", "book_seconds", "book_shown",
    "dependencies", "dlfiles", "images", "included", "metadata", "nb_metadata", "nb_new_exec_data",
    "original_image_uri", "ref_context", "reread_always", "temp_data", "titles_old",
    "toc_num_entries",
}  # fmt: skip
# what is looked up by name, or shown by pages that gather from the whole book
GATHERED = {"book_citations", "book_commit", "book_results", "book_uses"}


def told(what: object) -> str:
    """Nested tables, lists and nodes as one text, whatever order their keys were put in."""
    if isinstance(what, dict):
        return (
            f"{{{','.join(sorted(f'{told(key)}:{told(value)}' for key, value in what.items()))}}}"
        )
    if isinstance(what, set | frozenset):
        return f"{{{','.join(sorted(map(told, what)))}}}"
    if isinstance(what, list | tuple):
        return f"[{','.join(map(told, what))}]"
    return str(what) if isinstance(what, nodes.Node) else repr(what)


def shown_everywhere(env: BuildEnvironment) -> str:
    """Digest of what any page may show of others: titles, contents, numbers, names of places."""
    domains = {name: dict(tables) for name, tables in env.domaindata.items()}
    domains.pop("index")
    domains["cite"] = [
        (c.citation_id, c.bibliography_key, c.key, c.formatted_entry.label)
        for c in env.domaindata["cite"]["citations"]
    ]
    slugs = {page: found.get("myst_slugs") for page, found in env.metadata.items()}
    left_out = FIXED | OWN | GATHERED | {"domaindata"}
    rest = {name: value for name, value in vars(env).items() if name not in left_out}
    return digest(told((domains, slugs, rest)))


def pages_keys(app: Sphinx) -> dict[str, str]:
    """For each page the digest of all that it is written from."""
    env = app.env
    shared = shown_everywhere(env)
    everything = told((env.book_citations, env.book_results))
    keys = {}
    for page in env.found_docs:
        results = {name: env.book_results.get(name) for name in env.book_uses.get(page, ())}
        images = {
            name: (file, trace.look(f"read {Path(app.srcdir, name)}"))
            for name, (pages, file) in env.images.items()
            if page in pages
        }
        gathered = everything if page in {*env.book_gathering, env.config.root_doc} else ""
        state = told(publish.state()) if page == getattr(env, "book_made_page", "") else ""
        pdf = publish.NAME in env.book_offers.get(page, ()) and app.config.book_with_pdf
        reading = app.book_readings[page]["digest"]
        parts = (results, images, gathered, state, pdf)
        keys[page] = digest(app.book_frame, reading, shared, told(parts))
    return keys


class BookBuilder(StandaloneHTMLBuilder):
    """Sphinx's builder of HTML, but for which pages it writes."""

    name = "html"

    def write(self, *_: object) -> None:
        """Write the pages that need it, put the others in their places, and keep all."""
        self.events.emit("write-started", self)
        pages = sorted(self.env.found_docs)
        self.prepare_writing(set(pages))
        self.copy_assets()
        keys = pages_keys(self.app)
        written = {page: load(kept(self.app, "written", page), keys[page]) for page in pages}
        fresh = [page for page, found in written.items() if found is None]
        self.shown = {}  # the images of each page that is written
        if fresh and self.parallel_ok:
            self._write_parallel(fresh, self.app.parallel - 1)
        elif fresh:
            self._write_serial(fresh)
        shares = searching.shares(self.indexer)
        for page in fresh:
            written[page] = self.written(page, shares.get(page))
        found = {page: written[page]["search"] for page in pages}
        searching.fill(self.indexer, {page: share for page, share in found.items() if share})
        for page in pages:
            self.place(page, written[page])
        # a page that draws while it is written leaves files that nothing tells of
        if not Path(self.outdir, self.imagedir).exists():
            self.app.book_written = {page: (keys[page], written[page]) for page in fresh}

    def write_doc_serialized(self, docname: str, doctree: nodes.document) -> None:
        """Note which images the page shows."""
        before, self.images = self.images, {}
        super().write_doc_serialized(docname, doctree)
        self.shown[docname] = dict(self.images)
        self.images |= before

    def written(self, page: str, share: list | None) -> dict:
        """All that the writing of a page has left; `share` is what it gives to the search."""
        sheets = sheet.folder(self.app)
        body = sheets / "bodies" / f"{page}.html"
        parts = re.findall(r'data-print="([^"]+)"', body.read_text(encoding="utf-8"))
        paths = [body, *(sheets / "parts" / f"{name}.html" for name in parts)]
        return {
            "page": Path(self.get_outfilename(page)).read_bytes(),
            "sheets": {path.relative_to(sheets): path.read_bytes() for path in paths},
            "images": self.shown[page],
            "search": share,
        }

    def place(self, page: str, written: dict) -> None:
        """Put what the writing of a page has left where it belongs."""
        self.images |= written["images"]
        files = {Path(self.get_outfilename(page)): written["page"]}
        files |= {sheet.folder(self.app) / name: found for name, found in written["sheets"].items()}
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def keep(app: Sphinx, error: Exception | None) -> None:
    """Keep the pages of a build that nothing warned of, or the next would not warn again."""
    if not error and not app._warncount:
        for page, (key, written) in getattr(app, "book_written", {}).items():
            save(kept(app, "written", page), key, written)


def write_at_once(app: Sphinx, env: BuildEnvironment) -> None:
    """Let Sphinx write pages in several processes, a few for each, while this one resolves links.

    Resolving changes a tree, and pages look at each other's: each gets one of its own to resolve,
    and all look at the same, as it was read. The environment is stored by now.
    Reading stays in this process, which is why it is not asked for on the command line.
    """
    app.parallel = 2 * workers() + 1
    load_tree, resolve = env.get_doctree, env.get_and_resolve_doctree
    env.get_doctree = cache(load_tree)
    env.get_and_resolve_doctree = lambda page, builder, tree=None, **options: resolve(
        page, builder, load_tree(page) if tree is None else tree, **options
    )


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
    app.add_builder(BookBuilder, override=True)
    app.add_config_value("book_with_pdf", False, "")
    app.connect("builder-inited", prepare)
    app.connect("env-purge-doc", purge)
    app.connect("env-check-consistency", write_at_once)
    app.connect("build-finished", keep, priority=999)

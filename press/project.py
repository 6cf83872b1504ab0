"""Sphinx's project: the pages that `_toc.yml` names, and nothing that stands beside them."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import sphinx.application
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError
from sphinx.project import Project
from sphinx_external_toc.api import SiteMap

from .sources import page_files


class Named(Project):
    """Knows the pages by name, where Sphinx's own would search the whole checkout for them."""

    def __init__(self, named: SiteMap, srcdir: str, source_suffix: Iterable[str]) -> None:
        super().__init__(srcdir, source_suffix)
        self.named = named

    def discover(self, *_: object) -> set[str]:
        """The names of the pages. Raises ExtensionError where one has no file."""
        files = page_files(self.named, Path(self.srcdir))
        if missing := [name for name, path in files.items() if not path]:
            raise ExtensionError(f"_toc.yml names {missing[0]!r}, and there is no such file")
        paths = {path[: path.rindex(".")]: path for path in files.values()}
        self.docnames = set(paths)
        self._docname_to_path = paths
        self._path_to_docname = {path: name for name, path in paths.items()}
        return self.docnames


def name_pages(app: Sphinx, config: Config) -> None:
    """Give Sphinx the pages by name.

    Its options cannot: it would look at all else to leave it out, would leave out styles and
    scripts by the same patterns, and read all pages again where these change. It makes its project
    after this, and offers no other place.
    """
    named = getattr(config, "external_site_map", None)  # None: a single page, without _toc.yml
    sphinx.application.Project = partial(Named, named) if named else Project


def look_at_nothing_else(app: Sphinx, config: Config) -> None:
    """Take no styles and no translations from folders that happen to have the usual names."""
    for name in ("html_static_path", "html_css_files", "html_js_files", "locale_dirs"):
        config[name] = []


def setup(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("config-inited", look_at_nothing_else, priority=0)
    app.connect("config-inited", name_pages, priority=901)  # after _toc.yml was read

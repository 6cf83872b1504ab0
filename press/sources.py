"""Which files are the book: the pages that `_toc.yml` names, and what these take in.

Nothing else in the checkout is read, and no folder is searched that holds none of them.
"""

import glob
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.project import Project
from sphinx_external_toc.api import SiteMap

# of two files of one name the first is the page: an editor may leave `.ipynb` beside `.md`
SUFFIXES = (".md", ".ipynb", ".rst")


def page_files(named: SiteMap, top: Path) -> dict[str, str]:
    """The file of each page by the page's name, both as paths from `top`, the folder of _toc.yml.

    A page without a file is left out; Sphinx tells of it where the page is linked.
    """
    found = {}
    for name in named:
        suffixes = ("",) if name.endswith(SUFFIXES) else SUFFIXES
        path = next((f"{name}{x}" for x in suffixes if (top / f"{name}{x}").is_file()), None)
        if path:
            found[path[: path.rindex(".")]] = path
    for pattern in sorted(named.globs()):
        for suffix in SUFFIXES:
            for path in sorted(glob.glob(f"{pattern}{suffix}", root_dir=top, recursive=True)):
                found.setdefault(path.removesuffix(suffix), path)
    return found


class Named(Project):
    """Finds the pages that are named, where Sphinx would search the whole checkout."""

    def __init__(self, project: Project, named: SiteMap) -> None:
        super().__init__(project.srcdir, project.source_suffix)
        self.restore(project)
        self.named = named

    def discover(self, *_: object) -> set[str]:
        """The names of the pages. Folders that lead to none are not entered."""
        top = Path(self.srcdir)
        pages = set(page_files(self.named, top).values())
        ways = {parent for page in pages for parent in Path(page).parents}
        beside = {
            entry.relative_to(top).as_posix() for way in ways for entry in (top / way).iterdir()
        }
        inside = {way.as_posix() for way in ways}
        return super().discover(
            [glob.escape(path) for path in sorted(beside - pages - inside)],
            [glob.escape(path) for path in sorted(pages)],
        )


def look_at_nothing_else(app: Sphinx, config: Config) -> None:
    """Take no styles and no translations from folders that happen to have the usual names."""
    for name in ("html_static_path", "html_css_files", "html_js_files", "locale_dirs"):
        config[name] = []


def find_pages(app: Sphinx) -> None:
    """Let Sphinx find the pages by their names; a single page is built without _toc.yml."""
    if named := getattr(app.config, "external_site_map", None):
        app.project = app.env.project = Named(app.project, named)


def setup(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("config-inited", look_at_nothing_else, priority=0)
    app.connect("builder-inited", find_pages, priority=0)

"""Which files are the book: the pages that `_toc.yml` names, and what these take in.

Nothing else in the checkout is read, and no folder is entered that holds none of them.
"""

import glob
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError
from sphinx_external_toc.api import SiteMap

# of two files of one name the first is the page: an editor may leave `.ipynb` beside `.md`
SUFFIXES = (".md", ".ipynb", ".rst")


def page_files(named: SiteMap, top: Path) -> dict[str, str]:
    """The file of each page by the name in `_toc.yml`, as paths from `top`, the folder of that.

    "" where there is none.
    """
    found = {}
    for name in named:
        suffixes = ("",) if name.endswith(SUFFIXES) else SUFFIXES
        there = (f"{name}{x}" for x in suffixes if (top / f"{name}{x}").is_file())
        found[name] = next(there, "")
    for pattern in sorted(named.globs()):
        for suffix in SUFFIXES:
            for path in sorted(glob.glob(f"{pattern}{suffix}", root_dir=top, recursive=True)):
                found.setdefault(path.removesuffix(suffix), path)
    return found


def all_but(names: set[str]) -> list[str]:
    """Sphinx's patterns for every name in a folder except these."""
    patterns = []
    for start in sorted({name[:length] for name in names for length in range(len(name) + 1)}):
        longer = {n[len(start)] for n in names if n.startswith(start) and n != start}
        # inside brackets a closing one comes first, a hyphen last, or they mean something else
        letters = "".join(sorted(longer, key=lambda x: (x != "]", x == "-", x)))
        patterns.append(glob.escape(start) + (f"[!{letters}]*" if letters else "?*"))
        if start and start not in names:
            patterns.append(glob.escape(start))
    return patterns


def name_pages(app: Sphinx, config: Config) -> None:
    """Tell Sphinx the pages by name. Raises ExtensionError where one has no file.

    What to leave out follows from the names too: were it a list of what is there, each file that
    comes or goes beside the pages would have all of them read again.
    """
    named = getattr(config, "external_site_map", None)
    if named is None:
        return  # jupyter-book builds a single page, without _toc.yml
    files = page_files(named, Path(app.srcdir))
    if missing := [name for name, path in files.items() if not path]:
        raise ExtensionError(f"_toc.yml names {missing[0]!r}, and there is no such file")
    config["include_patterns"] = sorted(glob.escape(path) for path in files.values())
    inside = {}  # folders that lead to a page, with what of them does
    for path in map(Path, files.values()):
        for place in (path, *path.parents[:-1]):
            inside.setdefault(place.parent, set()).add(place.name)
    config["exclude_patterns"] = [
        f"{glob.escape(f'{folder.as_posix()}/') if folder.name else ''}{pattern}"
        for folder, names in sorted(inside.items())
        for pattern in all_but(names)
    ]


def look_at_nothing_else(app: Sphinx, config: Config) -> None:
    """Take no styles and no translations from folders that happen to have the usual names."""
    for name in ("html_static_path", "html_css_files", "html_js_files", "locale_dirs"):
        config[name] = []


def setup(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("config-inited", look_at_nothing_else, priority=0)
    app.connect("config-inited", name_pages, priority=901)  # after _toc.yml was read

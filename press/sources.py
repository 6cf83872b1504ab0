"""What the book is made from: the files that are its own, whatever else stands beside them.

Imports no Sphinx: a build that finds nothing changed needs no more than this.
"""

import glob
import json
import re
from pathlib import Path

from sphinx_external_toc.api import SiteMap
from sphinx_external_toc.parsing import parse_toc_yaml

from . import ROOT

SINGLE = ("_config.yml", "_toc.yml", "requirements.txt", "CITATION.cff", "CHANGELOG.md")
SINGLE += ("LICENSE", "LICENSE-CC-BY-4.0")
# of two files of one name the first is the page: an editor may leave `.ipynb` beside `.md`
SUFFIXES = (".md", ".ipynb", ".rst")
# what editors and tools leave has other names: `x.py~`, `.#x.py`, `x-checkpoint.py`, `x (1).css`
MODULE = re.compile(r"(\w+/)*\w+\.py")
STYLE = re.compile(r"(\w+/)*\w[\w.-]*\.(css|html|js|txt|typ)")


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


def data_files() -> list[Path]:
    """The data package: `datapackage.json` and the files it names, as far as they are there.

    What is wrong with it evidence/tables.py tells.
    """
    package = ROOT / "data" / "datapackage.json"
    try:
        named = [x["path"] for x in json.loads(package.read_text(encoding="utf-8"))["resources"]]
    except (OSError, ValueError, KeyError, TypeError):
        named = []
    found = {package, *(package.with_name(name) for name in named)}
    return sorted(path for path in found if path.is_file())


def _matching(folder: Path, pattern: re.Pattern) -> list[Path]:
    there = sorted(p for p in folder.rglob("*") if p.is_file())
    return [p for p in there if pattern.fullmatch(p.relative_to(folder).as_posix())]


def files() -> list[Path]:
    """Every file that the book is made from, but for what its pages take in by name."""
    pages = page_files(parse_toc_yaml(ROOT / "_toc.yml"), ROOT)
    found = [ROOT / name for name in (*SINGLE, *filter(None, pages.values()))]
    found += _matching(ROOT / "chapters" / "evidence", MODULE)
    found += _matching(ROOT / "press", MODULE) + _matching(ROOT / "press" / "styles", STYLE)
    return sorted({*found, *data_files()})

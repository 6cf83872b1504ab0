"""What the book is made from: the files that are its own, whatever else stands beside them.

Imports no Sphinx: a build that finds nothing changed needs no more than this.
"""

import glob
import json
import re
from pathlib import Path

from sphinx_external_toc.api import SiteMap
from sphinx_external_toc.parsing import parse_toc_yaml

from press import ROOT

SINGLE = ("_config.yml", "_toc.yml", "requirements.txt", "CITATION.cff", "CHANGELOG.md")
# of two files of one name the first is the page: an editor may leave `.ipynb` beside `.md`
SUFFIXES = (".md", ".ipynb", ".rst")
# what editors and tools leave has other names: `x.py~`, `.#x.py`, `x-checkpoint.py`, `x (1).css`
MODULE = re.compile(r"(\w+/)*\w+\.py")
SAID = re.compile(r"\w+\.say(\.[a-z]{2})?\.yml")
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


def described(*keys: str) -> list:
    """What `datapackage.json` says under a key, or of each thing in the list under the first key.

    Nothing where it cannot be read so: what is wrong with it evidence/ledger/tables.py tells.
    """
    try:
        package = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
        return [package[keys[0]]] if not keys[1:] else [x[keys[1]] for x in package[keys[0]]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def data_files() -> list[Path]:
    """The data package: `datapackage.json` and the files it names, as far as they are there."""
    named = ["datapackage.json", *described("resources", "path")]
    return sorted({path for name in named if (path := ROOT / "data" / name).is_file()})


def licences() -> list[Path]:
    """The licence of the code, and those of text and data, as the data package names them."""
    return [ROOT / "LICENSE", *(ROOT / f"LICENSE-{n}" for n in described("licenses", "name"))]


def _matching(folder: Path, pattern: re.Pattern) -> list[Path]:
    there = sorted(p for p in folder.rglob("*") if p.is_file())
    return [p for p in there if pattern.fullmatch(p.relative_to(folder).as_posix())]


def files() -> list[Path]:
    """Every file that the book is made from, but for what its pages take in by name."""
    pages = page_files(parse_toc_yaml(ROOT / "_toc.yml"), ROOT)
    found = [ROOT / name for name in (*SINGLE, *filter(None, pages.values()))]
    found += _matching(ROOT / "chapters" / "evidence", MODULE)
    found += _matching(ROOT / "chapters", SAID)
    found += _matching(ROOT / "press", MODULE) + _matching(ROOT / "press", STYLE)
    return sorted({*found, *licences(), *data_files()})

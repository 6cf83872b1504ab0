"""Licences, published with the book: its own two, and those of the parts that others have made."""

import re
import shutil
from importlib.metadata import distribution
from pathlib import Path

import jinja2
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from . import ROOT
from .fonts import FAMILIES, STYLES, web_name

LICENCES = ("LICENSE", "LICENSE-CC-BY-4.0")
NOTICES = "_static/NOTICES.txt"
# what packages put into `_static`: each of their files, as a pattern
PARTS = {
    "Sphinx": "basic.css doctools.js documentation_options.js language_data.js searchtools.js "
    "sphinx_highlight.js *-stemmer.js file.png minus.png plus.png",
    "furo": "scripts/* styles/*",
    "sphinx-basic-ng": "debug.css skeleton.css",
    "sphinx-copybutton": "copybutton*.js copybutton.css *.svg clipboard.min.js",
    "sphinx-design": "sphinx-design.min.css design-tabs.js",
    "myst-nb": "mystnb.*.css",
    "Pygments": "pygments.css",
    "itables": "book/datatables.*",
}
# a remark that a packer of scripts keeps, because the licence of what is packed asks for it
KEPT = re.compile(r"/\*!.*?\*/", re.DOTALL)


def files_of(part: str, static: Path) -> list[Path]:
    """The files of a part that are in the built book."""
    return sorted({path for pattern in PARTS[part].split() for path in static.glob(pattern)})


def licence_of(package: str) -> str:
    """The licence text that a package brings. Raises ExtensionError where it brings none."""
    own = [p for p in distribution(package).files or [] if ".dist-info" in p.parts[0]]
    texts = [p.read_text().strip() for p in sorted(own) if p.name.startswith("LICENSE")]
    if not texts:
        raise ExtensionError(f"{package} brings no licence text: mend press/notices.py")
    return "\n\n".join(texts)


def part(name: str, static: Path) -> dict:
    """What the notices tell of a part: its files, its licence, the remarks within its files."""
    files = files_of(name, static)
    text = "\n".join(p.read_text(encoding="utf-8") for p in files if p.suffix in (".js", ".css"))
    return {
        "name": f"{name} {distribution(name).version}",
        "files": [path.relative_to(static).as_posix() for path in files],
        "licence": licence_of(name),
        "remarks": list(dict.fromkeys(KEPT.findall(text))),
    }


def write_notices(app: Sphinx, error: Exception | None) -> None:
    """Write all of them into the built book. Raises ExtensionError for a file of unknown origin."""
    if error or app.builder.name != "html":
        return
    out = Path(app.outdir)
    static = out / "_static"
    for name in LICENCES:
        shutil.copyfile(ROOT / name, out / "_files" / f"{name}.txt")
    for package, stem in FAMILIES.values():
        text = Path(package.__file__).parent / "files" / "LICENSE.txt"
        shutil.copyfile(text, static / "book" / f"OFL-{web_name(stem)}.txt")
    known = {path for name in PARTS for path in files_of(name, static)}
    strange = [p for p in sorted(static.rglob("*")) if p.is_file() and p not in known]
    strange = [p.relative_to(static).as_posix() for p in strange if p.parent != static / "book"]
    if set(strange) - {Path(NOTICES).name}:
        raise ExtensionError(f"whose licence has {strange[0]}? Name its part in press/notices.py")
    template = jinja2.Template(
        (STYLES / "notices.txt").read_text(encoding="utf-8"), trim_blocks=True, lstrip_blocks=True
    )
    parts = [part(name, static) for name in PARTS if files_of(name, static)]
    (out / NOTICES).write_text(template.render(parts=parts), encoding="utf-8", newline="\n")


def setup(app: Sphinx) -> None:
    """Write them when all else is written."""
    app.connect("build-finished", write_notices, priority=950)

"""`make tomorrow`: build the book with the newest Sphinx and without jupyter-book, and compare.

jupyter-book 1.x holds Sphinx, docutils and myst-parser back, and may end. This builds the same
pages and the PDF in an environment of their newest releases (requirements/tomorrow.txt), warnings
as errors, and compares the text of every page with that of the book in `_build/html`.
"""

import difflib
import json
import subprocess
import sys
from pathlib import Path

import lxml.html
from jupyter_book.config import get_final_config

from press import BUILD, ROOT, publish, surroundings
from press.made import PACKAGES

HERE = BUILD / "tomorrow"
PYTHON = HERE / "env" / "bin" / "python"
LOCK = ROOT / "requirements" / "tomorrow.txt"
# the extensions that are jupyter-book's own, with the settings that only these know
OWN = {"jupyter_book", "sphinx_comments"}
SETTINGS = {"comments_config", "use_jupyterbook_latex", "latex_doc_overrides"}


def install() -> None:
    """Make the environment, where its lock is another. Leaves the program where that fails."""
    stamp, wanted = HERE / "env" / "installed", publish.sha256(LOCK)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    uv = [sys.executable, "-m", "uv"]
    python = ["--python", str(PYTHON)]
    for command in (
        [*uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(HERE / "env")],
        [*uv, "pip", "install", "--quiet", "--require-hashes", "--no-deps", *python, "-r", LOCK],
    ):
        if subprocess.run(command).returncode:
            sys.exit("The environment of tomorrow cannot be made (see above).")
    stamp.write_text(wanted)


def settings() -> dict:
    """What jupyter-book would tell Sphinx, as `jupyter-book config sphinx` prints it."""
    told = {"external_toc_path": str(ROOT / "_toc.yml"), "latex_individualpages": False}
    found, _ = get_final_config(user_yaml=ROOT / "_config.yml", cli_config=told, sourcedir=ROOT)
    extensions = [name for name in found.pop("extensions") if name not in OWN]
    return {
        "extensions": extensions,
        **{name: value for name, value in sorted(found.items()) if name not in SETTINGS},
    }


def run(module: str, *arguments: object) -> None:
    """Run a module in the environment of tomorrow. Leaves the program where it fails."""
    command = [str(PYTHON), "-P", "-m", module, *map(str, arguments)]
    env = surroundings.environment(HERE / "home") | {"BOOK_BUILD": str(HERE)}
    if subprocess.run(command, env=env).returncode:
        sys.exit(f"The book cannot be built with the packages of tomorrow: {module} failed.")


def build() -> Path:
    """Build pages and PDF; returns the folder of the pages."""
    lines = [f"{name} = {value!r}\n" for name, value in settings().items()]
    (HERE / "conf.py").write_text("".join(lines), encoding="utf-8")
    html, trees = HERE / "html", HERE / "doctrees"
    options = ["--fail-on-warning", "--keep-going", "--quiet", "--fresh-env", "--builder", "html"]
    run("sphinx", *options, "--conf-dir", HERE, "--doctree-dir", trees, ROOT, html)
    run("press.setting", trees / "print", html, HERE / publish.NAME)
    return html


def lines(path: Path) -> list[str]:
    """The words of a page, element by element, without the numbers of the packages' versions."""
    root = lxml.html.document_fromstring(path.read_bytes())
    for row in root.xpath("//tr"):
        if row.xpath("string(td[1])") in PACKAGES:
            row.drop_tree()
    texts = root.xpath("//body//text()[not(ancestor::script or ancestor::style)]")
    return [line for text in texts if (line := " ".join(text.split()))]


def differences(one: Path, other: Path) -> list[str]:
    """Where the words of two built books differ, as lines of a diff."""
    names = sorted({p.relative_to(f) for f in (one, other) for p in f.rglob("*.html")})
    found = []
    for name in names:
        texts = [lines(f / name) if (f / name).exists() else [] for f in (one, other)]
        found += difflib.unified_diff(*texts, f"{name} now", f"{name} tomorrow", n=1, lineterm="")
    return found


def versions() -> dict[str, str]:
    """The packages of tomorrow that jupyter-book holds back today."""
    code = "import importlib.metadata as m, json; "
    code += "print(json.dumps({n: m.version(n) for n in ('sphinx', 'docutils', 'myst-parser')}))"
    return json.loads(subprocess.run([str(PYTHON), "-c", code], capture_output=True).stdout)


def main() -> None:
    """Build both books and compare. Leaves with 1 where a word differs."""
    if subprocess.run([sys.executable, "-P", "-m", "press"]).returncode:
        sys.exit("There is no book to compare with.")
    HERE.mkdir(parents=True, exist_ok=True)
    install()
    now = BUILD / "html"
    found = differences(now, build())
    if found:
        sys.exit("\n".join([*found, "The book of tomorrow has other words than the book."]))
    packages = ", ".join(f"{name} {number}" for name, number in versions().items())
    print(f"{sum(1 for _ in now.rglob('*.html'))} pages, the same words, and a PDF: {packages}.")


if __name__ == "__main__":
    main()

"""Begin a chapter: `.venv/bin/python tools/new_chapter.py NAME "A question?"`.

Writes the page, its sentences, one function that it calls and the cases of that function's test,
from tools/chapter, and names the page in _toc.yml. The book builds with it at once.
"""

import keyword
import re
import sys
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parents[1]
TEXTS = Path(__file__).with_name("chapter")
# what is written from which text; $name is the chapter's
FILES = {
    "chapters/$name.md": "page.md",
    "chapters/$name.say.yml": "say.yml",
    "chapters/evidence/themes/$name/__init__.py": "init.py.txt",
    "chapters/evidence/themes/$name/stated.py": "stated.py.txt",
    "tests/themes/$name/cases.py": "cases.py.txt",
}
# the line of _toc.yml before which a new chapter stands: after the other questions
NEXT = "  - file: chapters/verdicts\n"


def faults(name: str, title: str, top: Path) -> list[str]:
    """Why a chapter cannot be begun, a sentence each."""
    if not re.fullmatch(r"[a-z][a-z_]{2,23}", name) or keyword.iskeyword(name):
        return [f"{name!r} is no name: take three to 24 small letters and _, no word of Python's."]
    told = []
    if not re.fullmatch(r"[A-Z][^`{}\[\]<>$\\*_#\n]*\?", title):
        told.append(f"{title!r} is no question: it begins with a capital and ends with ?, plain.")
    # where a folder is the chapter's own, the folder
    places = {re.sub(r"(?<=/\$name)/.*", "", path) for path in FILES}
    for place in sorted(path.replace("$name", name) for path in places):
        if (top / place).exists():
            told.append(f"{place} is there already: choose another name.")
    if (top / "_toc.yml").read_text(encoding="utf-8").count(NEXT) != 1:
        told.append(f"_toc.yml has no line {NEXT.strip()!r}, before which a chapter can stand.")
    return told


def begin(name: str, title: str, top: Path = ROOT) -> list[str]:
    """Write the files of a chapter; returns their paths. Leaves the program where it cannot."""
    if told := faults(name, title, top):
        sys.exit("\n".join(["Nothing is written:", *told]))
    known = {"name": name, "anchor": name.replace("_", "-"), "title": title}
    paths = []
    for path, text in FILES.items():
        paths.append(path.replace("$name", name))
        filled = Template((TEXTS / text).read_text(encoding="utf-8")).substitute(known)
        (top / paths[-1]).parent.mkdir(parents=True, exist_ok=True)
        (top / paths[-1]).write_text(filled, encoding="utf-8")
    contents = (top / "_toc.yml").read_text(encoding="utf-8")
    line = NEXT.replace("verdicts", name)
    (top / "_toc.yml").write_text(contents.replace(NEXT, line + NEXT), encoding="utf-8")
    return [*paths, "_toc.yml"]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print("\n".join(begin(*sys.argv[1:])))

"""No result follows an order that another machine, or another run, would not give.

pandas and numpy sort by other means on other processors, and equal keys then change places; a
folder is listed as its file system likes; a set of texts is gone through as its hashes fall.
"""

import re

import orders
import pytest

from press import ROOT

CELL = re.compile(r"^```\{code-cell\}.*?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = sorted(
    path
    for folder in ("chapters", "press", "tools")  # but for the page that new_chapter begins with
    for kind in ("*.md", "*.py")
    for path in (ROOT / folder).rglob(kind)
    if not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
    and path.parent.name != "chapter"
)


def code_of(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return text
    # the lines that are no code are empty, so that the others keep their numbers
    code, at = "", 0
    for cell in CELL.finditer(text):
        lines = [line if line[:1] not in (":", "%") else "" for line in cell[1].split("\n")]
        code += "\n" * text.count("\n", at, cell.start(1)) + "\n".join(lines)
        at = cell.end(1)
    return code


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_result_follows_an_order_of_chance(path):
    assert orders.found(code_of(path)) == []


@pytest.mark.parametrize(
    "code",
    [
        "rows.sort_values('year')",
        "rows.sort_values('year', kind='quicksort')",
        "rows.sort_index()",
        "np.argsort(x)",
        "np.sort(x)",
        "for p in folder.iterdir(): print(p)",
        "files = list(folder.glob('*'))",
        "files = [p for p in folder.rglob('*') if p.is_file()]",
        "for name in set(names): print(name)",
        "[x for x in {1, 2}]",
        "', '.join(set(names))",
        "kept = set(a) - set(b)\nprint(list(kept))",
        "def f():\n    one = set(a)\n    two = one | other\n    return [*two]",
    ],
)
def test_an_order_of_chance_is_found(code):
    assert len(orders.found(code)) == 1


@pytest.mark.parametrize(
    "code",
    [
        "rows.sort_values('year', kind='stable')",
        "names.sort()",
        "names.sort(key=len)",
        "for p in sorted(folder.iterdir()): print(p)",
        "sorted(p for p in folder.rglob('*') if p.is_file())",
        "names = {p.name for p in folder.rglob('*')}",
        "', '.join(sorted(set(names)))",
        "if name in set(names): pass",
        "sum(1 for x in set(names))",
        "{f(x) for x in set(names)}",
        "names = set(x)\nnames = sorted(names)\nprint(list(names))",
    ],
)
def test_an_order_that_is_given_is_not_found(code):
    assert orders.found(code) == []

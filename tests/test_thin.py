"""Chapters are prose and Python holds none: what keeps a sentence where a reader finds it."""

import ast
import re

import pytest
from built import ROOT
from outcomes import CATALOGUES

from evidence.ledger import tables
from evidence.show import say

CHAPTERS = sorted((ROOT / "chapters").glob("*.md"))
EVIDENCE = ROOT / "chapters" / "evidence"
# what looks through tables, catalogues and charts tells their faults, to whoever mends them
FAULTS = [*(EVIDENCE / "ledger").rglob("*.py"),
          *(EVIDENCE / "show" / name for name in ("say.py", "edges.py"))]  # fmt: skip
MODULES = sorted(set(EVIDENCE.rglob("*.py")) - set(FAULTS))
# names of what stands elsewhere: in a catalogue, in the table of judgements
NAMED = {key for name in CATALOGUES for path, _ in say.leaves(say.catalogue(name)) for key in path}
NAMED |= set(tables.table("judgements")["part"])

CELL = re.compile(r"^```\{code-cell\}.*?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WORD = re.compile(r"(?<!\S)[^\W\d_]+[.,;:!?]?(?!\S)")
DOCUMENTED = (ast.Module, ast.FunctionDef, ast.ClassDef)
IN_FUNCTIONS, OUTSIDE = 3, 5  # words at most: outside functions stand names of things


def cells(text):
    """The lines of each cell, without its tags."""
    return [
        [line for line in cell.splitlines() if not line.startswith(":")]
        for cell in CELL.findall(text)
    ]


def unsaid(tree):
    """The nodes whose texts no reader meets: what documents, declares, raises or is split."""
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node):
            yield node.body[0].value
        elif isinstance(node, ast.Attribute) and node.attr == "split":
            yield node.value
        of = getattr(node, "value", None)
        if isinstance(node, ast.Raise) or getattr(of, "id", "") == "Literal":
            yield node


def texts(tree):
    """Each text that a reader may meet, one with places as a whole."""
    skipped = {below for node in unsaid(tree) for below in ast.walk(node)}
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            skipped.update(node.values)
            yield "".join(getattr(part, "value", "") if isinstance(part, ast.Constant) else "…"
                          for part in node.values)  # fmt: skip
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def prose(source):
    """The phrases in the functions of a module and the long names outside them."""
    tree = ast.parse(source)
    found = []
    for node in tree.body[ast.get_docstring(tree) is not None :]:
        most = IN_FUNCTIONS if isinstance(node, DOCUMENTED) else OUTSIDE
        found += [text for text in texts(node) if len(WORD.findall(text)) > most]
    return [text for text in found if text not in NAMED]


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_is_prose(path):
    text = path.read_text(encoding="utf-8")
    code = cells(text)
    assert max(map(len, code), default=0) <= 10
    assert sum(map(len, code)) <= 0.2 * len(text.splitlines())
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(EVIDENCE).as_posix())
def test_python_holds_no_prose(path):
    assert prose(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('def f():\n    return "Nobody counted them twice."', ["Nobody counted them twice."]),
        ('def f(n):\n    return f"It is {n} times as high"', ["It is … times as high"]),
        ('def f():\n    return "not known"', []),
        ('def f():\n    """What is said in a docstring."""', []),
        ('def f():\n    raise ValueError(f"{1} is no number of people")', []),
        ('def f() -> Literal["rose and then fell again"]: ...', []),
        ('def f():\n    return "low high total_low total_high of".split()', []),
        ('A = {"a": "Latin America and the Caribbean"}', []),
        ('A = {"a": "They count more than anybody else"}', ["They count more than anybody else"]),
    ],
)
def test_what_is_prose(source, found):
    assert prose(source) == found

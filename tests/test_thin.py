"""Chapters are prose and Python holds none: what keeps a sentence where a reader finds it."""

import ast
import re

import pytest
from built import ROOT

CHAPTERS = sorted((ROOT / "chapters").glob("*.md"))
CELL = re.compile(r"^```\{code-cell\}.*?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DOCUMENTED = (ast.Module, ast.FunctionDef, ast.ClassDef)
MOST = 300  # words: names of things, units and the words of scales


def lines_of_code(text):
    """The lines of each cell, without its tags."""
    return [
        [line for line in cell.splitlines() if not line.startswith(":")]
        for cell in CELL.findall(text)
    ]


def prose(source):
    """Texts of words in a module, less what documents it and what its errors say."""
    tree, skipped = ast.parse(source), set()
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node):
            skipped.add(node.body[0].value)
        if isinstance(node, ast.Raise):
            skipped.update(ast.walk(node))
    texts = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and n not in skipped]
    found = [re.findall(r"[^\W\d_]{2,}", n.value) for n in texts if isinstance(n.value, str)]
    return [words for words in found if len(words) >= 4]


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_is_prose(path):
    text = path.read_text(encoding="utf-8")
    cells = lines_of_code(text)
    assert max(map(len, cells), default=0) <= 10
    assert sum(map(len, cells)) <= 0.2 * len(text.splitlines())
    assert max(map(len, text.splitlines())) <= 100


def test_python_holds_no_prose():
    files = (ROOT / "chapters" / "evidence").rglob("*.py")
    counted = {path.name: sum(map(len, prose(path.read_text("utf-8")))) for path in files}
    assert sum(counted.values()) < MOST, sorted(counted.items(), key=lambda item: -item[1])[:9]

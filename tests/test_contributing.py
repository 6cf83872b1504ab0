"""What CONTRIBUTING.md names is there: commands, files, rooms, words of the code."""

import re

import pytest
from built import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CODE = re.findall(r"`` (.+?) ``|`([^`]+)`", TEXT)
CODE = [one or other for one, other in CODE]
TARGETS = sorted({code.split()[1] for code in CODE if code.startswith("make ")})
PATHS = sorted({
    word for code in CODE for word in code.split()
    if re.fullmatch(r"[\w./-]+", word) and (ROOT / word.split("/")[0]).exists() and "/" in word
    and "NAME" not in word and "..." not in word
})  # fmt: skip


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_of_make_is_there(target):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:  +##", makefile, re.MULTILINE)
    assert target in re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split()


@pytest.mark.parametrize("path", [path for path in PATHS if not path.startswith((".venv", "_b"))])
def test_each_file_is_there(path):
    assert (ROOT / path).exists()


def test_the_recipes_are_looked_at():
    assert {"check", "html", "results", "test"} <= set(TARGETS)
    assert {"tools/add_claim.py", "tools/new_chapter.py", "tools/install.py"} <= set(PATHS)


def test_each_recipe_is_short():
    for part in re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:5]:
        assert part.startswith("A ")
        assert len([line for line in part.splitlines()[1:] if line]) <= 12


def test_the_rooms_of_the_tests_are_those_named():
    table = TEXT.partition("## Tests")[2].partition("To run some")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = {word.split("/")[0] for row in rows[1:] for word in re.findall(r"`([^`]+)`", row)}
    there = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}
    assert named == there - {"__pycache__"}


def test_what_is_searched_for_is_found():
    for words, folder in re.findall(r'git grep -n "?([^`"]+?)"? (chapters\S*?)`', TEXT):
        files = [p for p in (ROOT / folder).rglob("*") if p.suffix in (".py", ".md", ".yml")]
        assert any(words in path.read_text(encoding="utf-8") for path in files), words

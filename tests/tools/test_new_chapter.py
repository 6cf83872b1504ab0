"""A chapter is begun whole, or not at all; what is begun keeps the rules of the book."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
import yaml
from built import ROOT

from evidence.show import say
from press.claims.quantities import bare_numbers
from tools import new_chapter

NAME, TITLE = "sports_teams", "How many trainers went abroad?"
TOC = "root: chapters/index\nchapters:\n  - file: chapters/home\n  - file: chapters/verdicts\n"


@pytest.fixture
def top(tmp_path):
    (tmp_path / "_toc.yml").write_text(TOC)
    return tmp_path


def files(top):
    return {p.relative_to(top).as_posix(): p.read_text() for p in top.rglob("*") if p.is_file()}


def test_a_chapter_is_begun(top):
    paths = new_chapter.begin(NAME, TITLE, top)
    found = files(top)
    assert set(paths) == set(found)
    assert "chapters/evidence/themes/sports_teams/__init__.py" in found
    assert "tests/themes/sports_teams/cases.py" in found
    assert f"\n# {TITLE}\n" in found["chapters/sports_teams.md"]
    assert not [path for path, text in found.items() if "$" in text]
    assert found["_toc.yml"] == TOC.replace(
        "  - file: chapters/verdicts",
        "  - file: chapters/sports_teams\n  - file: chapters/verdicts",
    )


def test_its_sentences_are_a_sound_catalogue_without_numbers(top):
    new_chapter.begin(NAME, TITLE, top)
    assert say.faults(top / "chapters") == []
    tree, _ = say.read(top / "chapters" / "sports_teams.say.yml")
    assert set(tree) == {"answer", "tab-sports-teams"}
    for _, text in say.leaves(tree):
        assert bare_numbers(text) == []


@pytest.mark.parametrize("name", ["abc", NAME, "a" * 24])
def test_its_code_keeps_the_style(top, name):
    new_chapter.begin(name, TITLE, top)
    for path in (f"chapters/evidence/themes/{name}/stated.py", f"tests/themes/{name}/cases.py"):
        for command in ("check", "format --check"):
            done = subprocess.run(
                [sys.executable, "-P", "-m", "ruff", *command.split(), "--no-cache",
                 "--stdin-filename", path, "-"],
                cwd=ROOT, input=files(top)[path], capture_output=True, text=True,
            )  # fmt: skip
            assert done.returncode == 0, done.stdout


def test_its_cases_hold(top):
    new_chapter.begin(NAME, TITLE, top)
    theme = {}
    exec(files(top)["chapters/evidence/themes/sports_teams/stated.py"], theme)
    text = files(top)["tests/themes/sports_teams/cases.py"]
    beside = "from evidence.themes.sports_teams import stated\n"
    assert beside in text  # a module of another book than this one
    cases = {"stated": SimpleNamespace(**theme)}
    exec(text.replace(beside, ""), cases)
    assert {outcome for _, outcome, _ in cases["CASES"]} == {"one figure", "can agree", "differ"}
    for function, outcome, claims in cases["CASES"]:
        assert function(claims) == (outcome, {"number": str(len(claims))})


def test_it_stands_before_the_verdicts_of_this_book():
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    assert {"file": "chapters/verdicts"} in contents["chapters"]
    assert (ROOT / "_toc.yml").read_text(encoding="utf-8").count(new_chapter.NEXT) == 1


@pytest.mark.parametrize(("name", "title", "there", "told"), [
    ("Sports", TITLE, "", "'Sports' is no name"),
    ("a-b", TITLE, "", "'a-b' is no name"),
    ("../x", TITLE, "", "'../x' is no name"),
    ("ab", TITLE, "", "'ab' is no name"),
    ("a" * 25, TITLE, "", "is no name"),
    ("class", TITLE, "", "'class' is no name"),
    (NAME, "A statement", "", "'A statement' is no question"),
    (NAME, "why not?", "", "'why not?' is no question"),
    (NAME, "Is {claim}`x` so?", "", "is no question"),
    (NAME, "Two\nlines?", "", "is no question"),
    (NAME, TITLE, f"chapters/{NAME}.md", f"chapters/{NAME}.md is there already"),
    (NAME, TITLE, f"chapters/{NAME}.say.yml", f"chapters/{NAME}.say.yml is there already"),
    (NAME, TITLE, f"chapters/evidence/themes/{NAME}/x.py",
     f"chapters/evidence/themes/{NAME} is there already"),
    (NAME, TITLE, f"tests/themes/{NAME}/x.py", f"tests/themes/{NAME} is there already"),
])  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(top, name, title, there, told):
    if there:
        (top / there).parent.mkdir(parents=True)
        (top / there).write_text("mine")
    before = files(top)
    with pytest.raises(SystemExit) as leaving:
        new_chapter.begin(name, title, top)
    assert str(leaving.value).startswith("Nothing is written:\n")
    assert told in str(leaving.value)
    assert files(top) == before


def test_a_book_of_another_order_is_refused(top):
    (top / "_toc.yml").write_text(TOC.replace("verdicts", "judged"))
    with pytest.raises(SystemExit, match=r"_toc\.yml has no line '- file: chapters/verdicts'"):
        new_chapter.begin(NAME, TITLE, top)
    assert set(files(top)) == {"_toc.yml"}


def test_the_command_says_how_it_is_used():
    command = [sys.executable, ROOT / "tools" / "new_chapter.py", "one"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert 'tools/new_chapter.py NAME "A question?"' in done.stderr

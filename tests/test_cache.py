"""A chapter is executed again exactly when what its outputs came from has changed."""

import json

import pytest

from evidence import tables
from press import cache

CELLS = ["a = 1", "print(a)"]
GIVEN = {
    "outputs": [[], [{"output_type": "stream", "name": "stdout", "text": "1\n"}]],
    "seconds": 0.5,
    "modules": ["evidence", "evidence.words"],
    "tables": ["claims"],
}


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A small book: a lock, two modules, three tables; and a chapter in the cache."""
    for name in (
        "requirements.txt", "press/kernel.py", "chapters/evidence/__init__.py", "data/measures.csv",
        "chapters/evidence/words.py", "chapters/evidence/charts.py", "data/claims.csv",
        "data/corrections.csv", "data/sources.csv", "data/datapackage.json",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it was")
    names = ("claims", "sources")
    resources = [{"name": name, "path": f"{name}.csv"} for name in names]
    monkeypatch.setattr(tables, "package", lambda: {"resources": resources})
    monkeypatch.setattr(tables, "DATA", tmp_path / "data")
    monkeypatch.setattr(cache, "ROOT", tmp_path)
    monkeypatch.setattr(cache, "LOCK", tmp_path / "requirements.txt")
    cache.save(tmp_path / "executed" / "one.json", CELLS, GIVEN)
    return tmp_path


def kept(book, cells=CELLS):
    return cache.load(book / "executed" / "one.json", cells)


def test_nothing_changed(book):
    assert kept(book) == GIVEN


@pytest.mark.parametrize("cells", [["a = 2", "print(a)"], ["a = 1"], ["a = 1", "", "print(a)"]])
def test_other_code_is_executed(book, cells):
    assert kept(book, cells) is None


@pytest.mark.parametrize(
    "name",
    ["chapters/evidence/words.py", "chapters/evidence/__init__.py", "data/claims.csv",
     "data/corrections.csv", "data/datapackage.json", "requirements.txt", "press/kernel.py"],
)  # fmt: skip
def test_what_the_chapter_used_has_changed(book, name):
    (book / name).write_text("otherwise")
    assert kept(book) is None
    (book / name).write_text("as it was")
    assert kept(book) == GIVEN  # by content, not by time
    (book / name).unlink()
    assert kept(book) is None


@pytest.mark.parametrize(
    "name", ["chapters/evidence/charts.py", "data/sources.csv", "data/measures.csv"]
)
def test_what_the_chapter_did_not_use_may_change(book, name):
    (book / name).write_text("otherwise")
    assert kept(book) == GIVEN


def test_another_python(book, monkeypatch):
    monkeypatch.setattr(cache.sys, "version", "4.0")
    assert kept(book) is None


def test_a_cut_file_is_never_used(book):
    path = book / "executed" / "one.json"
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert kept(book) is None, length
    path.write_bytes(whole)
    assert kept(book) == GIVEN


def test_an_altered_file_is_never_used(book):
    path = book / "executed" / "one.json"
    entry = json.loads(path.read_text())
    entry["given"]["outputs"][1][0]["text"] = "2\n"
    path.write_text(json.dumps(entry))
    assert kept(book) is None
    path.write_text("[]")
    assert kept(book) is None


def test_nothing_is_left_beside_the_file(book):
    assert [p.name for p in (book / "executed").iterdir()] == ["one.json"]

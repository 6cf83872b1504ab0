"""A chapter is executed again exactly when what its outputs came from has changed."""

import pytest

from press import cache, trace

CELLS = ["a = 1", "print(a)"]


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A lock, a file that a chapter has read, and the chapter in the cache."""
    monkeypatch.setattr(cache, "LOCK", tmp_path / "requirements.txt")
    (tmp_path / "requirements.txt").write_text("pandas==1")
    (tmp_path / "extra.csv").write_text("as it was")
    cache.save(tmp_path / "one", CELLS, given(tmp_path))
    return tmp_path


def given(folder, **more):
    looks = [f"read {folder}/extra.csv", f"find {folder}/other.csv"]
    notes = {what: trace.look(what) for what in looks} | more
    outputs = [[], [{"output_type": "stream", "name": "stdout", "text": "1\n"}]]
    return {"outputs": outputs, "seconds": 0.5, "notes": notes}


def kept(book, cells=CELLS):
    return cache.load(book / "one", cells)


def test_nothing_changed(book):
    assert kept(book) == given(book)


@pytest.mark.parametrize("cells", [["a = 2", "print(a)"], ["a = 1"], ["a = 1", "", "print(a)"]])
def test_other_code_is_executed(book, cells):
    assert kept(book, cells) is None


@pytest.mark.parametrize("name", ["extra.csv", "requirements.txt"])
def test_what_the_chapter_used_has_changed(book, name):
    before = (book / name).read_text()
    (book / name).write_text("otherwise")
    assert kept(book) is None
    (book / name).write_text(before)
    assert kept(book)  # by content, not by time
    (book / name).unlink()
    assert kept(book) is None


def test_what_the_chapter_did_not_find_is_there(book):
    (book / "other.csv").write_text("")
    assert kept(book) is None


def test_another_python(book, monkeypatch):
    monkeypatch.setattr(cache.sys, "version", "4.0")
    assert kept(book) is None


def test_what_changed_while_it_was_read_is_not_kept(book):
    found = given(book)
    (book / "extra.csv").write_text("later")
    cache.save(book / "two", CELLS, found)
    (book / "extra.csv").write_text("as it was")
    assert cache.load(book / "two", CELLS) is None


def test_a_chapter_that_starts_a_program_is_never_kept_and_said(book, capsys):
    cache.save(book / "two", CELLS, given(book, **{"unseen os.system": ""}))
    assert cache.load(book / "two", CELLS) is None
    assert "two uses os.system: executed in every build" in capsys.readouterr().out

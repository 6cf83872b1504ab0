"""The comparison of two books finds every difference and says where."""

import pytest

from press import publish, verify


def book(folder, **files):
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def test_the_same_bytes(tmp_path):
    one, other = (book(tmp_path / name, page=b"abc") for name in ("one", "other"))
    assert verify.differences(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "places"),
    [
        (b"abc", b"abd", [(2, 2)]),
        (b"a" * 50, b"b" + b"a" * 48 + b"b", [(0, 0), (49, 49)]),
        (b"axxxb", b"ayyyb", [(1, 3)]),
        (b"axxxxb", b"ayxxyb", [(1, 4)]),  # few equal bytes between: one range
        (b"abc", b"abcdef", [(3, 5)]),
        (b"", b"a", [(0, 0)]),
    ],
)
def test_ranges(one, other, places):
    assert verify.ranges(one, other) == places == verify.ranges(other, one)


def test_each_kind_of_difference_is_named(tmp_path):
    one = book(tmp_path / "one", same=b"a", changed=b"abc", gone=b"a")
    other = book(tmp_path / "other", same=b"a", changed=b"abd", new=b"a")
    assert verify.differences(one, other) == [
        "changed: 1 ranges of bytes: 2-2",
        "gone: only in the first",
        "new: only in the second",
    ]


def test_times_alone_may_differ(tmp_path):
    books = []
    for name in ("one", "other"):
        books.append(book(tmp_path / name))
        (books[-1] / "_files").mkdir()
        for path in publish.TIMES:
            (books[-1] / path).write_text(name)
    assert verify.differences(*books) == []


SUM = "a" * 64
LIST = f"{SUM}  chapters/a.html\n{SUM}  index.html\n"


def test_the_list_of_a_published_book(tmp_path):
    (tmp_path / "CHECKSUMS").write_text(LIST)
    path = tmp_path / "CHECKSUMS"
    for where in (tmp_path, path, tmp_path.as_uri(), f"{tmp_path.as_uri()}/", path.as_uri()):
        assert verify.published(str(where)) == {"chapters/a.html": SUM, "index.html": SUM}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "not a whole list"),
        (LIST[:-1], "not a whole list"),
        (LIST[:-20], "not a whole list"),
        (LIST[: LIST.index("\n") + 1], "not a whole list"),
        (LIST + LIST, "not a whole list"),
        ("<html>not found</html>\n", "line 1"),
        (LIST.replace("  index", " index"), "line 2"),
        (LIST.replace(SUM, SUM[:-1], 1), "line 1"),
        (LIST.replace("\n", "\n\n", 1), "line 2"),
    ],
)
def test_a_cut_or_damaged_list_is_a_sentence(tmp_path, text, told):
    (tmp_path / "CHECKSUMS").write_text(text)
    with pytest.raises(SystemExit, match=told):
        verify.published(str(tmp_path))


@pytest.mark.parametrize("where", ["{}/none", "file://{}/none", "ftps://x/y", "{}"])
def test_a_list_that_is_not_there_is_a_sentence(tmp_path, where):
    with pytest.raises(SystemExit, match="cannot be read from"):
        verify.published(where.format(tmp_path))


def test_each_file_that_differs_is_named():
    theirs = {"a": "1", "b": "2", "c": "3"}
    assert verify.compare(theirs, theirs) == []
    assert verify.compare(theirs, {"a": "1", "b": "9", "d": "4"}) == [
        "b: differs",
        "c: only in the published book",
        "d: only in the book built here",
    ]


@pytest.mark.parametrize(
    "found",
    ["not known", "not known: there is no git", "not known: git finds none"],
)
def test_without_a_commit_there_is_a_sentence(monkeypatch, found):
    monkeypatch.setattr(publish, "commit", lambda: found)
    with pytest.raises(SystemExit, match=f"last commit of a git checkout, and that is {found}"):
        verify.last_commit()


def test_changes_that_are_not_built_are_told(monkeypatch, capsys):
    monkeypatch.setattr(publish, "commit", lambda: "abc with changes")
    assert verify.last_commit() == "abc"
    assert "changes that are in no commit" in capsys.readouterr().out


def test_a_book_is_compared_with_a_published_one(tmp_path, monkeypatch, capsys):
    (tmp_path / "CHECKSUMS").write_text(LIST)
    monkeypatch.setattr(verify, "clean_build", lambda folder: tmp_path)
    monkeypatch.setattr(publish, "commit", lambda: "abc")
    verify.against(str(tmp_path))
    assert "2 files of abc: the same" in capsys.readouterr().out
    other = tmp_path / "other"
    other.write_text(LIST.replace("chapters/a", "chapters/b"))
    with pytest.raises(SystemExit, match="2 of 3 files"):
        verify.against(str(other))
    assert "chapters/b.html: only in the published book" in capsys.readouterr().out

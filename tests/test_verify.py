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

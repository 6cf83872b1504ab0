"""What pages tell the book: by page, joined, forgotten page by page, and kept with the reading."""

import pickle
from types import SimpleNamespace

import pytest
from sphinx.errors import ExtensionError
from tinybook import NOTEBOOK, TinyBook

from press.book.domain import Book, Page

RESULT = {"text": "7", "inputs": []}
CELL = """
```{code-cell}
from evidence import show
show.result("NAME", str(3 + 4))
```
"""


@pytest.fixture
def tiny(tmp_path, monkeypatch, capsys):
    return TinyBook(tmp_path, monkeypatch, capsys)


def book(**pages):
    """What a build has whose pages have told this."""
    found = Book(SimpleNamespace(domaindata={}))
    found.pages.update(pages)
    return found


def test_what_pages_tell_is_joined_page_by_page():
    joined, apart = book(one=Page(cites=["a"])), book(two=Page(cites=["b"]), three=Page())
    joined.merge_domaindata(["two"], pickle.loads(pickle.dumps(apart.data)))
    assert joined.pages == {"one": Page(cites=["a"]), "two": Page(cites=["b"])}


def test_a_page_that_is_read_anew_is_forgotten_alone():
    found = book(one=Page(results={"a": RESULT}), two=Page(results={"b": RESULT}))
    found.clear_doc("one")
    found.clear_doc("never read")
    assert found.results() == {"b": {"page": "two", **RESULT}}


def test_two_books_share_nothing():
    book(one=Page()).page("one").cites.append("a")
    assert book().pages == {}
    assert Page().cites == []


def test_a_result_belongs_to_one_page():
    joined, apart = book(one=Page(results={"a": RESULT})), book(two=Page(results={"a": RESULT}))
    with pytest.raises(ExtensionError, match="two: 'a' is given in one already"):
        joined.merge_domaindata(["two"], apart.data)


@pytest.mark.parametrize(
    ("one", "two", "found"), [([], [], ""), (["x"], [], "one"), (["x"], ["y", "x"], "two")]
)
def test_the_page_that_has_a_block(one, two, found):
    assert book(one=Page(blocks=one), two=Page(blocks=two)).with_block("x") == found


def test_a_build_that_reads_nothing_anew_knows_what_pages_told(tiny):
    chapter = f"{NOTEBOOK}\n# One\n{CELL.replace('NAME', 'seven')}\nIt is {{result}}`seven`.\n"
    first = tiny.succeeds(chapter)
    fault, printed = tiny.build()
    assert not fault
    assert "chapter 1 of" not in printed
    again = (tiny.folder / "html" / "chapters" / "one.html").read_text(encoding="utf-8")
    assert 'href="#result-seven">7</a>' in again
    assert again == first


def test_a_result_that_is_gone_from_its_page_is_gone(tiny):
    index = "# Front\n\nIt is {result}`seven`.\n"
    tiny.write("chapters/index.md", index)
    tiny.succeeds(f"{NOTEBOOK}\n# One\n{CELL.replace('NAME', 'seven')}")
    said = tiny.fails(f"{NOTEBOOK}\n# One\n{CELL.replace('NAME', 'other')}")
    assert "no cell computes a result 'seven'" in said


def test_the_same_result_in_two_cells_of_a_page_is_refused(tiny):
    said = tiny.fails(f"{NOTEBOOK}\n# One\n{CELL.replace('NAME', 'seven') * 2}")
    assert "result 'seven' is computed in chapters/one already" in said

"""The book is what _toc.yml names; whatever else stands beside the chapters disturbs nothing."""

import shutil

import pytest
import smallbook
from sphinx_external_toc.parsing import parse_toc_data
from tinybook import NOTEBOOK, TinyBook

from press import ROOT, checkout, publish, sources
from press.sources import page_files

CHAPTER = f"{NOTEBOOK}\n# One\n\n```{{code-cell}}\nprint('hello')\n```\n"
OTHER = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
# what editors, tools and people leave in a checkout
JUNK = {
    "chapters/one.ipynb": OTHER,
    "chapters/one.rst": "Two\n===\n",
    "chapters/one.md~": "# Two",
    "chapters/#one.md#": "# Two",
    "chapters/.one.md.swp": "# Two",
    "chapters/draft.md": "# A draft with 700,000 doctors\n\n{claim}`none`",
    "chapters/.ipynb_checkpoints/one-checkpoint.ipynb": OTHER,
    "chapters/_build/html/index.html": "<p>built</p>",
    "NOTES.rst": "Notes\n=====\n\n.. nothing::",
    "TODO.txt": "later",
    "conf.py": "raise SystemExit('this is not the book')",
    "_static/mine.css": "body {color: red}",
    "_static/mine.js": "alert(1)",
    "_templates/page.html": "mine",
    "locales/en/LC_MESSAGES/chapters.po": "",
    "venv/lib/package/README.md": "# Not a page",
    "env/lib/package/bad.md": "{unknown}`x`",
    ".venv-3.13/lib/package/LICENSE.md": "# Not a page",
    "node_modules/package/readme.md": "# Not a page",
    "_build/html/chapters/one.html": "<p>built</p>",
    "book-as-built/chapters/one.html": "<p>built</p>",
}


@pytest.fixture
def book(tmp_path, monkeypatch, capsys):
    return TinyBook(tmp_path, monkeypatch, capsys)


def pages(book):
    made = book.folder / "html"
    files = {p.relative_to(made).as_posix(): p for p in made.rglob("*") if p.is_file()}
    return {name: p.read_bytes() for name, p in files.items() if name not in publish.TIMES}


def test_nothing_that_stands_beside_the_chapters_disturbs(book):
    book.succeeds(CHAPTER)
    before = pages(book)
    for path, text in JUNK.items():
        (book.folder / path).parent.mkdir(parents=True, exist_ok=True)
        book.write(path, text)
    (book.folder / "chapters" / ".#one.md").symlink_to("somebody@laptop.1234")
    (book.folder / "node_modules" / "package" / "round").symlink_to(book.folder)
    (book.folder / "round").symlink_to(book.folder)
    shutil.rmtree(book.folder / "html")
    shutil.rmtree(book.folder / "work")
    locked = book.folder / "secret"
    locked.mkdir(mode=0)
    try:
        book.succeeds(CHAPTER)
    finally:
        locked.chmod(0o700)
    after = pages(book)
    assert [name for name in before | after if before.get(name) != after.get(name)] == []


def test_a_page_that_is_missing_is_named(book):
    book.write(
        "_toc.yml", "format: jb-book\nroot: chapters/index\nchapters:\n  - file: chapters/no\n"
    )
    assert "_toc.yml names 'chapters/no'" in book.fails(CHAPTER)


@pytest.mark.parametrize(
    ("there", "entry", "found"),
    [
        (["a.md"], "a", "a.md"),
        (["a.md"], "a.md", "a.md"),
        (["a.ipynb"], "a", "a.ipynb"),
        (["a.ipynb", "a.md"], "a", "a.md"),
        (["a.ipynb", "a.md"], "a.ipynb", "a.ipynb"),
        (["b.md"], "a", ""),
        (["a.md~", "a.txt"], "a", ""),
        (["a [1].md"], "a [1]", "a [1].md"),
    ],
)
def test_the_file_of_a_page(tmp_path, there, entry, found):
    for name in there:
        (tmp_path / name).write_text("")
    assert page_files(parse_toc_data({"root": entry}), tmp_path) == {entry: found}


def test_pages_named_by_a_pattern(tmp_path):
    for name in ("top.md", "b.md", "a.md", "a.ipynb", "c.txt"):
        (tmp_path / name).write_text("")
    named = parse_toc_data({"root": "top", "entries": [{"glob": "[ab]"}]})
    assert page_files(named, tmp_path) == {"top": "top.md", "a": "a.md", "b": "b.md"}


def test_every_file_of_the_checkout_that_the_book_needs_is_an_input():
    tracked = checkout.git("ls-files", "-z", "--", "chapters", "data", "press").stdout
    if not tracked:
        pytest.skip("not a git checkout")
    found = {path.relative_to(ROOT).as_posix() for path in sources.files()}
    # told to git; an answer of git's
    assert set(tracked.rstrip("\0").split("\0")) - found == {"press/git.conf"}


@pytest.mark.parametrize(
    "name",
    [
        "press/pages.py~",
        "press/.#pages.py",
        "press/#pages.py#",
        "press/pages (copy).py",
        "press/styles/.screen.css.swp",
        "press/styles/screen.css~",
        "chapters/evidence/words-checkpoint.py",
        "chapters/evidence/.ipynb_checkpoints/words-checkpoint.py",
        "chapters/abroad.ipynb",
        "chapters/draft.md",
        "chapters/evidence/notes.txt",
        "data/claims.csv~",
        "data/.~lock.claims.csv#",
        "data/.DS_Store",
        "data/folder/claims.csv",
    ],
)
def test_what_editors_and_tools_leave_is_no_input(tmp_path, monkeypatch, name):
    book = smallbook.make(tmp_path / "book")
    monkeypatch.setattr(sources, "ROOT", book)
    before = sources.files()
    (book / name).parent.mkdir(parents=True, exist_ok=True)
    (book / name).write_text("mine")
    assert sources.files() == before


@pytest.mark.parametrize(
    ("text", "told"), [("a: [", "_toc.yml"), ("chapters: []", "root"), (None, "No such file")]
)
def test_contents_that_cannot_be_read_are_a_sentence(tmp_path, monkeypatch, text, told):
    book = smallbook.make(tmp_path / "book")
    monkeypatch.setattr(sources, "ROOT", book)
    (book / "_toc.yml").write_text(text) if text else (book / "_toc.yml").unlink()
    with pytest.raises(SystemExit, match=told):
        publish.inputs()

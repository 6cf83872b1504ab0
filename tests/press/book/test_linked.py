"""Files that a page names in HTML, and images by their names: they come with the book."""

import re

import pytest
from drafts import html_cell, page
from tinybook import TOC, TinyBook

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


@pytest.fixture
def tiny(tmp_path, monkeypatch, capsys):
    tiny = TinyBook(tmp_path, monkeypatch, capsys)
    (tiny.folder / "chapters" / "deep").mkdir()
    for name in ("a.svg", "dé jà.svg", "deep/b.svg", "data.txt"):
        tiny.write(f"chapters/{name}", SVG)
    return tiny


def copies(tiny, html):
    """The files that the addresses of the page lead to."""
    page = tiny.folder / "html" / "chapters"
    named = re.findall(r'(?:src|href|poster|data)="(\.\./_(?:downloads|images)/[^"]+)"', html)
    return [(page / name.replace("%20", " ").replace("%C3%A9", "é").replace("%C3%A0", "à"))
            for name in named]  # fmt: skip


@pytest.mark.parametrize("where", [str, html_cell])
@pytest.mark.parametrize(
    "html",
    [
        '<div><img alt="x" src="a.svg"></div>',
        "<div><img alt='x' src='deep/b.svg'></div>",
        "<div><img alt=x src=a.svg></div>",
        '<div><img alt="x" src="/chapters/a.svg"></div>',
        '<div><img alt="x" src="dé%20jà.svg"></div>',
        '<video poster="a.svg"></video>',
        '<a href="data.txt">the data</a>',
    ],
)
def test_a_file_that_html_names_is_copied(tiny, html, where):
    found = copies(tiny, tiny.succeeds(page(where(html))))
    assert [path.read_text() for path in found] == [SVG]


@pytest.mark.parametrize("html", ['<div><img src="no.png"></div>', "<video src=no.mp4></video>"])
def test_a_file_that_is_not_there_is_named(tiny, html):
    said = tiny.fails(page("Words.\n", html))
    assert "chapters/one, line 16: " in said
    assert "names a file that is not there" in said


@pytest.mark.parametrize(
    "html",
    ['<a href="index.html">a page</a>', '<a href="#one">here</a>', '<a href="mailto:a@b.c">m</a>',
     '<div><img alt="x" src="data:image/gif;base64,R0lGODlh/a.svg"></div>'],
)  # fmt: skip
def test_other_addresses_stay(tiny, html):
    assert html in tiny.succeeds(page(html))


@pytest.mark.parametrize("name", ["dé jà.svg", "dé%20jà.svg", "d%C3%A9%20j%C3%A0.svg"])
def test_an_image_may_have_an_accent_and_a_space_in_its_name(tiny, name):
    found = copies(tiny, tiny.succeeds(page(f"![Words for it](<{name}>)")))
    assert [path.read_text() for path in found] == [SVG]


def test_notes_may_have_notes(tiny):
    html = tiny.succeeds(page("Said[^a][^b]\n\n[^a]: One[^b][^c].\n[^b]: More.\n[^c]: Last.\n"))
    assert len(re.findall(r'<aside class="footnote brackets"', html)) == 3


def test_options_hold_for_parts_that_have_none_of_their_own(tiny):
    head = "format: jb-book\nroot: chapters/index\noptions: {numbered: 1}\nparts:\n"
    parts = (
        "- {caption: First, chapters: [{file: chapters/one}]}\n"
        "- {caption: Second, chapters: [{file: chapters/more}]}\n"
        "- {caption: Third, numbered: false, chapters: [{file: chapters/other}]}\n"
    )
    tiny.write("_toc.yml", head + parts)
    for name in ("more", "other"):
        tiny.write(f"chapters/{name}.md", f"# {name.title()}\n")
    html = tiny.succeeds(page("Words."))
    assert 'section-number">1. </span>One' in html
    for name, number in (("more", "2. </span>More"), ("other", "<h1>Other")):
        found = (tiny.folder / "html" / "chapters" / f"{name}.html").read_text(encoding="utf-8")
        assert number in found
    tiny.write("_toc.yml", TOC)

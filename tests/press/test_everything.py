"""One of everything that an author writes, as pages and on paper: nothing of it is lost."""

import re
import shutil
from pathlib import Path

import built
import lxml.html
import nbformat
import outloud
import page as checker
import pikepdf
import pymupdf
import pytest
import smallbook
from lxml import etree
from nbformat import v4

from press.base import names

HERE = Path(__file__).parent / "everything"
BOTH = [*smallbook.HTML[:-1]]  # pages and PDF
# what stands on the pages, and must stand on paper: by chapter, in its order
SAID = {
    "words": """Words before.|A formula in a line|The note of a title.|Said once|A short note.|
        Its second paragraph, with a list|first item of the note|It has a note|The note within a
        note.|The note with a number of its own.|The note of a cell.|Havana|first tab|Caracas|
        second tab|a list in a tab|First card|the first card says|Its foot|A page below another|
        A fold|What the fold holds|badge|An admonition of its own|What a note says.|Beside|
        A topic|What the topic says.|A quotation of a line.|Words of somebody.|—Somebody|
        Term one|What it means.|And once more.|Other field|starting late|deepest|
        side by side|Brigade|A team in this book.|Ctrl|def name(value):|A query|FROM missions|
        make book|As it is written here|names/of/files.txt|said so|Ελληνικά|Куба|Việt Nam|
        Polish żółć|words|Fig. 1.1|A caption of a figure|The note of a caption.|
        What stands below it.|bold, slanted, underlined, marked, small|
        PAHO|A fold of HTML|What HTML folds.|A box of words.|Another box of words.|
        A fifth heading|Of HTML|Bare head|over two|short row|the foot|Where styles and|
        A fourth heading|Words after.""",
    "cells": """An ordinary|A chart with two logarithmic axes|Both axes go by tens.|
        A wide table of words|A long table of short rows|row-119|critics|A row higher than a page|
        beside|From a cell|A mark from a cell|new words|from a child|ZeroDivisionError""",
}


def texts(name):
    return [" ".join(text.split()) for text in SAID[name].split("|")]


def make(folder: Path) -> Path:
    """The small book with the chapters of `tests/press/everything`."""
    smallbook.make(folder)
    chapters = folder / "chapters"
    shutil.copytree(HERE, chapters, dirs_exist_ok=True)
    shutil.move(chapters / "_toc.yml", folder / "_toc.yml")
    shutil.move(chapters / "names.md", chapters / "año médicos.md")
    shutil.copy(chapters / "images" / "mark.png", chapters / "images" / "foto año.png")
    (chapters / "images" / "film.mp4").write_bytes(b"no film")
    (chapters / "ledger.md").write_text("# The ledger\n\n```{claim-entries}\n```\n")
    (chapters / "references.md").write_text("# References\n\n```{bibliography}\n:all:\n```\n")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [
        v4.new_markdown_cell("# A notebook that was saved\n\nWith $q_5$ and *words*."),
        v4.new_code_cell('print("from the notebook")'),
    ]
    saved = v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(saved, chapters / "saved.ipynb")
    return folder


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """The book with everything, built; its folder."""
    folder = make(tmp_path_factory.mktemp("everything"))
    smallbook.run(folder, BOTH, {"BOOK_BUILD": ""})
    return folder


def page(book, name):
    path = book / "_build" / "html" / "chapters" / f"{name}.html"
    return lxml.html.document_fromstring(path.read_text(encoding="utf-8"))


def plain(element):
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def pdf(book):
    return book / "_build" / "pdf" / names.pdf()


@pytest.fixture(scope="module")
def paper(pdf):
    """What the PDF says, on one line, without breaks that only help it into lines."""
    with pymupdf.open(pdf) as opened:
        text = " ".join(sheet.get_text() for sheet in opened)
    return " ".join(text.replace("\u200b", "").replace("\xa0", " ").split())


@pytest.fixture(scope="module")
def printed(book):
    return etree.parse(book / "_build/work/doctrees/print/book.xml").getroot()


@pytest.mark.parametrize("name", SAID)
def test_the_page_and_the_paper_say_it_all(book, paper, name):
    article = page(book, name).xpath("//article")[0]
    for claimed in article.xpath('.//*[@class="backrefs"]|.//style|.//script'):
        claimed.drop_tree()
    shown = plain(article)
    charts = ("An ordinary", "A chart with two", "words")  # a page draws them as images
    assert [t for t in texts(name) if t not in shown and not t.startswith(charts)] == []
    assert [t for t in texts(name) if t.replace(" ", "") not in paper.replace(" ", "")] == []


def test_what_is_for_one_of_both_stands_there_alone(paper):
    assert "Only on paper." in paper
    assert "Only on a screen." not in paper
    assert "old words" not in paper.replace('"old words"', "")
    assert "CHART" not in paper.replace("'CHART'", "")


def test_what_cannot_be_printed_leaves_a_sentence(paper, pdf):
    assert "On the screen, another page (“A map”) stands here: https://example.org/map." in paper
    assert "On the screen, a video stands here: chapters/words.html." in paper
    with pikepdf.open(pdf) as opened:
        links = [link for sheet in opened.pages for link in sheet.get("/Annots", ())]
        assert "chapters/words.html" in {str(link.A.URI) for link in links if "/A" in link}
    assert "an interactive figure" not in paper  # its author gave a picture


def test_formulas_are_mathml_with_their_words(book):
    words = page(book, "words")
    assert len(words.xpath("//article//math")) >= 10
    told = [m.get("alttext") for m in words.xpath("//article//math")]
    assert all(told)
    assert [told.count(once) for once in ("g = h", "k = l", "e^{i\\pi} + 1 = 0")] == [1, 1, 1]
    assert words.xpath("//article//math//mfrac")
    assert "mathjax" not in etree.tostring(words, encoding="unicode").lower()
    assert words.xpath("//link[contains(@href, 'maths.css')]")
    assert (book / "_build/html/_static/book/BookMath-Regular.woff2").stat().st_size > 100_000
    assert not page(book, "deep/below").xpath("//link[contains(@href, 'maths.css')]")


def test_formulas_have_numbers_and_references_lead_to_them(book, printed):
    words = page(book, "words")
    numbers = [plain(n) for n in words.xpath('//*[@class="eqno"]')]
    assert numbers == ["(1.1)", "(1.2)", "(1.3)"]
    ids = {i: plain(words.get_element_by_id(i).xpath('.//*[@class="eqno"]')[0])
           for i in words.xpath("//div[contains(@class,'math')]/@id")}  # fmt: skip
    links = words.xpath('//article//a[starts-with(@href, "#equation")][not(@class="headerlink")]')
    assert [plain(link) for link in links] == ["(1.1)", "(1.2)", "(1.3)"]
    assert [ids[link.get("href")[1:]] for link in links] == ["(1.1)", "(1.2)", "(1.3)"]
    assert printed.xpath("//div[contains(@class, 'math')]/@number") == numbers


def test_no_formula_is_printed_as_it_was_written(paper, pdf):
    assert "\\frac" not in paper
    assert "\\begin" not in paper
    with pikepdf.open(pdf) as opened:
        formulas = built.tagged(built.structure(opened), "/Formula")
    assert len(formulas) >= 14
    assert all(str(f.Alt) for f in formulas)


def test_nothing_is_loaded_from_elsewhere(book):
    html = book / "_build" / "html"
    loaded = {
        address
        for path in html.rglob("*.html")
        for address in lxml.html.parse(path).xpath(built.LOADED)
        if path.parent.name != "_static"
    }
    frames = {"https://example.org/map"}  # a page within a page is what its author wants
    assert {a for a in loaded if "//" in a[:8]} == frames
    for path in html.rglob("*.css"):
        named = {a or b for a, b in built.IN_CSS.findall(path.read_text(encoding="utf-8"))}
        for address in {a for a in named if a and not a.startswith("data:")}:
            assert "//" not in address
            assert (path.parent / address.partition("?")[0].partition("#")[0]).exists(), address


def test_every_address_leads_to_a_file(book):
    html = (book / "_build" / "html").resolve()
    for path in html.rglob("*.html"):
        root = built.parse(path)
        for address in root.xpath("//article//@href | //article//@src | //nav//@href"):
            if built.is_external(address):
                continue
            place, fragment = built.target(path, address)
            assert place.is_file(), address
            if fragment and place.suffix == ".html":
                assert fragment in built.ids(place), address


def test_ids_are_unique(book):
    for path in (book / "_build" / "html" / "chapters").rglob("*.html"):
        found = built.parse(path).xpath("//@id")
        assert sorted({i for i in found if found.count(i) > 1}) == [], path


def test_the_pdf_keeps_every_rule(pdf):
    report = checker.validate_pdf(str(pdf), profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures][:9]
    found = outloud.check(str(pdf))
    assert [f for f in found.findings if f.severity == "error"] == []


def test_every_image_is_printed_with_its_words(pdf, printed):
    with pikepdf.open(pdf) as opened:
        figures = built.tagged(built.structure(opened), "/Figure")
    alts = [str(figure.Alt) for figure in figures]
    assert alts == [image.get("alt") for image in printed.iter("img")]
    assert {"A moving picture in GIF", "A picture in WebP", "A dot in the text itself",
            "A drawing of a square", "A drawing within the page", "The mark by its tag",
            "A picture in HTML", "A dot from a cell", "A mark from a cell",
            "The picture printed instead of a script", "Un año en colores",
            "The mark, from a folder below", "The mark, by its path from the top",
            "A picture that leads somewhere"} <= set(alts)  # fmt: skip


def test_nothing_is_beyond_the_edge_of_a_page(pdf):
    with pymupdf.open(pdf) as opened:
        for sheet in opened:
            for x0, y0, x1, y1, *_ in sheet.get_text("words"):
                assert x0 >= 0.9 * 110, (sheet.number, x0)
                assert x1 <= sheet.rect.width - 0.9 * 110, (sheet.number, x1)
                assert y0 > 0
                assert y1 < sheet.rect.height
            for image in sheet.get_image_info():
                x0, y0, x1, y1 = image["bbox"]
                assert min(x0, y0) > 0
                assert x1 < sheet.rect.width
                assert y1 < sheet.rect.height


def test_wide_and_long_tables_are_whole(paper, printed, pdf):
    assert {f"column{i}" for i in range(20)} <= set(paper.split())
    assert {f"head{i}" for i in range(30)} <= set(paper.split())
    assert {f"row-{i}" for i in range(120)} <= set(paper.split())
    assert paper.count("high ") >= 1500
    with pikepdf.open(pdf) as opened:
        tables = built.tagged(built.structure(opened), "/Table")
    assert len(tables) == len(list(printed.iter("table")))
    with pymupdf.open(pdf) as opened:
        pages = [p.get_text().split() for p in opened]
    long = [words for words in pages if any(w.startswith("row-") for w in words)]
    assert len(long) > 2
    assert all({"row", "word"} <= set(words) for words in long)  # its head stands on each


def test_groups_have_their_names(paper):
    assert re.search(
        "count sum max side kind critics a 105 105 (state )?a 35 35 (state )?b 76", paper
    )


def test_the_contents_have_parts_levels_and_titles(book, pdf):
    with pikepdf.open(pdf) as opened, opened.open_outline() as outline:

        def told(items):
            return [(item.title, told(item.children)) for item in items]

        found = told(outline.root)
    assert [title for title, _ in found] == [
        "Contents", "Everything", "Words and numbers", "Names and files"
    ]  # fmt: skip
    first, names = found[2][1], [title for title, _ in found[3][1]]
    assert [title for title, _ in first] == ["1. All that is written", "2. What cells show"]
    assert "A page below another" in [title for title, _ in first[0][1]]
    assert names[1:3] == ["4. A notebook that was saved", "5. The ledger"]
    with pymupdf.open(pdf) as opened:
        contents = " ".join(re.sub(r"[. ]{3,}|\u2060", " ", opened[1].get_text()).split())
    assert re.search(
        r"Contents Everything \d+ Words and numbers (\d+) 1\. All that is written \1 A page below"
        r" another \d+ 2\. What cells show \d+ Names and files (\d+) 3\. Médicos",
        contents,
    )
    sidebar = plain(page(book, "words").xpath('//div[@class="sidebar-tree"]')[0])
    assert "Words and numbers 1. All that is written" in re.sub(r"\s+", " ", sidebar)
    assert "Names and files" in sidebar


def test_a_list_of_contents_stands_in_the_text(paper, book):
    assert "• Formulas • Notes in a title" in paper
    (contents,) = page(book, "words").xpath('//nav[contains(@class, "contents")]')
    assert "this-will-duplicate" in contents.get("class")  # or the theme says that it is an error


def test_notes_have_the_numbers_of_the_page(book, printed):
    words = page(book, "words")
    links = [
        plain(a).strip("[]") for a in words.xpath('//a[contains(@class,"footnote-reference")]')
    ]
    notes = printed.xpath('chapter[@id="chapters-words"]//note/@number')
    assert sorted(set(links), key=int) == sorted(notes, key=int)
    assert "77" in notes


def test_a_second_build_gives_the_same_pages_and_the_same_pdf(book, pdf):
    """Even of formulas that have no label of their own."""
    before = smallbook.digests(book / "_build" / "html"), pdf.read_bytes()
    shutil.rmtree(book / "_build")
    smallbook.run(book, BOTH, {"BOOK_BUILD": ""})
    after = smallbook.digests(book / "_build" / "html"), pdf.read_bytes()
    assert after == before


if __name__ == "__main__":
    import sys

    make(Path(sys.argv[1]))

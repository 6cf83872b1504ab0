"""The PDF: tagged, navigable, whole, with its fonts, and saying what the pages say."""

import re
from collections import Counter

import built
import pikepdf
import pytest

from evidence import tables
from press.printed import prefix

SHOWS = {"Tj", "TJ", "'", '"', "Do"}
FONTS = {"Source-Serif-Pro", "Source-Sans-Pro", "DejaVu-Sans-Mono", "Book-Mono"}


@pytest.fixture(scope="module")
def pdf():
    built.need(built.PDF, built.PRINT)
    with pikepdf.open(built.PDF) as opened:
        yield opened


@pytest.fixture(scope="module")
def structure(pdf):
    """Every element of the structure tree, in reading order, with the page it is drawn on."""
    found, queue = [], [(pdf.Root.StructTreeRoot.K, None)]
    while queue:
        node, page = queue.pop()
        if isinstance(node, pikepdf.Array):
            queue += [(child, page) for child in reversed(list(node))]
        elif isinstance(node, pikepdf.Dictionary):
            page = node.get("/Pg", page)
            found.append((node, page))
            queue.append((node.get("/K", pikepdf.Array()), page))
        else:
            found.append((int(node), page))  # a marked piece of that page's content
    return found


def elements(structure, kind):
    return [e for e, _ in structure if not isinstance(e, int) and e.get("/S") == kind]


def section(name):
    """A page in the printed document."""
    (found,) = built.parse(built.PRINT).xpath("//section[@id=$i]", i=prefix(name))
    return found


def test_it_is_tagged_and_says_so(pdf):
    assert pdf.Root.MarkInfo.Marked is True
    assert "/StructTreeRoot" in pdf.Root
    with pdf.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_it_has_a_language_and_a_title(pdf):
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Counting Cuba’s Doctors"
    assert str(pdf.docinfo["/Title"]) == "Counting Cuba’s Doctors"


def test_the_outline_has_every_chapter(pdf):
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    wanted = [f"{n}. {built.title(name)}" for n, name in enumerate(built.CHAPTERS, start=1)]
    assert titles == ["Contents", built.title(built.PAGES[0]), *wanted]


def test_the_structure_has_every_heading_table_and_figure(structure):
    printed = built.parse(built.PRINT)
    for kind, tag in {"/H1": "h1", "/H2": "h2", "/Figure": "img"}.items():
        assert len(elements(structure, kind)) == len(list(printed.iter(tag))), kind
    # a table that runs on to another page is one element a page
    assert len(elements(structure, "/Table")) >= len(list(printed.iter("table")))


def test_every_figure_is_told_in_the_same_words_as_on_its_page(structure):
    alts = [str(figure.get("/Alt", "")) for figure in elements(structure, "/Figure")]
    images = [i.get("alt") for name in built.PAGES for i in built.article(name).iter("img")]
    assert all(alts)
    assert alts == images


def test_no_page_is_blank(pdf, structure):
    # what the structure knows is content; running heads and page numbers are not in it
    content = {}
    for piece, page in structure:
        if isinstance(piece, int):
            content.setdefault(page.objgen, set()).add(piece)
    for number, page in enumerate(pdf.pages, start=1):
        drawn, marks = set(), []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BDC", "BMC"):
                marks.append(operands[1].get("/MCID") if len(operands) == 2 else None)
            elif str(operator) == "EMC":
                marks.pop()
            elif str(operator) in SHOWS:
                drawn |= set(marks)
        assert drawn & content.get(page.objgen, set()), f"page {number} has no content"


def test_only_the_book_s_fonts_are_used_and_all_are_embedded(pdf):
    families = Counter()
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            subset, _, name = str(item.FontName).lstrip("/").partition("+")
            assert re.fullmatch("[A-Z]{6}", subset)
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(item.keys()), name
            families[re.sub(r"-(?:Semi-Bold|Bold|Italic|Oblique)", "", name)] += 1
    assert set(families) <= FONTS
    assert {"Source-Serif-Pro", "Source-Sans-Pro"} <= set(families)
    used = {str(f.BaseFont) for p in pdf.pages for f in p.Resources.get("/Font", {}).values()}
    assert len(used) == families.total()


def test_every_link_leads_somewhere(pdf):
    pages = {page.objgen for page in pdf.pages}
    named = {str(n): d for n, d in pikepdf.NameTree(pdf.Root.Names.Dests).items()}
    internal = 0
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            if "/Dest" in link:
                internal += 1
                there = named[str(link.Dest)]
                assert there[0].objgen in pages, str(link.Dest)
            else:
                assert str(link.A.URI).startswith(("https://", "http://"))
    assert internal


@pytest.mark.parametrize("name", built.PAGES)
def test_every_chapter_is_printed_with_its_title(pdf, name):
    assert built.text(section(name).find(".//h1")).endswith(built.title(name))


@pytest.mark.parametrize("name", built.PAGES)
def test_figures_tables_claims_and_results_have_the_numbers_of_the_page(pdf, name):
    page, printed = built.article(name), section(name)
    for cell in page.find_class("tag_screen-only"):
        cell.drop_tree()
    assert built.captions(printed) == built.captions(page)
    if name != built.LEDGER:  # prints the entries of cited claims only
        for kind in ("claim", "result"):
            assert built.numbers(printed, kind) == built.numbers(page, kind)


def test_the_ledger_prints_exactly_the_cited_claims(pdf):
    printed = built.parse(built.PRINT)
    start = f"{prefix(built.LEDGER)}--"
    entries = section(built.LEDGER).xpath('.//li[contains(@class,"claim-entry")]/@id')
    linked = set(printed.xpath('//span[@class="claim"]/a/@href'))
    assert linked == {f"#{entry}" for entry in entries}
    assert all(entry.startswith(start) for entry in entries)


def test_the_references_printed_are_those_the_text_uses(pdf):
    kept = section("chapters/references").xpath('.//div[@class="citation"]')
    all_entries = built.article("chapters/references").xpath('.//div[@class="citation"]')
    assert 0 < len(kept) < len(all_entries)
    addresses = {link.get("href") for entry in kept for link in entry.iter("a")}
    cited = {i.partition("--claim-")[2] for i in section(built.LEDGER).xpath(".//li/@id")}
    used = tables.claims(id=sorted(cited))["source_id"]
    urls = tables.sources().set_index("source_id").loc[used.unique(), "url"]
    assert set(urls) - {""} <= addresses


def test_every_table_of_the_data_is_attached(pdf):
    attached = {name.rpartition("/")[2] for name in pdf.attachments}
    assert attached == {path.name for path in tables.DATA.iterdir()}

"""The PDF: valid, tagged, navigable, whole, with its fonts, and saying what the pages say."""

import copy
import json
import re
from collections import Counter
from types import SimpleNamespace

import built
import outloud
import page as checker
import pikepdf
import pytest

from evidence.ledger import tables
from press.paper.printed import prefix

SHOWS = {"Tj", "TJ", "'", '"', "Do"}
FACES = {
    *(f"SourceSerifPro-{cut}" for cut in ("Regular", "It", "Semibold", "SemiboldIt")),
    *(f"SourceSansPro-{cut}" for cut in ("Regular", "It", "Semibold", "SemiboldIt")),
    "DejaVuSansMono",
}


@pytest.fixture(scope="module")
def pdf():
    built.need(built.PDF, built.PRINT)
    with pikepdf.open(built.PDF) as opened:
        yield opened


@pytest.fixture(scope="module")
def structure(pdf):
    """Every element of the structure tree, in reading order, with the page it is drawn on."""
    return built.structure(pdf)


def section(name):
    """A page in the printed document."""
    (found,) = built.printed().xpath("chapter[@id=$i]", i=prefix(name))
    return found


def test_it_keeps_every_rule_of_pdf_ua(pdf):
    report = checker.validate_pdf(str(built.PDF), profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures][:9]
    assert report.rules.passed == report.rules.total > 100


def furniture():
    """The words of each line that a page may repeat unread: heads of tables, running heads."""
    heads = [
        " ".join(built.text(cell) for cell in head.iter("th"))
        for head in built.printed().iter("thead")
    ]
    name = built.text(built.page("chapters/index").find(".//head/title"))
    for number, chapter in enumerate(built.CHAPTERS, start=1):
        heads.append(f"{name} {number}. {built.title(chapter)}")
    return [set(head.split()) for head in heads]


def is_furniture(finding, heads):
    """Whether all lines that a finding tells of, at most two, are such."""
    lines = [set(line.split()) for line in finding.evidence.split("; ")]
    known = all(any(line <= head for head in heads) for line in lines)
    return finding.rule == "TAG-002" and finding.count == len(lines) and known


def test_a_screen_reader_meets_no_error(pdf):
    result = outloud.check(str(built.PDF))
    assert not result.error
    assert result.stats["pages"] == len(pdf.pages)
    heads = furniture()
    errors = [f for f in result.findings if f.severity == "error"]
    assert [f for f in errors if not is_furniture(f, heads)] == []


@pytest.mark.parametrize(("rule", "count", "evidence", "expected"), [
    ("TAG-002", 1, "Period Totals", True),
    ("TAG-002", 2, "Period Totals; Counting", True),
    ("TAG-002", 1, "Period Totals of all", False),  # words that are no head's
    ("TAG-002", 1, "Period Counting", False),  # of two heads
    ("TAG-002", 3, "Period Totals; Counting", False),  # not all lines are told
    ("TAG-001", 1, "Period Totals", False),
])  # fmt: skip
def test_only_whole_lines_of_heads_are_furniture(rule, count, evidence, expected):
    finding = SimpleNamespace(rule=rule, count=count, evidence=evidence)
    assert is_furniture(finding, [{"Period", "Totals"}, {"Counting"}]) == expected


def test_it_is_tagged_and_says_so(pdf):
    assert pdf.Root.MarkInfo.Marked is True
    assert "/StructTreeRoot" in pdf.Root
    with pdf.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_it_has_a_language_and_a_title(pdf):
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Counting Cuba’s Doctors"
    assert str(pdf.docinfo["/Title"]) == "Counting Cuba’s Doctors"


def test_the_outline_has_every_chapter(pdf):
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    wanted = [f"{n}. {built.title(name)}" for n, name in enumerate(built.CHAPTERS, start=1)]
    assert titles == ["Contents", built.title(built.PAGES[0]), *wanted]


def test_the_contents_list_every_chapter_with_its_page(pdf, structure):
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    begins = [numbers[p.objgen] for e, p in structure if isinstance(e, pikepdf.Dictionary)
              and e.get("/S") == "/H1"]  # fmt: skip
    leads = [numbers[link.Dest[0].objgen] for link in pdf.pages[1].Annots]
    assert begins == [2, *leads]
    assert len(leads) == len(built.tagged(structure, "/TOCI")) == len(built.PAGES)


def test_the_structure_has_every_heading_table_and_figure(structure):
    printed = built.printed()
    contents = {"/H1": 1}
    for kind, tag in {"/H1": "h1", "/H2": "h2", "/Figure": "img", "/Table": "table"}.items():
        wanted = len(list(printed.iter(tag))) + contents.get(kind, 0)
        assert len(built.tagged(structure, kind)) == wanted, kind


def test_every_head_of_a_table_says_that_it_heads_a_column(structure):
    heads = built.tagged(structure, "/TH")
    assert len(heads) == len(list(built.printed().iter("th")))
    assert all("/Column" in repr(head.A) for head in heads)


def test_every_figure_is_told_in_the_same_words_as_on_its_page(structure):
    alts = [str(figure.get("/Alt", "")) for figure in built.tagged(structure, "/Figure")]
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
        drawn, marks, artifacts = set(), [], 0
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BDC", "BMC"):
                marks.append(operands[1].get("/MCID") if len(operands) == 2 else None)
                artifacts += operands[0] == "/Artifact"
            elif str(operator) == "EMC":
                marks.pop()
            elif str(operator) in SHOWS:
                drawn |= set(marks)
        assert drawn & content.get(page.objgen, set()), f"page {number} has no content"
        assert artifacts or number == 1, f"page {number}: its head and number are content"


def test_only_the_book_s_fonts_are_used_and_all_are_embedded(pdf):
    found = Counter()
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            subset, _, name = str(item.FontName).lstrip("/").partition("+")
            assert re.fullmatch("[A-Z]{6}", subset)
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(item.keys()), name
            found[re.sub("-Identity.*", "", name)] += 1
    assert set(found) <= FACES
    assert {"SourceSerifPro-Regular", "SourceSansPro-Regular", "DejaVuSansMono"} <= set(found)
    used = {str(f.BaseFont) for p in pdf.pages for f in p.Resources.get("/Font", {}).values()}
    assert {re.sub("-Identity.*", "", name.partition("+")[2]) for name in used} <= set(found)


def test_every_link_leads_somewhere(pdf):
    pages, internal = {page.objgen for page in pdf.pages}, 0
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            if "/Dest" in link:
                internal += 1
                assert link.Dest[0].objgen in pages
                assert 0 < float(link.Dest[3]) <= float(page.MediaBox[3])
                assert str(link.Contents)
            else:
                assert str(link.A.URI).startswith(("https://", "http://"))
    wanted = len(built.printed().xpath('//a[starts-with(@href, "#")]')) + len(built.PAGES)
    assert internal >= wanted  # one that runs on to another line is two


def test_every_link_is_in_the_tags(pdf, structure):
    linked = sum(1 for page in pdf.pages for _ in page.get("/Annots", []))
    told = [e for e, _ in structure if not isinstance(e, int) and e.get("/Type") == "/OBJR"]
    assert len(told) == linked


@pytest.mark.parametrize("name", built.PAGES)
def test_every_chapter_is_printed_with_its_title(pdf, name):
    assert built.text(section(name).find(".//h1")) == built.title(name)


@pytest.mark.parametrize("name", built.PAGES)
def test_figures_tables_claims_and_results_have_the_numbers_of_the_page(pdf, name):
    page, printed = copy.deepcopy(built.article(name)), section(name)
    for part in [*page.find_class("tag_screen-only"), *page.find_class("rest")]:
        part.drop_tree()
    captions = printed.xpath(".//caption/@number | .//figcaption/p/@number")
    assert captions == built.captions(page)
    if name != built.LEDGER:  # prints the entries of cited claims only
        for kind in ("claim", "result"):
            assert built.numbers(printed, kind) == built.numbers(page, kind)


def entries():
    """The ids of the claims in the printed ledger."""
    return [item.findtext("code") for item in section(built.LEDGER).iterfind(".//li")]


def test_the_ledger_prints_exactly_the_cited_claims(pdf):
    cited = set()
    for name in set(built.PAGES) - {built.LEDGER}:
        cited |= set(built.page(name).xpath('//span[@class="claim"]/a/@href'))
    assert sorted(entries()) == sorted(href.partition("#claim-")[2] for href in cited)


def test_the_references_printed_are_those_the_text_uses(pdf):
    kept = section("chapters/references").xpath('.//div[@class="citation"]')
    all_entries = built.article("chapters/references").xpath('.//div[@class="citation"]')
    assert 0 < len(kept) < len(all_entries)
    addresses = {link.get("href") for entry in kept for link in entry.iter("a")}
    used = tables.claims(id=sorted(entries()))["source_id"]
    urls = tables.sources().set_index("source_id").loc[used.unique(), "url"]
    assert set(urls) - {""} <= addresses


def test_every_table_of_the_data_is_attached_and_described(pdf):
    package = json.loads((tables.DATA / "datapackage.json").read_text(encoding="utf-8"))
    titles = {resource["path"]: resource["title"] for resource in package["resources"]}
    assert set(pdf.attachments) == {*titles, "datapackage.json"}
    for name, attachment in pdf.attachments.items():
        file = attachment.get_file()
        assert file.read_bytes() == (tables.DATA / name).read_bytes()
        assert attachment.description.startswith(titles.get(name, package["title"]))
        assert file.mime_type == ("text/csv" if name.endswith(".csv") else "application/json")

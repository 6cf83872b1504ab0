"""The printed document, from small pages: ids, links, the claims it keeps, notes, code."""

import json
import re

import pytest
from lxml import etree

from press.printed import SHORT, assemble, chapter

ORDER = ["chapters/index", "chapters/one", "chapters/ledger", "appendix"]
COLOURS = {"o": "#00622f", "k": "#6730c5"}


def printed(html, docname="chapters/one"):
    return chapter(docname, html, ORDER, {"ledger": "<p>in print</p>"}, COLOURS)


def text(element):
    return "".join(element.itertext())


def link(href, docname="chapters/one"):
    (found,) = printed(f'<p><a href="{href}">there</a></p>', docname).iter("a")
    return found.get("href")


def book(folder, **pages):
    """The tree of a book with these pages."""
    (folder / "bodies").mkdir()
    for name, html in pages.items():
        (folder / "bodies" / f"{name}.html").write_text(html, encoding="utf-8")
    return assemble({"order": list(pages), "unused": ["id2"], "colours": COLOURS}, folder)


def test_ids_carry_the_name_of_their_page():
    section = printed('<div id="in-brief"><p id="a">x</p></div>')
    assert section.xpath("//@id") == ["chapters-one", "chapters-one--in-brief", "chapters-one--a"]


def test_the_same_id_on_two_pages_is_two_ids():
    first, second = (printed('<h2 id="brief">x</h2>', name) for name in ORDER[:2])
    assert not set(first.xpath("//@id")) & set(second.xpath("//@id"))


def test_a_link_to_a_section_leads_to_its_heading():
    section = printed(
        '<section id="a"><h2>A</h2><p>x</p></section><section id="b"><p>y</p></section>'
    )
    assert [(e.tag, e.get("id")) for e in section.xpath(".//*[@id]")] == [
        ("h2", "chapters-one--a"),
        ("section", "chapters-one--b"),
    ]


@pytest.mark.parametrize(
    ("href", "there"),
    [
        ("#brief", "#chapters-one--brief"),
        ("ledger.html", "#chapters-ledger"),
        ("ledger.html#claim-a", "#chapters-ledger--claim-a"),
        ("../appendix.html#b", "#appendix--b"),
        ("../chapters/index.html", "#chapters-index"),
        ("https://example.org/ledger.html#a", "https://example.org/ledger.html#a"),
        ("mailto:someone@example.org", "mailto:someone@example.org"),
        ("../genindex.html", None),  # a page that is not printed
    ],
)
def test_links_between_pages_become_internal(href, there):
    assert link(href) == there


def test_links_lead_to_the_ids_that_the_other_page_gets():
    ledger = printed('<ul><li class="claim-entry" id="claim-a">x</li></ul>', ORDER[2])
    assert link("ledger.html#claim-a").removeprefix("#") in ledger.xpath("//@id")


def test_a_link_that_leads_nowhere_is_named(tmp_path):
    head = '<h1><span class="section-number">3. </span>What?</h1>'
    page = f'{head}<p><a href="#b">see <em>b</em></a></p>'
    said = re.escape("“3. What?”: the link “see b” leads nowhere (#one--b)")
    with pytest.raises(ValueError, match=said):
        book(tmp_path, one=page)


def test_only_ids_that_a_link_leads_to_are_kept(tmp_path):
    tree = book(tmp_path, one='<p id="a"/><p id="b"/><a href="two.html#a">x</a>', two='<p id="a"/>')
    assert tree.xpath("//@id") == ["one", "two", "two--a"]


def test_entries_of_the_bibliography_that_nothing_uses_are_left_out(tmp_path):
    entry = '<div class="citation" id="id{0}"><p>{0}</p></div> '
    tree = book(tmp_path, one="".join(map(entry.format, (1, 2, 3))))
    assert text(tree).split() == ["1", "3"]


def test_images_have_their_name():
    section = printed('<img src="../_images/fig.svg" alt="A line that rises.">')
    assert section.xpath(".//img/@src") == ["fig.svg"]


@pytest.mark.parametrize("alt", ["", ' alt=""', ' alt=" "', ' alt="../_images/fig.svg"'])
def test_an_image_that_is_not_told_in_words_is_named(alt):
    with pytest.raises(ValueError, match=r"chapters/one: the image fig\.svg is not told in words"):
        printed(f'<img src="../_images/fig.svg"{alt}>')


def test_what_only_a_screen_needs_goes():
    section = printed(
        '<h1>Title<a class="headerlink" href="#title">¶</a></h1>'
        '<p>A <span class="claim"><a href="#x" aria-describedby="note-1">164</a>'
        '<span class="claim-note" id="note-1">Somebody, 2020</span></span> tail.</p>'
        '<details class="admonition hide above-input">code</details><!-- a remark -->'
        '<p class="screen-only">screen</p><p class="screen-only-not">print</p>'
        '<a class="file reference" href="x.csv">Data</a><script>1</script>'
    )
    assert text(section) == "TitleA 164 tail.print"


def test_headings_and_captions_carry_their_numbers():
    section = printed(
        '<h1><span class="section-number">3. </span>How many?</h1><figure><figcaption><p>'
        '<span class="caption-number">Fig. 3.1 </span>Words</p></figcaption></figure>'
    )
    assert section.xpath(".//*[@number]/@number") == ["3.", "Fig. 3.1"]
    assert text(section) == "How many?Words"
    assert section.get("title") == "3. How many?"


def test_white_space_is_one_space_but_in_code_it_stays():
    section = printed(
        "<p>a\n  b <em>c\n</em></p>\n\n<pre>a\n  b <span class='o'>=\n</span>  c\n</pre>"
    )
    assert [text(part) for part in section] == ["a b c ", "a\n  b =\n  c"]
    assert section[0].tail == " "


NOTES = """<p>Said<a class="footnote-reference brackets" href="#n1" id="r1">1</a> so;
and<a class="footnote-reference brackets" href="#n2" id="r2">2</a>, and
again<a class="footnote-reference brackets" href="#n1" id="r3">1</a>.</p>
<hr class="footnotes">
<aside class="footnote-list brackets">
<aside class="footnote brackets" id="n1"><span class="label">1</span>
<p>First <em>note</em>.</p></aside>
<aside class="footnote brackets" id="n2"><span class="label">2</span><p>Second.</p></aside>
</aside><hr class="docutils">"""


def test_notes_move_to_their_references():
    section = printed(NOTES)
    notes = list(section.iter("note"))
    assert [text(note) for note in notes] == ["First note.", "Second."]
    assert [note.getparent().tag for note in notes] == ["p", "p"]
    assert notes[0].find(".//em") is not None
    assert " ".join(text(section).split()) == "SaidFirst note. so; andSecond., and again1."
    assert section.xpath(".//a/@href") == [f"#{notes[0].get('id')}"]
    assert [e.tag for e in section] == ["p", "hr"]


def test_a_short_table_is_marked():
    row = f"<tr><td>{'x' * (SHORT // 10)}</td></tr>"
    head = "<thead><tr><th>a</th></tr></thead>"
    short = printed(f'<table class="evidence">{head}<tbody>{row * 9}</tbody></table>')
    long = printed(f'<table class="evidence">{head}<tbody>{row * 11}</tbody></table>')
    assert short.xpath(".//table/@class") == ["evidence short"]
    assert long.xpath(".//table/@class") == ["evidence"]


def test_a_paragraph_before_a_table_announces_it():
    section = printed("<p>a</p><p>b</p><div class='table-wrapper'><table></table></div><p>c</p>")
    assert [p.get("class") for p in section.iter("p")] == [None, "announcement", None]


def test_a_paragraph_alone_in_its_cell_or_item_is_no_element():
    section = printed("<ul><li> <p>a</p> </li><li><p>b</p><p>c</p></li><li>d<p>e</p></li></ul>")
    assert [len(item) for item in section.iter("li")] == [0, 2, 1]
    assert text(section).split() == ["a", "bcde"]


def test_a_part_prints_in_place_of_what_a_screen_shows():
    section = printed('<p>a</p><div data-print="ledger"><table></table></div>tail<p>b</p>')
    assert text(section) == "ain printtailb"
    assert not section.xpath(".//table")


def test_code_keeps_the_spans_that_have_a_colour():
    code, line = printed(
        '<pre><span></span><span class="n">a</span> <span class="o">=</span> b</pre>'
        '<p><code class="docutils"><span class="pre">a</span> b</code></p>'
    )
    assert (
        etree.tostring(code, encoding="unicode") == '<pre>a <span fill="#00622f">=</span> b</pre>'
    )
    assert etree.tostring(line[0], encoding="unicode") == '<code class="docutils">a b</code>'


def test_what_a_browser_would_mend_is_xml(tmp_path):
    tree = book(tmp_path, one="<p>a<br>b & c<p>d")
    assert etree.fromstring(etree.tostring(tree)).xpath("string(.//p)") == "ab & c"
    assert json.dumps(tree.xpath("//chapter/@title")) == '[""]'

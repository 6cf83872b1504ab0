"""The printed document, from small pages: ids, links, the claims it keeps, notes at the foot."""

import lxml.html
import pytest

from press.printed import SHORT, chapter

ORDER = ["chapters/index", "chapters/one", "chapters/ledger", "appendix"]


def printed(html, docname="chapters/one"):
    return chapter(docname, html, ORDER, {"ledger": "<p>in print</p>"})


def link(href, docname="chapters/one"):
    (found,) = printed(f'<p><a href="{href}">there</a></p>', docname).iter("a")
    return found.get("href")


def test_ids_carry_the_name_of_their_page():
    section = printed('<section id="in-brief"><p id="a">x</p></section>')
    assert section.xpath("//@id") == ["chapters-one", "chapters-one--in-brief", "chapters-one--a"]


def test_the_same_id_on_two_pages_is_two_ids():
    first, second = (printed('<h2 id="brief">x</h2>', name) for name in ORDER[:2])
    assert not set(first.xpath("//@id")) & set(second.xpath("//@id"))


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


def test_images_are_found_from_the_top():
    section = printed('<img src="../_images/fig.svg" alt="x">')
    assert section.xpath(".//img/@src") == ["_images/fig.svg"]


def test_what_only_a_screen_needs_goes():
    section = printed(
        '<h1>Title<a class="headerlink" href="#title">¶</a></h1>'
        '<p>A <span class="claim"><a href="#x" aria-describedby="note-1">164</a>'
        '<span class="claim-note" id="note-1">Somebody, 2020</span></span> tail.</p>'
        '<details class="admonition hide above-input">code</details>'
        '<p class="screen-only">screen</p><p class="screen-only-not">print</p>'
        '<a class="file reference" href="x.csv">Data</a><script>1</script>'
    )
    assert section.text_content() == "TitleA 164 tail.print"
    assert not section.xpath(".//@aria-describedby")


NOTES = """<p>Said<a class="footnote-reference brackets" href="#n1" id="r1">1</a> so;
and<a class="footnote-reference brackets" href="#n2" id="r2">2</a>.</p>
<hr class="footnotes">
<aside class="footnote-list brackets">
<aside class="footnote brackets" id="n1"><span class="label">1</span>
<p>First <em>note</em>.</p></aside>
<aside class="footnote brackets" id="n2"><span class="label">2</span><p>Second.</p></aside>
</aside>"""


def test_notes_move_to_their_references():
    section = printed(NOTES)
    assert " ".join(section.text_content().split()) == "SaidFirst note. so; andSecond.."
    assert [foot.getparent().tag for foot in section.find_class("foot")] == ["p", "p"]
    assert "<em>note</em>" in lxml.html.tostring(section, encoding="unicode")
    assert not section.xpath(".//aside | .//hr")


def test_a_short_table_is_marked_and_column_heads_say_so():
    row = f"<tr><td>{'x' * (SHORT // 10)}</td></tr>"
    head = "<thead><tr><th>a</th></tr></thead>"
    short = printed(f'<table class="evidence">{head}<tbody>{row * 9}</tbody></table>')
    long = printed(f'<table class="evidence">{head}<tbody>{row * 11}</tbody></table>')
    assert short.xpath(".//th/@scope") == ["col"]
    assert short.xpath(".//table/@class") == ["evidence short"]
    assert long.xpath(".//table/@class") == ["evidence"]


def test_a_part_prints_in_place_of_what_a_screen_shows():
    section = printed('<p>a</p><div data-print="ledger"><table></table></div>tail<p>b</p>')
    assert section.text_content() == "ain printtailb"
    assert not section.xpath(".//table")


def test_a_space_before_a_link_stands_apart_but_not_in_code():
    section = printed(
        '<p>of <a href="x">one</a> and <span><a href="x">two</a></span> <b>x</b></p>'
        "<pre>a <span>b</span></pre>"
    )
    text, code = section
    assert text.text_content() == "of one and two x"
    assert [text.text, *(span.text for span in text)] == ["of", " ", "one", " ", None, "x"]
    assert code[0].text == "b"


def test_names_in_code_need_no_box_of_their_own():
    (code,) = printed('<pre><span class="n">a</span> <span class="o">=</span> b</pre>')
    assert code.text_content() == "a = b"
    assert [span.get("class") for span in code] == ["o"]

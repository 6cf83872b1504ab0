"""Setting small books: every kind of element, what stops it, and the same bytes every time."""

import json
import os
import subprocess
import sys
from collections import Counter

import built
import page
import pikepdf
import pymupdf
import pytest
from test_lettering import CHART

from press import ROOT, setting

LETTER = "41"  # of the chart, as its code
# every kind of element there is a handler for
EVERYTHING = """<h1><span class="section-number">2. </span>Title</h1>
<div class="brief admonition"><p class="admonition-title">In brief</p><p>Short.</p></div>
<div class="note admonition"><p class="admonition-title">Note</p><p>One.</p><p>Two.</p></div>
<div class="card"><p>164</p><p>countries</p></div>
<section id="a"><h2>A</h2><p>An <em>em</em>, a <strong>strong</strong>, H<sub>2</sub>O,
1<sup>st</sup>, <code>code</code>,<br> <a href="https://example.org/">out</a>, <a href="#a">in</a>,
<a class="result" href="#r">7</a>, <a class="computed" href="#r">computed here</a>,
<span class="claim"><a href="#c">41</a></span>, a note<a class="footnote-reference" href="#n">1</a>
and it again<a class="footnote-reference" href="#n">1</a>.</p><hr class="docutils">
<h3>B</h3><h4>C</h4>
<ul><li>one</li><li><p>two</p><ol start="3"><li>three</li></ol></li></ul>
<dl><dt id="t">term</dt><dd>meaning</dd><dd>another</dd><dt>last</dt><dd>meaning</dd></dl>
<blockquote><p>Said.</p></blockquote>
<details><summary>More</summary><p>Folded.</p></details>
<div class="cell"><pre><span class="k">if</span> a:\n    b</pre>
<p class="result-entry" id="r"><code>r</code> <strong>7</strong> from
<span class="claim"><a href="#c">S1</a></span></p></div>
<figure class="chart" id="f"><img src="chart.svg" alt="A chart of one word."><figcaption>
<p><span class="caption-number">Fig. 2.1 </span>A word.</p>
<div class="legend"><p class="source-line">Sources: nobody.</p></div></figcaption></figure>
<p>As <img src="chart.svg" alt="The chart again."> shows:</p>
<div class="table-wrapper"><table class="evidence" id="g"><caption>
<span class="caption-number">Table 2.1 </span>Cells</caption>
<thead><tr><th>x</th><th class="text-right">y</th></tr></thead>
<tbody><tr id="row"><td rowspan="2">a</td><td class="text-right">1</td></tr><tr><td>2</td></tr>
<tr><td colspan="2">both</td></tr></tbody></table></div>
<p>See <a href="#row">a row</a>, <a href="#g">a table</a>, <a href="#f">a chart</a>,
<a href="#t">a term</a> and <a href="#b1">a book</a>.</p>
<table><tbody><tr><td>no head</td></tr></tbody></table></section>
<ul class="claim-entries"><li id="c"><p><code>S1</code> <strong>41</strong> figures.</p></li></ul>
<div class="citation-list"><div class="citation" id="b1"><span class="label">[1]</span>
<p>B.</p></div></div>
<aside class="footnote-list"><aside class="footnote" id="n"><p>The note.</p></aside></aside>"""


@pytest.fixture
def sheets(tmp_path):
    """Writes the sheets of a book with these pages and returns their folder."""

    def write(*pages):
        uses = f'<use xlink:href="#SourceSansPro-Regular-{LETTER}"/>'
        (tmp_path / "chart.svg").write_text(CHART.format(uses=uses), encoding="utf-8")
        (tmp_path / "bodies").mkdir(exist_ok=True)
        for number, html in enumerate(pages, start=1):
            (tmp_path / "bodies" / f"p{number}.html").write_text(html, encoding="utf-8")
        book = {
            "title": "A Title", "author": "Somebody", "language": "en", "unused": [],
            "order": [f"p{number}" for number, _ in enumerate(pages, start=1)],
            "images": {"chart.svg": str(tmp_path / "chart.svg")}, "colours": {"k": "#6730c5"},
        }  # fmt: skip
        (tmp_path / "book.json").write_text(json.dumps(book), encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def made(sheets, tmp_path):
    """Sets a book with these pages and opens it."""

    def make(*pages):
        setting.set_book(sheets(*pages), tmp_path / "book.pdf")
        return pikepdf.open(tmp_path / "book.pdf")

    return make


@pytest.fixture
def fault(sheets, tmp_path):
    """What is said of a book with these pages that cannot be set."""

    def say(*pages):
        with pytest.raises(setting.SettingError) as caught:
            setting.set_book(sheets(*pages), tmp_path / "book.pdf")
        assert not (tmp_path / "book.pdf").exists()
        return str(caught.value)

    return say


def test_every_kind_of_element_is_set_and_tagged(made, tmp_path):
    pdf = made("<h1>First</h1><p>Words.</p>", EVERYTHING)
    report = page.validate_pdf(str(tmp_path / "book.pdf"), profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures]
    structure = built.structure(pdf)
    kinds = Counter(
        str(e.S) for e, _ in structure if isinstance(e, pikepdf.Dictionary) if "/S" in e
    )
    wanted = "H1 H2 H3 H4 P L LI Lbl LBody Table TR TH TD Figure Caption Link Note Code Em Strong"
    assert {f"/{name}" for name in wanted.split()} <= set(kinds)
    assert kinds["/Table"] == 2
    assert kinds["/Figure"] == 2
    assert kinds["/Note"] == 1
    assert all("/Column" in repr(head.A) for head in built.tagged(structure, "/TH"))


def test_links_lead_to_what_they_name(made):
    pdf = made('<h1>First</h1><p><a href="p2.html#b">b</a> <a href="p2.html">all</a></p>',
               f'<h1>Second</h1><section id="b"><h2>B</h2><p>{"words " * 900}</p></section>'
               '<section id="c"><h2>C</h2><p><a href="#b">b</a></p></section>')  # fmt: skip
    links = [link for sheet in pdf.pages[2:] for link in sheet.get("/Annots", [])]
    numbers = {sheet.objgen: number for number, sheet in enumerate(pdf.pages, start=1)}
    assert [numbers[link.Dest[0].objgen] for link in links] == [4, 4, 4]
    assert [str(link.Contents) for link in links] == ["page 4"] * 3
    heights = [float(link.Dest[3]) for link in links]
    assert heights[0] == heights[2] < heights[1] < 842


def test_notes_are_counted_anew_in_each_chapter(made, tmp_path):
    said = '<h1>{0}</h1><p>Said<a class="footnote-reference" href="#n">1</a>.</p>'
    note = '<aside class="footnote" id="n"><p>The {0} note.</p></aside>'
    said += f'<aside class="footnote-list">{note}</aside>'
    made(said.format("first"), said.format("second"))
    with pymupdf.open(tmp_path / "book.pdf") as pdf:
        first, second = (" ".join(sheet.get_text().split()) for sheet in list(pdf)[2:])
    assert "Said1. 1 The first note." in first
    assert "Said1. 1 The second note." in second


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<h1>One</h1><canvas>x</canvas>",
         "PDF: One: styles/print/elements.typ has no handler for <canvas>"),
        ('<h1>One</h1><p><video class="wide x">x</video></p>',
         "PDF: One: styles/print/elements.typ has no handler for <video.wide>"),
        ("<h1>One</h1><p>The letter 漢.</p>",
         "PDF: PDF/UA-1 error: the text `\"漢\"` could not be displayed with font"
         " `\"Source Serif Pro\"` (p1)"),
        ("<h1>One</h1><h3>Three</h3>", "PDF: PDF/UA-1 error: skipped from heading level 1 to 3"),
        ('<h1>One</h1><p><a href="#b">b</a></p>',
         "PDF: “One”: the link “b” leads nowhere (#p1--b)"),
        ('<h1>One</h1><img src="chart.svg">',
         "PDF: p1: the image chart.svg is not told in words (it has no alt text)"),
    ],
)  # fmt: skip
def test_what_cannot_be_set_is_told_in_a_sentence(fault, html, said):
    assert fault(html) == said


def test_a_letter_that_a_chart_s_face_lacks_is_told(fault, monkeypatch):
    monkeypatch.setattr(f"{__name__}.LETTER", "6f22")
    said = fault('<h1>One</h1><img src="chart.svg" alt="A letter.">')
    assert 'the text `"漢"` could not be displayed' in said
    assert said.endswith("(in a chart)")


def test_a_warning_is_an_error(fault, monkeypatch):
    some = [face for face in setting.faces() if face[0] != "Source Sans Pro"]
    monkeypatch.setattr(setting, "faces", lambda: some)
    assert "unknown font family: source sans pro" in fault("<h1>One</h1>")


def test_the_same_bytes_wherever_it_is_set(sheets, tmp_path):
    folder = sheets("<h1>One</h1><p>Words.</p>", EVERYTHING)
    paths = os.pathsep.join([str(ROOT), str(ROOT / "chapters")])
    elsewhere = tmp_path / "deux — déjà vu"
    elsewhere.mkdir()
    runs = [
        (tmp_path, {"TZ": "UTC", "LC_ALL": "C", "RAYON_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}),
        (elsewhere, {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "RAYON_NUM_THREADS": "3",
                     "PYTHONHASHSEED": "4321", "HOME": str(elsewhere), "TMPDIR": str(elsewhere)}),
    ]  # fmt: skip
    found = []
    for number, (place, env) in enumerate(runs):
        target = tmp_path / f"{number}.pdf"
        _, line = ends = os.pipe()
        command = [sys.executable, "-P", "-m", "press.setting", str(folder), str(target), "0"]
        command[-1] = str(ends[0])  # held until the step is done
        subprocess.run(
            command, cwd=place, env={**os.environ, "PYTHONPATH": paths, **env}, check=True,
            pass_fds=ends[:1],
        )  # fmt: skip
        os.close(line)
        found.append(target.read_bytes())
    assert found[0] == found[1]

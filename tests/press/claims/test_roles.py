"""Roles and blocks in a real, tiny build: what is let through and what stops the book."""

import json
import re

import lxml.html
import pytest
from tinybook import NOTEBOOK, TinyBook

from evidence.ledger import tables
from evidence.show import charts, words


@pytest.fixture
def tiny(tmp_path, monkeypatch, capsys):
    return TinyBook(tmp_path, monkeypatch, capsys)


def result(name, text="forty", inputs=()):
    payload = json.dumps({"text": text, "inputs": list(inputs)})
    return f"```{{result-entry}} {name}\n{payload}\n```\n\n"


VERDICT = {
    "figure": "pb-countries",
    "verdict": "No number to check",
    "why": "Nobody else has counted what this figure counts.",
    "sure": "Evidence is limited, and confidence that it is true is very low.",
    "confidence": "very low",
    "inputs": ["pb-countries"],
    "bears": [],
}


def verdict(name, **changes):
    return f"```{{verdict-entry}} {name}\n{json.dumps(VERDICT | changes)}\n```\n\n"


def chart(name="fig-a", **changes):
    payload = {
        "svg": charts.packed('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
        "csv": "id,value\na,1\n",
        "title": "One dot",
        "caption": "A dot.",
        "alt": "One dot on white.",
        "sources": [tables.claim("pb-countries")["source_id"]],
    }
    return f"````{{chart}} {name}\n{json.dumps(payload | changes)}\n````\n"


def test_bare_lets_a_number_through(tiny):
    assert '<span class="bare">187 to 2</span>' in tiny.succeeds("# One\n\nBy {bare}`187 to 2`.\n")


def test_a_claim_prints_its_words_and_its_note(tiny):
    page = tiny.succeeds("# One\n\nSo {claim}`pb-professionals`.\n\n```{claim-entries}\n```\n")
    claim = tables.claim("pb-professionals")
    assert f">{words.figure(claim)}</a>" in page
    assert words.when(claim["as_of"]) in page
    assert 'href="#claim-pb-professionals"' in page
    assert 'id="claim-pb-professionals"' in page


def test_a_claim_is_cited_by_a_name_that_it_had(tiny):
    now = "cumulative-workers.2019-05.radio-habana-cuba"
    page = tiny.succeeds("# One\n\nSo {claim}`S0161`.\n\n```{claim-entries}\n```\n")
    (entry,) = lxml.html.fromstring(page).xpath(f'//tr[@id="claim-{now}"]')
    assert entry.xpath('.//*[@id="claim-S0161"]')
    assert "Used in One" in entry.text_content()


def test_an_unknown_claim_stops_the_build(tiny):
    printed = tiny.fails("# One\n\nWords.\n\nA claim, {claim}`nobody-said`.\n")
    assert "chapters/one, line 5:" in printed
    assert "no claim 'nobody-said'" in printed


def test_a_result_prints_its_words_and_links_to_its_cell(tiny):
    page = tiny.succeeds("# One\n\n" + result("tour", "long years") + "Some {result}`tour`.\n")
    assert '<a class="result reference internal" href="#result-tour">long years</a>' in page
    assert 'id="result-tour"' in page


def test_words_of_a_result_between_asterisks_are_in_italics(tiny):
    long = "The chance of it is about so much as one may say (*very unlikely*)."
    page = tiny.succeeds("# One\n\n" + result("so", long) + "So: {result}`so`\n")
    assert page.count("as one may say (<em>very unlikely</em>).") == 2  # in prose, and at the cell
    short = tiny.succeeds("# One\n\n" + result("so", "a * b and *much*") + "So: {result}`so`\n")
    assert ">a * b and <em>much</em></a>" in short


def test_an_unknown_result_stops_the_build(tiny):
    printed = tiny.fails("# One\n\nWords.\n\nA result, {result}`nobody-knows`.\n")
    assert "chapters/one, line 5: no cell computes a result 'nobody-knows'" in printed


def test_the_parts_of_a_verdict_print_and_link_to_their_lines(tiny):
    prose = "{verdict}`a`. {why}`a` {sure}`a` ({confidence}`a`)\n"
    page = tiny.succeeds("# One\n\n" + verdict("a") + prose + "\n```{claim-entries}\n```\n")
    link = '<a class="result reference internal" href="#result-a-verdict">No number to check</a>'
    assert link in page
    assert '<a class="result reference internal" href="#result-a-confidence">very low</a>' in page
    for part, end in (("why", "sentence"), ("sure", "sure")):
        assert (
            f'{VERDICT[part]} <a class="computed reference internal" href="#result-a-{end}"' in page
        )
    for end in ("verdict", "sentence", "sure", "confidence"):
        assert page.count(f'id="result-a-{end}"') == 1


@pytest.mark.parametrize("role", ["verdict", "why", "sure", "confidence"])
def test_an_unknown_verdict_stops_the_build(tiny, role):
    printed = tiny.fails(
        "# One\n\nWords.\n\n" + result("nobody", "many") + f"So {{{role}}}`nobody`.\n"
    )
    assert "no cell computes a verdict 'nobody'" in printed


def test_a_verdict_given_twice_stops_the_build(tiny):
    printed = tiny.fails("# One\n\n" + verdict("a") + verdict("a"))
    assert "chapters/one: verdict 'a' is computed in chapters/one already" in printed


def test_a_result_computed_twice_stops_the_build(tiny):
    printed = tiny.fails("# One\n\n" + result("tour") + result("tour"))
    assert "chapters/one: result 'tour' is computed in chapters/one already" in printed


def test_a_result_from_an_unknown_claim_names_the_chapter(tiny):
    printed = tiny.fails("# One\n\n" + result("tour", inputs=["nobody-said"]))
    assert "no claim 'nobody-said'" in printed
    assert "chapters/one" in printed


@pytest.mark.parametrize("name", ["Fig", "9a", "a/b", "../a"])
def test_a_name_that_cannot_be_an_anchor_stops_the_build(tiny, name):
    assert f"chapters/one: bad name {name!r}" in tiny.fails("# One\n\n" + chart(name))


def test_a_chart_is_numbered_and_offers_its_files(tiny):
    page = tiny.succeeds("# One\n\n" + chart())
    assert '<span class="caption-number">Fig. 1 </span>' in page
    assert 'alt="One dot on white."' in page
    files = tiny.folder / "html"
    assert (files / "_files" / "fig-a.csv").read_text(encoding="utf-8") == "id,value\na,1\n"
    assert (files / "_images" / "fig-a.svg").exists()


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml"])
def test_no_file_is_linked_that_is_not_there(tiny, builder):
    tiny.write("chapters/one.md", "# One\n\n" + chart())
    fault, printed = tiny.build(builder)
    assert not fault, printed
    pages = list((tiny.folder / builder).rglob("*.html"))
    links = [(p, a) for p in pages for a in re.findall(r'href="([^"#:]*\.csv)"', p.read_text())]
    assert all((page.parent / address).exists() for page, address in links)
    assert bool(links) == (builder == "dirhtml")
    assert any("beside the book" in page.read_text() for page in pages) != bool(links)


@pytest.mark.parametrize("alt", ["", " \n"])
def test_a_chart_without_alt_text_is_refused(tiny, alt):
    assert "chapters/one: chart 'fig-a' has no alt text" in tiny.fails("# One\n\n" + chart(alt=alt))


def test_a_failing_cell_stops_the_build_and_names_chapter_and_error(tiny):
    code = "raise RuntimeError('the wheels ' + 'came off')"
    printed = tiny.fails(f"{NOTEBOOK}# One\n\n```{{code-cell}}\n{code}\n```\n")
    assert "chapters/one" in printed
    assert "RuntimeError: the wheels came off" in printed


def test_a_cell_that_warns_stops_the_build(tiny):
    code = "import sys\nprint('careful', file=sys.stderr)"
    printed = tiny.fails(f"{NOTEBOOK}# One\n\n```{{code-cell}}\n{code}\n```\n")
    assert "chapters/one, cell 1, line 14: it printed to stderr" in printed
    assert "careful" in printed


@pytest.mark.parametrize("role", ["claim", "result", "verdict", "why"])
def test_a_heading_holds_no_number(tiny, role):
    printed = tiny.fails(f"# One\n\n## What {{{role}}}`pb-countries` means\n\nWords.\n")
    assert f"chapters/one, line 3: a heading cannot hold {{{role}}}" in printed

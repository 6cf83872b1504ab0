"""Markup and scripts in the tables print as text, on a screen and in print.

Every accepted corruption is put into the tables at once; what is printed of them must then have
the very elements and attributes that it has of the sound tables, and show each text as it stands.
"""

import json
from collections import Counter

import corruptions
import lxml.html
import pytest
from sound import SOUND
from tinybook import TinyBook

from evidence import show
from evidence.ledger import tables
from evidence.show import charts
from press import building
from press.base.templates import render
from press.claims import ledger, metadata, roles

TEXTS = [c for c in corruptions.ALL if c.accepted]
FRONT = "# Front\n\nSome words.\n\n```{claim-entries}\n```\n"
OWN = "<img src=x onerror=alert> {claim}`x` </script>"
TYPED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--"})
# what the ledger prints of each table, and the column of a claim that leads there
PRINTED = {
    "claims": ("id", "id", {"attributed_to", "locator", "note"}),
    "sources": ("source_id", "source_id", {"title", "publisher"}),
    "measures": ("measure", "measure", {"label"}),
    "corrections": ("claim", "id", {"reason"}),
    "countries": ("iso3", "country_iso3", {"short"}),
}


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """All tables as they are and with every text that looks like markup: (sound, poisoned)."""
    folder = tmp_path_factory.mktemp("poisoned")
    descriptor = (tables.DATA / "datapackage.json").read_bytes()
    (folder / "datapackage.json").write_bytes(descriptor)
    for name, sound in SOUND.items():
        (folder / sound.path).write_bytes(corruptions.with_texts(name))
    return tables.load(), tables.load(folder=folder)


@pytest.fixture
def read(packages, monkeypatch):
    """Make all of the book read the sound tables (False) or the poisoned ones (True)."""
    found = [made for made in vars(tables).values() if hasattr(made, "cache_clear")]

    def of(poisoned):
        for made in found:  # what was found in the other tables
            made.cache_clear()
        monkeypatch.setattr(tables, "_tables", lambda: packages[poisoned])

    yield of
    of(False)


def plain(text):
    """On one line, with the quotes and dashes that the typesetting makes curly and long, and
    without the marks where a long word of a table may be broken on paper."""
    return " ".join(text.replace("\u200b", "").translate(TYPED).split())


def shape(tree):
    """How often each element stands with each set of attributes."""
    return Counter((str(item.tag), *sorted(item.keys())) for item in tree.iter())


def assert_harmless(page, sound):
    """No element, attribute or address that the sound page does not have."""
    assert shape(page) - shape(sound) == Counter()
    assert shape(sound) - shape(page) == Counter()
    for item in page.iter():
        for name in ("href", "src"):
            assert not (item.get(name) or "").lower().startswith(("javascript:", "data:", "vbs"))


def printed_in_the_ledger():
    """Texts that the ledger must show, with the column and the key of a claim they belong to."""
    claims = set(tables.claims()["id"])  # not those that are dropped
    for corruption in TEXTS:
        key, column, shown = PRINTED.get(corruption.table, ("", "", set()))
        row, field, text = corruption.cell
        if field in shown:
            value = SOUND[corruption.table].get(row, key)
            if column != "id" or value in claims:
                yield column, value, text


def grid(name):
    """The poisoned rows of a table as evidence.show sends them: {MIME type: text}."""
    rows = sorted({c.cell[0] - 2 for c in TEXTS if c.table == name})
    if name == "claims":  # some are dropped, so that rows have other numbers
        ids = {SOUND[name].get(row + 2, "id") for row in rows}
        rows = tables.claims().index[tables.claims()["id"].isin(ids)]
    sent = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("IPython.display.display", lambda data, raw: sent.append(data))
        show.table(
            tables.table(name).iloc[rows].astype(str), f"tab-{name.replace('_', '-')}", f"Of {name}"
        )
    return sent[0]


@pytest.mark.parametrize("template", ["ledger.html", "ledger.print.html"])
def test_the_ledger_shows_texts_as_they_stand(read, template):
    pages = {}
    for poisoned in (False, True):
        read(poisoned)
        rows = ledger.entries({})
        html = render(template, rows=rows, shown=set())
        pages[poisoned] = lxml.html.fromstring(f"<section>{html}</section>")
    assert_harmless(pages[True], pages[False])
    entries = {
        item.get("id").removeprefix("claim-"): plain(item.text_content())
        for item in pages[True].find_class("claim-entry")
    }
    claims, checked = tables.claims(), Counter()
    for column, key, text in printed_in_the_ledger():
        for claim_id in claims.loc[claims[column] == key, "id"]:
            assert plain(text.rstrip(".")) in entries[claim_id]
            checked[column] += 1
    assert set(checked) == {"id", "source_id", "measure", "country_iso3"}
    links = {link.get("href") for link in pages[True].iter("a")}
    used = set(claims["source_id"])
    for corruption in TEXTS:
        row, column, text = corruption.cell
        if column == "url" and SOUND["sources"].get(row, "source_id") in used:
            assert text in links


@pytest.mark.parametrize("name", sorted({c.table for c in TEXTS}))
def test_a_table_in_jupyter_shows_texts_as_they_stand(read, name):
    pages = {}
    for poisoned in (False, True):
        read(poisoned)
        pages[poisoned] = lxml.html.fromstring(f"<div>{grid(name)['text/html']}</div>")
    assert_harmless(pages[True], pages[False])
    cells = {cell.text_content() for cell in pages[True].iter("td")}
    assert {c.cell[2] for c in TEXTS if c.table == name} <= cells


def test_the_note_of_a_claim_is_one_line_of_text(read):
    read(True)
    texts = {key: text for column, key, text in printed_in_the_ledger() if column == "id"}
    for claim_id, text in texts.items():
        claim = tables.claim(claim_id)
        note = roles.claim_note(claim)
        assert "\n" not in note
        if claim["attributed_to"] == text:
            assert f"attributed to {text}" in note


def test_a_review_for_machines_cannot_end_its_script(read):
    read(True)
    for claim_id in cited():
        claim = tables.claim(claim_id)
        found = metadata.script(metadata.review(claim, "Supported", "</script>"))
        assert found.count("<") == 2  # the tags of the script itself
        json.loads(found.partition(">")[2].removesuffix("</script>"))


def cited():
    """Ids of the claims that have such a text, or whose source has."""
    keys = {(column, key) for column, key, _ in printed_in_the_ledger()}
    return [
        claim["id"] for claim in tables.claims().to_dict("records")
        if {("id", claim["id"]), ("source_id", claim["source_id"])} & keys
    ]  # fmt: skip


def chapter(words):
    """A page that prints the rows, and words of its own, in every way a chapter can."""
    ids, claims = cited(), tables.claims(id=cited())
    chart = {
        "svg": charts.packed('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
        "csv": "a\n1\n",
        "title": words, "alt": words, "caption": words,
        "sources": list(dict.fromkeys(claims["source_id"]))[:6],
    }  # fmt: skip
    result = {"text": words, "inputs": ids}
    names = sorted({c.table for c in TEXTS})
    return "\n\n".join([
        "# One", *(f"So {{claim}}`{i}`." for i in ids),
        ":::::{container} bare",
        f"````{{chart}} fig-a\n{json.dumps(chart)}\n````",
        f"````{{result-entry}} one\n{json.dumps(result)}\n````",
        *(grid(name)["text/markdown"] for name in names), ":::::",
 "```{data-dictionary}\n```", "```{bibliography}\n:all:\n```",
    ])  # fmt: skip


def test_a_book_of_poisoned_tables_is_the_same_book(read, tmp_path, monkeypatch, capsys):
    pages = {}
    for poisoned in (False, True):
        read(poisoned)
        (tmp_path / str(poisoned)).mkdir()
        tiny = TinyBook(tmp_path / str(poisoned), monkeypatch, capsys)
        tiny.write("chapters/index.md", FRONT)
        one = tiny.succeeds(chapter(OWN if poisoned else "Plain."))
        front = (tiny.folder / "html" / "chapters" / "index.html").read_text(encoding="utf-8")
        building.build("bookpdf", tiny.folder / "bookpdf")
        print_ = (tiny.folder / "work" / "doctrees" / "print" / "book.xml").read_bytes()
        pages[poisoned] = [lxml.html.fromstring(text) for text in (front, one, print_)]
    for number, page in enumerate(pages[True]):
        assert_harmless(page, pages[False][number])
    for page in pages[True][1:]:
        shown = plain(page.text_content())
        assert OWN in shown
        lost = [c for c in TEXTS if plain(c.cell[2]) not in shown]
        assert lost == []

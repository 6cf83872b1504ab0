"""The ledger: an anchor a claim, all that the data know of it, and the pages that use it."""

import lxml.html
import pandas as pd
import pytest
from tinybook import TinyBook

from evidence.ledger import tables
from evidence.weigh import grades
from press.base.templates import render

CLAIM = {
    "id": "c-1", "scope": "world", "country_iso3": "", "value": 4e5, "value_high": float("nan"),
    "qualifier": "more_than", "unit": "health_workers", "as_of": "2019-05-20", "grade": "B",
    "attributed_to": "the minister", "locator": "first paragraph", "note": "Read in excerpt.",
}  # fmt: skip
SOURCE = {"title": "A <title>", "publisher": "The Daily", "published": "2019-05-21",
          "url": "https://example.org/a?b=1&c=2"}  # fmt: skip


def row(source=(), repeats=None, corrections=(), **claim):
    return {
        "claim": pd.Series(CLAIM | claim, dtype=object), "source": pd.Series(SOURCE | dict(source)),
        "figure": "more than 400,000", "label": "people ever sent", "unit": "health workers",
        "place": "World", "when": "20 May 2019", "year": "2019", "stake": "press", "kind": "news",
        "repeats": repeats, "echoes": [], "aliases": [],
        "corrections": list(corrections), "uses": [],
    }  # fmt: skip


def said(*rows, shown=()):
    page = render("ledger.print.html", rows=rows, shown=set(shown))
    return [" ".join(item.text_content().split()) for item in lxml.html.fromstring(page).iter("li")]


def test_an_entry_says_all():
    assert said(row()) == [
        "c-1 more than 400,000 people ever sent (health workers), World, 20 May 2019. "
        "Attributed to the minister. A <title> (The Daily, 2019-05-21, first paragraph). "
        "Read in excerpt. "
        "Grade B, published by: press."
    ]


def test_what_is_not_known_leaves_no_trace():
    (text,) = said(row({"published": ""}, attributed_to="", note="", locator=""))
    assert "20 May 2019. A <title> (The Daily). Grade B" in text


def test_a_correction_is_told_in_the_entry():
    fix = {"column": "as_of", "old": "2018", "reason": "The page is of 2019."}
    assert "Corrected: as_of was “2018”; The page is of 2019." in said(row(corrections=[fix]))[0]


@pytest.mark.parametrize(("shown", "links"), [((), 0), (("c-0",), 1)])
def test_a_repeated_claim_is_linked_where_it_is_shown(shown, links):
    page = render("ledger.html", rows=[row(repeats=("c-0", "same event"))], shown=set(shown))
    tree = lxml.html.fromstring(page)
    assert "Repeats c-0 (same event)." in " ".join(tree.text_content().split())
    assert len(tree.xpath('//a[@href="#claim-c-0"]')) == links


@pytest.fixture
def page(tmp_path, monkeypatch, capsys):
    """A built chapter that cites one claim twice, and all entries."""
    cited = "So {claim}`pb-countries` and {claim}`pb-countries`.\n\n"
    tiny = TinyBook(tmp_path, monkeypatch, capsys)
    return lxml.html.fromstring(tiny.succeeds(f"# One\n\n{cited}```{{claim-entries}}\n```\n"))


def test_entries_link_back_to_the_pages_that_use_them(page):
    uses = {
        item.get("id"): item.xpath('string(.//*[@class="claim-uses"])').strip()
        for item in page.find_class("claim-entry")
    }
    assert uses.pop("claim-pb-countries") == "Used in One."
    assert set(uses.values()) == {""}
    assert len(uses) == len(tables.claims()) - 1


def test_every_entry_shows_the_grade_that_the_rule_gives(page):
    graded = grades.with_grades(tables.claims(), tables.sources()).set_index("id")["grade"]
    shown = {i.get("id")[6:]: i.xpath("string(td[last()])") for i in page.find_class("claim-entry")}
    assert shown == graded.to_dict()


def test_every_echo_is_linked_both_ways(page):
    for link in tables.table("repeats").itertuples():
        (echo,), (root,) = (
            page.xpath(f'//tr[@id="claim-{i}"]') for i in (link.claim, link.repeats)
        )
        assert echo.xpath(f'.//a[@href="#claim-{link.repeats}"]')
        assert root.xpath(f'.//a[@href="#claim-{link.claim}"]')


def test_every_name_that_a_claim_had_leads_to_its_entry(page):
    for alias in tables.table("aliases").itertuples():
        assert page.xpath(f'//tr[@id="claim-{alias.claim}"]//*[@id="claim-{alias.old}"]')

"""An entry of the ledger: its anchor, and everything the data know of the claim."""

import lxml.html
import pandas as pd
import pytest
from docutils import nodes
from tinybook import TinyBook

from evidence import tables
from press.ledger import entry

CLAIM = {
    "id": "c-1",
    "scope": "world",
    "country_iso3": "",
    "value": 400000.0,
    "value_high": float("nan"),
    "qualifier": "more_than",
    "unit": "health_workers",
    "as_of": "2019-05-20",
    "attributed_to": "the minister",
    "locator": "first paragraph",
    "note": "Read in excerpt.",
}
SOURCE = {
    "title": "A <title>",
    "publisher": "The Daily",
    "published": "2019-05-21",
    "url": "https://example.org/a?b=1&c=2",
}
MEASURE = {"label": "People ever sent", "unit": "health_workers"}


def made(source=(), **claim):
    rows = CLAIM | claim, SOURCE | dict(source), MEASURE
    return entry(*(pd.Series(row, dtype=object) for row in rows))


def test_an_entry_is_its_own_anchor():
    assert made()["ids"] == ["claim-c-1"]
    assert made()["classes"] == ["claim-entry"]


def test_an_entry_says_all():
    assert made().astext() == (
        "c-1 People ever sent, world: more than 400,000 (health workers), 20 May 2019. "
        "Attributed to the minister. A <title> (The Daily, 2019-05-21, first paragraph). "
        "Read in excerpt. "
    )


def test_a_claim_of_one_country_names_it():
    assert "People ever sent, BRA: " in made(scope="country", country_iso3="BRA").astext()


def test_what_is_not_known_leaves_no_trace():
    said = made({"published": ""}, attributed_to="", note="", locator="").astext()
    assert said.endswith("20 May 2019. A <title> (The Daily). ")


def test_a_source_with_an_address_is_a_link():
    (link,) = made().findall(nodes.reference)
    assert (link["refuri"], link.astext()) == (SOURCE["url"], SOURCE["title"])


def test_a_source_without_title_or_address_is_its_publisher():
    item = made({"url": "", "title": ""})
    assert not list(item.findall(nodes.reference))
    assert "The Daily (The Daily" in item.astext()


@pytest.fixture
def ledger(tmp_path, monkeypatch, capsys):
    """A built chapter that cites one claim twice, and all entries."""
    cited = "So {claim}`pb-countries` and {claim}`pb-countries`.\n\n"
    tiny = TinyBook(tmp_path, monkeypatch, capsys)
    return lxml.html.fromstring(tiny.succeeds(f"# One\n\n{cited}```{{claim-entries}}\n```\n"))


def test_entries_link_back_to_the_pages_that_use_them(ledger):
    uses = {
        item.get("id"): item.xpath('string(.//*[@class="claim-uses"])')
        for item in ledger.find_class("claim-entry")
    }
    assert uses.pop("claim-pb-countries") == "Used in One."
    assert set(uses.values()) == {""}
    assert len(uses) == len(tables.claims()) - 1


def test_entries_stand_under_their_topic(ledger):
    topics = tables.claims().set_index("id")["topic"]
    for item in ledger.find_class("claim-entry"):
        section = item.getparent().getparent()
        assert section.get("id") == "topic-" + topics[item.get("id").removeprefix("claim-")]

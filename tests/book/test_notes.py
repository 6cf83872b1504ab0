"""Claims on the built pages: each leads to its entry and carries a note of source and date."""

import re

import built
import pytest

from evidence.ledger import tables
from evidence.show import words


@pytest.fixture(scope="module", autouse=True)
def book():
    built.need(built.HTML / "index.html")


@pytest.mark.parametrize("name", built.PAGES)
def test_every_claim_in_the_text_is_linked(name):
    said = set(re.findall(r"\{claim\}`([^`]+)`", built.prose(name)))
    hrefs = built.article(name).xpath('.//span[@class="claim"]/a/@href')
    assert said <= {href.partition("#claim-")[2] for href in hrefs}


@pytest.mark.parametrize("name", built.PAGES)
def test_every_claim_leads_to_its_entry_and_carries_its_note(name):
    root, here = built.page(name), built.HTML / f"{name}.html"
    sources = tables.sources().set_index("source_id")
    for link in root.xpath('//span[@class="claim"]/a'):
        place, anchor = built.target(here, link.get("href"))
        assert place == (built.HTML / f"{built.LEDGER}.html").resolve()
        claim = tables.claim(anchor.removeprefix("claim-"))
        assert anchor in built.ids(place)
        if link.xpath('ancestor::*[contains(@class,"result-entry")]'):
            assert built.text(link) == claim["id"]
            continue
        assert built.text(link) == " ".join(words.figure(claim).split())
        (note,) = root.xpath("//*[@id=$i]", i=link.get("aria-describedby"))
        source = sources.loc[claim["source_id"]]
        for part in (source["publisher"] or source["title"], words.dated(claim)):
            assert " ".join(part.split()) in built.text(note), anchor


@pytest.mark.parametrize("name", built.PAGES)
def test_no_note_is_empty(name):
    root, empty = built.page(name), []
    for element in root.xpath("//*[@aria-describedby]"):
        notes = root.xpath("//*[@id=$i]", i=element.get("aria-describedby"))
        if not any(built.text(note) for note in notes):
            empty.append(element.get("href"))
    assert empty == []


def test_the_ledger_has_an_entry_for_every_claim():
    entries = built.article(built.LEDGER).xpath('.//tr[contains(@class,"claim-entry")]/@id')
    assert sorted(entries) == sorted("claim-" + tables.claims()["id"])

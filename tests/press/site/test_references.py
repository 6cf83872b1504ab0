"""The bibliography: every source once, and with the very title and address it has in data/."""

import lxml.html
import pandas as pd
import pytest
from pybtex.database import parse_file
from tinybook import TinyBook

from evidence.ledger import tables
from press.site import references

PAGE = "# One\n\n```{bibliography}\n:all:\n```\n"
SPECIAL = {
    "source_id": "a_b",
    "title": "Cuba & “50% of_the #1”: $5, médicos",
    "publisher": "Q&A_daily--x~y",
    "author": "Núñez, Ana & others",
    "url": "https://example.org/~u/a_b%20c?x=1&y=2#z",
    "published": "2020-03",
}


@pytest.fixture
def tiny(tmp_path, monkeypatch, capsys):
    return TinyBook(tmp_path, monkeypatch, capsys)


def entries(html):
    return lxml.html.fromstring(html).xpath('//div[@class="citation"]')


def test_every_source_is_one_entry(tiny):
    printed = entries(tiny.succeeds(PAGE))
    ids = list(tables.sources()["source_id"])
    assert len(printed) == len(ids)
    assert sorted(
        parse_file(tiny.folder / "work" / "doctrees" / "references.bib").entries
    ) == sorted(ids)


def test_every_address_is_printed_as_it_stands_in_the_data(tiny):
    addresses = {link.get("href") for e in entries(tiny.succeeds(PAGE)) for link in e.iter("a")}
    wanted = set(tables.sources()["url"]) - {""}
    assert wanted - addresses == set()


@pytest.mark.parametrize("field", ["title", "publisher", "author", "url"])
def test_special_characters_survive(tiny, monkeypatch, field):
    monkeypatch.setattr(references.tables, "sources", lambda: pd.DataFrame([SPECIAL]))
    (entry,) = entries(tiny.succeeds(PAGE))
    assert SPECIAL[field] in entry.text_content()


def test_the_link_of_an_entry_is_its_address(tiny, monkeypatch):
    monkeypatch.setattr(references.tables, "sources", lambda: pd.DataFrame([SPECIAL]))
    (entry,) = entries(tiny.succeeds(PAGE))
    assert [link.get("href") for link in entry.iter("a")] == [SPECIAL["url"]]


def test_a_source_without_title_or_author_is_named_by_its_publisher():
    entry = references.bib_entry(pd.Series(SPECIAL | {"title": "", "author": "", "publisher": "P"}))
    assert "title = {{P}}" in entry
    assert "author = {{P}}" in entry
    assert "howpublished" not in entry  # said already


def test_empty_fields_are_left_out():
    entry = references.bib_entry(pd.Series(SPECIAL | {"url": "", "published": ""}))
    assert "url =" not in entry
    assert "year =" not in entry

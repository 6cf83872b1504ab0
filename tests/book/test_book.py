"""The built pages: whole, linked, self-contained, numbered, with every file they offer."""

import csv
import re
import zipfile

import built
import pytest
from lxml import etree

from press import ROOT
from press.base import names

FILES = [*built.PAGES, "index", "search", "genindex"]


@pytest.fixture(scope="module", autouse=True)
def book():
    built.need(built.HTML / "index.html")


@pytest.mark.parametrize("name", built.PAGES)
def test_every_page_of_the_contents_has_its_title(name):
    assert built.heading(name) == built.title(name)
    if name in built.CHAPTERS:
        assert built.title(name) in built.page(name).findtext(".//head/title")


@pytest.mark.parametrize("name", FILES)
def test_no_link_is_broken(name):
    path, broken = built.HTML / f"{name}.html", []
    addresses = set(built.parse(path).xpath("//@href | //@src"))
    addresses |= {m for m in re.findall(r"url=(\S+?)\"", path.read_text(encoding="utf-8"))}
    for address in sorted(a for a in addresses if not built.is_external(a)):
        place, fragment = built.target(path, address)
        found = place.is_relative_to(built.HTML.resolve()) and place.is_file()
        if found and fragment and place.suffix == ".html":
            found = fragment in built.ids(place)
        if not found:
            broken.append(address)
    assert broken == []


@pytest.mark.parametrize("name", FILES)
def test_ids_are_unique(name):
    found = built.parse(built.HTML / f"{name}.html").xpath("//@id")
    assert sorted({i for i in found if found.count(i) > 1}) == []


@pytest.mark.parametrize("name", built.PAGES)
def test_no_debris_of_code(name):
    article = built.article(name)
    marks = "Styler at 0x|object at 0x|<Figure size|Traceback|Warning:|{claim}|{result}".split("|")
    assert [mark for mark in marks if mark in built.text(article)] == []
    assert not article.xpath('.//*[contains(@class,"stderr") or contains(@class,"problematic")]')


@pytest.mark.parametrize("name", FILES)
def test_every_image_is_told_in_words(name):
    for image in built.parse(built.HTML / f"{name}.html").iter("img"):
        alt = image.get("alt", "")
        assert len(alt.split()) >= 3, image.get("src")
        assert not re.search(r"\.(?:svg|png|jpe?g)\b", alt), alt


@pytest.mark.parametrize("name", FILES)
def test_no_page_loads_anything_of_another_host(name):
    root = built.parse(built.HTML / f"{name}.html")
    loaded = [str(a) for a in root.xpath(built.LOADED)]
    for style in [*root.xpath("//style/text()"), *root.xpath("//@style")]:
        loaded += ["".join(found) for found in built.IN_CSS.findall(style)]
    assert [a for a in loaded if built.is_external(a) and not a.startswith("data:")] == []


def test_no_style_or_image_loads_anything_of_another_host_or_missing():
    styles, images = list(built.HTML.rglob("*.css")), list(built.HTML.rglob("*.svg"))
    assert styles
    assert images
    for path in styles:
        for found in built.IN_CSS.findall(path.read_text(encoding="utf-8")):
            address = "".join(found)
            if not address.startswith(("data:", "#")):
                assert not built.is_external(address), (path.name, address)
                assert built.target(path, address)[0].is_file(), (path.name, address)
    for path in images:
        for value in etree.parse(path).xpath("//@*[local-name()='href' or local-name()='style']"):
            assert "://" not in value, (path.name, value)


@pytest.mark.parametrize("name", built.CHAPTERS)
def test_figures_and_tables_are_numbered_without_gaps(name):
    chapter = built.CHAPTERS.index(name) + 1
    # the ledger and the dictionary are lists of their own, found by anchor and not by number
    table = ".//table[not(contains(@class, 'ledger') or contains(@class, 'dictionary'))]"
    blocks = {"Fig.": ".//figure[.//img]", "Table": table}
    for label, path in blocks.items():
        found = [built.captions(block) for block in built.article(name).xpath(path)]
        assert found == [[f"{label} {chapter}.{n}"] for n in range(1, len(found) + 1)]


@pytest.mark.parametrize("name", [c for c in built.CHAPTERS if "code-cell" in built.source(c)])
def test_every_chapter_with_code_shows_what_it_found(name):
    # a chapter that has just been begun has a table yet, and no chart
    shown = './/figure[contains(@class,"chart")]//img | .//table[contains(@class,"evidence")]'
    assert built.article(name).xpath(shown)


@pytest.mark.parametrize("name", built.PAGES)
def test_every_chart_offers_its_data_and_its_image(name):
    for figure in built.article(name).xpath('.//figure[contains(@class,"chart")]'):
        place = built.HTML / f"{name}.html"
        offered = [
            built.target(place, a)[0] for a in figure.xpath('.//a[contains(@class,"file")]/@href')
        ]
        assert [p.name for p in offered] == [f"{figure.get('id')}.csv", f"{figure.get('id')}.svg"]
        with offered[0].open(encoding="utf-8", newline="") as file:
            assert "source_id" in next(csv.reader(file))
            assert next(csv.reader(file))
        assert built.target(place, figure.xpath("string(.//img/@src)"))[0] == offered[1]


def test_the_zip_of_the_data_is_the_data():
    here = {f"data/{p.name}": p.read_bytes() for p in (ROOT / "data").iterdir()}
    with zipfile.ZipFile(built.HTML / "_files" / names.data_zip()) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == here
    for name, content in here.items():
        assert (built.HTML / "_files" / name).read_bytes() == content


@pytest.mark.parametrize("name", built.CHAPTERS)
def test_every_table_offers_its_rows(name):
    page = built.article(name)
    for table in page.xpath('.//table[contains(@class, "evidence")]'):
        path = built.HTML / "_files" / f"{table.get('id')}.csv"
        assert page.xpath(f'.//a[contains(@href, "_files/{table.get("id")}.csv")]')
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert len(rows) == len(table.xpath(".//tr"))

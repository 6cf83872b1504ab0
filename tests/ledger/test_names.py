"""The names of claims: what they are made of, and what happens where one is taken."""

import re

import pytest

from evidence.ledger import names, texts
from evidence.ledger.checks import DataError

CLAIM = {"measure": "workers_abroad", "scope": "world", "country_iso3": "",
         "as_of": "2019-05-20", "date_start": "", "date_end": ""}  # fmt: skip
SOURCE = {"publisher": "Radio Habana Cuba", "title": "A page"}


@pytest.mark.parametrize(("text", "most", "expected"), [
    ("Agencia Cubana de Noticias", 3, "agencia-cubana-noticias"),
    ("Le Monde’s “Été”, part 2", 9, "le-mondes-ete-part-2"),
    ("one two three four", 3, "one-two-three"),
    ("新华社", 3, ""),
])  # fmt: skip
def test_slug(text, most, expected):
    assert names.slug(text, most) == expected


@pytest.mark.parametrize(("name", "title", "expected"), [
    ("The Lancet", "x", "lancet"),
    ("103FM Trinidad (AP)", "x", "103fm-trinidad"),
    ("Granma, via Cubadebate", "x", "granma"),
    ("Reuters; reprinted", "x", "reuters"),
    ("", "Cuba: a study", "cuba"),
    ("新华社", "Doctors leave for Wuhan", "doctors-leave-wuhan"),
])  # fmt: skip
def test_a_source_is_its_publisher_else_its_title(name, title, expected):
    assert names.publisher({"publisher": name, "title": title}) == expected


@pytest.mark.parametrize(("change", "country", "expected"), [
    ({}, "", "workers-abroad.2019-05.radio-habana-cuba"),
    ({"as_of": "2019"}, "", "workers-abroad.2019.radio-habana-cuba"),
    ({"as_of": "", "date_start": "2001", "date_end": "2003-04"}, "",
     "workers-abroad.2003-04.radio-habana-cuba"),
    ({"as_of": "", "date_start": "2001"}, "", "workers-abroad.2001.radio-habana-cuba"),
    ({"as_of": ""}, "", "workers-abroad.undated.radio-habana-cuba"),
    ({"scope": "region:latin_america"}, "",
     "workers-abroad.latin-america.2019-05.radio-habana-cuba"),
    ({"scope": "cuba"}, "", "workers-abroad.cuba.2019-05.radio-habana-cuba"),
    ({"scope": "country", "country_iso3": "GBR"}, "United Kingdom",
     "workers-abroad.united-kingdom.2019-05.radio-habana-cuba"),
])  # fmt: skip
def test_a_name_is_measure_place_date_and_publisher(change, country, expected):
    assert names.stem(CLAIM | change, SOURCE, country) == expected


MONTH = "workers-abroad.2019-05.radio-habana-cuba"
DAY = "workers-abroad.2019-05-20.radio-habana-cuba"


@pytest.mark.parametrize(("taken", "expected"), [
    (set(), MONTH),
    ({"workers-abroad.2019-05.radio-habana"}, MONTH),
    ({MONTH}, DAY),
    ({f"{MONTH}-a", f"{MONTH}-b"}, DAY),
    ({MONTH, DAY}, f"{DAY}-b"),
    ({MONTH, f"{DAY}-a", f"{DAY}-b"}, f"{DAY}-c"),
    ({MONTH, DAY, f"{DAY}-y"}, f"{DAY}-z"),
])  # fmt: skip
def test_a_name_that_is_taken_gets_its_day_then_a_letter(taken, expected):
    assert names.free(CLAIM, SOURCE, "", taken) == expected


def test_after_the_last_letter_there_is_no_name():
    with pytest.raises(DataError, match="-z is taken"):
        names.free(CLAIM, SOURCE, "", {MONTH, DAY, f"{DAY}-z"})


def test_every_claim_of_the_ledger_can_be_named_as_its_column_demands():
    described = texts.package()
    tables = texts.checked(texts.read(texts.DATA, described), described)
    (claims,) = (r for r in described["resources"] if r["name"] == "claims")
    form = claims["schema"]["fields"][0]["constraints"]["pattern"]
    sources = {source["source_id"]: source for source in tables["sources"].values()}
    countries = {cells["iso3"]: cells["short"] for cells in tables["countries"].values()}
    for claim in tables["claims"].values():
        country = countries.get(claim["country_iso3"], "")
        name = names.stem(claim, sources[claim["source_id"]], country)
        assert re.fullmatch(form, name), name
        assert name.count(".") in (2, 3), name


def test_no_claim_has_a_name_that_tells_nothing():
    described = texts.package()
    claims = texts.read(texts.DATA, described)["claims"]
    told = r"(pb|ge)-[a-z0-9-]+|[a-z0-9-]{4,}(\.[a-z0-9-]+){2,3}"
    assert [c["id"] for c in claims.values() if not re.fullmatch(told, c["id"])] == []

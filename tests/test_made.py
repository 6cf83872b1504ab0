"""How the book was made: what is of the machine stands beside the page, not in it."""

import platform

import built
import pytest

from press import made, publish

PAGE = "chapters/made"


@pytest.fixture(scope="module", autouse=True)
def book():
    built.need(built.HTML / f"{PAGE}.html")


def test_the_page_holds_nothing_of_the_machine():
    page = (built.HTML / f"{PAGE}.html").read_text(encoding="utf-8")
    rows = [[built.text(cell) for cell in row] for row in built.article(PAGE).iter("tr")]
    assert ["Python", "3.11 or newer"] in rows
    assert platform.python_version() not in page


def test_what_is_of_the_machine_stands_beside():
    script, table = (built.HTML / name for name in publish.TIMES)
    assert platform.python_version() in script.read_text(encoding="utf-8")
    header, *rows = table.read_text(encoding="utf-8").splitlines()
    assert header == "chapter,seconds,python,system"
    assert all(row.endswith(f"{platform.system()} {platform.machine()}") for row in rows)


def test_a_package_that_is_not_there_has_no_line(monkeypatch):
    monkeypatch.setattr(made, "PACKAGES", ("sphinx", "there-is-none"))
    assert [name for name, _ in made.installed()] == ["sphinx"]

"""The press prints any book: it knows no name and no figure of this one."""

import csv
import json
import re

import pytest
import yaml
from checkout import Checkout

from press import ROOT

FILES = sorted(p for p in (ROOT / "press").rglob("*") if p.is_file() and p.suffix != ".pyc")


def config():
    return yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))


def names():
    """Words and names that are this book's alone."""
    title = re.findall(r"[A-Z]\w+", config()["title"])
    package = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
    chapters = [path.name for path in (ROOT / "chapters").glob("*.md")]
    with (ROOT / "data" / "claims.csv").open(encoding="utf-8", newline="") as file:
        claims = [row["id"] for row in csv.DictReader(file)]
    with (ROOT / "data" / "voices.csv").open(encoding="utf-8", newline="") as file:
        voices = [row["voice"] for row in csv.DictReader(file)]
    return [*title, "Cuban", package["name"], *chapters, *filter(None, claims + voices)]


def test_no_file_of_the_press_has_a_name_of_this_book():
    wanted = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names()))})(?![\w-])")
    found = {
        (path.relative_to(ROOT).as_posix(), match[0])
        for path in FILES
        for match in wanted.finditer(path.read_text(encoding="utf-8"))
    }
    assert not found


@pytest.fixture
def other(tmp_path):
    """A checkout of a book of another name, author and licence."""
    made = Checkout(tmp_path)
    package = json.loads(made.read("data/datapackage.json"))
    package |= {
        "name": "another-book",
        "licenses": [
            {"name": "CC0-1.0", "title": "Creative Commons Zero", "path": "https://zero.example/"}
        ],
    }
    made.write("data/datapackage.json", json.dumps(package))
    made.write("LICENSE-CC0-1.0", "No rights are kept.\n")
    (tmp_path / "LICENSE-CC-BY-4.0").unlink()
    cff = made.read("CITATION.cff").replace("[CC-BY-4.0, MIT]", "[CC0-1.0, ISC]")
    title = re.sub("(?m)^title: .*$", 'title: "Another book: what it says"', cff)
    made.write("CITATION.cff", title)
    settings = made.read("_config.yml").replace(config()["title"], "Another Book")
    made.write("_config.yml", settings.replace("GB  ", "US  "))
    front = made.read("chapters/index.md").replace("counting-cubas-doctors", "another-book")
    made.write("chapters/index.md", front)
    return made


def test_another_book_has_its_own_names_and_licences(other):
    other.make()
    published = other.published()
    assert {n for n in published if n.startswith("pdf/")} == {"pdf/another-book.pdf"}
    assert "html/another-book.pdf" in published
    assert "html/_files/another-book-data.zip" in published
    assert published["html/_files/LICENSE-CC0-1.0.txt"] == b"No rights are kept.\n"
    assert "html/_files/LICENSE-CC-BY-4.0.txt" not in published
    notices = " ".join(published["html/_static/NOTICES.txt"].decode().split())
    assert "under CC0 1.0 (../_files/LICENSE-CC0-1.0.txt), its code" in notices
    assert "the ISC License" in notices
    front = published["html/chapters/index.html"].decode()
    assert 'href="../another-book.pdf"' in front
    assert '"license": "https://zero.example/"' in front
    book = other.read("_build/work/doctrees/print/book.xml")
    assert 'licence="Text and data: CC0 1.0. Code: ISC."' in book
    assert 'region="US"' in book

"""The book's settings: the real ones are sound, each kind of slip is told in one sentence."""

import os
import re
import shutil

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from press import ROOT
from press.base import settings

FILES = ("_config.yml", "_toc.yml", "CITATION.cff", "CHANGELOG.md", "data/datapackage.json")


@pytest.fixture
def root(tmp_path):
    """A copy of the settings, beside empty pages."""
    (tmp_path / "data").mkdir()
    (tmp_path / "chapters").mkdir()
    for name in FILES:
        shutil.copy(ROOT / name, tmp_path / name)
    for page in (ROOT / "chapters").glob("*.md"):
        (tmp_path / "chapters" / page.name).touch()
    return tmp_path


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_book_s_own_settings_are_sound(root):
    assert settings.faults() == []
    assert settings.faults(root) == []


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(root, name):
    (root / name).unlink()
    assert f"{name}: the file is missing" in settings.faults(root)


@pytest.mark.parametrize("name", FILES)
def test_bytes_that_are_no_text_are_named(root, name):
    (root / name).write_bytes(b"\xff\xfe\x00")
    assert any(fault.startswith(f"{name}: byte 0 is not UTF-8") for fault in settings.faults(root))


@pytest.mark.parametrize("text", ["", "[]", "12", "null", "- a", '"words"'])
@pytest.mark.parametrize(
    "name", ["_config.yml", "_toc.yml", "CITATION.cff", "data/datapackage.json"]
)
def test_another_thing_than_a_mapping_is_named(root, name, text):
    (root / name).write_text(text, encoding="utf-8")
    faults = settings.faults(root)
    assert any(fault.startswith(name) for fault in faults), faults


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("CITATION.cff", "date-released: 2026-11-22", "date-released: 22 November 2026",
         "CITATION.cff, key date-released: '22 November 2026' does not have the form YYYY-MM-DD"),
        ("CITATION.cff", "date-released: 2026-11-22", 'date-released: "2026-02-30"',
         "CITATION.cff, key date-released: '2026-02-30' is no day"),
        ("CITATION.cff", "date-released: 2026-11-22", "date-released: 2026-11-29",
         "CITATION.cff, key date-released: 2026-11-29 lies after data/datapackage.json, key "
         "created: 2026-11-28"),
        ("CITATION.cff", "version: 0.1.0", "version: 0.1",
         "CITATION.cff, key version: 0.1 is not a text"),
        ("CITATION.cff", "version: 0.1.0\n", "", "CITATION.cff: the key 'version' is missing"),
        ("CITATION.cff", "keywords:\n", "keywords: none\nrest:\n",
         "CITATION.cff, key keywords: 'none' is not a list"),
        ("CITATION.cff", "title:", "title: [", "CITATION.cff, line "),
        ("CITATION.cff", "title:", "title: x\ntitle:", "CITATION.cff, line 1: a key stands twice"),
        ("_config.yml", "execute:", "\texecute:", "_config.yml, line "),
        ("_config.yml", "execute:", "exceute:",
         "_config.yml: the key 'exceute' is unknown (did you mean 'execute'?)"),
        ("_config.yml", "  timeout: 300", "  timout: 300",
         "_config.yml, key execute: the key 'timout' is unknown (did you mean 'timeout'?)"),
        ("_config.yml", "  timeout: 300", "  timeout: soon",
         "_config.yml, key execute.timeout: 'soon' is not a number"),
        ("_config.yml", "      - press", "      - pres",
         "_config.yml, key sphinx: no list of extensions names 'press', which prints this book"),
        ("_toc.yml", "chapters/abroad", "chapters/abraod",
         "_toc.yml: the page chapters/abraod is missing"),
        ("_toc.yml", "chapters/abroad", "chapters/home",
         "_toc.yml: "),
        ("_toc.yml", "root:", "rot:", "_toc.yml: "),
        ("_toc.yml", "chapters:", "chaptrs:", "_toc.yml: "),
        ("_toc.yml", "  - file: chapters/abroad", "\t- file: chapters/abroad", "_toc.yml, line "),
        ("data/datapackage.json", '"resources"', '"resouces"',
         "data/datapackage.json: the key 'resources' is missing"),
        ("data/datapackage.json", '"rows": 817', '"rows": "704"',
         "data/datapackage.json, key resources[0].rows: '704' is not a whole number"),
        ("data/datapackage.json", '"rows": 817', '"rows": -1',
         "data/datapackage.json, key resources[0].rows: -1 is below 0"),
        ("data/datapackage.json", '"path": "sources.csv"', '"path": "../sources.csv"',
         "data/datapackage.json, key resources[0].path: '../sources.csv' does not have the form"),
        ("data/datapackage.json", '"name": "repeats"', '"name": "votes"',
         "data/datapackage.json: 'votes' stands twice"),
        ("data/datapackage.json", '"name": "measures"', '"name": "mesures"',
         "data/datapackage.json: the table 'measures' is missing"),
        ("data/datapackage.json", '"pattern": "[^{}]*"', '"pattern": "[^{}"',
         "data/datapackage.json: column 'title' of 'sources': '[^{}' is no pattern"),
        ("data/datapackage.json", '"fields": "source_id"', '"fields": "no_such"',
         "data/datapackage.json: a key of table 'claims' names the column 'no_such'"),
        ("data/datapackage.json", '"created": "2026-11-28T00:00:00Z"', '"created": "today"',
         "data/datapackage.json, key created: 'today' does not have the form"),
        ("data/datapackage.json", "{", "{,", "data/datapackage.json, line 1: "),
    ],
)  # fmt: skip
def test_a_slip_is_told_in_a_sentence_with_file_and_key(root, name, old, new, told):
    change(root / name, old, new)
    faults = settings.faults(root)
    assert any(fault.startswith(told) for fault in faults), faults
    assert not any(
        word in fault for fault in faults for word in ("\n", "Traceback", "<class", "<function")
    )


KEYS = sorted(yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8")))


@given(st.sampled_from(KEYS), st.text("abcdefgh", min_size=1, max_size=3))
def test_no_misspelt_key_of_the_settings_passes(tmp_path_factory, key, more):
    root = tmp_path_factory.mktemp("book")
    text = (ROOT / "_config.yml").read_text(encoding="utf-8")
    text = re.sub(rf"^{key}:", f"{key}{more}:", text, flags=re.MULTILINE)
    (root / "_config.yml").write_text(text, encoding="utf-8")
    assert any(f"'{key}{more}' is unknown" in fault for fault in settings.config_faults(root))


def test_settings_for_sphinx_that_nothing_has_are_named():
    assert settings.unknown({"numfig"})[0].startswith("_config.yml, key sphinx.config: the key '")
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    assert settings.unknown(set(config["sphinx"]["config"])) == []


@pytest.mark.parametrize("odd", [None, "", "soon", "-1", "1e3", "99999999999999"])
def test_the_edition_dates_what_is_written_whatever_the_environment_says(monkeypatch, odd):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", odd or "")
    if odd is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH")
    settings.date_edition()
    assert os.environ["SOURCE_DATE_EPOCH"] == "1795305600"  # 22 November 2026, midnight UTC


def test_a_fault_ends_the_program_before_a_build(monkeypatch):
    monkeypatch.setattr(settings, "faults", lambda: ["_toc.yml: the page x is missing"])
    with pytest.raises(SystemExit) as leaving:
        settings.begin()
    assert str(leaving.value).splitlines() == [
        "Fault in the settings of the book:", "_toc.yml: the page x is missing"
    ]  # fmt: skip

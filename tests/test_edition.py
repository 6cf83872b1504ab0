"""One version number in one place, and whether the state is an edition."""

import json
import subprocess

import built
import pytest

from press import ROOT, edition

CFF = """cff-version: 1.2.0
message: m
title: t
authors: [{name: x}]
keywords: [k]
license: MIT
version: 1.2.0
date-released: 2027-03-04
"""
LAST = "## 1.2.0 (2027-03-04)\n\nAn edition.\n\n## 1.1.0 (2026-01-01)\n\nThe one before.\n"


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Write a list of changes; returns what edition it makes."""
    monkeypatch.setattr(edition, "ROOT", tmp_path)
    (tmp_path / "CITATION.cff").write_text(CFF)

    def tell(changes: str) -> str:
        (tmp_path / "CHANGELOG.md").write_text(f"# Changes\n\n{changes}")
        return edition.line()

    return tell


def test_an_edition_and_what_comes_after_it(told):
    assert told(LAST) == "Version 1.2.0 (4 March 2027)"
    after = "Unreleased state after version 1.2.0 (4 March 2027)"
    assert told(f"## Unreleased\n\n- A change.\n\n{LAST}") == after
    assert told(f"## Unreleased\n\n{LAST}") == "Version 1.2.0 (4 March 2027)"  # no change yet


@pytest.mark.parametrize(
    "changes",
    [
        LAST.replace("1.2.0", "1.3.0"),
        LAST.replace("03-04", "03-05"),
        LAST.removeprefix("## 1.2.0 (2027-03-04)\n\nAn edition.\n\n"),
        "## Unreleased\n\n- A change.\n",
        "",
    ],
)
def test_the_two_files_must_name_the_same_edition(told, changes):
    with pytest.raises(
        ValueError, match=r"CHANGELOG.md: the last edition is .*CITATION.cff 1\.2\.0"
    ):
        told(changes)


def test_the_version_is_stated_once():
    """Beside the list of changes and the locks, only CITATION.cff has it."""
    version = str(edition.citation()["version"])
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("no git here to list the files")
    kept = ("CHANGELOG.md", "requirements", "data/", "tests/")
    names = [n for n in listed.stdout.split("\0") if n and not n.startswith(kept)]
    has = [n for n in names if version in (ROOT / n).read_text(encoding="utf-8", errors="replace")]
    assert has == ["CITATION.cff"]
    assert "version" not in json.loads((ROOT / "data" / "datapackage.json").read_text())


def test_every_page_says_which_edition_it_is():
    for name in built.PAGES:
        (foot,) = built.page(name).xpath('//div[@class="copyright"]')
        assert built.text(foot).endswith(edition.line())
    rows = built.page("chapters/made").xpath('//tr[td[1]="Edition"]/td[2]')
    assert [built.text(cell) for cell in rows] == [edition.line()]

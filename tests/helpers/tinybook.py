"""A book of two pages, built with the real press: for tests of what stops a build."""

import os
import re
import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest

from press import ROOT, building
from press.site import theme as pages

TOC = "format: jb-book\nroot: chapters/index\nchapters:\n  - file: chapters/one\n"
# what makes a page a notebook
NOTEBOOK = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---
"""


class TinyBook:
    """A folder with the repository's settings, a root page, and the chapter under test."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # so that what a build sets is put back
        monkeypatch.setattr(tempfile, "tempdir", str(folder))  # where Sphinx leaves tracebacks
        monkeypatch.setattr(pages, "begin_fonts", lambda *_: None)
        monkeypatch.setattr(building, "ROOT", folder)
        monkeypatch.setattr(building, "WORK", folder / "work")
        self.folder, self.capsys = folder, capsys
        (folder / "chapters").mkdir()
        config = (ROOT / "_config.yml").read_text(encoding="utf-8")
        self.write("_config.yml", config)
        self.write("_toc.yml", TOC)
        self.write("chapters/index.md", "# Front\n\nSome words.\n")

    def write(self, path: str, text: str) -> None:
        (self.folder / path).write_text(text, encoding="utf-8")

    def build(self, builder: str = "html") -> tuple[str, str]:
        """What a failed build leaves with ("" is success), and all it printed, without colours."""
        self.capsys.readouterr()
        try:
            with patch.dict(os.environ):  # a build that fails early leaves its own
                building.build(builder, self.folder / builder)
            fault = ""
        except SystemExit as leaving:
            fault = str(leaving)
        printed = "".join(self.capsys.readouterr())
        return fault, re.sub(r"\x1b\[[\d;]*m", "", printed)

    def succeeds(self, chapter: str) -> str:
        """Build a good chapter; returns its HTML."""
        self.write("chapters/one.md", chapter)
        fault, printed = self.build()
        assert not fault, printed
        return (self.folder / "html" / "chapters" / "one.html").read_text(encoding="utf-8")

    def fails(self, chapter: str) -> str:
        """Build a faulty chapter, twice: a fault must not be forgotten. Returns what was said."""
        self.write("chapters/one.md", chapter)
        for time in ("first", "second"):
            fault, printed = self.build()
            assert fault, f"the {time} build went through: {printed}"
        return f"{printed}{fault}"

"""A book of a few lines, built with the real press: for tests of what stops a build."""

import logging
from pathlib import Path

import pytest
from jupyter_book.sphinx import build_sphinx
from press import ROOT

TOC = "format: jb-book\nroot: chapters/index\nchapters:\n  - file: chapters/one\n"
KERNEL = "---\nkernelspec:\n  name: python3\n---\n"


class TinyBook:
    """Two pages in `folder`: the root, and the chapter under test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "chapters").mkdir()
        config = (ROOT / "_config.yml").read_text(encoding="utf-8")
        (folder / "_config.yml").write_text(config, encoding="utf-8")
        (folder / "_toc.yml").write_text(TOC, encoding="utf-8")

    def build(self, chapter: str, front: str = "") -> int | Exception:
        """Build HTML with `chapter` (MyST) as its only chapter; 0 or what stopped the build."""
        pages = {"index": "# Front\n\nSome words.\n", "one": f"{front}# One\n\n{chapter}\n"}
        for name, text in pages.items():
            (self.folder / "chapters" / f"{name}.md").write_text(text, encoding="utf-8")
        return build_sphinx(
            self.folder,
            self.folder / "html",
            path_config=self.folder / "_config.yml",
            noconfig=True,
            confoverrides={
                "external_toc_path": str(self.folder / "_toc.yml"),
                "latex_individualpages": False,
            },
            doctreedir=self.folder / "doctrees",
            warningiserror=True,
            keep_going=True,
            quiet=True,
        )

    def page(self, name: str = "one") -> str:
        """The HTML of one built page."""
        return (self.folder / "html" / "chapters" / f"{name}.html").read_text(encoding="utf-8")


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinyBook:
    """A fresh book; what a build sets in this process is put back afterwards."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    return TinyBook(tmp_path)

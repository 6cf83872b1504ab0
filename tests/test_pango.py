"""Without Pango the PDF step names the package to install."""

import builtins

import pytest
from sphinx.errors import ExtensionError

from press import pdf


def test_missing_pango_is_one_clear_sentence(monkeypatch):
    usual = builtins.__import__

    def without_pango(name, *rest):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return usual(name, *rest)

    builder = object.__new__(pdf.BookPdfBuilder)
    monkeypatch.setattr(pdf.BookPdfBuilder, "copy_image_files", lambda self: None)
    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(ExtensionError, match=r"apt-get install libpango-1.0-0 libpangoft2-1.0-0"):
        builder.finish()

"""Without Pango the PDF step names the package to install."""

import builtins

import pytest

from press import setting


def test_missing_pango_is_one_clear_sentence(monkeypatch, tmp_path):
    usual = builtins.__import__

    def without_pango(name, *rest):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return usual(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(
        setting.SettingError, match=r"apt-get install libpango-1.0-0 libpangoft2-1.0-0"
    ):
        setting.set_book(tmp_path, tmp_path, tmp_path / "book.pdf")

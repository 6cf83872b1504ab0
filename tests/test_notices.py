"""Licences are published beside what they are of; a cut face has another name."""

import re
from io import BytesIO
from types import SimpleNamespace

import built
import pytest
from fontTools.ttLib import TTFont
from sphinx.errors import ExtensionError

from press import ROOT, fonts, notices

STATIC = built.HTML / "_static"


def notice() -> str:
    built.need(built.HTML / notices.NOTICES)
    return (built.HTML / notices.NOTICES).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", notices.LICENCES)
def test_both_licences_are_published_as_they_stand(name):
    built.need(STATIC)
    published = built.HTML / "_files" / f"{name}.txt"
    assert published.read_bytes() == (ROOT / name).read_bytes()


def test_the_licences_are_whole():
    text = (ROOT / "LICENSE-CC-BY-4.0").read_text(encoding="utf-8")
    sections = re.findall(r"^Section (\d) – ", text, re.MULTILINE)
    assert sections == list("12345678")
    assert text.startswith("Creative Commons Attribution 4.0 International\n")
    assert text.endswith("Creative Commons may be contacted at creativecommons.org.\n")
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")


def test_every_file_of_others_is_named_with_a_licence():
    text = notice()
    for path in STATIC.rglob("*"):
        name = path.relative_to(STATIC).as_posix()
        if path.is_file() and path.parent != STATIC / "book" and path.name != "NOTICES.txt":
            assert f"\n  {name}\n" in text
    for name in notices.PARTS:
        if notices.files_of(name, STATIC):
            assert notices.licence_of(name) in text


def test_what_is_packed_in_scripts_keeps_its_remark():
    text = notice()
    for name in (
        "JSZip v",
        "jQuery JavaScript Library v",
        "DataTables 2",
        "clipboard.js v",
        "gumshoe",
    ):
        assert name in text
    for holder in (
        "Stuart Knightley",
        "OpenJS Foundation",
        "SpryMedia Ltd",
        "Zeno Rocha",
        "Lucide",
    ):
        assert holder in text


def test_a_file_of_unknown_origin_stops_the_build(tmp_path):
    for folder in ("_files", "_static/book", "_static/strange"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "_static" / "strange" / "new.js").write_text("")
    app = SimpleNamespace(builder=SimpleNamespace(name="html"), outdir=str(tmp_path))
    with pytest.raises(ExtensionError, match=r"whose licence has strange/new\.js"):
        notices.write_notices(app, None)


@pytest.mark.parametrize("path", [p for *_, p in fonts.faces()], ids=lambda p: p.stem)
def test_a_cut_face_has_a_name_of_its_own_and_keeps_its_rights(path):
    whole = TTFont(path)["name"]
    cut = TTFont(BytesIO(fonts.web_font(path)))["name"]
    for record in cut.names:
        if record.nameID in fonts.RIGHTS:
            kept = whole.getName(record.nameID, record.platformID, record.platEncID, record.langID)
            assert record.toUnicode() == kept.toUnicode()
        else:
            assert "Source" not in record.toUnicode()
    assert {13, 14} <= {record.nameID for record in cut.names}
    assert cut.getDebugName(1).startswith("Book S")
    assert fonts.web_file(path).startswith("BookS")


def test_the_licence_of_the_faces_stands_beside_them():
    built.need(STATIC)
    for name in ("Serif", "Sans"):
        text = (STATIC / "book" / f"OFL-Book{name}.txt").read_text(encoding="utf-8")
        assert "Reserved Font Name 'Source'" in text
        assert "SIL OPEN FONT LICENSE Version 1.1" in text
    css = (STATIC / "book" / "book.css").read_text(encoding="utf-8")
    assert "Source S" not in css
    assert css.count("font-family: 'Book S") == len(fonts.faces())

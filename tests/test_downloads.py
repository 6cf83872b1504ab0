"""The data to take away: a zip that depends on names and contents only."""

import os
import zipfile
from types import SimpleNamespace

import pytest

from press import downloads, sources

CONTENT = {
    "claims.csv": b"id\na\n",
    "b.csv": b"id\nb\n",
    "datapackage.json": b'{"resources": [{"path": "claims.csv"}, {"path": "b.csv"}]}',
}


def write(folder, monkeypatch, names, when=0, builder="html", error=None):
    """What a build with these files in data/ puts into the book's folder of files."""
    (folder / "data").mkdir(parents=True)
    for name in names:
        path = folder / "data" / name
        path.write_bytes(CONTENT[name])
        os.utime(path, (when, when))
    monkeypatch.setattr(sources, "ROOT", folder)
    app = SimpleNamespace(builder=SimpleNamespace(name=builder), outdir=str(folder / "html"))
    downloads.write_data(app, error)
    return folder / "html" / "_files"


def test_the_zip_and_the_files_are_the_data(tmp_path, monkeypatch):
    files = write(tmp_path, monkeypatch, CONTENT)
    with zipfile.ZipFile(files / downloads.DATA_ZIP) as archive:
        assert {n: archive.read(n) for n in archive.namelist()} == {
            f"data/{name}": content for name, content in CONTENT.items()
        }
    assert {p.name: p.read_bytes() for p in (files / "data").iterdir()} == CONTENT


def test_the_zip_is_the_same_whatever_the_clock_and_the_order_on_disk(tmp_path, monkeypatch):
    first = write(tmp_path / "a", monkeypatch, sorted(CONTENT), when=10**9)
    second = write(tmp_path / "b", monkeypatch, sorted(CONTENT, reverse=True), when=1)
    zips = [(folder / downloads.DATA_ZIP).read_bytes() for folder in (first, second)]
    assert zips[0] == zips[1]


def test_the_zip_is_the_same_whoever_may_read_the_files(tmp_path, monkeypatch):
    first = write(tmp_path / "a", monkeypatch, CONTENT)
    files = sorted((tmp_path / "a" / "data").iterdir())
    for path in files:
        path.chmod(0o600)
    downloads.write_zip(files, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (first / downloads.DATA_ZIP).read_bytes()


def test_another_content_is_another_zip(tmp_path, monkeypatch):
    first = write(tmp_path / "a", monkeypatch, CONTENT)
    monkeypatch.setitem(CONTENT, "b.csv", b"id\nc\n")
    second = write(tmp_path / "b", monkeypatch, CONTENT)
    zips = [(folder / downloads.DATA_ZIP).read_bytes() for folder in (first, second)]
    assert zips[0] != zips[1]


@pytest.mark.parametrize("state", [{"builder": "bookpdf"}, {"error": ValueError()}])
def test_nothing_is_written_for_another_builder_or_after_an_error(tmp_path, monkeypatch, state):
    assert not write(tmp_path, monkeypatch, CONTENT, **state).exists()

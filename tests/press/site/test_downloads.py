"""The data to take away: a zip that depends on names and contents only."""

import os
import zipfile
from types import SimpleNamespace

from press.base import names, sources
from press.site import downloads

CONTENT = {
    "claims.csv": b"id\na\n",
    "b.csv": b"id\nb\n",
    "datapackage.json": b'{"name": "x", "resources": [{"path": "claims.csv"}, {"path": "b.csv"}]}',
}


def write(folder, monkeypatch, files, when=0):
    """What a build with these files in data/ puts into the book's folder of files."""
    (folder / "data").mkdir(parents=True)
    for name in files:
        path = folder / "data" / name
        path.write_bytes(CONTENT[name])
        os.utime(path, (when, when))
    monkeypatch.setattr(sources, "ROOT", folder)
    downloads.write_data(SimpleNamespace(outdir=str(folder / "html")))
    return folder / "html" / "_files"


def test_the_zip_and_the_files_are_the_data(tmp_path, monkeypatch):
    files = write(tmp_path, monkeypatch, CONTENT)
    with zipfile.ZipFile(files / names.data_zip()) as archive:
        assert {n: archive.read(n) for n in archive.namelist()} == {
            f"data/{name}": content for name, content in CONTENT.items()
        }
    assert {p.name: p.read_bytes() for p in (files / "data").iterdir()} == CONTENT


def test_the_zip_is_the_same_whatever_the_clock_and_the_order_on_disk(tmp_path, monkeypatch):
    first = write(tmp_path / "a", monkeypatch, sorted(CONTENT), when=10**9)
    second = write(tmp_path / "b", monkeypatch, sorted(CONTENT, reverse=True), when=1)
    zips = [(folder / names.data_zip()).read_bytes() for folder in (first, second)]
    assert zips[0] == zips[1]


def test_the_zip_is_the_same_whoever_may_read_the_files(tmp_path, monkeypatch):
    first = write(tmp_path / "a", monkeypatch, CONTENT)
    files = sorted((tmp_path / "a" / "data").iterdir())
    for path in files:
        path.chmod(0o600)
    downloads.write_zip(files, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (first / names.data_zip()).read_bytes()


def test_another_content_is_another_zip(tmp_path, monkeypatch):
    first = write(tmp_path / "a", monkeypatch, CONTENT)
    monkeypatch.setitem(CONTENT, "b.csv", b"id\nc\n")
    second = write(tmp_path / "b", monkeypatch, CONTENT)
    zips = [(folder / names.data_zip()).read_bytes() for folder in (first, second)]
    assert zips[0] != zips[1]

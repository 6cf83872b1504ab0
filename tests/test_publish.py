"""A book is put in place whole or not at all, and whatever happens to it there is noticed."""

import os
import resource
import signal
import subprocess
import sys
import time

import pytest

from press import ROOT, folders, publish, trace

STATE = {"inputs": {"chapters/one.md": "1"}}


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A build folder."""
    build, work = tmp_path / "_build", tmp_path / "_build" / "work"
    for module in (publish, folders):
        monkeypatch.setattr(module, "BUILD", build)
        monkeypatch.setattr(module, "WORK", work)
    monkeypatch.setattr(publish, "RECORD", work / "published")
    with folders.only_build():
        pass
    (tmp_path / "source").write_text("text")
    return tmp_path


def put(shelf, state=STATE, pdf="paper", **pages):
    """Publish a book of these pages, as a build does."""
    made = shelf / "made"
    for name in ("chapters", "_files", "_static/book"):
        (made / name).mkdir(parents=True)
    pages = {"index": "front", "chapters/one": "one"} | pages
    files = {f"{name}.html": text for name, text in pages.items()}
    files |= dict.fromkeys(publish.TIMES, "1") | {
        "_static/book/book.css": "a {}",
        "a  b.txt": "two",
    }
    for name, text in files.items():
        (made / name).write_text(text)
    if pdf:
        (shelf / publish.NAME).write_text(pdf)
    looks = [f"read {shelf}/source", f"find {shelf}/other"]
    notes = {what: trace.look(what) for what in looks}
    publish.publish(made, shelf / publish.NAME if pdf else None, state, notes)


def published(shelf):
    """Names and contents of all that is in place."""
    build = shelf / "_build"
    return {
        path.relative_to(build).as_posix(): path.read_bytes()
        for name in ("html", "pdf")
        for path in (build / name).rglob("*")
        if path.is_file()
    }


def test_a_published_book_is_whole_and_known(shelf):
    put(shelf)
    html = shelf / "_build" / "html"
    assert publish.unchanged(STATE, with_pdf=True)
    assert publish.unchanged(STATE, with_pdf=False)
    assert not publish.unchanged({"inputs": {}}, with_pdf=True)
    sums = subprocess.run(
        ["sha256sum", "--check", "--quiet", "--strict", publish.CHECKSUMS],
        cwd=html, capture_output=True,
    )  # fmt: skip
    assert sums.returncode == 0, sums.stderr
    assert publish.NAME in (html / publish.CHECKSUMS).read_text()


def test_the_times_are_not_summed(shelf):
    put(shelf)
    html = shelf / "_build" / "html"
    assert "build-times" not in (html / publish.CHECKSUMS).read_text()
    (html / publish.TIMES[0]).write_text("2")
    assert publish.unchanged(STATE, with_pdf=True)


def test_what_was_read_counts_too(shelf):
    put(shelf)
    (shelf / "other").touch()
    assert not publish.unchanged(STATE, with_pdf=True)
    (shelf / "other").unlink()
    (shelf / "source").write_text("TEXT")
    assert not publish.unchanged(STATE, with_pdf=True)


def damages(path):
    """A file in every state that it should not be in."""
    whole = path.read_bytes()
    for content in (b"", whole[: len(whole) // 2], whole + b"\n", whole.swapcase() + b"x"):
        path.write_bytes(content)
        yield content
    path.unlink()
    yield "deleted"
    path.mkdir()
    yield "a folder"
    path.rmdir()
    path.symlink_to("nowhere")
    yield "a link"
    path.unlink()
    path.write_bytes(whole)


def test_every_damage_is_noticed_and_mended(shelf):
    put(shelf)
    whole = published(shelf)
    for name in whole:
        for damage in damages(shelf / "_build" / name):
            noticed = name[5:] not in publish.TIMES or isinstance(damage, str)
            assert publish.unchanged(STATE, with_pdf=True) != noticed, (name, damage)
        assert publish.unchanged(STATE, with_pdf=True), name
        for _ in damages(shelf / "_build" / name):
            put(shelf)
            assert published(shelf) == whole, name
            break
    for damage in damages(publish.RECORD):
        assert not publish.unchanged(STATE, with_pdf=True), damage
    publish.RECORD.write_bytes(b"\xff")
    (shelf / "_build" / "html" / publish.CHECKSUMS).write_bytes(b"\xff")
    put(shelf)
    assert published(shelf) == whole
    assert publish.unchanged(STATE, with_pdf=True)


def test_pages_alone_are_a_state_of_their_own(shelf):
    put(shelf, state={})
    put(shelf, pdf=None)
    assert not (shelf / "_build" / "pdf").exists()
    assert not (shelf / "_build" / "html" / publish.NAME).exists()
    assert publish.unchanged(STATE, with_pdf=False)
    assert not publish.unchanged(STATE, with_pdf=True)
    (shelf / "_build" / "pdf").mkdir()
    (shelf / "_build" / "pdf" / publish.NAME).write_text("of an older book")
    assert not publish.unchanged(STATE, with_pdf=False)
    put(shelf, pdf=None)
    assert not (shelf / "_build" / "pdf").exists()


def test_a_pdf_folder_of_the_users_stays_where_only_pages_are_published(shelf):
    mine = shelf / "_build" / "pdf" / "thesis.pdf"
    mine.parent.mkdir()
    mine.write_text("mine")
    put(shelf, pdf=None)
    assert mine.read_text() == "mine"
    assert publish.unchanged(STATE, with_pdf=False)


def test_a_file_of_the_users_among_the_pages_is_kept_beside_the_book(shelf, capsys):
    put(shelf)
    (shelf / "_build" / "html" / "CNAME").write_text("mine")
    put(shelf)
    assert "html/CNAME" not in published(shelf)
    assert (shelf / "_build" / "html.kept-1" / "CNAME").read_text() == "mine"
    assert "html.kept-1" in capsys.readouterr().out


def test_pages_of_an_older_book_do_not_stay(shelf):
    put(shelf, **{"chapters/two": "two"})
    put(shelf)
    assert "html/chapters/two.html" not in published(shelf)
    assert [p.name for p in (shelf / "_build").iterdir() if ".kept" in p.name] == []


def test_a_full_disk_leaves_the_last_good_book(shelf):
    put(shelf)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        with pytest.raises(OSError, match=r"File too large|Input/output|html"):
            put_limited(shelf, before)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert publish.unchanged(STATE, with_pdf=True)


def put_limited(shelf, before):
    """Publish a large PDF where no file may be large."""
    (shelf / publish.NAME).write_text("x" * 100_000)
    html = shelf / "made"
    html.mkdir()
    (html / "index.html").write_text("later")
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    publish.publish(html, shelf / publish.NAME, {}, {})


def test_a_build_killed_at_any_moment_leaves_the_last_good_book_or_the_new_one(shelf):
    put(shelf)
    code = """import pathlib, shutil, sys
from press import publish
made, pdf = map(pathlib.Path, sys.argv[1:])
print("ready", flush=True)
for number in range(10**6):
    shutil.copytree(publish.BUILD / "html", made)
    (made / "index.html").write_text(str(number))
    pdf.write_text(str(number))
    publish.publish(made, pdf, {}, {})
"""
    env = {**os.environ, "BOOK_BUILD": str(shelf / "_build"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, str(shelf / "again"), str(shelf / publish.NAME)]
    for moment in range(10):
        process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE)
        process.stdout.readline()
        time.sleep(0.05 + moment * 0.013)
        process.kill()
        process.communicate()
        with folders.only_build():
            html = shelf / "_build" / "html"
            sums = folders.listed(html)
            assert sums
            assert all(folders.sha256(html / name) == found for name, found in sums.items())
            publish.tidy(publish.written())
        assert not [p for p in (shelf / "_build").iterdir() if ".kept" in p.name]
        for left in ("again", "made"):
            subprocess.run(["rm", "-rf", shelf / left], check=True)
    put(shelf)
    assert publish.unchanged(STATE, with_pdf=True)

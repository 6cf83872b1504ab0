"""A book is put in place whole or not at all."""

import os
import resource
import signal
import subprocess
import sys
import time

import pytest

from press import ROOT, publish


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A build folder with a made book beside it."""
    monkeypatch.setattr(publish, "BUILD", tmp_path / "_build")
    monkeypatch.setattr(publish, "STAMP", tmp_path / "_build" / "stamp.json")
    (tmp_path / "_build").mkdir()
    made = tmp_path / "made"
    (made / "chapters").mkdir(parents=True)
    (made / "index.html").write_text("front")
    (made / "chapters" / "one.html").write_text("one")
    (tmp_path / publish.NAME).write_text("paper")
    return tmp_path


def put(shelf, state="now"):
    publish.publish(shelf / "made", shelf / publish.NAME, state)


def test_a_published_book_is_whole_and_known(shelf):
    put(shelf)
    html = shelf / "_build" / "html"
    assert publish.whole(html)
    assert publish.unchanged("now")
    assert not publish.unchanged("later")
    sums = subprocess.run(
        ["sha256sum", "--check", "--quiet", publish.CHECKSUMS], cwd=html, capture_output=True
    )
    assert sums.returncode == 0, sums.stderr
    assert publish.NAME in (html / publish.CHECKSUMS).read_text()


@pytest.mark.parametrize("name", ["index.html", "chapters/one.html", publish.NAME])
def test_a_changed_or_missing_file_is_found(shelf, name):
    put(shelf)
    path = shelf / "_build" / "html" / name
    path.write_text("other")
    assert not publish.unchanged("now")
    path.unlink()
    assert not publish.unchanged("now")


def test_times_are_not_summed(shelf):
    (shelf / "made" / "_files").mkdir()
    for name in publish.TIMES:
        (shelf / "made" / name).write_text("1")
    put(shelf)
    assert "build-times" not in (shelf / "_build" / "html" / publish.CHECKSUMS).read_text()


def test_a_build_killed_between_the_two_moves_is_mended(shelf):
    put(shelf)
    html = shelf / "_build" / "html"
    html.rename(shelf / "_build" / "html.old")
    with publish.only_build():
        assert publish.whole(html)


def test_a_full_disk_leaves_the_last_good_book(shelf):
    put(shelf)
    (shelf / "made" / "index.html").write_text("x" * 100_000)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        with pytest.raises(OSError, match=r"File too large|Input/output|html"):
            put(shelf, "later")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert publish.unchanged("now")
    assert (shelf / "_build" / "html" / "index.html").read_text() == "front"


HOLD = "from press import publish\nwith publish.only_build():\n print('held', flush=True)\n input()"


def holder(build):
    env = {**os.environ, "BOOK_BUILD": str(build), "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=pipe, stdout=pipe, stderr=pipe, env=env, text=True
    )
    return process


def test_one_build_at_a_time_and_no_stale_lock(tmp_path):
    first = holder(tmp_path)
    assert first.stdout.readline() == "held\n"
    second = holder(tmp_path)
    assert "Another build is running" in second.communicate()[1]
    assert second.returncode == 1
    first.send_signal(signal.SIGKILL)  # what a killed build leaves behind is no obstacle
    first.communicate()
    assert (tmp_path / "lock").exists()
    third = holder(tmp_path)
    assert third.stdout.readline() == "held\n"
    third.communicate("\n")
    assert third.returncode == 0


def test_a_build_killed_at_any_moment_leaves_the_last_good_book(shelf, tmp_path):
    put(shelf)
    code = (
        "import sys, pathlib\nfrom press import publish\nwhile True:\n"
        " publish.publish(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), 'now')"
    )
    env = {**os.environ, "BOOK_BUILD": str(shelf / "_build"), "PYTHONPATH": str(ROOT)}
    arguments = [str(shelf / "made"), str(shelf / publish.NAME)]
    for moment in range(8):
        process = subprocess.Popen([sys.executable, "-c", code, *arguments], env=env)
        time.sleep(0.15 + moment * 0.013)
        process.kill()
        process.wait()
        with publish.only_build():
            assert publish.whole(shelf / "_build" / "html"), moment
            assert (shelf / "_build" / "pdf" / publish.NAME).read_text() == "paper"

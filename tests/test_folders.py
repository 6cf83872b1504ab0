"""Nothing in the build folder is written over or deleted that no build has put there."""

import fcntl
import os
import subprocess
import sys

import pytest

from press import ROOT, folders


@pytest.fixture
def build(tmp_path, monkeypatch):
    """A build folder that a build has taken."""
    monkeypatch.setattr(folders, "BUILD", tmp_path / "build")
    monkeypatch.setattr(folders, "WORK", tmp_path / "build" / "work")
    with folders.only_build():
        pass
    return tmp_path / "build"


def fill(folder, **files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content)
    return folder


def names(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_folder_of_the_users_is_refused(build):
    web = fill(build / "html", mysite="mine")
    with pytest.raises(SystemExit, match=r"html is in the way.*BOOK_BUILD"):
        folders.refuse(web)
    assert names(web) == ["mysite"]


@pytest.mark.parametrize("name", ["html", "work", "work/lock"])
def test_a_file_of_the_users_is_refused(tmp_path, monkeypatch, name):
    monkeypatch.setattr(folders, "BUILD", tmp_path)
    monkeypatch.setattr(folders, "WORK", tmp_path / "work")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine")
    with pytest.raises(SystemExit, match="is in the way"), folders.only_build():
        folders.refuse(tmp_path / "html")
    assert (tmp_path / name).read_text() == "mine"


def test_a_folder_of_work_of_the_users_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "BUILD", tmp_path)
    monkeypatch.setattr(folders, "WORK", tmp_path / "work")
    fill(tmp_path / "work", thesis="mine")
    with pytest.raises(SystemExit, match="work is in the way"), folders.only_build():
        pass
    assert names(tmp_path) == ["work/thesis"]


def test_a_link_is_refused(build, tmp_path):
    served = fill(tmp_path / "served", index="mine")
    (build / "html").symlink_to(served)
    with pytest.raises(SystemExit, match="html is a link"):
        folders.refuse(build / "html")
    assert names(served) == ["index"]


def test_what_may_be_replaced(build):
    folders.refuse(build / "html")  # nothing there
    fill(build / "html")
    folders.refuse(build / "html")  # an empty folder
    folders.put(fill(build / "work" / "new", index="book"), build / "html")
    folders.refuse(build / "html")  # a book
    fill(build / "pdf", book="")
    folders.refuse(build / "pdf", "book")
    with pytest.raises(SystemExit):
        folders.refuse(build / "pdf", "other")


def test_a_folder_is_put_in_place_of_another_which_takes_its_place(build):
    new = fill(build / "work" / "new", index="1")
    folders.put(new, build / "html")
    assert not new.exists()
    folders.put(fill(new, index="2"), build / "html")
    assert ((build / "html" / "index").read_text(), (new / "index").read_text()) == ("2", "1")


def test_a_folder_is_put_in_place_where_the_system_cannot_exchange(build, monkeypatch):
    monkeypatch.setattr(folders, "exchange", lambda one, other: False)
    test_a_folder_is_put_in_place_of_another_which_takes_its_place(build)


def test_a_build_killed_between_the_two_moves_is_mended(build):
    old = fill(build / "work" / "old" / "html", index="1")
    folders.mend()
    assert (build / "html" / "index").read_text() == "1"
    fill(old, index="0")
    folders.mend()
    assert (build / "html" / "index").read_text() == "1"


def test_only_what_was_written_is_deleted(build, capsys):
    old = fill(build / "work" / "staged" / "html", index="1", CNAME="mine", copy="1")
    fill(old / "sub", page="2")
    fill(old / "mine", page="mine")
    digest = folders.sha256(old / "index")
    folders.clear(old, {"index": digest, "sub/page": "edited since", "gone": "x"})
    assert not old.exists()
    assert names(build / "html.kept-1") == ["CNAME", "mine/page"]  # a copy of the book is no loss
    assert "html.kept-1" in capsys.readouterr().out
    folders.clear(fill(old, other="mine"), {})
    assert names(build / "html.kept-2") == ["other"]
    folders.clear(fill(old, index="1"), {"index": digest})
    assert not (build / "html.kept-3").exists()


def test_nothing_outside_the_folder_is_deleted_whatever_the_list_says(build):
    fill(build, precious="mine")
    old = fill(build / "work" / "html", index="1")
    (old / folders.CHECKSUMS).write_text(f"{'0' * 64}  ../../precious\n{'0' * 64}  index\n")
    folders.clear(old, {**folders.listed(old), folders.CHECKSUMS: ""})
    assert (build / "precious").read_text() == "mine"
    assert not old.exists()


@pytest.mark.parametrize(
    ("text", "found"),
    [("", {}), ("0" * 64, {}), ("\0\xff", {}), (f"{'0' * 64}  a  b", {"a  b": "0" * 64}),
     (f"{'0' * 64}  a\n{'1' * 60}", {"a": "0" * 64})],
)  # fmt: skip
def test_a_damaged_list_is_read_as_far_as_it_goes(tmp_path, text, found):
    (tmp_path / folders.CHECKSUMS).write_bytes(text.encode("latin-1"))
    assert folders.listed(tmp_path) == found


HOLD = "from press import folders\nwith folders.only_build():\n print('held', flush=True)\n input()"


def holder(build):
    env = {**os.environ, "BOOK_BUILD": str(build), "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=pipe, stdout=pipe, stderr=pipe, env=env, text=True
    )


def test_one_build_at_a_time_and_no_stale_lock(tmp_path):
    first = holder(tmp_path)
    assert first.stdout.readline() == "held\n"
    second = holder(tmp_path)
    assert "Another build is running" in second.communicate()[1]
    assert second.returncode == 1
    first.kill()  # what a killed build leaves behind is no obstacle
    first.communicate()
    assert (tmp_path / "work" / "lock").exists()
    third = holder(tmp_path)
    assert third.stdout.readline() == "held\n"
    third.communicate("\n")
    assert third.returncode == 0


def test_a_build_waits_for_the_end_of_a_stopped_one(tmp_path):
    (tmp_path / "work").mkdir(parents=True)
    with (tmp_path / "work" / "lock").open("w") as left:
        (tmp_path / "work" / folders.MARK).touch()
        fcntl.flock(left, fcntl.LOCK_EX)
        waiting = holder(tmp_path)
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(1)
    assert waiting.stdout.readline() == "held\n"
    waiting.communicate("\n")


def test_a_lock_of_a_folder_that_was_deleted_is_known(build):
    with folders.only_build() as lock:
        assert folders.held(lock)
        (build / "work" / "lock").unlink()
        assert not folders.held(lock)
        (build / "work" / "lock").touch()
        assert not folders.held(lock)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_a_sentence(tmp_path):
    tmp_path.chmod(0o500)
    said = holder(tmp_path / "build").communicate()[1]
    assert "cannot be written to" in said
    assert "BOOK_BUILD" in said
    assert "Traceback" not in said

"""A user's settings change no byte of the book, and nothing of the user's is written."""

import os
import sqlite3
import subprocess

import pytest
import smallbook

from press import surroundings

RC = "axes.facecolor: yellow\nlines.linewidth: 6\nsavefig.bbox: tight\nsvg.fonttype: none\n"
# what a user may have at home, in the checkout and elsewhere
FILES = {
    "home/.config/matplotlib/matplotlibrc": RC,
    "home/xdg/matplotlib/matplotlibrc": RC,
    "home/.ipython/profile_default/startup/mine.py": "mine = 1\nprint('my startup')\n",
    "home/.ipython/profile_default/ipython_config.py": "c.InteractiveShell.colors = 'Linux'\n",
    "home/.jupyter/jupyter_config.py": "raise SystemExit('my settings')\n",
    "home/.gitconfig": "[status]\n\tshowUntrackedFiles = no\n[core]\n\tautocrlf = true\n",
    "home/.pythonrc.py": "raise SystemExit('my startup file')\n",
    "book/matplotlibrc": RC,
    "book/chapters/matplotlibrc": RC,
    "mine/matplotlibrc": RC,
    "mine/pandas.py": "raise SystemExit('my pandas')\n",
    "mine/evidence.py": "raise SystemExit('my evidence')\n",
}
LANGUAGE = {"LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "fr", "TZ": "Asia/Kolkata"}
# of Python itself: these hold for whatever program the user begins
OPTIONS = {
    "PYTHONHASHSEED": "4321",
    "PYTHONOPTIMIZE": "2",
    "PYTHONSTARTUP": "{top}/home/.pythonrc.py",
    "PYTHONIOENCODING": "ascii",
}
VARIABLES = {
    "HOME": "{top}/home",
    "XDG_CONFIG_HOME": "{top}/home/xdg",
    "MATPLOTLIBRC": "{top}/mine",
    "MPLBACKEND": "there-is-none",
    "IPYTHONDIR": "{top}/home/.ipython",
    "JUPYTER_CONFIG_DIR": "{top}/home/.jupyter",
    "JUPYTER_PATH": "{top}/home/.jupyter",
    "GIT_DIR": "{top}/.git",
    "GIT_WORK_TREE": "{top}",
    "SOURCE_DATE_EPOCH": "",
    "COLUMNS": "40",
    "LINES": "5",
    "FORCE_COLOR": "1",
}
NOWHERE = {
    "HOME": "/there/is/none",
    "TMPDIR": "{top}/" + "long" * 30,
    "XDG_CACHE_HOME": "/proc/1",
    "XDG_RUNTIME_DIR": "",
    "SOURCE_DATE_EPOCH": "soon",
    "NO_COLOR": "1",
    "PYTHONWARNINGS": "error",
    "PYTHONPATH": "{top}/mine",
    "MPLCONFIGDIR": "/proc/1",
}
NATIVE = [*smallbook.NATIVE, "--warningiserror", "--quiet", "--path-output", "{top}/native"]
CASES = {
    "what is at home": (smallbook.HTML, VARIABLES | LANGUAGE | OPTIONS),
    "what is nowhere": (smallbook.HTML, NOWHERE),
    # an empty SOURCE_DATE_EPOCH stops Sphinx itself, before it has loaded anything of the book's
    "the native command": (NATIVE, VARIABLES | LANGUAGE | OPTIONS | {"SOURCE_DATE_EPOCH": "86400"}),
}


def filled(texts, top):
    kind = type(texts)
    items = texts.items() if kind is dict else enumerate(texts)
    found = {key: text.replace("{top}", str(top)) for key, text in items}
    return found if kind is dict else list(found.values())


def looks(folder):
    """Every file under a folder, with its time and content."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return {str(p): (p.stat().st_mtime_ns, p.read_bytes()) for p in files}


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """What a small book is without any settings."""
    book = smallbook.make(tmp_path_factory.mktemp("plain") / "book")
    smallbook.run(book, smallbook.HTML, {})
    return smallbook.digests(book / "_build" / "html")


@pytest.mark.parametrize("case", CASES)
def test_settings_change_no_byte_and_nothing_of_the_users(tmp_path, plain, case):
    command, settings = CASES[case]
    book = smallbook.make(tmp_path / "book")
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    history = tmp_path / "home" / ".ipython" / "profile_default" / "history.sqlite"
    with sqlite3.connect(history) as connection:
        connection.execute("create table mine (line text)")
    (tmp_path / ("long" * 30)).mkdir()
    # the book lies inside a repository of the user's
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@x"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "mine"], check=True)
    before = looks(tmp_path / "home"), looks(tmp_path / ".git")
    smallbook.run(book, filled(command, tmp_path), filled(settings, tmp_path), umask=0o077)
    assert (looks(tmp_path / "home"), looks(tmp_path / ".git")) == before
    top = tmp_path / "native" if command is NATIVE else book
    found = smallbook.digests(top / "_build" / "html")
    assert sorted(n for n in plain | found if plain.get(n) != found.get(n)) == []
    assert b"not known" in found["chapters/made.html"]


def test_what_a_build_sees(tmp_path, monkeypatch):
    for name in (*VARIABLES, *LANGUAGE, *OPTIONS, "ANYTHING"):
        monkeypatch.setenv(name, "mine")
    seen = surroundings.environment(tmp_path / "home")
    assert (tmp_path / "home").is_dir()
    assert "mine" not in seen.values()
    monkeypatch.setattr(os, "environ", seen)
    assert surroundings.environment(tmp_path / "home") == seen


@pytest.mark.parametrize(("length", "kept"), [(50, True), (51, False)])
def test_a_long_path_for_what_is_temporary_is_not_taken(tmp_path, monkeypatch, length, kept):
    folder = "/" + "x" * (length - 1)
    monkeypatch.setattr(surroundings.tempfile, "gettempdir", lambda: folder)
    assert (surroundings.temporary() == folder) == kept

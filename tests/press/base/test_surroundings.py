"""No surrounding changes a byte of the book, and nothing of the user's is written."""

import dataclasses
import os
import subprocess
import sys

import hostile
import pytest
import smallbook
from matplotlib import font_manager

from press import ROOT
from press.base import surroundings

# those of hostile.SURROUNDINGS that are tried at once: none may cover another, as matplotlib's
# files do, of which it reads the first
AT_ONCE = {
    "settings in the user's home": [
        "matplotlibrc at home", "startup files of IPython", "settings of IPython",
        "history of IPython", "settings of Jupyter", "settings of docutils", "settings of git",
        "inside another repository", "another language", "another time zone",
        "options of Python", "a Python that stays", "no day of a build",
        "a temporary folder with a long name",
        "nobody else may read", "no input", "all signals ignored", "colours", "a server of CI",
        "a narrow terminal", "a folder with a space and accents",
    ],
    "variables that name what is there": [
        "matplotlibrc that is named", "another backend of matplotlib", "variables of git",
        "no language", "a Python that looks for faults", "modules of the user's",
        "the day of a build", "a temporary folder with a space", "everybody may write",
        "no streams", "all signals held back", "few open files", "a proxy", "a dumb terminal",
        "a folder with signs of a shell", "a clone for Windows",
    ],
    "variables that name what is not there": [
        "matplotlibrc in a folder of settings", "no folder for matplotlib", "no home", "no git",
        "no folder for what is kept", "no folder for what is temporary",
        "warnings of Python are errors", "an odd day of a build", "an output that is full",
        "the ends of children ignored", "a small stack", "no colours", "a folder with a long path",
        "a build folder that is a link",
    ],
    "files beside the book's own": [
        "matplotlibrc in the checkout", "settings of Sphinx beside the book", 
        "what Python begins with", "a home that cannot be written to", "packages beside",
        "a temporary folder that cannot be written to", "notebooks beside", "what editors leave",
        "scratch with names of Python's", "no output", "a nice process", "one core",
        "a folder with signs of a pattern", "a checkout that cannot be written to",
    ],
    "the native command": [
        "matplotlibrc beside the chapters", "startup files of IPython", "settings of Jupyter",
        "variables of git", "another language", "another time zone", "options of Python",
        "the day of a build", "no colours", "what editors leave", "notebooks beside",
        "all signals held back", "nobody else may read", "settings of docutils", "no input",
    ],
}  # fmt: skip
TOLD = [name for name, one in hostile.SURROUNDINGS.items() if one.told]


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """What a small book is where nothing surrounds it."""
    _, _, html, _ = hostile.outcome(tmp_path_factory.mktemp("plain"), [], smallbook.HTML)
    return smallbook.digests(html)


@pytest.mark.parametrize("names", AT_ONCE)
def test_surroundings_change_no_byte_and_nothing_of_the_users(tmp_path, plain, names):
    command = smallbook.NATIVE if "native" in names else smallbook.HTML
    assert hostile.verdict(tmp_path / "top", AT_ONCE[names], plain, command) == ""
    assert b"not known" in plain["chapters/made.html"]


@pytest.mark.parametrize("name", TOLD)
def test_where_there_can_be_no_book_there_is_one_sentence(tmp_path, name):
    assert hostile.verdict(tmp_path / "top", [name], {}) == ""


def test_every_surrounding_is_tried():
    tried = {name for names in AT_ONCE.values() for name in names}
    assert tried | set(TOLD) == set(hostile.SURROUNDINGS)
    assert len(hostile.SURROUNDINGS) >= 40


def test_what_a_build_sees(tmp_path, monkeypatch):
    for one in hostile.SURROUNDINGS.values():
        for name in {*one.env, "ANYTHING"} - {"BOOK_BUILD", "PATH", "TERM", "NO_COLOR"}:
            monkeypatch.setenv(name, "mine")
    seen = surroundings.environment(tmp_path)
    assert (tmp_path / "home").is_dir()
    assert "mine" not in seen.values()
    monkeypatch.setattr(os, "environ", seen)
    assert surroundings.environment(tmp_path) == seen


def test_the_home_of_a_build_begins_empty(tmp_path, monkeypatch):
    home = tmp_path / "home"
    surroundings.environment(tmp_path)
    (home / "left").touch()
    monkeypatch.setenv("HOME", str(home))
    surroundings.environment(tmp_path)
    assert (home / "left").exists()  # of the build that goes on
    monkeypatch.setenv("HOME", "/elsewhere")
    surroundings.environment(tmp_path)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(("length", "kept"), [(50, True), (51, False)])
def test_a_long_path_for_what_is_temporary_is_not_taken(tmp_path, monkeypatch, length, kept):
    folder = "/" + "x" * (length - 1)
    monkeypatch.setattr(surroundings.tempfile, "gettempdir", lambda: folder)
    assert (surroundings.temporary() == folder) == kept


def test_a_process_hears_every_signal_again():
    code = (
        "import signal, sys; from press.base import surroundings\n"
        "if sys.argv[1:]: surroundings.hear()\n"
        "print(signal.pthread_sigmask(signal.SIG_BLOCK, ()), "
        "{n: signal.getsignal(n) for n in sorted(signal.valid_signals())})"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}

    def begun(begin, *arguments):
        command = [sys.executable, "-P", "-c", code, *arguments]
        done = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, preexec_fn=begin)
        return done.communicate()[0]

    assert begun(hostile.deaf, "hear") == begun(None, "hear") != begun(hostile.deaf)


def test_no_list_of_fonts_that_is_left_decides_what_is_drawn_with(tmp_path):
    fonts = font_manager.FontManager.__new__(font_manager.FontManager)
    known = font_manager.fontManager
    others = [dataclasses.replace(font, name=f"Other {font.name}") for font in known.ttflist]
    vars(fonts).update({**vars(known), "ttflist": others})
    version = font_manager.FontManager.__version__
    font_manager.json_dump(fonts, tmp_path / f"fontlist-v{version}.json")
    code = "from matplotlib import font_manager; print(font_manager.findfont('DejaVu Sans'))"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "MPLCONFIGDIR": str(tmp_path)}
    list_taken, book = (
        subprocess.run(
            [sys.executable, "-c", begin + code], env=env, capture_output=True, text=True
        )
        for begin in ("", "import press.execute.drawing; ")
    )
    assert "not found" in list_taken.stderr  # so the list is where matplotlib looks for it
    assert book.stdout.endswith("DejaVuSans.ttf\n")

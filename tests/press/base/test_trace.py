"""What code reads is noted as it reads it: whatever it reads, however, and with what it held."""

import contextlib
import os
import runpy
import sqlite3
import subprocess
import sys

import pytest

from press import ROOT
from press.base import trace

trace.begin()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a file to read, which is where the code runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.csv").write_text("n\n1\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "y.txt").write_text("y")
    return tmp_path


READERS = [
    "with open('x.csv') as f: f.read()",
    "with open(b'x.csv', 'rb') as f: f.read()",
    "pathlib.Path('x.csv').read_text()",
    "with io.FileIO('x.csv') as f: f.read()",
    "f = os.open('x.csv', os.O_RDONLY); os.read(f, 9); os.close(f)",
    "with open('x.csv', 'r+') as f: f.read()",
    "pandas.read_csv('x.csv')",
    "numpy.loadtxt('x.csv', dtype=str)",
    "linecache.getline('x.csv', 1)",
    "os.path.getsize('x.csv')",
    "os.path.exists('x.csv')",
    "pathlib.Path('x.csv').is_file()",
    "pathlib.Path('sub/../x.csv').resolve().read_bytes()",
    "shutil.copy('x.csv', 'copy.csv')",
]
MODULES = """import glob, hashlib, importlib, io, linecache, os, pathlib, shutil
import numpy, pandas"""


def notes_of(code):
    space = {}
    exec(MODULES, space)
    space["linecache"].clearcache()
    with trace.noting(closely=True) as notes:
        exec(code, space)
    return notes


@pytest.mark.parametrize("code", READERS)
def test_a_file_that_is_read_is_noted_with_its_content(folder, code):
    notes = notes_of(code)
    path = folder / "x.csv"
    assert trace.same(notes, {})
    old = path.stat()
    path.write_text("n\n2\n")  # as long as before, and of the same second
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert not trace.same(notes, {})
    assert trace.changed(notes) == [str(path)]
    path.write_text("n\n1\n")
    os.utime(path, (1, 1))
    assert trace.same(notes, {})  # by content, never by date
    path.unlink()
    assert not trace.same(notes, {})


@pytest.mark.parametrize(
    "code",
    ["os.path.exists('z')", "pathlib.Path('z').exists()", "os.access('z', os.R_OK)",
     "os.path.isdir('z')", "os.path.lexists('z')", "glob.glob('z*')", "glob.glob('*.nothing')",
     "os.listdir()", "os.listdir('.')", "list(os.scandir())", "list(pathlib.Path().iterdir())",
     "list(os.walk('.'))", "list(pathlib.Path().rglob('*'))",
     "\ntry: open('z')\nexcept OSError: pass", "\ntry: os.stat('z')\nexcept OSError: pass"],
)  # fmt: skip
def test_what_was_looked_for_in_vain_is_noted(folder, code):
    notes = notes_of(code)
    assert trace.same(notes, {})
    (folder / "z").write_text("")
    assert not trace.same(notes, {})
    (folder / "z").unlink()
    assert trace.same(notes, {})


def test_a_listing_goes_down_as_far_as_the_code_goes(folder):
    shallow, deep = notes_of("os.listdir('.')"), notes_of("list(os.walk('.'))")
    (folder / "sub" / "new").write_text("")
    assert trace.same(shallow, {})
    assert not trace.same(deep, {})


def test_what_is_not_read_is_not_noted(folder):
    notes = notes_of("pathlib.Path('x.csv').read_text()")
    (folder / "sub" / "y.txt").write_text("other")
    assert trace.same(notes, {})


def test_the_content_counts_that_it_had_when_it_was_read(folder):
    with trace.noting(closely=True) as notes:
        (folder / "x.csv").read_text()
        (folder / "x.csv").write_text("later")
    assert not trace.same(notes, {})


def test_what_is_written_by_the_code_itself_is_no_input(folder):
    notes = notes_of(
        "own = pathlib.Path('own'); own.write_text('1'); own.read_text(); own.unlink()"
    )
    assert not [what for what in notes if what.endswith("own")]


@pytest.mark.parametrize(
    "code",
    ["subprocess.run(['true'])", "os.system('true')",
     "os.waitpid(os.posix_spawn('/bin/true', ['true'], {}), 0)",
     "\nwith socket.socket() as one: one.connect_ex(('127.0.0.1', 1))",
     "\npid = os.fork()\nif not pid: os._exit(0)\nos.waitpid(pid, 0)"],
)  # fmt: skip
def test_what_leads_out_of_the_process_is_never_the_same_again(folder, code):
    notes = notes_of(f"import socket, subprocess\n{code}")
    assert len(trace.unseen(notes)) == 1
    assert not trace.same(notes, {})
    assert trace.changed(notes) == []


def test_what_is_looked_for_and_then_made_is_the_code_s_own(folder):
    notes = notes_of("os.path.exists('own') or shutil.copy('x.csv', 'own')")
    assert trace.same(notes, {})
    assert trace.changed(notes) == []


def test_a_data_base_is_read(folder):
    with contextlib.closing(sqlite3.connect("base")) as base:
        base.execute("create table a (b)")
    notes = notes_of(
        "import contextlib, sqlite3\n"
        "with contextlib.closing(sqlite3.connect('base')) as base: base.execute('select * from a')"
    )
    assert trace.same(notes, {})
    (folder / "base").write_bytes(b"")
    assert not trace.same(notes, {})


def test_python_and_its_packages_are_not_noted(folder):
    notes = notes_of("import colorsys, importlib; importlib.reload(colorsys); pandas.__file__")
    assert [what for what in notes if what.startswith("read ")] == []


BOOK = "import sys; from press.base import trace; trace.begin(); sys.path.insert(0, sys.argv[1])\n"


def run(code, *arguments):
    """Run code in a new process; returns what it printed."""
    env = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'chapters'}"}
    done = subprocess.run([sys.executable, "-P", "-c", BOOK + code, *map(str, arguments)], env=env,
                          capture_output=True, text=True)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_modules_are_noted_and_where_they_were_looked_for():
    code = (
        "with trace.noting(closely=True) as notes:\n from evidence.show import words\n"
        "print(*sorted(notes), sep='\\n')"
    )
    said = run(code, ROOT / "chapters").splitlines()
    assert "read chapters/evidence/show/words.py" in said
    assert "find chapters/evidence/show/words/__init__.py" in said


def test_a_module_is_what_its_source_says_whatever_its_date(tmp_path):
    """Python takes a compiled module for another of the same length and second."""
    module = tmp_path / "chapters" / "fast.py"
    press = tmp_path / "press"
    (press / "base").mkdir(parents=True)
    for name in ("__init__.py", "base/__init__.py", "base/trace.py", "base/kept.py"):
        (press / name).write_bytes((ROOT / "press" / name).read_bytes())
    module.parent.mkdir()
    code = "from press.base import trace; trace.begin(); import fast; print(fast.VALUE)"
    env = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{module.parent}", "BOOK_BUILD": ""}
    (tmp_path / "_build" / "work").mkdir(parents=True)
    (tmp_path / "_build" / "work" / "CACHEDIR.TAG").touch()
    for value in ("1", "2", "1"):
        module.write_text(f"VALUE = {value}\n")
        os.utime(module, (1e9, 1e9))
        for _ in range(2):
            command = [
                sys.executable,
                "-P",
                "-c",
                f"from press.base import trace; trace.begin(); {code}",
            ]
            done = subprocess.run(command, env=env, capture_output=True, text=True)
            assert done.stdout.strip() == value, done.stderr
    assert (tmp_path / "_build" / "work" / "kept" / "code" / "fast.bin").exists()


def test_a_script_of_the_checkout_can_be_run_by_its_path():
    place = ROOT / "tests" / "reckon" / "cases.py"
    assert "CASES" in runpy.run_path(str(place))


def test_a_file_of_code_can_be_run_by_its_path():
    path = ROOT / "chapters" / "evidence" / "ledger" / "cells.py"
    code = "import runpy; print(runpy.run_path(sys.argv[2])['FORMULA_STARTS'])"
    assert run(code, ROOT / "chapters", path).strip() == "=+-@"

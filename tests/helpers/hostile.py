"""Surroundings that a build may be begun in, none of which may change a byte of the book.

`python tests/hostile.py [NAME …]` builds a small book in each alone, and tells what came of it.
Each ends in the very bytes of a plain build, or in one sentence and another status than 0; and
nothing is written but the build folder. tests/test_surroundings.py does the same for many at once.
"""

import contextlib
import ctypes
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import smallbook
from smallbook import HTML

OVERRIDE, DROP = 1, 24  # the capability to write everywhere; to drop one, of prctl(2)
RC = "axes.facecolor: yellow\nlines.linewidth: 6\nsavefig.bbox: tight\nsvg.fonttype: none\n"
STOPPING = "raise SystemExit('{}')\n"
LONG = "long" * 30
LOCK = ",Jane Doe,laptop,;"
NOTEBOOK = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'


def nothing(*_: object) -> None:
    """What most surroundings do to a book, or to the process that builds it."""


@dataclass(frozen=True)
class Surrounding:
    """What is odd where a build begins. In texts, {top} is the folder around the book, {book} its
    own."""

    env: dict[str, str] = field(default_factory=dict)  # variables
    files: dict[str, str] = field(default_factory=dict)  # texts by path, beside the book or in it
    folder: str = ""  # between {top} and the book
    arrange: Callable[[Path], object] = nothing  # is given the folder of the book
    begin: Callable[[], object] = nothing  # runs in the process that is to build
    told: str = ""  # of the sentence that tells why there is no book, where there can be none


def git(folder: Path, *arguments: str) -> None:
    """Run git as the user of these surroundings."""
    command = ["git", "-C", str(folder), "-c", "user.name=x", "-c", "user.email=x@x", *arguments]
    subprocess.run(command, check=True, capture_output=True)


def close(*numbers: int) -> None:
    """Begin without some of the standard streams."""
    for number in numbers:
        os.close(number)


def speak_to(path: str) -> None:
    """Begin with a file for what is printed."""
    number = os.open(path, os.O_WRONLY)
    os.dup2(number, 1)
    os.dup2(number, 2)


def signals() -> set[int]:
    """Those that a process may ignore, but for the end of a child."""
    return signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP, signal.SIGCHLD}


def ignore(numbers: Iterable[int]) -> None:
    """Begin with signals ignored, as CI and `nohup` do."""
    for number in numbers:
        signal.signal(number, signal.SIG_IGN)


def deaf() -> None:
    """What a process begins with: every signal ignored, and held back."""
    ignore(signals() | {signal.SIGCHLD})
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


def limit(what: int, most: int) -> None:
    """Begin with less of something than the system has."""
    resource.setrlimit(what, (most, most))


def as_anybody() -> None:
    """Begin without root's right to write everywhere, where it is root who begins."""
    ctypes.CDLL(None).prctl(DROP, OVERRIDE, 0, 0, 0)


def seal(folder: Path) -> None:
    """Let nobody write in a folder."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)


def home(book: Path) -> Path:
    """The home of the user of these surroundings."""
    return next(folder / "home" for folder in book.parents if (folder / "home").exists())


def lock_history(book: Path) -> None:
    """Give the user a history of IPython's."""
    path = home(book) / ".ipython" / "profile_default" / "history.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("create table mine (line text)")


def other_repository(book: Path) -> None:
    """Put the book inside another repository."""
    top = home(book).parent
    git(top, "init", "-q")
    git(top, "commit", "-q", "--allow-empty", "-m", "mine")


def clone(book: Path) -> None:
    """Let the book be a clone that git has given the line ends of Windows, where it may."""
    shutil.copy(smallbook.ROOT / ".gitattributes", book)
    git(book, "init", "-q")
    git(book, "add", ".")
    git(book, "commit", "-q", "-m", "one")
    origin = book.rename(book.with_name("origin"))
    git(book.parent, "clone", "-q", "-c", "core.autocrlf=true", str(origin), str(book))
    shutil.rmtree(origin)
    shutil.rmtree(book / ".git")  # the book names its commit, and the plain one has none


def rename(old: str, new: str, book: Path) -> None:
    """Give a file of the book another name."""
    (book / old).rename(book / new)


def link(name: str, other: str, book: Path) -> None:
    """Let a folder of the book be a link to one that is elsewhere."""
    elsewhere = home(book).parent / other
    elsewhere.mkdir()
    (book / name).parent.mkdir(exist_ok=True)
    (book / name).symlink_to(elsewhere)


SURROUNDINGS = {
    # settings of programs
    "matplotlibrc at home": Surrounding(files={"home/.config/matplotlib/matplotlibrc": RC}),
    "matplotlibrc in a folder of settings": Surrounding(
        {"XDG_CONFIG_HOME": "{top}/xdg"}, {"xdg/matplotlib/matplotlibrc": RC}
    ),
    "matplotlibrc that is named": Surrounding(
        {"MATPLOTLIBRC": "{top}/mine"}, {"mine/matplotlibrc": RC}
    ),
    "matplotlibrc in the checkout": Surrounding(files={"book/matplotlibrc": RC}),
    "matplotlibrc beside the chapters": Surrounding(files={"book/chapters/matplotlibrc": RC}),
    "another backend of matplotlib": Surrounding({"MPLBACKEND": "there-is-none"}),
    "no folder for matplotlib": Surrounding({"MPLCONFIGDIR": "/proc/1"}),
    "startup files of IPython": Surrounding(
        {"IPYTHONDIR": "{top}/home/.ipython"},
        {"home/.ipython/profile_default/startup/mine.py": "mine = 1\nprint('my startup')\n"},
    ),
    "settings of IPython": Surrounding(
        files={
            "home/.ipython/profile_default/ipython_config.py": "c.InteractiveShell.colors = 'Linux'"
        }
    ),
    "history of IPython": Surrounding(arrange=lock_history),
    "settings of Jupyter": Surrounding(
        {"JUPYTER_CONFIG_DIR": "{top}/home/.jupyter", "JUPYTER_PATH": "{top}/home/.jupyter"},
        {"home/.jupyter/jupyter_config.py": STOPPING.format("my settings")},
    ),
    "settings of docutils": Surrounding(
        files={
            "home/.docutils": "[general]\nsmart_quotes: yes\n",
            "book/docutils.conf": "[general]\nsmart_quotes: yes\n",
        }
    ),
    "settings of Sphinx beside the book": Surrounding(
        files={
            "book/conf.py": STOPPING.format("my settings"),
            "book/_static/custom.css": "body { color: red }",
            "book/_templates/page.html": "mine",
            "book/chapters/_static/custom.js": "alert(1)",
            "book/references.bib": "@book{mine, title={Mine}}",
        }
    ),
    # git
    "settings of git": Surrounding(
        files={
            "home/.gitconfig": "[status]\n\tshowUntrackedFiles = no\n[core]\n\tautocrlf = true\n"
        }
    ),
    "variables of git": Surrounding(
        {"GIT_DIR": "{top}/.git", "GIT_WORK_TREE": "{top}", "GIT_INDEX_FILE": "{top}/index"},
        arrange=other_repository,
    ),
    "inside another repository": Surrounding(arrange=other_repository),
    "a clone for Windows": Surrounding(arrange=clone),
    "no git": Surrounding({"PATH": "/there/is/none"}),
    # the user's language and Python
    "another language": Surrounding(
        {"LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "fr"}
    ),
    "no language": Surrounding({"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}),
    "another time zone": Surrounding({"TZ": "Asia/Kolkata"}),
    "options of Python": Surrounding(
        {
            "PYTHONHASHSEED": "4321",
            "PYTHONOPTIMIZE": "2",
            "PYTHONSTARTUP": "{top}/home/.pythonrc.py",
            "PYTHONUNBUFFERED": "1",
            "PYTHONPYCACHEPREFIX": "/proc/1",
        },
        {"home/.pythonrc.py": STOPPING.format("my startup file")},
    ),
    "a Python that looks for faults": Surrounding(
        {"PYTHONDEVMODE": "1", "PYTHONMALLOC": "debug", "PYTHONASYNCIODEBUG": "1"}
    ),
    "a Python that stays": Surrounding({"PYTHONINSPECT": "1"}),
    "warnings of Python are errors": Surrounding({"PYTHONWARNINGS": "error"}),
    "modules of the user's": Surrounding(
        {"PYTHONPATH": "{top}/mine"},
        {f"mine/{name}.py": STOPPING.format(f"my {name}") for name in ("pandas", "evidence")},
    ),
    "what Python begins with": Surrounding(
        {"PYTHONPATH": "{top}/mine"},
        {
            f"mine/{name}.py": "import builtins\nbuiltins.mine = 1\nprint('mine')\n"
            for name in ("sitecustomize", "usercustomize")
        },
    ),
    "the day of a build": Surrounding({"SOURCE_DATE_EPOCH": "86400"}),
    "no day of a build": Surrounding({"SOURCE_DATE_EPOCH": ""}),
    "an odd day of a build": Surrounding({"SOURCE_DATE_EPOCH": "soon"}),
    # folders of the user's
    "no home": Surrounding({"HOME": "/there/is/none"}),
    "a home that cannot be written to": Surrounding({"HOME": "/proc/1"}),
    "no folder for what is kept": Surrounding({"XDG_CACHE_HOME": "/proc/1", "XDG_RUNTIME_DIR": ""}),
    "no folder for what is temporary": Surrounding({"TMPDIR": "{top}/there/is/none"}),
    "a temporary folder with a long name": Surrounding(
        {"TMPDIR": "{top}/" + LONG}, {LONG + "/mine": "mine"}
    ),
    "a temporary folder with a space": Surrounding({"TMPDIR": "{top}/t m p"}, {"t m p/mine": ""}),
    "a temporary folder that cannot be written to": Surrounding({"TMPDIR": "/proc/1"}),
    # the process
    "everybody may write": Surrounding(begin=partial(os.umask, 0)),
    "nobody else may read": Surrounding(begin=partial(os.umask, 0o077)),
    "no input": Surrounding(begin=partial(close, 0)),
    "no output": Surrounding(begin=partial(close, 1)),
    "no streams": Surrounding(begin=partial(close, 0, 1, 2)),
    "an output that is full": Surrounding(begin=partial(speak_to, "/dev/full")),
    "all signals ignored": Surrounding(begin=lambda: ignore(signals())),
    "all signals held back": Surrounding(
        begin=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    ),
    "the ends of children ignored": Surrounding(begin=partial(ignore, [signal.SIGCHLD])),
    "few open files": Surrounding(begin=partial(limit, resource.RLIMIT_NOFILE, 64)),
    "a small stack": Surrounding(begin=partial(limit, resource.RLIMIT_STACK, 1 << 20)),
    "a nice process": Surrounding(begin=partial(os.nice, 19)),
    "one core": Surrounding(begin=lambda: os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])),
    "a server of CI": Surrounding({"CI": "true", "GITHUB_ACTIONS": "true"}),
    "a dumb terminal": Surrounding({"TERM": "dumb"}),
    "a narrow terminal": Surrounding({"COLUMNS": "40", "LINES": "5"}),
    "no colours": Surrounding({"NO_COLOR": "1"}),
    "colours": Surrounding({"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}),
    "a proxy": Surrounding({f"{n}_proxy": "http://127.0.0.1:9" for n in ("http", "https", "all")}),
    # what stands beside the book's own files
    "packages beside": Surrounding(
        files={
            f"book/{folder}/pkg/{name}": text
            for folder in ("node_modules", "venv", "env")
            for name, text in {"README.md": "# 400,000\n", "x.py": "1 /", "conf.py": "1 /"}.items()
        }
    ),
    "notebooks beside": Surrounding(
        files={
            "book/chapters/one.ipynb": NOTEBOOK,
            "book/chapters/.ipynb_checkpoints/one-checkpoint.ipynb": NOTEBOOK,
            "book/chapters/.ipynb_checkpoints/one-checkpoint.md": "# One\n\n500,000\n",
            "book/data/.ipynb_checkpoints/claims-checkpoint.csv": "id\n",
        }
    ),
    "what editors leave": Surrounding(
        files={
            "book/stray.md": "# Stray\n\n500,000 nurses\n",
            "book/chapters/stray.md": "# Stray\n\n{claim}`none`\n",
            "book/chapters/.one.md.swp": "b0VIM",
            "book/chapters/one.md~": "# Old\n",
            "book/chapters/#one.md#": "# Old\n",
            "book/chapters/.#one.md": "jane@laptop.1",
            "book/chapters/evidence/words.py~": "1 /",
            "book/press/.#pages.py": "1 /",
            "book/press/styles/screen.css~": "body {}",
            "book/data/.~lock.claims.csv#": LOCK,
            "book/data/claims.csv~": "id\n",
            "book/data/.DS_Store": "mine",
        }
    ),
    "scratch with names of Python's": Surrounding(
        files={
            f"book/{name}": STOPPING.format(f"my {name}")
            for name in ("random.py", "test.py", "code.py", "yaml.py")
        }
    ),
    # where the book is
    "a folder with a space and accents": Surrounding(folder="déjà vu — año"),
    "a folder with a long path": Surrounding(folder="/".join([LONG] * 8)),
    "a folder with signs of a pattern": Surrounding(folder="[x] what? *"),
    "a folder with signs of a shell": Surrounding(folder="a'b\"c $HOME & #1; %41"),
    "a build folder that is a link": Surrounding(arrange=partial(link, "_build", "out")),
    "a checkout that cannot be written to": Surrounding(
        {"BOOK_BUILD": "{top}/out"}, arrange=seal, begin=as_anybody
    ),
    # where there can be no book
    "no folder to build in": Surrounding(arrange=seal, begin=as_anybody, told="BOOK_BUILD="),
    "a file where the build folder is to be": Surrounding(
        files={"book/_build": "mine"}, told="_build"
    ),
    "pages of the user's where the book is to be": Surrounding(
        {"BOOK_BUILD": "{top}/web"}, {"web/html/mine.html": "mine"}, told="is in the way"
    ),
    "a link where the book is to be": Surrounding(
        arrange=partial(link, "_build/html", "served"), told="is a link"
    ),
    "a page with another case": Surrounding(
        arrange=partial(rename, "chapters/one.md", "chapters/One.md"),
        told="the page chapters/one is missing",
    ),
    "hardly any open files": Surrounding(
        begin=partial(limit, resource.RLIMIT_NOFILE, 40), told="40 files here"
    ),
}


def looks(top: Path) -> dict[str, tuple]:
    """Every file and folder under a folder, with what may be changed of it; not what builds
    write."""
    found = {}
    for path in sorted(top.rglob("*")):
        own = path.is_relative_to(top / "out") or "_build" in path.parts or path.suffix == ".pyc"
        if not own and path.name != "__pycache__":
            look = path.lstat()
            content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
            found[str(path)] = (look.st_mode, path.is_file() and look.st_mtime_ns, content)
    return found


def surround(top: Path, names: Iterable[str]) -> tuple[Path, dict[str, str], Callable[[], None]]:
    """Make the book and all that surrounds it: the book, the variables, what a build begins
    with."""
    all_of = [SURROUNDINGS[name] for name in names]
    (top / "home").mkdir(parents=True)
    folder = top.joinpath(*(one.folder for one in all_of if one.folder))
    folder.mkdir(parents=True, exist_ok=True)
    book = smallbook.make(folder / "book")
    env = {"HOME": "{top}/home", "BOOK_BUILD": ""}
    for one in all_of:
        for name, text in one.files.items():
            path = book / name.removeprefix("book/") if name.startswith("book/") else top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        env |= one.env
    for one in all_of:
        one.arrange(book)

    def begin() -> None:
        for one in all_of:
            one.begin()

    return book, {name: text.replace("{top}", str(top)) for name, text in env.items()}, begin


def outcome(top: Path, names: Iterable[str], command: list[str]) -> tuple[int, str, Path, list]:
    """Build in surroundings: status, what was said, the book, and what of the user's changed."""
    book, env, begin = surround(top, names)
    before = looks(top)
    status, said = smallbook.attempt(book, command, env, begin)
    after = looks(top)
    touched = sorted(n for n in before | after if before.get(n) != after.get(n))
    out = Path(env["BOOK_BUILD"]) if env["BOOK_BUILD"] else book / "_build"
    return status, said, out / "html", touched


def verdict(top: Path, names: list[str], plain: dict[str, bytes], command: list[str] = HTML) -> str:
    """What is wrong with a build in these surroundings; "" where nothing is."""
    status, said, html, touched = outcome(top, names, command)
    told = "".join(SURROUNDINGS[name].told for name in names)
    if touched:
        return f"written: {touched}"
    if "Traceback" in said or "fault of its own" in said or (command is HTML and "\x1b" in said):
        return said  # none of these, and no colours where no terminal reads
    if told:
        lines = [line for line in said.splitlines() if told in line]
        return "" if status > 0 and len(lines) == 1 else f"{status}: {said}"
    if status:
        return f"{status}: {said}"
    found = smallbook.digests(html)
    return ", ".join(sorted(n for n in plain | found if plain.get(n) != found.get(n)))


def main(names: list[str]) -> None:
    """Build in each surrounding; leaves with 1 where one has changed the book."""
    failed = []
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        top = Path(folder)
        _, _, html, _ = outcome(top / "plain", [], HTML)
        plain = smallbook.digests(html)
        for number, name in enumerate(names or SURROUNDINGS):
            found = verdict(top / str(number), [name], plain)
            kind = "one sentence" if SURROUNDINGS[name].told else "the same bytes"
            print(f"{name}: {f'FAILED: {found}' if found else kind}", flush=True)
            failed += [name] if found else []
    print(f"{len(names or SURROUNDINGS)} surroundings, failed: {failed or 'none'}")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main(sys.argv[1:])

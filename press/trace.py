"""What a process reads, noted as it reads it: files, folders, and what it looked for in vain.

A note is a look and what it found: `{"read chapters/extra.csv": "9f86…"}`. The looks are

    read NAME    a file's content: its SHA-256
    list NAME    the names in a folder: their SHA-256
    find NAME    whether there is a "file", a "folder" or "nothing"
    unseen NAME  what leads out of the process: another program, a connection

Names are paths from the top of the checkout, or absolute outside of it. A look is at the content,
never at a date, and at the moment of reading: what changes a moment later is a change. Not noted is
what the lock stands for (Python and its packages), what is the system's, and the folder of work.
What a library written in C opens by itself is not seen.

Standard library only: it runs before anything else is imported.
"""

import contextlib
import hashlib
import marshal
import os
import stat
import sys
import sysconfig
import threading
from collections.abc import Callable, Iterator
from functools import wraps
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType

from . import BUILD, ROOT, WORK, kept

Notes = dict[str, str]
NOTHING = "nothing"
TOP = f"{ROOT}{os.sep}"
OWN = tuple(f"{folder}{os.sep}" for folder in (WORK, BUILD / "html", BUILD / "pdf"))
LOCKED = tuple(
    f"{place}{os.sep}"
    for folder in sorted({sys.prefix, sys.base_prefix, *sysconfig.get_paths().values()})
    for place in sorted({os.path.abspath(folder), os.path.realpath(folder)})
)
INSIDE = tuple(folder for folder in LOCKED if folder.startswith(TOP))
SYSTEM = tuple(f"/{name}/" for name in "dev etc lib lib64 proc run sys usr Library System".split())
PROGRAMS = {
    "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system", "pty.spawn",
    "socket.connect", "subprocess.Popen",
}  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

_stat = os.stat
_open: list[dict] = []  # what is being noted: for the whole process, and for a part of it
_here = threading.local()  # .looking: this thread looks for itself


def name_of(path: object) -> str | None:
    """A path as notes name it; None where it is not noted."""
    if isinstance(path, int):
        return None  # a file that is open already
    full = os.path.abspath(os.fsdecode(path))
    if f"{full}/".startswith(OWN) or full == str(BUILD) or "__pycache__" in full:
        return None
    if f"{full}/".startswith(TOP) and not full.startswith(INSIDE):
        name = full[len(TOP) :] or "."
        return None if f"{name}/".startswith(".git/") else name
    return None if f"{full}/".startswith((*LOCKED, *SYSTEM)) else full


def look(what: str) -> str:
    """What a look finds now."""
    kind, _, name = what.partition(" ")
    path = os.path.join(ROOT, name)
    try:
        mode = _stat(path).st_mode
        if kind == "list" and stat.S_ISDIR(mode):
            return kept.digest(*sorted(set(map(os.fsencode, os.listdir(path))) - {b"__pycache__"}))
        if kind == "read" and stat.S_ISREG(mode):
            with open(path, "rb", buffering=0) as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return NOTHING
    except OSError as error:
        return type(error).__name__
    return NOTHING if kind == "unseen" else "folder" if stat.S_ISDIR(mode) else "file"


def same(notes: Notes, known: Notes) -> bool:
    """Whether each look finds what it found. `known` keeps what was looked at for the next call."""
    for what, found in notes.items():
        if what not in known:
            known[what] = look(what)
        if known[what] != found:
            return False
    return True


def unseen(notes: Notes) -> list[str]:
    """What led out of the process, where nothing is seen."""
    return sorted(what.partition(" ")[2] for what in notes if what.startswith("unseen "))


def changed(notes: Notes) -> list[str]:
    """The names of what is not any more as it was found."""
    seen = {what: found for what, found in notes.items() if not what.startswith("unseen ")}
    return sorted({what.partition(" ")[2] for what in seen if look(what) != seen[what]})


def note(kind: str, path: object) -> None:
    """Look at a path on behalf of what runs here, and note it."""
    if not _open or getattr(_here, "looking", False) or (name := name_of(path)) is None:
        return
    _here.looking = True
    try:
        found = look(f"{kind} {name}")
        for one in _open:
            # only code that nobody knows looks around outside of the checkout
            apart = os.path.isabs(name) and kind != "read" and not one["closely"]
            if name not in one["written"] and not apart:
                one["notes"].setdefault(f"{kind} {name}", found)
    finally:
        _here.looking = False


def _write(path: object) -> None:
    """Note that a file is written: what counts is what it holds in the end."""
    if (name := name_of(path)) is not None:
        for one in _open:
            one["written"].add(name)


def _hear(event: str, arguments: tuple) -> None:
    """Hear of what this process does, as Python's audit hooks do."""
    if event == "open":
        path, mode, flags = arguments
        if path is None or not _open:
            return
        writing = set(mode) & set("wax+") if mode else flags & WRITING
        if not writing or (mode and "+" in mode and "w" not in mode):
            note("read", path)
        if writing:
            _write(path)
    elif event in ("os.listdir", "os.scandir"):
        note("list", "." if arguments[0] is None else arguments[0])
    elif event == "sqlite3.connect" and arguments[0] != ":memory:":
        note("read", arguments[0])
        _write(arguments[0])
    elif event in PROGRAMS:
        for one in _open:
            if one["closely"]:
                one["notes"][f"unseen {event}"] = ""


class _Loader(SourceFileLoader):
    """Loads a module of the checkout by what its source says.

    Python itself would take a compiled file for it whose source had the same length and second.
    """

    def get_code(self, fullname: str) -> CodeType:
        """Compile, or take what this very source was compiled to."""
        path = self.get_filename(fullname)
        source = self.get_data(path)
        place = WORK / "kept" / "code" / f"{fullname}.bin"
        key = kept.digest(source, path, sys.version, str(sys.flags.optimize))
        code = kept.load(place, key)
        if code is None:
            code = marshal.dumps(self.source_to_code(source, path))
            if (WORK / kept.MARK).exists():  # modules are also imported where nothing is built
                kept.save(place, key, code)
        return marshal.loads(code)


class _Finder(FileFinder):
    """Finds modules of the checkout, and notes where it looked for them."""

    def find_spec(self, fullname: str, target: object = None) -> ModuleSpec | None:
        """As FileFinder does."""
        tail = fullname.rpartition(".")[2]
        for name in (f"{tail}.py", f"{tail}/__init__.py", tail):
            note("find", os.path.join(self.path, name))
        was, _here.looking = getattr(_here, "looking", False), True
        try:
            return super().find_spec(fullname, target)
        finally:
            _here.looking = was


def _finder(folder: str) -> _Finder:
    """For `sys.path_hooks`."""
    place = f"{os.path.realpath(folder)}{os.sep}"
    if not place.startswith(TOP) or place.startswith(INSIDE):
        raise ImportError("not of the checkout")
    return _Finder(folder, (_Loader, SOURCE_SUFFIXES))


def _noting(function: Callable) -> Callable:
    @wraps(function)
    def noted(path: object, *arguments: object, **options: object) -> object:
        if _open and not getattr(_here, "looking", False):
            note("read" if _open[-1]["closely"] else "find", path)
        return function(path, *arguments, **options)

    return noted


def begin() -> None:
    """Note what this process reads from now on, all of it together."""
    if _open:
        return
    _open.append({"notes": {}, "written": set(), "closely": False})
    sys.addaudithook(_hear)
    for name in ("stat", "lstat", "access"):  # Python tells its hooks of all looks but these
        plain = getattr(os, name)
        setattr(os, name, noted := _noting(plain))
        for able in (os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks):
            able.update({noted} if plain in able else ())
    sys.path_hooks.insert(0, _finder)
    sys.path_importer_cache.clear()  # finders that were made before this one


@contextlib.contextmanager
def noting(closely: bool = False) -> Iterator[Notes]:
    """Note what is read meanwhile. What is written is noted as it is left.

    `closely` for code that nobody knows: who asks whether a file is there may ask how long it is,
    and other programs and connections are noted as what is not seen.
    """
    one = {"notes": {}, "written": set(), "closely": closely}
    _open.append(one)
    try:
        yield one["notes"]
    finally:
        _open.remove(one)
        for name in one["written"]:  # its own: as it is left, if it is left in the checkout
            for what in (f"find {name}", f"read {name}"):
                if one["notes"].get(what) == NOTHING:
                    del one["notes"][what]
            if not os.path.isabs(name):
                one["notes"][f"read {name}"] = look(f"read {name}")


def take(notes: Notes) -> None:
    """Note what another process has noted, on behalf of what runs here."""
    for one in _open:
        one["notes"].update(notes)


def whole() -> Notes:
    """What this process has noted since it began."""
    return _open[0]["notes"] if _open else {}


def read(paths: list[Path]) -> Notes:
    """Notes of files that this process has read, perhaps before it began to note them."""
    names = [name for path in paths if (name := name_of(path)) is not None]
    return {f"read {n}": whole().get(f"read {n}") or look(f"read {n}") for n in names}


def modules() -> list[Path]:
    """The files of the checkout's modules that are loaded here."""
    files = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
    return [Path(file) for file in sorted(filter(None, files)) if name_of(file) is not None]

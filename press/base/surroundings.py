"""What a build sees of the machine: the same on every one, and nothing of the user's.

Settings of the user's reach programs through the environment: a home folder with its files, a
language, a time zone, options of Python, of matplotlib, of git. A build is given a short list of
variables instead, and an empty home inside its own folder of work. What it starts hears every
signal, whatever the user's shell or a server of CI has told it to ignore.

Standard library only.
"""

import errno
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from press import MODULES, WORK

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# how programs and libraries are found, where the book is built, how it is talked about
KEPT = (
    "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "BOOK_BUILD", "TERM", "NO_COLOR",
    "PYTHONDONTWRITEBYTECODE",
)  # fmt: skip
FIXED = {
    "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "TZ": "UTC", "COLUMNS": "80", "LINES": "24",
    "DOCUTILSCONFIG": "",  # no file of settings: it would look for some in three places
}  # fmt: skip
# a socket's path, of which this is the beginning, has at most some hundred letters
LONGEST = 50
LEAST, ENOUGH = 64, 256  # open files: fewer do not do, as many do


def temporary() -> str:
    """A folder for what is needed for a moment: the user's, unless its path is too long."""
    wanted = tempfile.gettempdir()
    if len(os.fsencode(wanted)) <= LONGEST:
        return wanted
    return next((f for f in ("/tmp", "/var/tmp") if os.access(f, os.W_OK | os.X_OK)), wanted)


def environment(work: Path) -> dict[str, str]:
    """The variables of a build whose folder of work this is.

    Its home begins empty, so that a chapter finds nothing there that an older build has left.
    """
    home = work / "home"
    if os.environ.get("HOME") != str(home):  # else this is a process of the build itself
        shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True, exist_ok=True)
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    python = (sys.prefix, sys.base_prefix)
    places = [p for p in sys.path if p.startswith(python) and p not in MODULES] + MODULES
    own = {
        "HOME": str(home),
        "MPLCONFIGDIR": str(work / "kept" / "matplotlib"),  # which fonts there are: slow to find
        "PYTHONPATH": os.pathsep.join(places),
        "TMPDIR": temporary(),
    }
    return {**kept, **FIXED, **own}


def hear() -> None:
    """Let each signal do to this process what it does to a Python that was begun plainly.

    A signal that is ignored, or held back, is so for all that a process starts: what a cell runs
    could not be ended by it.
    """
    untouchable = {signal.SIGKILL, signal.SIGSTOP}
    own = {signal.SIGINT: signal.default_int_handler}
    own |= dict.fromkeys((signal.SIGPIPE, signal.SIGXFSZ), signal.SIG_IGN)
    for number in sorted(signal.valid_signals() - untouchable):
        signal.signal(number, own.get(number, signal.SIG_DFL))
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def wait_for_children() -> None:
    """Let this process know how one that it has started ended.

    Where the end of a child is ignored from the start, each seems to have gone well; where it is
    held back, none seems to have ended.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])


def open_files() -> None:
    """Let this process open more files where it may. Raises OSError where they are too few."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = ENOUGH if hard == resource.RLIM_INFINITY else hard
    if soft < ENOUGH <= most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (ENOUGH, hard))
    elif max(soft, most) < LEAST:
        raise OSError(errno.EMFILE, f"a process may open {most} files here, and it needs {LEAST}")


def workers() -> int:
    """As many processes at once as this one may use cores."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def seal(app: "Sphinx") -> None:
    """Put this process, and what it will start, in the surroundings of a build.

    `jupyter-book build .` begins in the user's own; press/__main__.py has done the same before.
    """
    app.book_environment = dict(os.environ)
    wait_for_children()
    open_files()
    trees = Path(app.doctreedir)
    _put(environment(WORK if trees.is_relative_to(WORK) else trees))


def unseal(app: "Sphinx", *_: object) -> None:
    """Give the process back what it had."""
    _put(app.book_environment)


def _put(variables: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(variables)
    time.tzset()
    tempfile.tempdir = None  # looked up anew


def setup(app: "Sphinx") -> None:
    """Seal the process until the book is built."""
    seal(app)
    app.connect("build-finished", unseal, priority=999)

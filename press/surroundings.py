"""What a build sees of the machine: the same on every one, and nothing of the user's.

Settings of the user's reach programs through the environment: a home folder with its files, a
language, a time zone, options of Python, of matplotlib, of git. A build is given a short list of
variables instead, and an empty home inside its own folder of work.

Standard library only.
"""

import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from . import ROOT

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# how programs and libraries are found, where the book is built, how it is talked about
KEPT = (
    "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "BOOK_BUILD", "TERM", "NO_COLOR",
    "PYTHONDONTWRITEBYTECODE",
)  # fmt: skip
FIXED = {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "TZ": "UTC", "COLUMNS": "80", "LINES": "24"}
# a socket's path, of which this is the beginning, has at most some hundred letters
LONGEST = 50


def temporary() -> str:
    """A folder for what is needed for a moment: the user's, unless its path is too long."""
    wanted = tempfile.gettempdir()
    if len(os.fsencode(wanted)) <= LONGEST:
        return wanted
    return next((f for f in ("/tmp", "/var/tmp") if os.access(f, os.W_OK | os.X_OK)), wanted)


def environment(home: Path) -> dict[str, str]:
    """The variables of a build. `home` is made where it is missing."""
    home.mkdir(parents=True, exist_ok=True)
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    modules = os.pathsep.join([str(ROOT), str(ROOT / "chapters")])
    return {**kept, **FIXED, "HOME": str(home), "TMPDIR": temporary(), "PYTHONPATH": modules}


def seal(app: "Sphinx") -> None:
    """Put this process, and what it will start, in the surroundings of a build.

    `jupyter-book build .` begins in the user's own; press/__main__.py has done the same before.
    """
    app.book_environment = dict(os.environ)
    _put(environment(Path(app.doctreedir).parent / "home"))


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

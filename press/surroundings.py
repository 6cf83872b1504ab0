"""What a build sees of the machine: the same on every one, and nothing of the user's.

Settings of the user's reach programs through the environment: a home folder with its files, a
language, a time zone, options of Python, of matplotlib, of git. A build is given a short list of
variables instead, and an empty home inside its own folder of work.
"""

import os
import sys
import tempfile
from pathlib import Path

# how programs and libraries are found, where the book is built, how it is talked about
KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "BOOK_BUILD", "TERM", "NO_COLOR")
FIXED = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "COLUMNS": "80", "LINES": "24"}
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
    return {**kept, **FIXED, "HOME": str(home), "TMPDIR": temporary()}


def python(folders: list[Path], module: str, *arguments: object) -> list[str]:
    """The command that runs a module found in `folders`, after Python's own and the packages.

    Isolated: options of Python in the environment do not count, modules beside it are not found.
    """
    code = f"import runpy, sys; sys.path += {[str(f) for f in folders]!r}; "
    code += f"sys.argv[:1] = []; runpy.run_module({module!r}, run_name='__main__', alter_sys=True)"
    options = ["-I", "-X", "utf8", *(["-B"] if sys.dont_write_bytecode else [])]
    return [sys.executable, *options, "-c", code, module, *map(str, arguments)]


class Sealed:
    """Puts this process in the surroundings of a build, and back."""

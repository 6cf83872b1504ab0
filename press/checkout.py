"""What git knows of this checkout, and of no other. Standard library only."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from . import ROOT

NOT_KNOWN = "not known"


def git(*arguments: str, top: Path = ROOT) -> subprocess.CompletedProcess:
    """Run git in the checkout at `top`, without the settings of the user's.

    What GIT_DIR and the like say is of another repository, and what is above the checkout too.
    Raises FileNotFoundError where there is no git.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    ours = {
        "GIT_CEILING_DIRECTORIES": str(top.parent),
        "GIT_CONFIG_GLOBAL": str(Path(__file__).with_name("git.conf")),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_OPTIONAL_LOCKS": "0",  # it would write to the checkout to look faster next time
        "LC_ALL": "C",
    }
    command = ["git", "-C", str(top), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=kept | ours)


def commit(names: Iterable[str]) -> str:
    """The commit the book is made from; `names` are its files, as paths from the top.

    "with changes" follows where one of them, or another file under version control in the same
    folders, is not as in the commit; "not known", and why, where git cannot tell.
    """
    if not (ROOT / ".git").exists():
        return NOT_KNOWN
    try:
        head = git("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    except FileNotFoundError:
        return f"{NOT_KNOWN}: there is no git"
    if head.returncode:
        foreign = "dubious ownership" in head.stderr
        why = "the checkout is another user's" if foreign else "git finds none in the checkout"
        return f"{NOT_KNOWN}: {why}"
    names = set(names)
    places = sorted({name.partition("/")[0] for name in names})
    tracked = git("ls-files", "-z", "--", *places).stdout.split("\0")
    changed = git("status", "--porcelain", "--untracked-files=no", "--", *places).stdout
    return head.stdout.strip() + (" with changes" if changed or names - set(tracked) else "")

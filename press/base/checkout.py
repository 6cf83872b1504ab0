"""What git knows of this checkout, and of no other. Standard library only."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from press import ROOT

NOT_KNOWN = "not known"


def git(*arguments: str, top: Path = ROOT, told: str = "") -> subprocess.CompletedProcess:
    """Run git in the checkout at `top`, without the settings of the user's; `told` is its input.

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
    # which files have changed is not asked of a program that the checkout names
    command = ["git", "-C", str(top), "-c", "core.fsmonitor=false", *arguments]
    names = {"encoding": sys.getfilesystemencoding(), "errors": "surrogateescape"}
    return subprocess.run(command, input=told, capture_output=True, env=kept | ours, **names)


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
    return head.stdout.strip() + (" with changes" if differs(names, places) else "")


def differs(names: set[str], places: list[str]) -> bool:
    """Whether a file under version control in these places, or one of `names`, is not as in HEAD.

    Files are compared by content: git itself may have been told to take some for unchanged.
    """
    if git("status", "--porcelain", "--untracked-files=no", "--", *places).stdout:
        return True
    listed = git("ls-tree", "-r", "-z", "HEAD", "--", *places).stdout.split("\0")
    found = dict(reversed(line.split("\t", 1)) for line in listed if line)
    if names - set(found):
        return True
    plain = {name: told.split()[2] for name, told in found.items() if told.startswith("100")}
    now = git("hash-object", "--stdin-paths", told="".join(f"{name}\n" for name in plain)).stdout
    return now.split() != list(plain.values())

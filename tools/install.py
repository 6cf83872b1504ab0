"""Put an environment in place with exactly the packages that the locks name, and print its folder.

`python3 -I tools/install.py [lab] [dev]`. Runs on any Python 3, before anything is installed, so
that an old Python gets a clear sentence.
"""

import fcntl
import hashlib
import json
import os
import shutil
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "tools"))
from fetch import RUINED, clean, could_write, first_fault, install, program, run, say, stop  # noqa: E402

LOCKS = {
    "book": "requirements.txt",
    "lab": os.path.join("requirements", "lab.txt"),
    "dev": os.path.join("requirements", "dev.txt"),
}
STAMP = "installed"  # a file of the environment: what it was made from, once it is whole
PYTHON = [sys.version, sys.base_prefix]


def read_stamp(place):
    """What an environment was made from; empty where that is not known."""
    try:
        with open(os.path.join(place, STAMP), encoding="utf-8") as stamp:
            return dict(json.load(stamp))
    except (OSError, ValueError, TypeError):
        return {}  # never set up, by hand, or by an earlier state of this script


def write_stamp(place, names, whole):
    """Note what the environment holds, or (not whole) is to hold: in one step, or not at all."""
    digests = {name: digest(name) if whole else "" for name in sorted(names)}
    python = PYTHON if whole else None  # what is not whole is made anew
    made = {"python": python, "place": os.path.realpath(place), "locks": digests}
    aside = os.path.join(place, STAMP + ".new")
    with open(aside, "w", encoding="utf-8") as stamp:
        json.dump(made, stamp)
    os.replace(aside, os.path.join(place, STAMP))


def digest(name):
    """SHA-256 of a lock."""
    with open(os.path.join(ROOT, LOCKS[name]), "rb") as lock:
        return hashlib.sha256(lock.read()).hexdigest()


def ours(place, known):
    """Whether an environment was made by this Python and still stands where it was made."""
    there = os.path.exists(program(place, "python"))
    return there and [known.get("python"), known.get("place")] == [PYTHON, os.path.realpath(place)]


def current(place, names):
    """Whether an environment is whole, holds these locks, and holds no other state of any."""
    known = read_stamp(place)
    held = known.get("locks", {})
    return (
        ours(place, known)
        and names <= set(held) <= set(LOCKS)
        and all(held[name] == digest(name) for name in held)
    )


def empty(place):
    """Take everything out of an environment but its stamp; follows no link."""
    for name in sorted(os.listdir(place)):
        path = os.path.join(place, name)
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        elif name != STAMP:
            os.unlink(path)


def make(place):
    """An environment with nothing but pip, in place of what was there."""
    empty(place)
    base = getattr(sys, "_base_executable", None) or sys.executable
    for command in (
        [base, "-Im", "venv", "--without-pip", place],
        [program(place, "python"), "-Im", "ensurepip", "--upgrade", "--default-pip"],
    ):
        status, said = run(command, clean())
        if status:
            last = (said.strip().splitlines() or ["no reason given"])[-1]
            stop((first_fault(said, RUINED) or "could not make %s (%s)" % (place, last)) + ".")


def clear_way(place):
    """Make `place` a folder that may be filled. What another made is never emptied."""
    if os.path.islink(place):
        say("%s was a link to %s, which stays as it is." % (place, os.path.realpath(place)))
        os.unlink(place)
    if not os.path.lexists(place):
        os.mkdir(place)
    inside = sorted(os.listdir(place)) if os.path.isdir(place) else ["a file"]
    if inside and not {"pyvenv.cfg", STAMP}.intersection(inside):
        stop("%s is no environment of Python's: move it away." % place)


def set_up(place, names):
    """Install the locks, into the environment as it stands where that can be, else anew."""
    clear_way(place)
    known = read_stamp(place)
    names = names | set(known.get("locks", {})) & set(LOCKS)
    wanted = [LOCKS[name] for name in LOCKS if name in names]
    say("Setting up %s (%s) ..." % (place, ", ".join(wanted)))
    write_stamp(place, names, whole=False)
    if not ours(place, known):
        make(place)
    install(place, [os.path.join(ROOT, lock) for lock in wanted], make)
    write_stamp(place, names, whole=True)


def places():
    """Where the environment may stand: in the checkout, or with a book that is built elsewhere."""
    build = os.environ.get("BOOK_BUILD")
    beside = [os.path.join(os.path.abspath(build), "venv")] if build else []
    return [os.path.join(ROOT, ".venv"), *beside]


def environment(names):
    """The folder of an environment that holds the locks of these names, set up where need be."""
    for place in places():
        if current(place, names):
            return place
    for place in places():
        inside = [place] if os.path.isdir(place) and not os.path.islink(place) else []
        if all(could_write(folder) for folder in [os.path.dirname(place), *inside]):
            break
    else:
        stop(
            "no environment can be set up, for %s cannot be written to; name a folder that can, "
            "with BOOK_BUILD=/another/folder." % " and ".join(places())
        )
    os.makedirs(os.path.dirname(place), exist_ok=True)
    with open(place + ".lock", "a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up is at work in %s; waiting for it ..." % place)
            fcntl.flock(lock, fcntl.LOCK_EX)
        if not current(place, names):
            set_up(place, names)
    return place


def main():
    """Check what Python this is, then print the environment's folder."""
    if sys.version_info < (3, 11):
        stop(
            "the book needs Python 3.11 or newer; this is Python %d.%d (%s). Another is named so: "
            "make PYTHON=python3.11 book" % (*sys.version_info[:2], sys.executable)
        )
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError as error:
        stop(
            "this Python (%s) has no module %s; on Debian and Ubuntu install the package "
            "python3-venv." % (sys.executable, error.name)
        )
    try:
        print(environment({"book", *sys.argv[1:]}))
    except OSError as error:
        full = first_fault(str(error), RUINED)
        stop("could not set up the environment: " + (full or str(error)) + ".")


if __name__ == "__main__":
    main()

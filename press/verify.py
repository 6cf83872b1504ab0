"""`make verify`: build the last commit twice, in places that differ, and compare every byte.

The two builds differ in folder, time zone, language, hash seed, cores, user (where this account
may change it), file permissions, and in that one is clean and the other reuses what an older state
of the book has left behind.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from . import ROOT, publish

OTHER_USER = 65534  # nobody
GAP = 16  # equal bytes between two differences that are told as one range


def clone(folder: Path) -> Path:
    """The last commit, in a folder of its own."""
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    return folder


def environment(folder: Path, **changed: str) -> dict[str, str]:
    """What a build in `folder` sees."""
    paths = os.pathsep.join([str(folder), str(folder / "chapters")])
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "BOOK_"))}
    return {**kept, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", **changed}


def run(folder: Path, env: dict[str, str], what: list[str], user: int | None, cores: int) -> None:
    """Build in `folder`. Leaves the program with the build's output where it fails."""

    def prepare() -> None:
        os.umask(0o077 if cores == 1 else 0o022)
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])

    done = subprocess.run(
        [sys.executable, "-P", "-m", "press", *what],
        cwd=folder, env=env, user=user, capture_output=True, text=True, preexec_fn=prepare,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\nThe build in {folder} failed.")


def other_user() -> int | None:
    """A user to build as instead, where this one may change and that one may run Python."""
    if os.geteuid():
        return None
    command = [sys.executable, "-c", f"open({str(ROOT / 'LICENSE')!r})"]
    try:
        ready = subprocess.run(command, user=OTHER_USER, cwd="/", capture_output=True)
    except PermissionError:
        return None
    return None if ready.returncode else OTHER_USER


def give(folder: Path, user: int) -> None:
    """Make `user` the owner of everything in `folder`."""
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user, user, follow_symlinks=False)


def another_language() -> str:
    """A locale that is installed and is not the plain one."""
    done = subprocess.run(["locale", "-a"], capture_output=True, text=True)
    names = [n for n in done.stdout.split() if not n.startswith(("C", "POSIX"))]
    return names[0] if names else "POSIX"


def older_state(folder: Path) -> None:
    """Change prose, code and data, as an earlier state of the book might have had them."""
    index = folder / "chapters" / "index.md"
    index.write_text(index.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    chapter = folder / "chapters" / "weighing.md"
    code = chapter.read_text(encoding="utf-8").replace("height=2.9", "height=3.9")
    chapter.write_text(code, encoding="utf-8")


def ranges(one: bytes, other: bytes) -> list[tuple[int, int]]:
    """First and last place of each stretch in which two files differ."""
    length = min(len(one), len(other))
    places = [i for i in range(length) if one[i] != other[i]]
    if len(one) != len(other):
        places += [length, max(len(one), len(other)) - 1]
    starts = places[:1] + [b for a, b in pairwise(places) if b - a > GAP]
    ends = [a for a, b in pairwise(places) if b - a > GAP] + places[-1:]
    return list(zip(starts, ends, strict=True))


def differences(one: Path, other: Path) -> list[str]:
    """Every file in which two built books differ, with the places."""
    found = []
    names = {p.relative_to(f).as_posix() for f in (one, other) for p in f.rglob("*") if p.is_file()}
    for name in sorted(names - set(publish.TIMES)):
        a, b = one / name, other / name
        if not (a.exists() and b.exists()):
            found.append(f"{name}: only in {'the first' if a.exists() else 'the second'}")
        elif (x := a.read_bytes()) != (y := b.read_bytes()):
            places = ranges(x, y)
            listed = ", ".join(f"{start}-{end}" for start, end in places[:8])
            found.append(f"{name}: {len(places)} ranges of bytes: {listed}")
    return found


def main() -> None:
    """Build twice and compare. Leaves with 1 where a byte differs."""
    user, language = other_user(), another_language()
    with tempfile.TemporaryDirectory() as top:
        os.chmod(top, 0o755)
        first = clone(Path(top) / "one")
        second = clone(Path(top) / "deux — déjà vu" / "zwei")
        os.chmod(second.parent, 0o755)
        plain = environment(first, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="0")
        run(first, plain, [], None, os.cpu_count() or 1)
        varied = environment(
            second, TZ="Pacific/Kiritimati", LC_ALL=language, PYTHONHASHSEED="4321",
            USER="somebody", LOGNAME="somebody", HOME=str(second.parent),
        )  # fmt: skip
        older_state(second)
        if user is not None:
            give(second.parent, user)
        run(second, varied, ["html"], user, 1)
        subprocess.run(["git", "checkout", "--quiet", "."], cwd=second, user=user, check=True)
        run(second, varied, [], user, 1)
        found = differences(first / "_build" / "html", second / "_build" / "html")
        count = sum(1 for p in (first / "_build" / "html").rglob("*") if p.is_file())
        shutil.rmtree(second.parent)
    varied_user = "user, " if user is not None else ""
    print(f"Two builds, {varied_user}folder, time zone, language ({language}), seed, cores, cache:")
    if user is None:
        print("The user was not varied: this account may not change it, or Python is closed to it.")
    if found:
        sys.exit("\n".join(found))
    print(f"{count} files, no byte differs.")


if __name__ == "__main__":
    main()

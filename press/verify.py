"""`make verify`: build the last commit twice, in places that differ, and compare every byte.

The two builds run at the same time. They differ in folder, time zone, hash seed, cores and file
permissions; one is clean and the other reuses what an older state of the book has left behind.
Where the system allows it, the second also runs in another language, as another user, without a
network and with a checkout that cannot be written to.

`make verify AGAINST=…` builds the last commit once, and compares it with a published book: the path
or the address of its CHECKSUMS, or of the book.
"""

import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

from . import ROOT, checkout, publish

NOBODY = "65534"  # the number of the user that owns nothing
LANGUAGE = "tr_TR"  # a comma in numbers, and i without a dot
LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
GAP = 16  # equal bytes between two differences that are told as one range


def clone(folder: Path) -> Path:
    """The last commit, in a folder of its own. Leaves the program where git cannot copy it."""
    made = checkout.git("clone", "--quiet", str(ROOT), str(folder))
    if made.returncode:
        sys.exit(f"git cannot copy the last commit: {made.stderr.strip()}")
    return folder


def last_commit() -> str:
    """The last commit. Leaves the program where there is none; says where the checkout differs."""
    found = publish.commit()
    if found.startswith(checkout.NOT_KNOWN):
        sys.exit(f"What is built here is the last commit of a git checkout, and that is {found}.")
    last = found.partition(" ")[0]
    if found != last:
        print(f"The checkout has changes that are in no commit: {last} is built, without them.")
    return last


def environment(folder: Path, **changed: str) -> dict[str, str]:
    """What a build in `folder` sees."""
    paths = os.pathsep.join([str(folder), str(folder / "chapters")])
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "BOOK_"))}
    return {**kept, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", **changed}


def sealed(folder: Path) -> list[str]:
    """What runs a command as another user, with no network and `folder` read-only.

    Nothing where the system does not let this account do so.
    """
    enter = ["unshare", "--map-root-user", "--net", "--mount"]
    leave = ["unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}"]
    try:
        if subprocess.run([*enter, *leave, "true"], capture_output=True).returncode:
            return []
    except FileNotFoundError:
        return []
    bind = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && cd "$0" && exec "$@"'
    return [*enter, "sh", "-c", bind, str(folder), *leave]


def another_language(folder: Path) -> dict[str, str]:
    """The environment of another language, compiled into `folder`; the plain one where the system
    has not the means."""
    place = folder / f"{LANGUAGE}.UTF-8"
    command = ["localedef", "--inputfile", LANGUAGE, "--charmap", "UTF-8", str(place)]
    try:
        subprocess.run(command, capture_output=True, check=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        return {"LC_ALL": "POSIX"}
    return {"LC_ALL": place.name, "LOCPATH": str(folder)}


def run(folder: Path, env: dict[str, str], what: list[str], cores: int, seal: list[str]) -> None:
    """Build in `folder`. Leaves the program with the build's output where it fails."""

    def prepare() -> None:
        os.umask(0o077 if cores == 1 else 0o022)
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])

    done = subprocess.run(
        [*seal, sys.executable, "-P", "-m", "press", *what],
        cwd=folder, env=env, capture_output=True, text=True, preexec_fn=prepare,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\nThe build in {folder} failed.")


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


def clean_build(folder: Path) -> Path:
    """Build once, plainly; returns the book."""
    plain = environment(folder, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="0")
    run(clone(folder), plain, [], os.cpu_count() or 1, [])
    return folder / "_build" / "html"


def varied_build(folder: Path, language: dict[str, str], seal: list[str]) -> Path:
    """Build an older state, then this one, with everything else different; returns the book."""
    out = folder.parent / "out"
    varied = environment(
        folder, TZ="Pacific/Kiritimati", PYTHONHASHSEED="4321", USER="somebody",
        LOGNAME="somebody", HOME=str(folder.parent), BOOK_BUILD=str(out), **language,
    )  # fmt: skip
    older_state(clone(folder))
    run(folder, varied, ["html"], 1, seal)
    checkout.git("checkout", "--quiet", ".", top=folder).check_returncode()
    run(folder, varied, [], 1, seal)
    return out / "html"


def published(where: str) -> dict[str, str]:
    """The files of a published book with their digests, from its CHECKSUMS.

    `where` is the path or the address (file:, https:) of that list or of the book. Leaves the
    program where it cannot be read or is not whole.
    """
    try:
        if "://" in where:
            address = where if where.endswith(publish.CHECKSUMS) else f"{where.rstrip('/')}/"
            with urlopen(urljoin(address, publish.CHECKSUMS), timeout=60) as answer:
                text = answer.read().decode("utf-8")
        else:
            path = Path(where)
            path = path / publish.CHECKSUMS if path.is_dir() else path
            text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        sys.exit(f"The checksums of the published book cannot be read from {where}: {error}")
    lines = text.split("\n")
    found = [LINE.fullmatch(line) for line in lines[:-1]]
    if None in found:
        number = found.index(None) + 1
        sys.exit(f"{where}, line {number}: not a checksum and a file, two spaces between them.")
    sums = {line[2]: line[1] for line in found}
    if lines[-1] or len(sums) < len(found) or "index.html" not in sums:
        sys.exit(f"{where} is not a whole list of checksums: it is cut short, or put together.")
    return sums


def compare(theirs: dict[str, str], ours: dict[str, str]) -> list[str]:
    """Every file in which a published book and one built here differ."""
    kinds = {
        "differs": {name for name in theirs if ours.get(name, theirs[name]) != theirs[name]},
        "only in the published book": theirs.keys() - ours.keys(),
        "only in the book built here": ours.keys() - theirs.keys(),
    }
    return sorted(f"{name}: {kind}" for kind, names in kinds.items() for name in names)


def against(where: str) -> None:
    """Build once and compare with a published book. Leaves with 1 where a file differs."""
    theirs, last = published(where), last_commit()
    with tempfile.TemporaryDirectory() as top:
        ours = published(str(clean_build(Path(top) / "one")))
    if found := compare(theirs, ours):
        print("\n".join(found))
        sys.exit(
            f"{len(found)} of {len(theirs | ours)} files are not as at {where}. Was that made from"
            f" this commit, {last}? Its page on how it was made tells."
        )
    print(f"{len(ours)} files of {last}: the same as at {where}.")


def main() -> None:
    """Build twice and compare. Leaves with 1 where a byte differs."""
    last_commit()
    with tempfile.TemporaryDirectory() as top, ThreadPoolExecutor() as pool:
        second = Path(top) / "deux — déjà vu" / "zwei"
        language, seal = another_language(Path(top)), sealed(second)
        builds = [
            pool.submit(clean_build, Path(top) / "one"),
            pool.submit(varied_build, second, language, seal),
        ]
        one, other = (build.result() for build in builds)
        found = differences(one, other)
        count = sum(1 for p in one.rglob("*") if p.is_file())
    varied = ["folder", "time zone", f"language ({language['LC_ALL']})", "hash seed", "cores"]
    varied += ["umask", *(["user", "no network", "read-only checkout"] if seal else [])]
    print(f"Two builds at once; varied: {', '.join(varied)}, clean or cached.")
    if found:
        sys.exit("\n".join(found))
    print(f"{count} files, no byte differs.")


if __name__ == "__main__":
    if any(sys.argv[1:]):
        against(sys.argv[1])
    else:
        main()

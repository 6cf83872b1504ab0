"""Time set-up against pip's own, from the same lock, in turns: nothing cached, then all cached.

`python3 -I tools/time_setup.py`, as `make bench` runs it. Nothing fails on a time.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TURNS = 3
LOCK = "requirements.txt"


def timed(commands: list[list[str]], env: dict[str, str]) -> tuple[float, float]:
    """Seconds by the clock and seconds of processors that commands take."""

    def used() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return children.ru_utime + children.ru_stime

    clock, processors = time.perf_counter(), used()
    for command in commands:
        subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - clock, used() - processors


def ours(folder: Path) -> list[list[str]]:
    """Set up a checkout that has only what set-up needs, as `make book` does."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "tools", folder / "tools")
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    shutil.copy(ROOT / LOCK, folder)
    return [[sys.executable, "-I", str(folder / "tools" / "install.py")]]


def by_pip(folder: Path) -> list[list[str]]:
    """The same with what Python brings."""
    shutil.rmtree(folder, ignore_errors=True)
    install = [str(folder / "bin" / "python"), "-m", "pip", "install", "-qq", "--no-deps"]
    install += ["--disable-pip-version-check", "--require-hashes", "-r", str(ROOT / LOCK)]
    return [[sys.executable, "-m", "venv", str(folder)], install]


def main() -> None:
    """Print the medians."""
    found = {}
    for _ in range(TURNS):
        with tempfile.TemporaryDirectory() as top:
            caches = {name: str(Path(top) / name) for name in ("PIP_CACHE_DIR", "UV_CACHE_DIR")}
            for state in ("nothing cached", "all cached"):
                for name, prepare in (("uv", ours), ("pip", by_pip)):
                    took = timed(prepare(Path(top) / f"by-{name}"), {**os.environ, **caches})
                    found.setdefault((state, name), []).append(took)
    for state in ("nothing cached", "all cached"):
        for place, what in enumerate(("by the clock", "of processors")):
            uv, pip = (
                statistics.median(took[place] for took in found[state, name])
                for name in ("uv", "pip")
            )
            told = f"{uv:.1f} s, by pip {pip:.1f} s: {uv / pip:.2f} times"
            print(f"Set-up, {state}, {what}: {told}")


if __name__ == "__main__":
    main()

"""Steps in processes of their own, which stop with this one however it is stopped.

A step leads a group of processes, so that all it has started can be ended with it. It holds one end
of a line whose other end only this process has: when that is gone, killed by whatever signal, the
step ends its group. It also holds the lock of the build folder: while anything of a stopped build
is left, no other build begins there.

Standard library only.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from io import TextIOBase

from . import WORK, surroundings

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


class Unheard:
    """A stream whose reader may leave, as `head` does: the rest is for nobody, and no fault."""

    def __init__(self, stream: TextIOBase) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write, to nobody if need be."""
        return self._try(self._stream.write, text)

    def flush(self) -> None:
        """Flush, to nobody if need be."""
        self._try(self._stream.flush)

    def _try(self, function: object, *arguments: object) -> object:
        try:
            return function(*arguments)
        except BrokenPipeError:
            nobody = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nobody, self._stream.fileno())
            os.close(nobody)
            return function(*arguments)


def speak_to_whom_it_concerns() -> None:
    """Go on where nobody reads any more what this process prints."""
    sys.stdout, sys.stderr = Unheard(sys.stdout), Unheard(sys.stderr)


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """Leave the program by its exits where it is told to stop, unless that was to be ignored."""

    def leave(number: int, frame: object) -> None:
        for one in STOPS:
            signal.signal(one, signal.SIG_IGN)  # it is leaving already
        name = signal.Signals(number).name
        print(f"Stopped ({name}). The last good book is untouched.", file=sys.stderr, flush=True)
        sys.exit(128 + number)

    before = {n: signal.getsignal(n) for n in STOPS}
    for number, handler in before.items():
        if handler != signal.SIG_IGN:
            signal.signal(number, leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def run(lock: int, module: str, *arguments: object) -> int:
    """Run a step that shares the lock; returns its status. It gives its memory back at the end."""
    ours, line = os.pipe()[::-1]
    step = subprocess.Popen(
        [sys.executable, "-P", "-m", module, *map(str, arguments), str(line)],
        env=surroundings.environment(WORK / "home"),
        stdin=subprocess.DEVNULL,
        pass_fds=(lock, line),
        process_group=0,
    )
    os.close(line)
    try:
        status = step.wait()
    except BaseException:
        end(step.pid)
        step.wait()
        raise
    finally:
        os.close(ours)
    if status < 0:
        end(step.pid)  # it could not end what it had started
    return status


def end(group: int) -> None:
    """End a group of processes, whatever they do."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def follow(line: int) -> None:
    """In a step: end this process and all it has started when the one that runs it is gone."""

    def wait() -> None:
        os.read(line, 1)  # nothing is ever written: it returns when the other end is closed
        end(os.getpgrp())

    threading.Thread(target=wait, daemon=True).start()

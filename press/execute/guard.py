"""The guard of the chapters: a process that has each executed in one of its own, and ends it.

No cell can outlive it: one that runs too long, prints without end or kills its process is told of
by its place, and with a chapter goes all that it has started. The guard runs no cell itself, and
ends with the process that builds.
"""

import contextlib
import ctypes
import multiprocessing
import os
import signal
import sys
import time
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import SimpleNamespace

import psutil

from press.base import stops, surroundings
from press.execute import kernel
from press.execute.outputs import Streams

LIMIT = 50_000_000  # bytes that a chapter may print
LOOK = 0.1  # seconds between two looks at processes that say nothing
DEATH_SIGNAL, SUBREAPER = 1, 36  # of prctl(2)


def watch(answers: Connection, chapters: dict[str, dict], at_once: int) -> None:
    """Execute chapters, `at_once` at a time, and send name and outcome of each as it ends.

    A chapter is the arguments of `kernel.run`, `cells` and `folder`, and the `seconds` that a cell
    may take.
    """
    os.setpgid(0, 0)  # an interrupt from the terminal is for the process that builds
    surroundings.hear()
    asked = []  # to leave, by a signal
    signal.signal(signal.SIGTERM, lambda *_: asked.append(True))
    control(SUBREAPER, 1)
    builder = multiprocessing.parent_process().sentinel
    waiting, running = dict(chapters), {}
    try:
        while (waiting or running) and not asked:
            while waiting and len(running) < at_once:
                name = next(iter(waiting))
                running[name] = begin(answers, **waiting.pop(name))
            if builder in wait([builder, *(one.heard for one in running.values())], LOOK):
                return
            for name, one in list(running.items()):
                if found := outcome(one):
                    end(running.pop(name), running)
                    answers.send((name, found))
    except BrokenPipeError:
        return  # nobody waits for chapters any more
    finally:
        for name in list(running):
            end(running.pop(name), running)


def control(option: int, value: int) -> None:
    """Set an attribute of this process, where the system is a Linux."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def begin(answers: Connection, cells: list[dict], folder: str, seconds: float) -> SimpleNamespace:
    """Start the process of a chapter, in a session of its own."""
    fork = multiprocessing.get_context("fork")
    heard, told = fork.Pipe(duplex=False)
    streams = Streams()

    def run() -> None:
        os.setsid()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        control(DEATH_SIGNAL, signal.SIGKILL)
        control(SUBREAPER, 1)
        answers.close()
        heard.close()
        kernel.run(told, cells, folder, streams)
        signal.pause()  # the guard ends it, whatever its cells have left running

    process = fork.Process(target=run)
    process.start()
    told.close()
    return SimpleNamespace(
        process=process,
        heard=heard,
        streams=streams,
        seconds=seconds,
        place=0,
        since=time.monotonic(),
    )


def outcome(one: SimpleNamespace) -> dict | None:
    """What a chapter gave, or what became of it; None while it runs."""
    code = one.process.exitcode  # looked at first: what it told before it ended is heard
    with contextlib.suppress(EOFError):  # its end of the pipe is closed: it has ended, or will
        while one.heard.poll():
            kind, value = one.heard.recv()
            if kind == "done":
                return value
            one.place, one.since = value, time.monotonic()
    if code is not None:
        return lost(one, f"it ended its process ({stops.how(code)})")
    if time.monotonic() - one.since > one.seconds:
        return lost(one, f"the cell ran longer than {one.seconds:g} s and was stopped")
    if one.streams.size() > LIMIT:
        return lost(one, f"the chapter printed more than {LIMIT:,} bytes and was stopped")
    return None


def lost(one: SimpleNamespace, what: str) -> dict:
    """The outcome of a chapter that did not come to its end, with what it said last."""
    said = one.streams.end("stderr", 1000)
    return {"failed": one.place, "error": f"{what}\n{said}".strip()}


def end(one: SimpleNamespace, running: dict[str, SimpleNamespace]) -> None:
    """End the process of a chapter and all it has started; the other chapters run on."""
    with contextlib.suppress(ProcessLookupError):  # nothing of it is left
        os.killpg(one.process.pid, signal.SIGKILL)
    one.process.join()
    one.heard.close()
    one.streams.close()
    while strays := left_over({other.process.pid for other in running.values()}):
        for stray in strays:
            stray.kill()
            stray.wait()


def left_over(running: set[int]) -> list[psutil.Process]:
    """Processes that chapters left: Linux hands the children of one that has ended to this one."""
    if not Path("/proc/self").exists():
        return []
    return [child for child in psutil.Process().children() if child.pid not in running]

"""A build that is stopped, however, stops with all that it has started; nobody is left writing."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from press import ROOT
from press.base import stops

# what a build does, in short: a step that starts a process of its own and goes on for long
STEP = """
import subprocess, sys, time
from press.base import stops
stops.follow(int(sys.argv[-1]))
one = subprocess.Popen(["sleep", "600"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(one.pid, flush=True)
{then}
"""
BUILD = """
import os, sys
from press.base import stops, surroundings
surroundings.environment = lambda work: dict(os.environ)  # where the step of this test is found
stops.speak_to_whom_it_concerns()
with stops.stoppable(), open(sys.argv[1], "w") as lock:
    print("status", stops.run(lock.fileno(), "step", "a word"), flush=True)
"""


def deaf(numbers):
    """What a build begins with: it hears every signal that asks it to leave, but for some."""

    def begins():
        signal.pthread_sigmask(signal.SIG_SETMASK, ())  # what runs the tests may hold some back
        for number in stops.STOPS:
            signal.signal(number, signal.SIG_IGN if number in numbers else signal.SIG_DFL)

    return begins


def begin(folder, then="time.sleep(600)", deaf_to=()):
    """Start a build whose step goes on; returns it and the processes below it."""
    (folder / "step.py").write_text(STEP.format(then=then))
    env = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}"}
    build = subprocess.Popen(
        [sys.executable, "-P", "-c", BUILD, str(folder / "lock")], env=env, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, process_group=0, preexec_fn=deaf(deaf_to),
    )  # fmt: skip
    started = psutil.Process(int(build.stdout.readline()))
    return build, [started, started.parent()]


def gone(processes):
    """Whether processes end soon."""
    _, alive = psutil.wait_procs(processes, timeout=20)
    return not alive


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_build_that_is_told_to_stop_stops_all(tmp_path, number):
    build, below = begin(tmp_path)
    build.send_signal(number)
    said, _ = build.communicate(timeout=60)
    assert build.returncode == 128 + number
    assert "Stopped" in said
    assert "Traceback" not in said
    assert gone(below)


@pytest.mark.parametrize("send", [os.kill, os.killpg])
def test_a_build_that_is_killed_leaves_nobody(tmp_path, send):
    build, below = begin(tmp_path)
    send(build.pid, signal.SIGKILL)
    build.communicate(timeout=60)
    assert gone(below)


def test_a_killed_step_leaves_nobody(tmp_path):
    build, below = begin(tmp_path)
    below[1].kill()
    said, _ = build.communicate(timeout=60)
    assert f"status {-signal.SIGKILL}" in said
    assert "step was ended by SIGKILL: out of memory?" in said
    assert gone(below)


def test_a_step_that_ends_gives_its_status(tmp_path):
    build, (left, _) = begin(tmp_path, then="time.sleep(1); one.kill(); sys.exit(3)")
    said, _ = build.communicate(timeout=60)
    assert "status 3" in said
    assert build.returncode == 0
    assert gone([left])


def test_a_signal_that_is_to_be_ignored_is_ignored(tmp_path):
    build, below = begin(tmp_path, then="time.sleep(2)", deaf_to=[signal.SIGHUP])
    build.send_signal(signal.SIGHUP)
    said, _ = build.communicate(timeout=60)
    assert "status 0" in said
    assert below[0].status() != psutil.STATUS_ZOMBIE
    below[0].kill()


def test_the_lock_is_held_by_what_is_left(tmp_path):
    build, below = begin(tmp_path)
    held = {file.path for process in below[1:] for file in process.open_files()}
    assert str(tmp_path / "lock") in held
    build.kill()
    build.communicate(timeout=60)
    assert gone(below)


def test_a_reader_may_leave(tmp_path):
    code = """
import os, sys
from press.base import stops, surroundings
surroundings.environment = lambda work: dict(os.environ)  # where the step of this test is found
stops.speak_to_whom_it_concerns()
for number in range(9):
    print(number, flush=True)
    print(number, file=sys.stderr)
    if not number:
        sys.stdin.read()
open(sys.argv[1], "w").write("done")
"""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", code, str(tmp_path / "end")], env=env,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    process.stdout.readline()
    process.stdout.close()
    process.stderr.close()
    process.stdin.close()
    assert process.wait() == 0
    assert (tmp_path / "end").read_text() == "done"


def test_a_stop_takes_no_longer_than_its_processes(tmp_path):
    """The step itself does not answer: it is ended, not asked."""
    then = "import signal\nfor n in (2, 15): signal.signal(n, signal.SIG_IGN)\ntime.sleep(600)"
    build, below = begin(tmp_path, then=then)
    time.sleep(0.2)
    build.terminate()
    build.communicate(timeout=60)
    assert gone(below)


REFUSED = {
    (28, "No space left on device", "/a/b"): "/a/b: No space left on device.",
    (28, "No space left on device"): "This machine does not let the book be built: No space left",
    ("odd",): "This machine does not let the book be built: odd.",
}


@pytest.mark.parametrize("given", REFUSED)
def test_what_the_machine_refuses_is_told_in_a_sentence(given):
    with pytest.raises(SystemExit, match=REFUSED[given]), stops.plainly():
        raise OSError(*given)

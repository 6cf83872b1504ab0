"""What make is told, it passes on: nothing goes on behind it."""

import shutil
import signal
import subprocess

import psutil
import pytest

from press import ROOT


@pytest.mark.parametrize("target", ["book", "html", "results", "test"])
def test_a_make_that_is_stopped_stops_its_command(tmp_path, target):
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "install.py").write_text(f"print({str(tmp_path)!r})")
    command = tmp_path / "bin" / "python"
    command.parent.mkdir()
    command.write_text("#!/bin/sh\necho $$\nexec sleep 600\n")
    command.chmod(0o755)
    make = subprocess.Popen(
        ["make", "--directory", str(tmp_path), "--no-print-directory", target],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGTERM, signal.SIG_DFL),
    )  # fmt: skip
    with make:
        build = psutil.Process(int(make.stdout.readline()))
        make.terminate()
    assert make.returncode
    assert psutil.wait_procs([build], timeout=20)[1] == []

"""Set-up says in one sentence what is missing."""

import subprocess
import sys

import pytest

from press import install


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(install, "VENV", str(tmp_path / "venv"))
    monkeypatch.setattr(install, "STAMP", str(tmp_path / "stamp"))
    monkeypatch.setattr(install, "LOCK", str(tmp_path / "requirements.txt"))
    (tmp_path / "requirements.txt").write_text("a==1\n")
    monkeypatch.setattr(install.subprocess, "call", lambda *_: 0)
    return tmp_path


def said(capsys) -> str:
    """The one sentence on stderr."""
    (line,) = capsys.readouterr().err.splitlines()
    return line


def test_an_old_python_is_told(place, monkeypatch, capsys):
    monkeypatch.setattr(install.sys, "version_info", (3, 10, 4))
    with pytest.raises(SystemExit) as stopped:
        install.main()
    assert stopped.value.code == 1
    assert "needs Python 3.11 or newer; this is Python 3.10." in said(capsys)


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        ("ERROR: No matching distribution found for a==1", "is there a network?"),
        ("WARNING: Retrying\nERROR: connection refused", "is there a network?"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "could not install the packages"),
    ],
)
def test_a_failed_install_is_told_and_not_stamped(place, monkeypatch, capsys, printed, sentence):
    failed = subprocess.CompletedProcess([], 1, stderr=printed)
    monkeypatch.setattr(install.subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(SystemExit) as stopped:
        install.main()
    assert stopped.value.code == 1
    assert sentence in said(capsys)
    assert not (place / "stamp").exists()


def test_a_second_run_installs_nothing_until_the_lock_changes(place, monkeypatch):
    runs = []
    done = subprocess.CompletedProcess([], 0, stderr="")
    monkeypatch.setattr(install.subprocess, "run", lambda *_, **__: runs.append(1) or done)
    install.main()
    install.main()
    assert len(runs) == 1
    (place / "requirements.txt").write_text("a==2\n")
    install.main()
    assert len(runs) == 2


def test_the_script_runs_outside_the_project_environment():
    """Nothing but the standard library may be imported before anything is installed."""
    code = "import runpy, sys; sys.argv=['x']; runpy.run_path('press/install.py', run_name='x')"
    subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True, cwd=install.ROOT)

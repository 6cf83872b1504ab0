"""Every clone has the same bytes."""

import subprocess

import pytest

from press import ROOT


@pytest.mark.parametrize("setting", ["core.autocrlf=true", "core.eol=crlf"])
def test_line_ends_are_the_same_whatever_git_makes_of_them(tmp_path, setting):
    clone = ["git", "clone", "--quiet", "--config", setting, str(ROOT), str(tmp_path / "clone")]
    done = subprocess.run(clone, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"no clone can be made here: {done.stderr}")
    listed = ["git", "-C", str(tmp_path / "clone"), "ls-files", "--eol"]
    ends = subprocess.run(listed, capture_output=True, text=True, check=True).stdout.splitlines()
    assert {line.split()[1] for line in ends} <= {"w/lf", "w/none", "w/-text"}

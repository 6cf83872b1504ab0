"""The rooms of the house: imports run down only, no theme knows another, and nothing in circles."""

import shutil
import subprocess
import sys

import pytest
from built import ROOT

CHECK = """import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(no_cache=True, no_logo=True, config_filename=sys.argv[1]))
"""
FAULTS = {
    "Imports in evidence run down the rooms only": ("chapters/evidence/reckon", "show.words"),
    "No theme imports another": ("chapters/evidence/themes/home", "themes.money.pay_shares"),
    "No circles": ("chapters/evidence/show", "show.other"),
    "Evidence never imports the press": ("chapters/evidence/weigh", "press.base.publish"),
    "Imports in the press run down its rooms only": ("press/base", "press.book.domain"),
    "Of the evidence the press knows tables, words and grades": ("press/site", "reckon.flows"),
    "Pages are read, executed and set without evidence": (
        "press/paper",
        "ledger.tables",
    ),
}


def broken(top):
    """What import-linter says of a checkout, and the contracts that it finds broken."""
    settings = {"PYTHONPATH": f"{top}:{top / 'chapters'}"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", CHECK, str(ROOT / "pyproject.toml")],
        cwd=top, env=settings, capture_output=True, text=True,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert done.returncode == any(line.endswith(" BROKEN") for line in lines), done.stderr
    return done.stdout, {line.removesuffix(" BROKEN") for line in lines if line.endswith(" BROKEN")}


def test_the_rooms_are_kept():
    said, found = broken(ROOT)
    assert said.count(" KEPT") == len(FAULTS)
    assert not found, said


@pytest.mark.parametrize(("contract", "fault"), FAULTS.items())
def test_an_import_that_must_not_be_is_found(tmp_path, contract, fault):
    for name in ("press", "chapters/evidence"):
        shutil.copytree(ROOT / name, tmp_path / name)
    folder, module = fault
    wanted = module if module.startswith("press") else f"evidence.{module}"
    (tmp_path / folder / "one.py").write_text(f'"""."""\nimport {wanted}\n')
    (tmp_path / folder / "other.py").write_text('"""."""\nimport evidence.show.one\n')
    assert contract in broken(tmp_path)[1]


def test_in_the_folder_of_evidence_stand_only_what_all_rooms_share():
    names = {path.name for path in (ROOT / "chapters" / "evidence").glob("*.py")}
    assert names <= {"__init__.py", "assumptions.py"}

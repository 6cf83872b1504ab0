"""What is said of the commit is said of this checkout alone."""

import os
import subprocess

import pytest

from press import checkout

NAMES = ["_toc.yml", "chapters/one.md"]


def git(top, *arguments):
    who = ["-c", "user.name=x", "-c", "user.email=x@x"]
    done = subprocess.run(
        ["git", "-C", str(top), *who, *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def files(top):
    (top / "chapters").mkdir(parents=True)
    for name in (*NAMES, "README.md"):
        (top / name).write_text("one\n")
    return top


@pytest.fixture
def top(tmp_path, monkeypatch):
    """A checkout of one commit, inside another repository."""
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "other")
    made = files(tmp_path / "book")
    git(made, "init", "-q")
    git(made, "add", ".")
    git(made, "commit", "-q", "-m", "one")
    monkeypatch.setattr(checkout, "ROOT", made)
    monkeypatch.setattr(checkout.git, "__kwdefaults__", {"top": made})
    return made


def test_the_commit(top):
    assert checkout.commit(NAMES) == git(top, "rev-parse", "HEAD")


@pytest.mark.parametrize("name", [*NAMES, "chapters/two.md"])
def test_a_file_of_the_book_that_differs_is_told(top, name):
    (top / name).write_text("other\n")
    assert checkout.commit({*NAMES, name}).endswith(" with changes")


def test_a_file_of_the_book_that_is_gone_is_told(top):
    (top / "chapters" / "one.md").unlink()
    assert checkout.commit([*NAMES[:1], "chapters/two.md"]).endswith(" with changes")


@pytest.mark.parametrize("name", ["chapters/one.ipynb", "notes.md", "README.md", "venv/x.md"])
def test_what_stands_beside_is_not(top, name):
    (top / name).parent.mkdir(exist_ok=True)
    (top / name).write_text("other\n")
    assert checkout.commit(NAMES) == git(top, "rev-parse", "HEAD")


def test_of_another_repository_nothing_is_said(top):
    (top / ".git").rename(top.parent / "elsewhere")
    assert checkout.commit(NAMES) == "not known"
    (top / ".git").mkdir()  # an empty one: git would go on looking above
    assert checkout.commit(NAMES).startswith("not known: git finds none")


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_NAMESPACE"])
def test_variables_of_git_do_not_lead_elsewhere(top, monkeypatch, name):
    last = git(top, "rev-parse", "HEAD")
    monkeypatch.setenv(name, str(top.parent / ".git"))
    assert checkout.commit(NAMES) == last


def test_a_users_settings_do_not_count(top, tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text("[core]\n\tautocrlf = true\n\tworktree = /nowhere\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    assert not checkout.commit(NAMES).endswith(" with changes")


def test_no_commit_yet(top):
    (top / ".git").rename(top.parent / "elsewhere")
    git(top, "init", "-q")
    assert checkout.commit(NAMES).startswith("not known: git finds none")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_a_checkout_of_another_user(top):
    last = git(top, "rev-parse", "HEAD")
    for path in (top, *top.rglob("*")):
        os.chown(path, 65534, 65534)
    assert checkout.commit(NAMES) == last


def test_without_git(top, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert checkout.commit(NAMES) == "not known: there is no git"

"""Set-up puts exactly the locks in place, takes nothing of the user's, and says what is wrong."""

import ast
import json
import os
import re
import subprocess
import sysconfig

import pytest
import shop

from press import ROOT

ELSEWHERE = "py3-none-win32"


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    """An index of a few packages; the lines of a lock by name."""
    folder = tmp_path_factory.mktemp("index")
    lines = {name: shop.stock(folder, name, "1.0") for name in ("aaa", "bbb", "ccc")}
    lines["newer"] = shop.stock(folder, "aaa", "2.0")
    lines["foreign"] = shop.stock(folder, "foreign", "1.0", ELSEWHERE)
    lines["uv"] = shop.stock_uv(folder)
    return folder, lines


@pytest.fixture(scope="session")
def whole(shelf, tmp_path_factory):
    """A checkout set up for building, and its user's variables."""
    folder, lines = shelf
    home = tmp_path_factory.mktemp("home")
    env = shop.settings(home, folder.as_uri())
    place = shop.checkout(
        home / "déjà vu", book=lines["uv"] + lines["aaa"], lab=lines["bbb"], dev=lines["ccc"]
    )
    done = shop.set_up(place, env)
    assert done.returncode == 0, done.stderr
    assert "uv cannot" not in done.stderr
    assert done.stdout == f"{place / '.venv'}\n"
    return place, env


def refused(done: subprocess.CompletedProcess) -> str:
    """The one sentence with which set-up left."""
    assert done.returncode == 1, done.stderr
    *told, sentence = done.stderr.splitlines()
    assert all(line.startswith(("Setting up", "uv cannot")) for line in told), done.stderr
    assert not done.stdout
    return sentence.removeprefix("counting-cubas-doctors: ")


def test_sets_come_when_asked_for_and_go_with_their_lock(whole, shelf):
    place, env = whole
    lines = shelf[1]
    assert shop.held(place / ".venv") == {"aaa-1.0"}
    before = (place / ".venv" / "installed").stat().st_mtime_ns
    assert not shop.set_up(place, env).stderr  # nothing to do
    assert (place / ".venv" / "installed").stat().st_mtime_ns == before
    assert "uv cannot" not in shop.set_up(place, env, "dev").stderr
    assert shop.held(place / ".venv") == {"aaa-1.0", "ccc-1.0"}
    assert not shop.set_up(place, env).stderr
    # another branch: one package newer, one no longer wanted
    shop.relock(place, book=lines["uv"] + lines["newer"], lab=lines["bbb"])
    shop.set_up(place, env)
    assert shop.held(place / ".venv") == {"aaa-2.0"}
    shop.relock(place, book=lines["uv"] + lines["aaa"], lab=lines["bbb"], dev=lines["ccc"])
    shop.set_up(place, env)
    assert shop.held(place / ".venv") == {"aaa-1.0", "ccc-1.0"}


def test_a_moved_checkout_is_set_up_again(whole, tmp_path):
    place, env = whole
    moved = tmp_path / "moved"
    subprocess.run(["cp", "-a", place, moved], check=True)
    done = shop.set_up(moved, env)
    assert done.returncode == 0
    assert f"Setting up {moved / '.venv'}" in done.stderr
    script = (moved / ".venv" / "bin" / "pip").read_text(encoding="utf-8")
    assert str(moved) in script
    assert str(place) not in script


def test_nothing_behind_a_link_is_touched(whole, shelf, tmp_path):
    env = whole[1]
    mine = shop.checkout(tmp_path / "mine", book=shelf[1]["uv"] + shelf[1]["aaa"])
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "pyvenv.cfg").write_text("mine")
    (shared / "notes.txt").write_text("precious")
    (mine / ".venv").symlink_to(shared)
    done = shop.set_up(mine, env)
    assert done.returncode == 0, done.stderr
    assert f"was a link to {shared}, which stays as it is." in done.stderr
    assert sorted(p.name for p in shared.iterdir()) == ["notes.txt", "pyvenv.cfg"]
    assert shop.held(mine / ".venv") == {"aaa-1.0"}
    assert not (mine / ".venv").is_symlink()


def test_a_link_to_an_environment_of_the_same_locks_is_used(whole, tmp_path):
    place, env = whole
    second = tmp_path / "second"
    subprocess.run(["cp", "-a", place, second], check=True)
    subprocess.run(["rm", "-r", second / ".venv"], check=True)
    (second / ".venv").symlink_to(place / ".venv")
    done = shop.set_up(second, env)
    assert (done.returncode, done.stderr) == (0, "")
    assert (second / ".venv").is_symlink()


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_is_no_environment_is_not_emptied(whole, shelf, tmp_path, kind):
    mine = shop.checkout(tmp_path / "mine", book=shelf[1]["uv"])
    if kind == "folder":
        (mine / ".venv").mkdir()
        (mine / ".venv" / "novel.txt").write_text("precious")
    else:
        (mine / ".venv").write_text("my-environment\n")
    sentence = refused(shop.set_up(mine, whole[1]))
    assert sentence == f"{mine / '.venv'} is no environment of Python's: move it away."
    assert (mine / ".venv").is_file() or list((mine / ".venv").iterdir())


def test_two_set_ups_at_once_make_one(shelf, whole, tmp_path):
    mine = shop.checkout(tmp_path / "mine", book=shelf[1]["uv"] + shelf[1]["aaa"])
    command = [shop.BASE, "-I", str(mine / "tools" / "install.py")]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    both = [subprocess.Popen(command, env=whole[1], **pipes) for _ in range(2)]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum(text.count("Setting up") for text in said) == 1
    assert sum(text.count("waiting for it") for text in said) == 1
    assert shop.held(mine / ".venv") == {"aaa-1.0"}


def test_the_user_s_own_settings_do_not_disturb(shelf, whole, tmp_path):
    """Where pip installs to, what else is active, and where Python looks."""
    aside = str(tmp_path / "aside")
    (tmp_path / "pip.conf").write_text(
        f"[global]\nuser = yes\nrequire-virtualenv = yes\n[install]\ntarget = {aside}\n"
        f"no-binary = :all:\nindex-url = {shelf[0].as_uri()}\n"
    )
    env = whole[1] | {
        "PIP_CONFIG_FILE": str(tmp_path / "pip.conf"), "PIP_USER": "1", "PIP_TARGET": aside,
        "PIP_PREFIX": aside, "PIP_REQUIRE_VIRTUALENV": "1", "PIP_DRY_RUN": "1",
        "UV_SYSTEM_PYTHON": "1", "UV_OFFLINE": "1", "UV_NO_BINARY": "1", "UV_INDEX_URL": aside,
        "PYTHONHOME": aside, "PYTHONPATH": aside, "PYTHONUSERBASE": aside,
        "PYTHONWARNINGS": "error", "VIRTUAL_ENV": aside, "CONDA_PREFIX": aside,
    }  # fmt: skip
    del env["PIP_INDEX_URL"]
    mine = shop.checkout(tmp_path / "mine", book=shelf[1]["uv"] + shelf[1]["aaa"])
    done = shop.set_up(mine, env)
    assert done.returncode == 0, done.stderr
    assert "uv cannot" not in done.stderr
    assert shop.held(mine / ".venv") == {"aaa-1.0"}
    assert not os.path.exists(aside)


# --- pip where uv cannot


@pytest.mark.parametrize("why", ["no uv for this machine", "uv does not run", "uv not reached"])
def test_pip_installs_where_uv_cannot(shelf, whole, tmp_path, why):
    lines = shelf[1]
    index = tmp_path / "index"
    book = lines["uv"] + lines["aaa"]
    env = whole[1]
    if why == "no uv for this machine":
        book = shop.stock(index, "uv", "0.1", ELSEWHERE) + lines["aaa"]
        env = env | {"PIP_EXTRA_INDEX_URL": index.as_uri()}
    elif why == "uv does not run":
        files = {
            "uv-0.2.data/scripts/uv": b"not a program of any machine",
            "uv-0.2.dist-info/METADATA": b"Metadata-Version: 2.1\nName: uv\nVersion: 0.2\n",
            "uv-0.2.dist-info/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\n",
        }
        book = shop.pack(index, "uv", "0.2", shop.PURE, files) + lines["aaa"]
        env = env | {"PIP_EXTRA_INDEX_URL": index.as_uri()}
    else:  # a way to name a key ring that only pip has
        env = env | {"PIP_KEYRING_PROVIDER": "import"}
    mine = shop.checkout(tmp_path / "mine", book=book, dev=lines["aaa"] + lines["ccc"])
    done = shop.set_up(mine, env, "dev")
    assert done.returncode == 0, done.stderr
    assert "uv cannot be used (" in done.stderr
    assert "pip installs instead" in done.stderr
    assert shop.held(mine / ".venv") == {"aaa-1.0", "ccc-1.0"}


# --- what is wrong, in one sentence


@pytest.fixture(scope="session")
def bare(tmp_path_factory):
    """An environment with nothing but pip."""
    place = tmp_path_factory.mktemp("bare") / "venv"
    subprocess.run([shop.BASE, "-Im", "venv", place], check=True)
    return place


def fetched(bare, tmp_path, env, *lines: str) -> subprocess.CompletedProcess:
    """Install these lines of a lock as set-up does, but into an environment that is there."""
    lock = tmp_path / "lock.txt"
    lock.write_text("".join(lines))
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'tools')!r}); import fetch;"
        f"fetch.install({str(bare)!r}, [{str(lock)!r}], lambda place: None)"
    )
    (bare / "bin" / "uv").unlink(missing_ok=True)
    pip = [bare / "bin" / "python", "-Im", "pip", "uninstall", "-qy", "uv", "aaa"]
    subprocess.run(pip, check=True, capture_output=True)
    return subprocess.run([shop.BASE, "-Ic", code], env=env, capture_output=True, text=True)


ANSWERS = [
    (401, "the package index, or a proxy before it, refuses (401"),
    (403, "the package index, or a proxy before it, refuses (403 Client Error: Forbidden)."),
    (404, "the package index has no aaa==1.0."),  # after none of uv, either
    (407, "the proxy asks for a name and a password (407): put them into HTTPS_PROXY, as in"),
    (503, "the package index is out of order: try later."),
]


@pytest.mark.parametrize(("status", "sentence"), ANSWERS)
def test_an_index_that_refuses(bare, shelf, tmp_path, status, sentence):
    with shop.answering(status) as address:
        env = shop.settings(tmp_path, address + "/simple")
        done = fetched(bare, tmp_path, env, shelf[1]["uv"], shelf[1]["aaa"])
        assert refused(done).startswith(sentence)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (403, "the proxy refuses the package index (403 Forbidden)."),
        (407, "the proxy asks for a name and a password (407): put them into HTTPS_PROXY, as in"),
    ],
)
def test_a_proxy_that_refuses(bare, shelf, tmp_path, status, sentence):
    with shop.answering(status) as address:
        env = shop.settings(tmp_path, "https://index.invalid/simple", HTTPS_PROXY=address)
        assert refused(fetched(bare, tmp_path, env, shelf[1]["uv"])).startswith(sentence)


def test_no_network(bare, shelf, tmp_path):
    with shop.answering(200) as address:
        pass  # nobody answers there any more
    env = shop.settings(tmp_path, address + "/simple")
    sentence = refused(fetched(bare, tmp_path, env, shelf[1]["uv"]))
    assert sentence.startswith("could not reach the package index: is there a network?")
    env = shop.settings(tmp_path, "https://index.invalid/simple", HTTPS_PROXY=address)
    sentence = refused(fetched(bare, tmp_path, env, shelf[1]["uv"]))
    assert sentence == "the proxy cannot be reached."


def test_no_wheel_for_this_machine(bare, shelf, tmp_path):
    env = shop.settings(tmp_path, shelf[0].as_uri())
    sentence = refused(fetched(bare, tmp_path, env, shelf[1]["uv"], shelf[1]["foreign"]))
    start = "the package index has no wheel of foreign==1.0 for this machine ("
    assert sentence.startswith(start + sysconfig.get_platform())
    assert "Python 3." in sentence


def test_a_version_that_the_index_has_not(bare, shelf, tmp_path):
    env = shop.settings(tmp_path, shelf[0].as_uri())
    missing = f"aaa==3.0 --hash=sha256:{'0' * 64}\n"
    done = fetched(bare, tmp_path, env, shelf[1]["uv"], missing)
    assert refused(done) == "the package index has no aaa==3.0."


@pytest.mark.parametrize("name", ["uv", "aaa"])
def test_another_file_than_the_lock_names(bare, shelf, tmp_path, name):
    env = shop.settings(tmp_path, shelf[0].as_uri())
    lines = {n: shelf[1][n] for n in ("uv", "aaa")}
    lines[name] = re.sub(r"sha256:.*", "sha256:" + "0" * 64, lines[name])
    sentence = refused(fetched(bare, tmp_path, env, *lines.values()))
    assert f"what the package index gives as {name}==" in sentence
    assert "is not the file that the lock names: its hash differs" in sentence


def test_what_failed_is_never_taken_for_done(whole, shelf, tmp_path):
    env = whole[1]
    mine = shop.checkout(tmp_path / "mine", book=shelf[1]["uv"] + shelf[1]["foreign"])
    assert "no wheel of foreign" in refused(shop.set_up(mine, env))
    shop.relock(mine, book=shelf[1]["uv"] + shelf[1]["aaa"])
    assert shop.set_up(mine, env).returncode == 0
    assert shop.held(mine / ".venv") == {"aaa-1.0"}


def test_an_old_python(tmp_path):
    old = "import sys, runpy; sys.version_info = (3, 6, 9); sys.argv = ['install.py'];"
    script = str(ROOT / "tools" / "install.py")
    code = f"{old} runpy.run_path({script!r}, run_name='__main__')"
    done = subprocess.run([shop.BASE, "-Ic", code], capture_output=True, text=True)
    assert refused(done).startswith("the book needs Python 3.11 or newer; this is Python 3.6 (")


@pytest.mark.parametrize("name", ["install.py", "fetch.py"])
def test_an_old_python_can_read_it(name):
    ast.parse((ROOT / "tools" / name).read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("name", ["venv", "ensurepip"])
def test_a_python_without_venv(name):
    without = f"import sys, runpy; sys.modules[{name!r}] = None; sys.argv = ['install.py'];"
    script = str(ROOT / "tools" / "install.py")
    code = f"{without} runpy.run_path({script!r}, run_name='__main__')"
    done = subprocess.run([shop.BASE, "-Ic", code], capture_output=True, text=True)
    sentence = refused(done)
    assert (
        f"has no module {name}; on Debian and Ubuntu install the package python3-venv" in sentence
    )


# --- disks, where the system lets this account mount one


def mounted(options: str, place, command: list[str], env) -> subprocess.CompletedProcess:
    """Run a command where `place` is another disk, or the same one read-only."""
    mount = f'mount {options} "$0" && exec "$@"'
    enter = ["unshare", "--map-root-user", "--mount", "sh", "-c", mount, str(place)]
    try:
        possible = subprocess.run([*enter, "true"], capture_output=True).returncode == 0
    except FileNotFoundError:
        possible = False
    if not possible:
        pytest.skip("this system lets nobody mount a disk here")
    return subprocess.run([*enter, *command], env=env, capture_output=True, text=True)


def test_a_full_disk(shelf, whole, tmp_path):
    mine = shop.checkout(tmp_path / "mine", book=shelf[1]["uv"])
    (mine / ".venv").mkdir()
    command = [shop.BASE, "-I", str(mine / "tools" / "install.py")]
    done = mounted("-t tmpfs -o size=6m none", mine / ".venv", command, whole[1])
    assert refused(done) == "no space is left on the disk."


READ_ONLY = '--bind "$0" "$0" && mount -o remount,ro,bind'


def test_a_checkout_that_cannot_be_written_to(shelf, whole, tmp_path):
    mine = shop.checkout(tmp_path / "mine", book=shelf[1]["uv"] + shelf[1]["aaa"])
    command = [shop.BASE, "-I", str(mine / "tools" / "install.py")]
    sentence = refused(mounted(READ_ONLY, mine, command, whole[1]))
    assert f"{mine / '.venv'} cannot be written to" in sentence
    assert sentence.endswith("with BOOK_BUILD=/another/folder.")
    env = whole[1] | {"BOOK_BUILD": str(tmp_path / "out")}
    done = mounted(READ_ONLY, mine, command, env)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{tmp_path / 'out' / 'venv'}\n"
    assert shop.held(tmp_path / "out" / "venv") == {"aaa-1.0"}
    # one that is set up already is used as it is
    assert shop.set_up(mine, whole[1]).returncode == 0
    done = mounted(READ_ONLY, mine, command, env)
    assert (done.returncode, done.stdout) == (0, f"{mine / '.venv'}\n")


# --- the locks


LOCKS = ["requirements.txt", "requirements/lab.txt", "requirements/dev.txt"]


def pins(name: str) -> dict[str, str]:
    """The version of each package of a lock; every one has hashes."""
    blocks = re.split(r"^(?=\w)", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = [re.match(r"([\w.-]+)==(\S+)", block) for block in blocks[1:]]
    assert all("--hash=sha256:" in block for block in blocks[1:])
    return {pin[1]: pin[2] for pin in found}


def test_the_locks_agree_and_hold_uv():
    found = [pins(name) for name in LOCKS]
    assert "uv" in found[0]
    for one in found:
        for other in found:
            assert not {n for n in one.keys() & other.keys() if one[n] != other[n]}


def test_the_stamp_names_what_is_installed(whole):
    stamp = json.loads((whole[0] / ".venv" / "installed").read_text(encoding="utf-8"))
    assert stamp["place"] == str((whole[0] / ".venv").resolve())
    assert "book" in stamp["locks"]

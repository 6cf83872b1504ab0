"""A package index of a few packages on this machine, and a checkout that is set up from it."""

import contextlib
import hashlib
import http.server
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from press import ROOT

BASE = getattr(sys, "_base_executable", None) or sys.executable
PURE = "py3-none-any"
UV = distribution("uv")


def stock(shelf: Path, name: str, version: str, tag: str = PURE) -> str:
    """Put a package of one module on the shelf; its line of a lock."""
    note = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": b"",
        f"{note}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode(),
        f"{note}/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n".encode(),
    }
    return pack(shelf, name, version, tag, files)


def stock_uv(shelf: Path) -> str:
    """Put the uv that is installed here on the shelf; its line of a lock."""
    files = {
        path.as_posix(): path.locate().read_bytes()
        for path in UV.files
        if path.parts[0].startswith("uv") and path.suffix != ".pyc" and path.name != "RECORD"
    }
    data = f"uv-{UV.version}.data/scripts/uv"
    files[data] = next(p for p in UV.files if p.name == "uv").locate().read_bytes()
    return pack(shelf, "uv", UV.version, PURE, files)


def pack(shelf: Path, name: str, version: str, tag: str, files: dict[str, bytes]) -> str:
    """Put a wheel with these files into the index; its line of a lock."""
    folder = shelf / name
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"{name}-{version}-{tag}.whl"
    record = f"{name}-{version}.dist-info/RECORD"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path)
            entry.external_attr = 0o100755 << 16
            archive.writestr(entry, content)
        archive.writestr(record, "".join(f"{path},,\n" for path in [*files, record]))
    links = "".join(f'<a href="{p.name}">{p.name}</a>\n' for p in sorted(folder.glob("*.whl")))
    (folder / "index.html").write_text(links)
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def checkout(folder: Path, **locks: str) -> Path:
    """A checkout that has the tools and these locks, and nothing else."""
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "requirements").mkdir()
    relock(folder, **locks)
    return folder


def relock(folder: Path, book: str, lab: str = "", dev: str = "") -> None:
    """Write other locks, as a switch to another branch does."""
    (folder / "requirements.txt").write_text(book)
    (folder / "requirements" / "lab.txt").write_text(lab)
    (folder / "requirements" / "dev.txt").write_text(dev)


def settings(home: Path, index: str, **more: str) -> dict[str, str]:
    """The variables of a user whose pip knows one index, and whose proxy is nobody's."""
    kept = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
    kept = {k: v for k, v in kept.items() if not k.startswith(("PIP_", "UV_", "BOOK_"))}
    own = {"HOME": str(home), "PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": index}
    own |= {"PIP_RETRIES": "0", "PIP_CACHE_DIR": str(home / "pip"), "XDG_CACHE_HOME": str(home)}
    return kept | own | more


def set_up(folder: Path, env: dict[str, str], *sets: str) -> subprocess.CompletedProcess:
    """Run the project's own set-up, as make does."""
    command = [BASE, "-I", str(folder / "tools" / "install.py"), *sets]
    return subprocess.run(command, env=env, capture_output=True, text=True)


def held(place: Path) -> set[str]:
    """The packages of an environment, but for pip and what pip brings."""
    found = (path.name.rpartition(".")[0] for path in place.glob("lib/python*/*/*.dist-info"))
    return {n for n in found if not n.startswith(("pip-", "setuptools-", "uv-"))}


@contextlib.contextmanager
def answering(status: int) -> Iterator[str]:
    """A server that gives every request one answer; its address."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def reply(self) -> None:
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_HEAD = do_CONNECT = reply

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()

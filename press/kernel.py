"""The kernel of one chapter: its cells run here, in a process that runs nothing else.

The process is forked from a server that has imported what is slow to import, so it starts at once
and shares nothing with other chapters. Inside it is Jupyter's own in-process kernel.
"""

import contextlib
import importlib
import os
import signal
import sys
import time
from types import FrameType

from ipykernel.inprocess.manager import InProcessKernelManager

from evidence import tables

from . import trace
from .forks import collect_less

for heavy in (
    "font_source_sans_pro",
    "ipykernel.debugger",
    "ipykernel.inprocess.ipkernel",
    "IPython.core.magics",
    "matplotlib.backends.backend_svg",
    "matplotlib.pyplot",
    "pandas.io.formats.csvs",
    "pandas.io.formats.html",
    "psutil",
    "tornado.platform.asyncio",
):
    importlib.import_module(heavy)
# the process that builds tells of broken data; here they are only loaded early
with contextlib.suppress(tables.DataError):
    tables.table("claims")
tables.handed_out.clear()
collect_less()

# what a notebook keeps of each kind of message
FIELDS = {
    "display_data": ("data", "metadata"),
    "execute_result": ("data", "metadata", "execution_count"),
    "stream": ("name", "text"),
    "error": ("ename", "evalue", "traceback"),
}


def run(cells: list[str], folder: str, seconds: float) -> dict:
    """Execute cells in order, in `folder`, each for at most `seconds`.

    Returns `outputs` (for each cell a list of notebook outputs), `seconds` (in all), `notes` (what
    was read, see press/trace.py), and, where a cell failed, `failed` (its place in `cells`) and
    `error` (its traceback without colours).
    """
    os.chdir(folder)
    sys.path.insert(0, folder)
    started = time.perf_counter()
    manager = InProcessKernelManager()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    manager.kernel.shell.run_line_magic("colors", "nocolor")
    found = {"outputs": []}
    with trace.noting(closely=True) as notes:
        for place, code in enumerate(cells):
            with limited(seconds):
                client.execute(code)
            reply = client.get_shell_msg()["content"]
            found["outputs"].append(received(client.iopub_channel))
            if reply["status"] == "error":
                found |= {"failed": place, "error": "\n".join(reply["traceback"])}
                break
    # what was loaded before this process was forked
    shared = [*trace.modules(), *(file for n in tables.handed_out for file in tables.files(n))]
    found["seconds"] = time.perf_counter() - started
    return found | {"notes": trace.read(shared) | notes}


def received(channel: object) -> list[dict]:
    """The outputs that a cell has sent, in order, texts of one stream joined."""
    outputs = []
    while channel.msg_ready():
        message = channel.get_msg()
        kind = message["msg_type"]
        if kind not in FIELDS:
            continue
        output = {"output_type": kind, **{name: message["content"][name] for name in FIELDS[kind]}}
        if "text/markdown" in output.get("data", {}):
            output["data"].pop("text/html", None)  # for JupyterLab; the book prints the former
        last = outputs[-1] if outputs else {}
        if kind == "stream" and last.get("name") == output["name"]:
            last["text"] += output["text"]
        else:
            outputs.append(output)
    return outputs


@contextlib.contextmanager
def limited(seconds: float) -> object:
    """Raise TimeoutError inside what runs longer."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"the cell ran longer than {seconds:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

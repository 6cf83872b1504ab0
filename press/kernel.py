"""The kernel of one chapter: its cells run here, in a process that runs nothing else.

The process is forked from one that has imported what is slow to import, so it starts at once
and shares nothing with other chapters. Inside it is Jupyter's own in-process kernel.
"""

import contextlib
import importlib
import multiprocessing
import os
import sys
import time
from multiprocessing.connection import Connection
from types import SimpleNamespace

import matplotlib
from ipykernel.inprocess.ipkernel import InProcessKernel
from ipykernel.inprocess.manager import InProcessKernelManager
from ipykernel.inprocess.socket import DummySocket
from ipykernel.iostream import IOPubThread
from matplotlib_inline.config import InlineBackend
from traitlets.config import Config

from evidence import tables

from . import trace
from .forks import collect_less
from .outputs import Outputs, Streams

for heavy in (
    "font_source_sans_pro",
    "ipykernel.debugger",
    "IPython.core.magics",
    "matplotlib.backends.backend_svg",
    "matplotlib.pyplot",
    "matplotlib_inline.backend_inline",
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


class Kernel(InProcessKernel):
    """Jupyter's kernel, where a cell may `await` though there is no thread for messages."""

    shell_channel_thread = SimpleNamespace(parent_thread=None)
    _supports_kernel_subshells = False


def run(tell: Connection, cells: list[dict], folder: str, streams: Streams) -> None:
    """Execute cells in order, in `folder`.

    A cell has a `source`, and a mark where it is to be `skipped` or where it `may_fail`. Tells
    `("cell", place)` before each cell and `("done", found)` at the end: `outputs` (for each cell a
    list of notebook outputs), `seconds` (in all), `modules` and `tables` (names of the evidence
    modules and tables used), and, where a cell failed, `failed` (its place in `cells`) and
    `error` (its traceback without colours).
    """
    started = time.perf_counter()
    found = {}
    streams.redirect()
    surround(folder)
    client = start()
    outputs = Outputs(client, streams, [cell["source"] for cell in cells])
    with trace.noting(closely=True) as notes:
        for place, cell in enumerate(cells):
            tell.send(("cell", place))
            if cell["skipped"]:
                continue
            outputs.begin(place)
            client.execute(cell["source"], allow_stdin=False)
            error = fault(client)
            outputs.written()
            if error and not cell["may_fail"]:
                found |= {"failed": place, "error": error}
                break
    found["outputs"] = outputs.kept()
    # what was loaded before this process was forked
    shared = [*trace.modules(), *(file for n in tables.handed_out for file in tables.files(n))]
    found["notes"] = trace.read(shared) | notes
    found["seconds"] = time.perf_counter() - started
    tell.send(("done", found))


def surround(folder: str) -> None:
    """Make the process what a chapter expects to run in: its folder, and forks of its own."""
    os.chdir(folder)
    sys.path.insert(0, folder)
    # a pool's processes know the functions of the notebook only where they are forks of this one
    multiprocessing.set_start_method("fork", force=True)


def start() -> object:
    """A client of a new kernel that sends its messages at once, in this thread: in their order."""
    # Jupyter would write each cell into the user's history
    manager = InProcessKernelManager(config=Config(HistoryManager={"hist_file": ":memory:"}))
    socket = DummySocket()
    manager.kernel = Kernel(
        parent=manager,
        session=manager.session,
        _underlying_iopub_socket=socket,
        iopub_thread=IOPubThread(socket, session=manager.session),  # not started
        stdout=sys.stdout,
        stderr=sys.stderr,
    )
    client = manager.client()
    client.start_channels()
    shell = manager.kernel.shell
    shell.run_line_magic("colors", "nocolor")
    # figures show as in Jupyter, but drawn for print, and the same in every build
    inline = InlineBackend.instance(parent=shell)
    inline.figure_formats = {"svg"}
    inline.print_figure_kwargs |= {"metadata": {"Date": None, "Creator": None}}
    matplotlib.rcParams["svg.hashsalt"] = "figure"
    shell.enable_matplotlib("inline")
    return client


def fault(client: object) -> str:
    """The error of the cell that was just executed, "" where there is none."""
    reply = client.get_shell_msg()["content"]
    if client.kernel.shell.exit_now or reply.get("ename") == "SystemExit":
        return "it asked to leave (exit, quit or sys.exit) before the chapter has ended"
    return "\n".join(reply.get("traceback", []))

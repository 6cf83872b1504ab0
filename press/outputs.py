"""What the cells of a chapter send and write, kept as Jupyter would keep it in a notebook.

Messages are taken as nbclient takes them: updates of a display, cleared outputs, widgets.
What is written to the standard streams, by Python, by C or by a child process, goes to files and
takes its place among the messages.
"""

import ctypes
import io
import os
import re
import sys
import tempfile

from IPython.utils.path import compress_user
from nbclient import NotebookClient
from nbformat import NotebookNode, v4

from . import ROOT

SHOWN = ("display_data", "execute_result", "update_display_data", "clear_output", "error")
NUMBERS = {"stdout": 1, "stderr": 2}


class Streams:
    """Two files without a name that take what a process, and its children, write to 1 and 2."""

    def __init__(self) -> None:
        self.files = {}
        for name in NUMBERS:
            number, path = tempfile.mkstemp()
            os.close(number)
            self.files[name] = (io.FileIO(path, "a"), io.FileIO(path))
            os.unlink(path)

    def redirect(self) -> None:
        """Let this process write to the files from now on; Python's streams keep nothing back."""
        for name, number in NUMBERS.items():
            getattr(sys, f"__{name}__").flush()
            os.dup2(self.files[name][0].fileno(), number)
            raw = io.FileIO(number, "w", closefd=False)
            stream = io.TextIOWrapper(raw, "utf-8", write_through=True)
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)

    def new(self) -> list[tuple[str, str]]:
        """Name and text of each stream that was written to since last asked."""
        ctypes.CDLL(None).fflush(None)  # what C code has printed and keeps back
        read = {name: reader.read() for name, (_, reader) in self.files.items()}
        return [(name, text.decode(errors="replace")) for name, text in read.items() if text]

    def size(self) -> int:
        """Bytes written in all."""
        return sum(os.fstat(reader.fileno()).st_size for _, reader in self.files.values())

    def end(self, name: str, size: int) -> str:
        """The last `size` bytes of a stream, without moving in it."""
        number = self.files[name][1].fileno()
        start = max(0, os.fstat(number).st_size - size)
        return os.pread(number, size, start).decode(errors="replace").strip()

    def close(self) -> None:
        """Let the files go."""
        for pair in self.files.values():
            for file in pair:
                file.close()


class Outputs:
    """The outputs of each cell, gathered while `client` executes them one by one."""

    def __init__(self, client: object, streams: Streams, sources: list[str]) -> None:
        self.notebook = v4.new_notebook(cells=[v4.new_code_cell(code) for code in sources])
        self.taker = NotebookClient(self.notebook, record_timing=False)
        self.taker.kc = client
        self.streams = streams
        self.begin(0)
        client.iopub_channel.call_handlers = self.take

    def begin(self, place: int) -> None:
        """Take what follows for the outputs of this cell."""
        self.place, self.taker.clear_before_next_output = place, False

    def take(self, message: dict) -> None:
        """Take a message of the kernel, after what was written before it was sent."""
        if message["msg_type"] in SHOWN:
            self.written()
        if message["msg_type"] != "status":  # by which nbclient would know the end of the cell
            self.put(message)

    def put(self, message: dict) -> None:
        """Hand a message to nbclient."""
        self.taker.process_message(message, self.notebook.cells[self.place], self.place)

    def written(self) -> None:
        """Add what was written to the streams."""
        for name, text in self.streams.new():
            head = {"msg_type": "stream"}
            content = {"name": name, "text": text}
            self.put({**head, "header": head, "parent_header": {}, "content": content})

    def kept(self) -> list[list[NotebookNode]]:
        """The outputs of each cell."""
        return [tidied(cell.outputs) for cell in self.notebook.cells]


def tidied(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Outputs as the book prints them: texts of one stream joined, no path of this machine."""
    joined = []
    for output in outputs:
        last = joined[-1] if joined else {}
        if output.output_type == "stream" and last.get("name") == output.name:
            last.text += output.text
            continue
        if output.output_type == "error":
            output.traceback = [without_root(line) for line in output.traceback]
        elif "text/markdown" in output.get("data", {}):
            output.data.pop("text/html", None)  # for JupyterLab; the book prints the former
        joined.append(output)
    for output in joined:
        if output.output_type == "stream":
            output.text = "\n".join(map(settled, output.text.split("\n")))
    return joined


def without_root(text: str) -> str:
    """A text in which the files of the book are named from its top."""
    for root in (str(ROOT), compress_user(str(ROOT))):
        text = text.replace(f"{root}/", "")
    return text


def settled(line: str) -> str:
    """A line as a terminal leaves it: what stands after a carriage return covers what was there."""
    if "\r" not in line and "\b" not in line:
        return line
    shown, at = [], 0
    for part in re.split("([\r\b])", line):
        if part == "\r":
            at = 0
        elif part == "\b":
            at = max(0, at - 1)
        else:
            shown[at : at + len(part)] = part
            at += len(part)
    return "".join(shown)

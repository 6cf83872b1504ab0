"""`objects.inv`, by which other books link to this one, in bytes that are the same everywhere.

Sphinx packs it with the zlib of the machine, and what that makes of the same text is not the same
on all. The format allows a stream that is not packed at all.
"""

import struct
import zlib
from pathlib import Path

from sphinx.application import Sphinx

HEAD = 4  # lines before the stream
LARGEST = 0xFFFF  # bytes in a block


def stream(content: bytes) -> bytes:
    """A zlib stream (RFC 1950) of blocks that hold their bytes as they are."""
    blocks = [content[i : i + LARGEST] for i in range(0, len(content), LARGEST)] or [b""]
    found = b"\x78\x01"
    for block in blocks:
        size = len(block)
        found += struct.pack("<BHH", block is blocks[-1], size, size ^ LARGEST) + block
    return found + struct.pack(">I", zlib.adler32(content))


def unpack(app: Sphinx, error: Exception | None) -> None:
    """Write the inventory anew."""
    path = Path(app.outdir) / "objects.inv"
    if error or not path.exists():  # not every builder writes one
        return
    *head, packed = path.read_bytes().split(b"\n", HEAD)
    path.write_bytes(b"\n".join([*head, stream(zlib.decompress(packed))]))


def setup(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("build-finished", unpack)

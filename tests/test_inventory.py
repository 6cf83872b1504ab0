"""What is not packed is the same bytes for any zlib, and any zlib reads it."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.inventory import LARGEST, stream


@given(st.binary(max_size=300))
def test_it_reads_as_it_was(content):
    assert zlib.decompress(stream(content)) == content
    assert content in stream(content)


@pytest.mark.parametrize("size", [0, 1, LARGEST - 1, LARGEST, LARGEST + 1, 2 * LARGEST, 200_000])
def test_long_and_empty(size):
    content = bytes(i % 251 for i in range(size))
    assert zlib.decompress(stream(content)) == content

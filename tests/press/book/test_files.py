"""Files beside the pages are written when these are whole, and for the screen only."""

from types import SimpleNamespace

import pytest

from press.book import files


def written(builder, error):
    """How often something is written at the end of a build."""
    found, connected = [], []
    app = SimpleNamespace(
        builder=SimpleNamespace(name=builder),
        connect=lambda event, handler, priority: connected.append((event, handler)),
    )
    files.when_written(app, found.append)
    ((event, handler),) = connected
    assert event == "build-finished"
    handler(app, error)
    return len(found)


@pytest.mark.parametrize(
    ("builder", "error", "times"),
    [("html", None, 1), ("dirhtml", None, 1), ("bookpdf", None, 0), ("html", ValueError(), 0)],
)
def test_nothing_is_written_for_another_builder_or_after_an_error(builder, error, times):
    assert written(builder, error) == times

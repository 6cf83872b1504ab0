"""How a chapter shows what it found: words, tables, results and charts."""

from importlib import import_module

__all__ = ["Markup", "claim", "escape", "measured", "result", "table", "verdict", "worded"]


def __getattr__(name: str) -> object:
    """What stands in `blocks`, imported when first asked for: `make check` reads the catalogues,
    and would wait a second for pandas that it does not use."""
    if name in __all__:
        return getattr(import_module("evidence.show.blocks"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""How a chapter shows what it found: words, tables, results and charts."""

from evidence.show.blocks import Markup, claim, escape, measured, result, table, verdict, worded

__all__ = ["Markup", "claim", "escape", "measured", "result", "table", "verdict", "worded"]

"""Stated starts in Europe."""

import pandas as pd

from evidence import show
from evidence.show import say, words
from evidence.themes.timeline import openings

said = say.of("timeline")


def starts() -> pd.DataFrame:
    """The starts in countries that the United Nations counts as Europe."""
    found = openings.starts()
    return found[found["un_region"] == "Europe"]


def show_table() -> None:
    """Show the table of these starts."""
    rows = starts()
    rows = rows.assign(
        year=rows["id"].map(show.claim),
        date=rows["date"].map(words.when),
        kind=[said("tab-europe", kind) for kind in rows["kind"]],
    )
    show.worded(rows, "timeline", "tab-europe")


def tell() -> None:
    """Show in how many countries of Europe a start is stated."""
    rows = starts()
    show.result("timeline-europe", words.number(rows["iso3"].nunique()), list(rows["id"]))

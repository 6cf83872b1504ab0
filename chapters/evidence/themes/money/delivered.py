"""What Cuba says that the missions have delivered."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import totals
from evidence.show import say, words
from evidence.themes.money import reading

said = say.of("money")


def fallen(services: pd.DataFrame) -> list[str]:
    """The measures of services given of which a running total has certainly fallen."""
    return [m for m, some in services.groupby("measure") if len(totals.falls(some))]


def show_delivered() -> None:
    """Show every total of services given, and whether one has fallen."""
    rows = tables.claims(topic="impact", scope="world")
    rows = rows.sort_values(["measure", "as_of"], kind="stable")
    labels = tables.measures().set_index("measure")["label"]
    told = said("impact", *reading.impact([labels[m] for m in fallen(rows)]))
    show.result("money-impact-sentence", told, list(rows["id"]))
    table = rows.assign(
        what=rows["measure"].map(labels).str.removesuffix(" abroad").str.capitalize(),
        total=rows["id"].map(show.claim),
        stated=rows["as_of"].map(words.when),
        publisher=rows["source_id"].map(tables.sources().set_index("source_id")["publisher"]),
    )
    show.worded(table, "money", "tab-money-impact", right=("total",))

"""How publishers are labelled: the rule, and every publisher by it."""

from evidence import show
from evidence.ledger import tables
from evidence.show import say, words

said = say.of("book")


def show_kinds() -> None:
    """Show the kinds of publisher, the side of each, and how many sources are of it."""
    kinds = tables.table("publisher_kinds")
    table = kinds.assign(
        sources=kinds["kind"].map(tables.sources()["publisher_kind"].value_counts()),
        kind=kinds["label"],
        side=kinds["side"].map(words.STAKES),
    )
    show.worded(table, "book", "tab-publisher-kinds", right=("sources",))


def show_publishers() -> None:
    """Show every publisher with its kind and side, and the reason."""
    labels = tables.table("publisher_kinds").set_index("kind")["label"]
    rows = tables.sources().drop_duplicates(["publisher", "publisher_kind", "publisher_why"])
    rows = rows.sort_values(["publisher", "publisher_kind"], kind="stable")
    table = rows.assign(
        publisher=rows["publisher"].replace("", said("tab-publishers", "no publisher")),
        kind=rows["publisher_kind"].map(labels),
        side=rows["stake"].map(words.STAKES),
        why=rows["publisher_why"],
    )
    show.worded(table, "book", "tab-publishers")

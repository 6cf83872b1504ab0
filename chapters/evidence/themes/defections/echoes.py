"""Where the number comes from: the count, and the statements that go back to it."""

from evidence import show
from evidence.ledger import lineage, tables
from evidence.show import words
from evidence.themes.defections import counted, parole


def repeating(claim_id: str) -> list[str]:
    """The ids of the claims that go back to one."""
    roots = lineage.roots(tables.table("repeats"))
    return list(roots.index[roots == claim_id])


def show_echoes() -> None:
    """Show the count, its echoes and the documented figure, the newest first."""
    approved = parole.headline("approvals")
    again = repeating(approved)
    rows = tables.claims(id=[approved, *again, counted.DOCUMENTED])
    rows = rows.assign(
        statement=rows["id"].map(show.claim),
        what=rows["measure"].map(tables.measures().set_index("measure")["label"]),
        date=rows["as_of"].map(words.when),
        publisher=counted.publishers(rows),
    ).sort_values("date_start", ascending=False, kind="stable")
    show.result("lineage-echoes", words.number(len(again)), list(rows["id"]))
    show.worded(rows, "defections", "tab-lineage")

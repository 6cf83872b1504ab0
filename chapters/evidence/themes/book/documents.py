"""What the two documents say: their figures, how they are put, and what both share."""

from typing import Literal

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.show import charts, marks, say, words

said = say.of("book")
COLOURS = {"exact": charts.BLUE, "hedged": charts.GREY, "vague": charts.VERMILION}


def figures() -> pd.DataFrame:
    """The documented figures, with the `document` that each stands in."""
    titles = tables.judgements("documents").set_index("item")["part"].to_dict()
    rows = tables.claims(source_id=list(titles))
    return rows.assign(document=rows["source_id"].map(titles))


def numbered(rows: pd.DataFrame) -> pd.DataFrame:
    """Those of figures that have a number."""
    return rows[rows["qualifier"] != "vague"]


def shared(figures: pd.DataFrame, text: str) -> Literal["some", "none"]:
    """Whether two texts (column `text`) give a figure of the same measure and value."""
    texts = figures.groupby(["measure", "value"])[text].nunique()
    return "some" if (texts > 1).any() else "none"


def were_read(ways: pd.Series) -> Literal["in full", "not in full"]:
    """Whether both documents were read in full; `ways` are those of the column read_as."""
    return "in full" if (ways != "excerpt").all() else "not in full"


def put(qualifier: str) -> Literal["exact", "hedged", "vague"]:
    """How a figure is put: bare, with a hedge, or in words alone."""
    return qualifier if qualifier in ("exact", "vague") else "hedged"


def tell(rows: pd.DataFrame) -> None:
    """Show how many figures there are of which kind; `rows` as figures."""
    with_number = numbered(rows)
    sources = tables.sources().set_index("source_id")
    read = sources.loc[list(dict.fromkeys(rows["source_id"])), "read_as"]
    show.result("figures-read", said("were_read", were_read(read)))
    show.result("figures-all", words.number(len(rows)))
    show.result("figures-numbered", words.number(len(with_number)))
    show.result("figures-shared", said("shared", shared(with_number, "document")))
    show.result("figures-vague", words.number(len(rows) - len(with_number)))
    show.result("figures-attributed", words.number((rows["attributed_to"] != "").sum()))
    show.result("figures-teasers", words.number((rows["topic"] == "teaser").sum()))


def draw(rows: pd.DataFrame) -> None:
    """Show the chart of the ways the figures are put; `rows` as figures."""
    kinds = rows.assign(kind=rows["qualifier"].map(put))
    counts = kinds.pivot_table(
        index="document", columns="kind", values="id", aggfunc="count", fill_value=0
    )
    counts = counts.rename(columns={kind: said("put", kind) for kind in COLOURS})
    figure, axes = charts.new(height=1.9)
    marks.stacked(axes, counts, {said("put", kind): colour for kind, colour in COLOURS.items()})
    article, page = (
        ", ".join(said("fig-hedges", "count", number=f"{n}", kind=k) for k, n in row.items())
        for _, row in counts.sort_index(kind="stable").iterrows()
    )
    drawn = rows[["id", "document", "measure", "qualifier", "value", "source_id"]]
    charts.worded(
        figure, "book", "fig-hedges", drawn, all=words.number(len(rows)),
        vague=words.number(len(rows) - len(numbered(rows))), article=article, page=page,
    )  # fmt: skip


def show_tables(rows: pd.DataFrame) -> None:
    """Show the figures with a number, a table a document; `rows` as figures."""
    with_number = document_statements(numbered(rows))
    for name, document in (("tab-article", "Article of 2020"), ("tab-page", "Page of 2022")):
        show.worded(with_number[with_number["document"] == document], "book", name)


def show_vague(rows: pd.DataFrame) -> None:
    """Show the figures without a number; `rows` as figures."""
    show.worded(document_statements(rows[rows["qualifier"] == "vague"]), "book", "tab-vague")


def document_statements(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of figures in the words of a table: figure, what, paragraph, attributed."""
    labels = tables.measures().set_index("measure")["label"]
    return rows.assign(
        figure=rows["id"].map(show.measured),
        what=rows["measure"].map(labels),
        paragraph=rows["locator"].str.removeprefix("para "),
        attributed=rows["attributed_to"].replace("", said("nobody")),
    )

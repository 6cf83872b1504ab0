"""What was counted: every dated count of the programme, and what the number goes back to."""

from textwrap import fill

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import flows
from evidence.show import charts, marks, say, words
from evidence.themes.defections import parole, reading

said = say.of("defections")
DOCUMENTED = "pb-defections"
MEASURES = [
    "parole_approvals", "parole_visas", "parole_applications", "parole_people",
    "parole_personnel_approved",
]  # fmt: skip
PLACES = [(8, 0), (2, -20), (8, 8), (-8, 12), (8, -16)]  # of the labels, in points
THOUSAND = 1000


def same_unit() -> bool:
    """Whether the count behind the documented number counts what the number is said to be of."""
    documented, counted = tables.claim(DOCUMENTED), tables.claim(parole.headline("approvals"))
    return documented["unit"] == counted["unit"]


def measure_and_start(rows: pd.DataFrame) -> list[str]:
    """What each count is of, and from which country where it is of one alone."""
    labels, names = tables.measures().set_index("measure")["label"], tables.country_names()
    what = rows["measure"].map(labels)
    return [
        label if country in ("", "USA") else said("tab-parole", "from", what=label,
                                                  country=names[country])
        for label, country in zip(what, rows["country_iso3"], strict=True)
    ]  # fmt: skip


def periods(rows: pd.DataFrame, otherwise: str) -> list[str]:
    """The period of each claim in words, or other words where none is stated."""
    return [words.period(r.date_start, r.date_end) or otherwise for r in rows.itertuples()]


def publishers(rows: pd.DataFrame) -> pd.Series:
    """Who published each claim."""
    return rows["source_id"].map(tables.sources().set_index("source_id")["publisher"])


def show_counts() -> None:
    """Show every count of approvals, visas, applications or people that carries a date."""
    rows = flows.dated(tables.claims(measure=MEASURES))
    table = rows.assign(
        count=rows["id"].map(show.claim),
        what=measure_and_start(rows),
        period=periods(rows, said("tab-parole", "no period")),
        date=rows["as_of"].map(words.when),
        publisher=publishers(rows),
    )
    show.worded(table, "defections", "tab-parole")


def two_lines(text: str) -> str:
    """What a count is of, on two lines where it is long or has a comma: for a direct label."""
    lines = text.replace(", ", ",\n").split("\n")
    return "\n".join(fill(line, 21) for line in lines)


def draw_counts() -> None:
    """Show the chart of running counts and estimates beside the article's number."""
    named = tables.judged_parts("labelled-parole")
    what = {claim_id: two_lines(text) for text, (claim_id,) in named.items()}
    figure, axes = charts.new(height=3.3)
    points = tables.claims(id=tables.judged("labelled-parole"))
    drawn = marks.over_time(axes, points, unit=THOUSAND)
    beside, told = marks.beside("labelled-parole", PLACES), []
    for row in drawn.to_dict("records"):
        fills = {"point": marks.tell(row, THOUSAND), "what": what[row["id"]]}
        label = said("fig-parole", "label", fills)
        marks.label(axes, row["time"], row["value"] / THOUSAND, label, *beside[row["id"]])
        told.append(said("fig-parole", "told", fills))
    article = tables.claim(DOCUMENTED)
    axes.axhline(article["value"] / THOUSAND, color=charts.GREY, lw=0.8, ls=(0, (4, 3)))
    marks.label(axes, 2006.2, article["value"] / THOUSAND, said("fig-parole", "article"), 0, 7)
    axes.set(ylabel=said("fig-parole", "y"), ylim=(0, 10), xlim=(2006, 2021))
    marks.key(axes, "lower right")
    charts.worded(
        figure, "defections", "fig-parole", drawn, title=reading.fig_parole_title(same_unit()),
        points="; ".join(told), documented=words.figure(article),
    )  # fmt: skip

"""What the ledger holds: claims by topic and by grade, who repeats whom, what was corrected."""

from typing import Literal

import pandas as pd

from evidence import show
from evidence.ledger import corrections, lineage, tables
from evidence.show import charts, marks, say, words
from evidence.weigh import calibrated, grades

said = say.of("book")
COLOURS = {"A": "#08415C", "B": charts.BLUE, "C": "#6C7A86", "D": "#8A4B1F"}  # of the grades
MOST = 50  # percent from which most claims of a group stand near a count
AT_THE_PAGE = ("page", "full_copy", "dataset")  # ways of a second reading
LINES = 6  # statements with the most echoes that are drawn


def graded() -> pd.DataFrame:
    """All claims with points, grade, and `publishers`: the group that their publisher is of."""
    sources = tables.sources()
    claims = grades.with_grades(tables.claims(), sources)
    stakes = claims["source_id"].map(sources.set_index("source_id")["stake"])
    return claims.assign(publishers=stakes.map(marks.group_of))


def tell() -> None:
    """Show how many claims, sources and measures there are, and how many are near a count."""
    claims, undated = graded(), without_date(graded())
    read = claims["source_id"].map(tables.sources().set_index("source_id")["read_as"])
    show.result("ledger-claims", words.number(len(claims)))
    show.result("ledger-sources", words.number(claims["source_id"].nunique()))
    show.result("ledger-measures", words.number(claims["measure"].nunique()))
    show.result("ledger-undated", words.number(undated.sum()))
    show.result("ledger-excerpt", words.number((read == "excerpt").sum()))
    show.result("ledger-grade-a", words.number((claims["grade"] == "A").sum()))
    near = words.number(claims["grade"].isin(calibrated.NEAR).sum())
    show.result("ledger-near", said("some of all", some=near, all=words.number(len(claims))))


def without_date(claims: pd.DataFrame) -> "pd.Series[bool]":
    """Which claims have neither a date nor a period."""
    return claims[["as_of", "date_start", "date_end"]].eq("").all(axis=1)


def show_topics() -> None:
    """Show claims, measures and sources by topic."""
    claims = tables.claims()
    by_topic = claims.assign(undated=without_date(claims)).groupby("topic", sort=False)
    table = by_topic.agg(
        claims=("id", "size"),
        measures=("measure", "nunique"),
        sources=("source_id", "nunique"),
        undated=("undated", "sum"),
    )
    order = [topic for topic in tables.vocabulary("claims", "topic") if topic in table.index]
    counts = tuple(table.columns)
    table = table.loc[order].map(words.number).rename_axis("topic").reset_index()
    names = table["topic"].str.replace("_", " ").str.capitalize()
    table["topic"] = names.replace("Henry reeve", "Henry Reeve")
    show.worded(table, "book", "tab-topics", right=counts)


def fig_grades_title(
    near: pd.Series,
) -> tuple[Literal["far everywhere", "near everywhere", "far for some"], dict[str, str]]:
    """Where most claims stand: `near`, by group of publishers the percent near a count."""
    few = list(near.index[near < MOST])
    if len(few) == len(near):
        return "far everywhere", {}
    return "far for some" if few else "near everywhere", {"groups": ", ".join(few)}


def draw_grades() -> None:
    """Show the chart of the grades in each group of publishers."""
    claims = graded()
    counts = pd.crosstab(claims["publishers"], claims["grade"]).loc[list(marks.GROUPS)]
    share = counts.div(counts.sum(axis=1), axis=0) * 100
    figure, axes = charts.new(height=2.4)
    marks.stacked(axes, share.round(0), COLOURS)
    told = [
        said(
            "fig-grades", "group", group=name,
            grades=", ".join(
                said("fig-grades", "grade", grade=grade, share=f"{value:.0f}")
                for grade, value in row.items()
            ),
        )
        for name, row in share.iterrows()
    ]  # fmt: skip
    title, fills = fig_grades_title(share[list(calibrated.NEAR)].sum(axis=1))
    drawn = claims[["id", "source_id", "points", "grade"]].assign(group=claims["publishers"])
    charts.worded(
        figure, "book", "fig-grades", drawn, title=title, number=words.number(len(share)),
        groups_told="; ".join(told), **fills,
    )  # fmt: skip


def echoes() -> pd.Series:
    """How many claims repeat each statement that is repeated, most first."""
    roots = lineage.roots(tables.table("repeats"))
    return roots.groupby(roots).size().sort_values(ascending=False, kind="stable")


def tell_echoes() -> None:
    """Show how many claims repeat another, and how many statements they go back to."""
    found = echoes()
    show.result("ledger-echoes", words.number(found.sum()))
    show.result("ledger-roots", words.number(len(found)))


def draw_echoes() -> None:
    """Show the chart of the statements with the most echoes."""
    roots = lineage.roots(tables.table("repeats"))
    figure, axes = charts.new(height=3.6)
    wanted = list(
        dict.fromkeys(
            [
                *echoes().index[:LINES],
                roots["parole-personnel-approved.united-states.2017.us-senate"],
            ]
        )
    )
    drawn = marks.lineage(axes, tables.claims(), roots, wanted)
    marks.key(axes, "lower right")
    told = [
        said(
            "fig-lineage", "line", statement=marks.tell(tables.claim(root)),
            echoes=words.number((drawn["root"] == root).sum() - 1),
        )
        for root in drawn["root"].unique()
    ]  # fmt: skip
    charts.worded(figure, "book", "fig-lineage", drawn, lines="; ".join(told))


def show_read_again() -> None:
    """Show how many claims were read a second time, by where, and those that were not found."""
    claims = tables.claims()
    again = claims[claims["checked"].isin([*AT_THE_PAGE, "sister", "not_found"])]
    show.result("ledger-again", words.number(len(again)))
    at_the_page = again["checked"].isin(AT_THE_PAGE).sum()
    show.result("ledger-again-page", words.number(at_the_page))
    show.result("ledger-again-sister", words.number((again["checked"] == "sister").sum()))
    missing = again[again["checked"] == "not_found"]
    labels = tables.measures().set_index("measure")["label"]
    publishers = tables.sources().set_index("source_id")["publisher"]
    table = missing.assign(
        claim=missing["id"].map(show.claim),
        what=missing["measure"].map(labels),
        publisher=missing["source_id"].map(publishers),
    )
    show.worded(table, "book", "tab-not-found")


def show_corrected() -> None:
    """Show how many corrections there are, by column and by group of publishers."""
    fixes, claims = tables.table("corrections"), graded()
    show.result("ledger-corrections", words.number(len(fixes)))
    show.result("ledger-dropped", words.number((fixes["action"] == "drop").sum()))
    columns = corrections.by_column(fixes).set_axis(["column", "number", "reason"], axis=1)
    columns["column"] = columns["column"].replace("", said("left out"))
    columns["number"] = columns["number"].map(words.number)
    show.worded(columns, "book", "tab-corrected-columns", right=("number",))
    sides = corrections.by_group(fixes, claims, claims["publishers"]).loc[list(marks.GROUPS)]
    counts = ["claims", "corrected", "percent"]
    sides = sides.round(0).map(words.number).set_axis(counts, axis=1)
    sides = sides.rename_axis("publishers").reset_index()
    show.worded(sides, "book", "tab-corrected-sides", right=tuple(counts))


def show_corrections() -> None:
    """Show every correction."""
    fixes = tables.table("corrections")
    table = fixes.replace("", "–").assign(column=fixes["column"].replace("", said("left out")))
    show.worded(table, "book", "tab-corrections")

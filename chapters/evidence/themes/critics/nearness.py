"""Which side stands nearer to a count: the grades, three tests, and the verdict on “several”."""

import pandas as pd

from evidence import show
from evidence.show import charts, marks, say, words
from evidence.themes.critics import claim_sides, listings
from evidence.weigh import sure

said = say.of("critics")
FIGURE = "fig-critics-grades"
COLOURS = {"A": "#08415C", "B": charts.BLUE, "C": "#6C7A86", "D": "#8A4B1F"}


def told(side: str, counts: pd.Series) -> str:
    """How many claims of one side have each grade, in words."""
    grades = (
        said(FIGURE, "claims of a grade", grade=grade, number=f"{number}")
        for grade, number in counts.items()
    )
    return said(FIGURE, "claims", side=said(FIGURE, side).lower(), grades=", ".join(grades))


def draw() -> None:
    """Show the chart of grades, in percent of each side's numbers."""
    new, tests = listings.new(), claim_sides.criteria(claim_sides.rows())
    graded = pd.crosstab(new["side"], new["grade"]).reindex(columns=list(COLOURS), fill_value=0)
    percent = graded.div(graded.sum(axis=1), axis=0).mul(100)
    percent.index = [
        said(FIGURE, "bar", side=said(FIGURE, side), number=f"{number}")
        for side, number in graded.sum(axis=1).items()
    ]
    figure, axes = charts.new(height=1.9)
    marks.stacked(axes, percent, COLOURS)
    title, fills = claim_sides.fig_critics_grades_title(tests)
    counts = tests.iloc[1][["accusation", "accusations", "defence", "defences"]]
    columns = ["id", "measure", "side", "kind", "origin", "points", "grade", "source_id"]
    charts.worded(
        figure, "critics", FIGURE, new[columns], title=title, **fills,
        **{name: f"{count}" for name, count in counts.items()},
        bars=words.spelled(len(graded)).capitalize(),
        sides="; ".join(told(side, row) for side, row in graded.iterrows()),
    )  # fmt: skip


def show_tests() -> None:
    """Show the tests of nearness to a count, and what they come to."""
    tests = claim_sides.criteria(claim_sides.rows())
    show.result("critics-nearer", said("nearer", *claim_sides.nearer(list(tests["lead"]))))
    rows = tests.assign(
        test=[said("tab-critics-near", criterion) for criterion in tests["criterion"]],
        accused=[listings.out_of(r.accusation, r.accusations) for r in tests.itertuples()],
        defended=[listings.out_of(r.defence, r.defences) for r in tests.itertuples()],
        leads=[said("lead", lead) for lead in tests["lead"]],
    )
    show.worded(rows, "critics", "tab-critics-near", right=("accused", "defended"))


def judge() -> None:
    """Show the verdict on the “several” doctors who allege slavery."""
    counts = claim_sides.testimonies(claim_sides.rows())
    how, ids = sure.of_ids(counts, set(counts.query("enough")["id"])), list(counts["id"])
    judged = say.parts("critics", "several", claim_sides.several(counts, how))
    show.verdict("critics", "pb-slavery", judged, how, said("several accuse"), ids, ids)

"""Grades by the written rule, one point at a time; lineage to its root."""

import pandas as pd
import pytest

from evidence.ledger import lineage, tables
from evidence.weigh import grades

SOURCES = pd.DataFrame(
    [(f"{n}-{r}", n, r) for n in grades.NEARNESS for r in ("excerpt", "full", "dataset")],
    columns=["source_id", "nearness", "read_as"],
)


@pytest.mark.parametrize(
    ("source", "attributed", "as_of", "points", "grade"),
    [
        ("unknown-excerpt", "", "", 0, "D"),
        ("repeater-excerpt", "", "2019", 1, "D"),
        ("repeater-excerpt", "Fidel Castro", "2019", 2, "C"),
        ("repeater-excerpt", "unnamed sources", "2019", 1, "D"),
        ("reporter-excerpt", "Fidel Castro", "", 2, "C"),
        ("reporter-excerpt", "Fidel Castro", "2019", 3, "B"),
        ("reporter-full", "Fidel Castro", "2019", 4, "A"),
        ("counter-excerpt", "", "2019", 4, "A"),  # who counts needs no other origin
        ("counter-dataset", "", "2019", 5, "A"),
    ],
)
def test_the_rule(source, attributed, as_of, points, grade):
    claim = pd.DataFrame({"source_id": [source], "attributed_to": [attributed], "as_of": [as_of]})
    row = grades.with_grades(claim, SOURCES).iloc[0]
    assert (row["points"], row["grade"]) == (points, grade)


def test_the_stake_of_a_publisher_moves_no_grade():
    claims, sources = tables.claims(), tables.sources()
    before = grades.with_grades(claims, sources)["grade"]
    assert before.equals(grades.with_grades(claims, sources.assign(stake="press"))["grade"])


def test_rows_keep_their_order_and_index():
    claims = tables.claims().sample(frac=1, random_state=1)
    assert grades.with_grades(claims, tables.sources())["id"].equals(claims["id"])


def test_roots_follow_the_line_to_its_end():
    links = pd.DataFrame({"claim": ["c", "b", "x"], "repeats": ["b", "a", "y"]})
    assert lineage.roots(links).to_dict() == {"c": "a", "b": "a", "x": "y"}
    assert list(lineage.lines(pd.Series(["c", "z", "a"]), links)) == ["a", "z", "a"]


def test_a_circle_is_refused():
    links = pd.DataFrame({"claim": ["a", "b"], "repeats": ["b", "a"]})
    with pytest.raises(ValueError, match="runs in a circle"):
        lineage.roots(links)


def test_the_ledger_has_no_circle():
    assert len(lineage.roots(tables.table("repeats"))) == len(tables.table("repeats"))

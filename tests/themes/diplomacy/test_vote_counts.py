"""Votes on the embargo, on rows checked by hand."""

import csv

import pandas as pd
import pytest

from evidence.ledger import tables
from evidence.themes.diplomacy import vote_counts

COLUMNS = "session_year yes no abstain no_countries source_id".split()


def votes(*rows: tuple) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.astype({c: "Int64" for c in ("session_year", "yes", "no", "abstain")})


VOTES = votes(
    (1992, 59, 3, 71, "A;B;C", "x"),
    (1992, 58, 3, 71, "B;A;C", "y"),
    (1992, 59, 3, None, "", "z"),
    (1993, 88, 2, 57, "A;B", "x"),
    (1993, 88, 2, 57, "A", "y"),
    (1994, 90, 0, 2, "", "x"),
)


def test_by_year_gives_the_span_and_names_what_differs():
    table = vote_counts.by_year(VOTES).set_index("session_year")
    assert table.loc[1992, ["yes_low", "yes_high", "sources"]].tolist() == [58, 59, 3]
    assert table.loc[1992, "abstain_low"] == table.loc[1992, "abstain_high"] == 71
    assert table["differ"].tolist() == [("yes",), (), ()]


def test_spelled_puts_the_figure_of_most_sources_first():
    assert vote_counts.spelled(VOTES, 1992, "yes") == "59 (2), 58 (1)"
    assert vote_counts.spelled(VOTES, 1992, "abstain") == "71 (2)"
    assert vote_counts.spelled(votes((2000, 1, 1, None, "", "x")), 2000, "abstain") == "–"


def test_alone_passes_over_counts_that_are_not_given():
    assert vote_counts.alone(VOTES, "y") == [1992]
    assert vote_counts.alone(VOTES, "z") == []  # agrees with x on all that it gives
    assert vote_counts.alone(VOTES, "x") == []  # 1994 has no other source to differ from


def test_years_with_counts_who_gives_the_pair():
    assert vote_counts.years_with(VOTES, 59, 3).to_dict("records") == [
        {"session_year": 1992, "sources": 2, "of": 3}
    ]
    assert vote_counts.years_with(VOTES, 59, 2).empty


def test_opposed_marks_a_state_that_not_all_lists_name():
    table = vote_counts.opposed(VOTES).set_index(["session_year", "country"])
    assert table.loc[(1992, "A"), ["named", "lists"]].tolist() == [2, 2]  # z names nobody
    assert table.loc[(1993, "B"), ["named", "lists"]].tolist() == [1, 2]
    assert 1994 not in table.index.get_level_values(0)


def test_the_usual_opponents_may_miss_one_vote():
    assert vote_counts.usual(vote_counts.opposed(VOTES), 3) == ["A", "B"]
    assert vote_counts.usual(vote_counts.opposed(VOTES), 4) == []


def test_opponents_are_named_with_their_article():
    assert vote_counts.named(["Israel", "United States"]) == "Israel and the United States"
    _, fills = vote_counts.fig_diplomacy_against_title(["United States", "Israel"])
    assert fills == {"states": "The United States and Israel"}


def test_the_title_of_the_votes_names_the_first_and_the_last_year():
    rows = [(year, 59, 2, 1, "A", "x") for year in (2000, 2001, 2002)]
    _, fills = vote_counts.fig_diplomacy_votes_title(vote_counts.by_year(votes(*rows)))
    assert fills == {"start": "2000", "year": "2002"}


def test_last_comment_joins_the_parts_of_the_latest_date():
    reasons = ["date of a reader's comment"] * 3 + ["time of a reader's comment"]
    reasons += ["date of the site's reply to a comment"] * 3 + ["date of the page"]
    numerals = pd.DataFrame(
        {
            "paragraph": [1, 1, 1, 1, 9, 9, 9, 12],
            "numeral": ["2022", "01", "28", "23", "2022", "05", "20", "2030"],
            "reason": reasons,
        }
    )
    assert vote_counts.last_comment(numerals) == "2022-05-20"
    with pytest.raises(ValueError, match="no dated comment"):
        vote_counts.last_comment(numerals[numerals["paragraph"] == 12])


def test_a_vote_in_the_year_of_the_page_stands_on_neither_side():
    found = vote_counts.either_side([2010, 2021, 2022, 2023], "2022-01-27", "2022-05-20")
    assert found == ([2010, 2021], [2023])


def raw(name: str) -> list[dict]:
    with (tables.DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_years_of_the_teaser_reckoned_from_the_raw_rows():
    numbers = {r["id"]: r["value"] for r in raw("claims.csv") if r["id"].startswith("ge-votes")}
    pair = [numbers["ge-votes-for"], numbers["ge-votes-against"]]
    years = {r["session_year"] for r in raw("votes.csv") if [r["yes"], r["no"]] == pair}
    found = vote_counts.years_with(tables.table("votes"), *map(int, pair))
    assert {str(y) for y in found["session_year"]} == years


def test_the_years_without_agreement_reckoned_from_the_raw_rows():
    given: dict = {}
    for row in raw("votes.csv"):
        for count in ("yes", "no", "abstain"):
            if row[count]:
                given.setdefault((row["session_year"], count), set()).add(row[count])
    split = {int(year) for (year, _), values in given.items() if len(values) > 1}
    table = vote_counts.by_year(tables.table("votes"))
    assert set(table.loc[table["differ"].map(len) > 0, "session_year"]) == split

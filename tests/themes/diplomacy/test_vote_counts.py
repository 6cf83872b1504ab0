"""Votes on the embargo, on rows checked by hand."""

import csv

import pandas as pd
import pytest
from count_rows import claim, claims, one

from evidence.ledger import tables
from evidence.themes.diplomacy import offers, sanction_counts, vote_counts

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


def test_who_opposes_names_them():
    assert vote_counts.who_opposes([]) == "No state votes against every time"
    assert vote_counts.who_opposes(["Israel"]).startswith("Israel votes against")
    assert vote_counts.named(["Israel", "United States"]) == "Israel and the United States"
    title = vote_counts.who_opposes(["United States", "Israel"])
    assert title.startswith("The United States and Israel vote against")


def test_name_helps_only_where_the_opponents_differ():
    opposed = vote_counts.opposed(VOTES)
    assert "does not help" in vote_counts.name_helps(opposed, [1993])
    assert "might tell" in vote_counts.name_helps(opposed, [1992, 1993])


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ((59, 187, 165), "rose after 2000 and fell in 2002"),
        ((59, 150, 165), "has grown and held to 2002"),
        ((59, 40, 59), "in 2002 is no higher than at first"),
        ((187, 165, 150), "in 2002 is no higher than at first"),
    ],
)
def test_the_title_of_the_votes_follows_them(counts, title):
    rows = [(2000 + i, n, 2, 1, "A", "x") for i, n in enumerate(counts)]
    assert title in vote_counts.course(vote_counts.by_year(votes(*rows)))


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


@pytest.mark.parametrize(
    ("rows", "verdict", "words"),
    [
        ([], "contradicted", "No vote"),
        ([(2010, 1, 2)], "supported with a caveat", "contradict them"),
        ([(2010, 2, 2)], "supported", "one vote only"),
        ([(2010, 2, 2), (2023, 1, 1)], "supported with a caveat", "more than one vote"),
        ([(2010, 2, 2), (2023, 1, 2)], "supported with a caveat", "more than one vote"),
    ],
)
def test_undated_vote(rows, verdict, words):
    found, sentence = vote_counts.undated_vote(
        pd.DataFrame(rows, columns=["session_year", "sources", "of"])
    )
    assert found == verdict
    assert words in sentence


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


def test_no_sentence_holds_a_number():
    frame = pd.DataFrame([(2010, 2, 2), (2023, 1, 1)], columns=["session_year", "sources", "of"])
    sentences = [
        *(vote_counts.undated_vote(frame[:n])[1] for n in (0, 1, 2)),
        *(offers.offer(f)[1] for f in ("the same", "cut", "rounded", "neither")),
        *(
            sanction_counts.one_counter(one(243), claims(*rows))[1]
            for rows in ([claim(1)], [claim(243)], [claim(243, attributed_to="MINREX")])
        ),
    ]
    assert not any(c.isdigit() for s in sentences for c in s)

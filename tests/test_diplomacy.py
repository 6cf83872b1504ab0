"""Votes, sanctions and offers: rules on rows small enough to check by hand, and the real table."""

import csv

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import diplomacy, tables

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


def claims(*rows: dict) -> pd.DataFrame:
    table = pd.DataFrame(rows)
    return table.assign(value_high=float("nan"))


def claim(value: float, qualifier: str = "exact", attributed_to: str = "") -> dict:
    return {"value": value, "qualifier": qualifier, "attributed_to": attributed_to}


def one(value: float, qualifier: str = "exact") -> pd.Series:
    return claims(claim(value, qualifier)).iloc[0]


def test_by_year_gives_the_span_and_names_what_differs():
    table = diplomacy.by_year(VOTES).set_index("session_year")
    assert table.loc[1992, ["yes_low", "yes_high", "sources"]].tolist() == [58, 59, 3]
    assert table.loc[1992, "abstain_low"] == table.loc[1992, "abstain_high"] == 71
    assert table["differ"].tolist() == [("yes",), (), ()]


def test_spelled_puts_the_figure_of_most_sources_first():
    assert diplomacy.spelled(VOTES, 1992, "yes") == "59 (2), 58 (1)"
    assert diplomacy.spelled(VOTES, 1992, "abstain") == "71 (2)"
    assert diplomacy.spelled(votes((2000, 1, 1, None, "", "x")), 2000, "abstain") == "–"


def test_alone_passes_over_counts_that_are_not_given():
    assert diplomacy.alone(VOTES, "y") == [1992]
    assert diplomacy.alone(VOTES, "z") == []  # agrees with x on all that it gives
    assert diplomacy.alone(VOTES, "x") == []  # 1994 has no other source to differ from


def test_years_with_counts_who_gives_the_pair():
    assert diplomacy.years_with(VOTES, 59, 3).to_dict("records") == [
        {"session_year": 1992, "sources": 2, "of": 3}
    ]
    assert diplomacy.years_with(VOTES, 59, 2).empty


def test_opposed_marks_a_state_that_not_all_lists_name():
    table = diplomacy.opposed(VOTES).set_index(["session_year", "country"])
    assert table.loc[(1992, "A"), ["named", "lists"]].tolist() == [2, 2]  # z names nobody
    assert table.loc[(1993, "B"), ["named", "lists"]].tolist() == [1, 2]
    assert 1994 not in table.index.get_level_values(0)


def test_the_usual_opponents_may_miss_one_vote():
    assert diplomacy.usual(diplomacy.opposed(VOTES), 3) == ["A", "B"]
    assert diplomacy.usual(diplomacy.opposed(VOTES), 4) == []


def test_who_opposes_names_them():
    assert diplomacy.who_opposes([]) == "No state votes against every time"
    assert diplomacy.who_opposes(["Israel"]).startswith("Israel votes against")
    assert diplomacy.named(["Israel", "United States"]) == "Israel and the United States"
    title = diplomacy.who_opposes(["United States", "Israel"])
    assert title.startswith("The United States and Israel vote against")


def test_name_helps_only_where_the_opponents_differ():
    opposed = diplomacy.opposed(VOTES)
    assert "does not help" in diplomacy.name_helps(opposed, [1993])
    assert "might tell" in diplomacy.name_helps(opposed, [1992, 1993])


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ((59, 187, 165), "grew for decades and fell in 2002"),
        ((59, 150, 165), "has grown and held to 2002"),
        ((59, 40, 59), "in 2002 is no higher than at first"),
        ((187, 165, 150), "in 2002 is no higher than at first"),
    ],
)
def test_the_title_of_the_votes_follows_them(counts, title):
    rows = [(2000 + i, n, 2, 1, "A", "x") for i, n in enumerate(counts)]
    assert title in diplomacy.course(diplomacy.by_year(votes(*rows)))


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
    assert diplomacy.last_comment(numerals) == "2022-05-20"
    with pytest.raises(ValueError, match="no dated comment"):
        diplomacy.last_comment(numerals[numerals["paragraph"] == 12])


def test_a_vote_in_the_year_of_the_page_stands_on_neither_side():
    found = diplomacy.either_side([2010, 2021, 2022, 2023], "2022-01-27", "2022-05-20")
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
    found, sentence = diplomacy.undated_vote(
        pd.DataFrame(rows, columns=["session_year", "sources", "of"])
    )
    assert found == verdict
    assert words in sentence


@pytest.mark.parametrize(
    ("others", "verdict", "words"),
    [
        ([claim(242, attributed_to="MINREX")], "contradicted", "No other statement"),
        ([claim(243, attributed_to="Reuters")], "supported", "other than the Cuban state"),
        ([claim(243, attributed_to="Cuban government")], "not checkable", "recount"),
        (
            [claim(240, "more_than", "MINREX"), claim(242, attributed_to="MINREX")],
            "not checkable",
            "different totals",
        ),
        # somebody else's count supports only if it allows the number
        (
            [claim(243, attributed_to="MINREX"), claim(99, attributed_to="Reuters")],
            "not checkable",
            "different totals",
        ),
    ],
)
def test_one_counter(others, verdict, words):
    found, sentence = diplomacy.one_counter(one(243), claims(*others))
    assert found == verdict
    assert words in sentence


@pytest.mark.parametrize(
    ("value", "count", "found"),
    [
        (1586, 1586, "the same"),
        (1500, 1586, "cut"),
        (1600, 1586, "rounded"),
        (1500, 1536, "cut"),  # also the rounded number: cutting is the simpler reading
        (1590, 1586, "rounded"),
        (2000, 1586, "rounded"),
        (1700, 1586, "neither"),
    ],
)
def test_rounding(value, count, found):
    assert diplomacy.rounding(value, count) == found


@given(st.integers(1, 10**6), st.integers(1, 5))
def test_a_count_cut_short_is_known_as_such(count, digits):
    cut = count // 10**digits * 10**digits
    if cut:
        assert diplomacy.rounding(cut, count) in {"the same", "cut"}


@pytest.mark.parametrize(
    ("found", "verdict", "words"),
    [
        ("the same", "supported", "reported at the time"),
        ("cut", "supported with a caveat", "rounded down"),
        ("rounded", "supported with a caveat", "rounded"),
        ("neither", "contradicted", "does not go back"),
    ],
)
def test_offer(found, verdict, words):
    assert diplomacy.offer(found)[0] == verdict
    assert words in diplomacy.offer(found)[1]
    assert diplomacy.related(found)


@pytest.mark.parametrize(
    ("sizes", "verdict", "words"),
    [
        ([53], "contradicted", "No other"),
        ([52, 52], "supported", "All other"),
        ([52, 52, 53], "supported with a caveat", "Most other"),
        ([52, 53], "supported with a caveat", "At most as many"),
        ([], "contradicted", "No other"),
    ],
)
def test_team(sizes, verdict, words):
    found, sentence = diplomacy.team(52, pd.Series(sizes, dtype=float))
    assert found == verdict
    assert words in sentence


COUNTRIES = pd.DataFrame(
    {
        "iso3": ["ITA", "PRT", "AND", "BRA"],
        "name": ["Italy", "Portugal", "Andorra", "Brazil"],
        "un_region": ["Europe", "Europe", "Europe", "Americas"],
    }
)


def starts(*rows: tuple[str, str, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["country_iso3", "date_start", "measure"])
    return table.assign(id=[f"c{i}" for i in range(len(table))], as_of="")


ITALY = ("ITA", "2020-03-22", "epidemic")


@pytest.mark.parametrize(
    ("others", "names", "verdict"),
    [
        ([("AND", "2020-03-29", "epidemic"), ("BRA", "2013", "long")], [], "supported"),
        ([("PRT", "2009-08", "long")], ["Portugal"], "supported with a caveat"),
        ([("PRT", "2009", "epidemic")], ["Portugal"], "contradicted"),
        ([("ITA", "2022-12", "long"), ("AND", "", "long")], [], "supported"),
    ],
)
def test_the_first_host_of_its_region(others, names, verdict):
    earlier = diplomacy.earlier_hosts(starts(ITALY, *others), COUNTRIES, "ITA")
    assert earlier["name"].tolist() == names
    assert diplomacy.first_host(earlier)[0] == verdict


def test_a_host_without_a_start_is_an_error():
    with pytest.raises(ValueError, match="'PRT'"):
        diplomacy.earlier_hosts(starts(ITALY), COUNTRIES, "PRT")


@pytest.mark.parametrize(
    ("figure", "others", "verdict", "words"),
    [
        (one(2), [], "not checkable", "no other statement"),
        (one(float("nan"), "vague"), [claim(243)], "not checkable", "no number"),
        (one(2), [claim(2)], "supported", "All other"),
        (one(2), [claim(2), claim(3)], "supported with a caveat", "some do not"),
        (one(2), [claim(3)], "contradicted", "No other statement allows"),
    ],
)
def test_compared(figure, others, verdict, words):
    table = claims(*others) if others else claims(claim(1)).iloc[:0]
    found, sentence = diplomacy.compared(figure, table)
    assert found == verdict
    assert words in sentence


def test_totals_are_dated_by_the_end_of_their_period():
    table = pd.DataFrame(
        {
            "id": ["a", "b", "c"],
            "value": [922.0, 138.0, 1.0],
            "date_end": ["2019-03", "2019-03", ""],
            "as_of": ["2020", "", ""],
        }
    )
    closed = diplomacy.closing(table)
    assert closed["as_of"].tolist() == ["2019-03", "2019-03"]  # c has no date at all
    pairs = diplomacy.times_larger(closed[:1], closed[1:])
    assert pairs["ratio"].tolist() == [pytest.approx(922 / 138)]


def test_sums_compare_a_rise_with_the_claim_for_the_year():
    assert "is a running sum" in diplomacy.sums(5570.0, 5570.3)
    assert "is not a running sum" in diplomacy.sums(5570.0, 5700.0)


def raw(name: str) -> list[dict]:
    with (tables.DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_years_of_the_teaser_reckoned_from_the_raw_rows():
    numbers = {r["id"]: r["value"] for r in raw("claims.csv") if r["id"].startswith("ge-votes")}
    pair = [numbers["ge-votes-for"], numbers["ge-votes-against"]]
    years = {r["session_year"] for r in raw("votes.csv") if [r["yes"], r["no"]] == pair}
    found = diplomacy.years_with(tables.table("votes"), *map(int, pair))
    assert {str(y) for y in found["session_year"]} == years


def test_the_years_without_agreement_reckoned_from_the_raw_rows():
    given: dict = {}
    for row in raw("votes.csv"):
        for count in ("yes", "no", "abstain"):
            if row[count]:
                given.setdefault((row["session_year"], count), set()).add(row[count])
    split = {int(year) for (year, _), values in given.items() if len(values) > 1}
    table = diplomacy.by_year(tables.table("votes"))
    assert set(table.loc[table["differ"].map(len) > 0, "session_year"]) == split


def test_no_sentence_holds_a_number():
    frame = pd.DataFrame([(2010, 2, 2), (2023, 1, 1)], columns=["session_year", "sources", "of"])
    sentences = [
        *(diplomacy.undated_vote(frame[:n])[1] for n in (0, 1, 2)),
        *(diplomacy.offer(f)[1] for f in ("the same", "cut", "rounded", "neither")),
        *(diplomacy.team(52, pd.Series(s))[1] for s in ([53], [52], [52, 53], [52, 52, 53])),
        *(
            diplomacy.one_counter(one(243), claims(*rows))[1]
            for rows in ([claim(1)], [claim(243)], [claim(243, attributed_to="MINREX")])
        ),
    ]
    assert not any(c.isdigit() for s in sentences for c in s)


def test_offers_of_one_count_are_the_same_or_rounded():
    offers = pd.DataFrame({"id": list("abc"), "value": [1586.0, 1500.0, 1650.0]})
    assert diplomacy.of_one_count(1500, offers) == {"a", "b"}


@pytest.mark.parametrize(
    ("figure", "fitting"),
    [("ge-sanctions", 2), ("ge-sanctions-covid", 0)],  # ec301 says more than 240, ec304 has 242
)
def test_a_vague_word_fits_no_number(figure, fitting):
    others = tables.claims(id=["ec301", "ec299", "ec304", "ge-sanctions-biden"])
    how = diplomacy.sure_of(tables.claim(figure), others)
    assert (how["fitting"], how["claims"]) == (fitting, 3)

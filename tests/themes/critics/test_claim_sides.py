"""Accusations and defences with a number, held to one rule, on rows checked by hand."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from raw_rows import read
from side_rows import frame, row

from evidence.ledger import tables
from evidence.themes.critics import claim_sides


@pytest.fixture(scope="module")
def real() -> pd.DataFrame:
    return claim_sides.numbered(tables.claims(), tables.sources(), tables.table("repeats"))


# sides and origins


@pytest.mark.parametrize(
    ("name", "stake", "expected"),
    [
        ("", "press", "nobody named"),
        ("unnamed sources", "press", "nobody named"),
        ("Prisoners Defenders", "press", "a party"),
        ("MINSAP", "cuba_critical", "a party"),
        ("unnamed Cuban staff", "none_declared", "nobody named"),
        ("UN Special Rapporteurs", "press", "outside"),
        ("UN Special Rapporteurs, via Prisoners Defenders", "cuba_critical",
         "outside, read at a party’s"),
        ("UFMG survey, via Carta Maior", "cuba_allied", "outside, read at a party’s"),
    ],
)  # fmt: skip
def test_origin(name, stake, expected):
    assert claim_sides.origin(name, stake) == expected


def test_a_name_that_is_not_sorted_is_refused():
    with pytest.raises(KeyError, match="neither a party nor outside"):
        claim_sides.origin("Xinhua", "press")
    with pytest.raises(KeyError, match="no voice 'Somebody new'"):
        claim_sides.origin("Somebody new", "press")


def test_the_groups_are_of_measures_that_argue():
    argued = tables.measures().set_index("measure").query("argument != ''")
    programme = set(tables.measures_in("programme-total"))  # its size, which argues for nobody
    assert set(tables.measures_in("running-total")) - programme <= set(argued.index)
    assert not programme & set(argued.index)
    countable = argued.index[argued["figure_kind"].isin(["count", "survey"])]
    assert set(tables.measures_in("countable")) == set(countable)
    assert (argued["figure_kind"] != "").all()


def test_numbered_keeps_numbers_only_and_names_what_is_repeated(real):
    assert {tables.measure(m)["argument"] for m in real["measure"]} == {"accusation", "defence"}
    assert not (real["qualifier"] == "vague").any()
    lines = tables.table("repeats").set_index("claim")["repeats"]
    echoes = real[real["repeats"] != ""]
    assert dict(zip(echoes["id"], echoes["repeats"], strict=True)) == {
        i: lines[i] for i in real["id"] if i in lines.index
    }


def test_a_rating_is_a_partys_whoever_passes_it_on(real):
    assert set(real.loc[real["kind"] == "rating", "origin"]) == {"a party"}


# which side stands nearer to a count


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((5, 10, 1, 10), "accusations"),
        ((1, 10, 5, 10), "defences"),
        ((3, 10, 2, 10), "neither"),  # one claim taken from each: 2 of 9 each
        ((0, 10, 0, 10), "neither"),
        ((1, 1, 0, 10), "neither"),  # too few to take one away
    ],
)
def test_lead(numbers, expected):
    assert claim_sides.lead(*numbers) == expected


@given(st.integers(2, 40), st.integers(2, 40), st.data())
def test_a_lead_turns_round_with_the_sides_and_is_a_larger_share(of_a, of_d, data):
    a, d = data.draw(st.integers(0, of_a)), data.draw(st.integers(0, of_d))
    turned = {"accusations": "defences", "defences": "accusations", "neither": "neither"}
    found = claim_sides.lead(a, of_a, d, of_d)
    assert claim_sides.lead(d, of_d, a, of_a) == turned[found]
    if found != "neither":
        ahead, behind = (a / of_a, d / of_d) if found == "accusations" else (d / of_d, a / of_a)
        assert ahead > behind


def test_criteria_by_hand():
    table = frame(
        row(side="accusation", grade="A", measure="testimonies_collected", origin="outside"),
        row(side="accusation", grade="B", measure="families_separated", origin="a party"),
        row(
            side="accusation",
            grade="D",
            measure="testimonies_collected",
            origin="outside, read at a party’s",
        ),
        row(
            side="accusation",
            grade="A",
            measure="testimonies_collected",
            origin="outside",
            repeats="x",
        ),
        row(side="defence", grade="C", measure="user_satisfaction", origin="outside"),
        row(side="defence", grade="A", measure="user_satisfaction", origin="a party"),
    )
    found = claim_sides.criteria(table)  # fmt: skip
    assert list(found["accusation"]) == [2, 1, 1]
    assert list(found["defence"]) == [1, 1, 1]
    assert set(found["accusations"]) == {3}
    assert set(found["defences"]) == {2}


def test_the_headline_counts_of_the_ledger_again(real):
    # by plain loops over the tables, without the chapter's functions
    sources = tables.sources().set_index("source_id")
    echoes = set(tables.table("repeats")["claim"])
    counts = {"accusation": [0, 0, 0], "defence": [0, 0, 0]}
    argued = {m["measure"]: (m["argument"], m["figure_kind"]) for m in read("measures")}
    for claim in tables.claims().to_dict("records"):
        side, kind = argued.get(claim["measure"], ("", ""))
        if not side or claim["qualifier"] == "vague":
            continue
        if claim["id"] in echoes:
            continue
        source = sources.loc[claim["source_id"]]
        counter = source["nearness"] == "counter"
        points = 2 * counter + (source["nearness"] == "reporter") + (claim["as_of"] != "")
        name = claim["attributed_to"]
        points += counter or (name != "" and not name.startswith("unnamed"))
        points += source["read_as"] != "excerpt"
        counts[side][0] += 1
        counts[side][1] += points >= 3
        counts[side][2] += points >= 3 and kind in ("count", "survey")
    found = claim_sides.criteria(real)
    for side, (total, graded, counted) in counts.items():
        assert set(found[f"{side}s"]) == {total}
        assert list(found[side].iloc[:2]) == [graded, counted]


@pytest.mark.parametrize(
    ("side", "origin", "expected"),
    [
        ("accusation", "a party", "accuser"),
        ("defence", "a party", "defender"),
        ("accusation", "outside, read at a party’s", "accuser"),
        ("accusation", "outside", "other"),
        ("defence", "nobody named", "other"),
    ],
)
def test_voice(side, origin, expected):
    assert claim_sides.voice(side, origin) == expected


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("lives_saved", "outside"),
        ("families_separated", "outside"),
        ("patients_attended", "nobody outside"),  # care given, not people saved or harmed
    ],
)
def test_only_totals_of_people_are_asked_for(measure, expected):
    found = claim_sides.people_counted(frame(row(measure=measure, origin="outside")))
    assert found == expected


def test_totals_of_people_are_measures_of_either_side():
    totals = tables.measures_in("people-affected")
    assert {tables.measure(m)["argument"] for m in totals} == {"accusation", "defence"}

"""Accusations and defences: sides, origins, movements and every sentence, by hand."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import critics, flows, tables

NAN = float("nan")


def row(**known) -> pd.Series:
    """A claim with the columns that the functions read."""
    base = dict(
        id="x", measure="patients_attended", value=1.0, value_high=NAN, qualifier="exact",
        scope="world", country_iso3="", date_start="", date_end="", as_of="2020",
        attributed_to="", source_id="s", stake="press", origin="nobody named", side="defence",
        repeats="", kind="count", grade="A",
    )  # fmt: skip
    return pd.Series({**base, **known})


def frame(*rows: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(list(rows)).reset_index(drop=True)


@pytest.fixture(scope="module")
def real() -> pd.DataFrame:
    return critics.numbered(tables.claims(), tables.sources(), tables.table("repeats"))


# sides and origins


@pytest.mark.parametrize(
    ("name", "stake", "expected"),
    [
        ("", "press", "nobody named"),
        ("unnamed sources", "press", "nobody named"),
        ("Prisoners Defenders", "press", "a party"),
        ("MINSAP", "cuba_critical", "a party"),
        ("UN Special Rapporteurs", "press", "outside"),
        ("UN Special Rapporteurs, via Prisoners Defenders", "cuba_critical",
         "outside, read at a party’s"),
        ("UFMG survey, via Carta Maior", "cuba_allied", "outside, read at a party’s"),
    ],
)  # fmt: skip
def test_origin(name, stake, expected):
    assert critics.origin(name, stake) == expected


def test_a_name_that_is_not_sorted_is_refused():
    with pytest.raises(KeyError, match="neither a party nor outside"):
        critics.origin("Somebody new", "press")


def test_no_name_is_both_and_every_measure_exists():
    assert not critics.PARTIES & critics.OUTSIDE
    assert set(critics.SIDES) <= set(tables.measures()["measure"])
    assert {side for side, _ in critics.SIDES.values()} == {"accusation", "defence"}
    assert set(critics.RUNNING) <= set(critics.SIDES)


def test_numbered_keeps_numbers_only_and_names_what_is_repeated(real):
    assert set(real["measure"]) <= set(critics.SIDES)
    assert not (real["qualifier"] == "vague").any()
    lines = tables.table("repeats").set_index("claim")["repeats"]
    echoes = real[real["repeats"] != ""]
    assert dict(zip(echoes["id"], echoes["repeats"], strict=True)) == {
        i: lines[i] for i in real["id"] if i in lines.index
    }


def test_a_rating_is_a_partys_whoever_passes_it_on(real):
    assert set(real.loc[real["kind"] == "rating", "origin"]) == {"a party"}


def test_when_and_where():
    rows = frame(
        row(as_of="2020-06-03", country_iso3="VEN"),
        row(as_of="", date_start="2020-03-22", date_end="2020-06-08", country_iso3="CUB"),
        row(as_of="", country_iso3="USA"),
    )
    places = pd.Series(
        {"VEN": "Venezuela, Bolivarian Republic of", "USA": "United States of America"}
    )
    assert critics.where_and_when(rows, places) == [
        "Venezuela, June 2020", "March 2020 to June 2020", "United States, undated",
    ]  # fmt: skip


def test_told_does_not_repeat_that_it_is_an_estimate():
    labels = pd.Series({"a": "people who left, by NGO estimate", "b": "births"})
    rows = frame(row(measure="a"), row(measure="b"))
    assert critics.told(rows, labels) == ["people who left", "births"]


# movements


@pytest.mark.parametrize(
    ("first", "second", "finding"),
    [
        ((10, "exact"), (11, "exact"), "rise"),
        ((10, "exact"), (9, "exact"), "fall"),
        ((10, "exact"), (9, "more_than"), "lower as stated"),
        ((10, "more_than"), (11, "exact"), "higher as stated"),
        ((10, "about"), (10, "exact"), "same as stated"),
    ],
)
def test_movements_by_hand(first, second, finding):
    table = frame(
        row(id="b", as_of="2021", value=float(second[0]), qualifier=second[1]),
        row(id="a", as_of="2020", value=float(first[0]), qualifier=first[1]),
        row(id="c", as_of="", value=99.0),  # undated: has no place
        row(id="d", as_of="2019", value=50.0, country_iso3="BRA", scope="country"),
        row(id="e", as_of="2022", value=1.0, repeats="a"),  # no statement of its own
    )
    (found,) = critics.movements(table).to_dict("records")
    assert (found["earlier"], found["later"], found["finding"]) == ("a", "b", finding)


def test_the_totals_of_the_ledger_move_as_told(real):
    claims = tables.claims().set_index("id")["value"]
    for move in critics.movements(real).itertuples():
        up = claims[move.later] > claims[move.earlier]
        assert up == (move.finding in ("rise", "higher as stated")), move


def moves(**findings) -> pd.DataFrame:
    rows = [("defence", measure, finding) for measure, finding in findings.items()]
    return pd.DataFrame(rows, columns=["side", "measure", "finding"])


@pytest.mark.parametrize(
    ("findings", "title"),
    [
        (dict(a="rise", b="lower as stated"), "As stated, A go up and B go down"),
        (dict(a="rise", b="higher as stated"), "As stated, A and B go up"),
        (dict(a="fall"), "As stated, A go down"),
        (dict(a="same as stated"), "The stated totals stand still"),
    ],
)
def test_movement_title(findings, title):
    assert critics.movement_title(moves(**findings), {"a": "A", "b": "B"}) == title


@pytest.mark.parametrize(
    ("findings", "words"),
    [
        (dict(a="fall", b="lower as stated"), "cannot do"),
        (dict(a="rise", b="lower as stated"), "only its hedge"),
        (dict(a="rise"), "None of them falls"),
    ],
)
def test_running_sentence(findings, words):
    assert words in critics.running_sentence(moves(**findings), "defence")
    assert critics.running_sentence(moves(**findings), "accusation") == "None of them falls."


# shares and the letter


@pytest.mark.parametrize(
    ("measure", "value", "high", "qualifier", "expected"),
    [
        ("share_of_pay_kept_by_state", 75, NAN, "more_than", (75, 100)),
        ("share_of_pay_received_by_worker", 75, 90, "exact", (10, 25)),
        ("worker_share_of_host_payment", 10, NAN, "fewer_than", (90, 100)),
        ("share_paid_to_worker_account", 100, NAN, "exact", (0, 0)),
        ("state_share_of_host_payment", 50, NAN, "exact", (50, 50)),
    ],
)
def test_kept(measure, value, high, qualifier, expected):
    claim = row(measure=measure, value=float(value), value_high=high, qualifier=qualifier)
    assert critics.kept(claim) == expected


def test_kept_of_what_is_no_share():
    with pytest.raises(ValueError, match="not a share of pay"):
        critics.kept(row())


@given(st.floats(0, 100), st.sampled_from(["exact", "more_than", "fewer_than"]))
def test_the_two_ways_of_stating_a_split_agree(share, qualifier):
    mirror = {"more_than": "fewer_than", "fewer_than": "more_than"}.get(qualifier, qualifier)
    state = row(measure="state_share_of_host_payment", value=share, qualifier=qualifier)
    worker = row(measure="worker_share_of_host_payment", value=100 - share, qualifier=mirror)
    assert critics.kept(state) == pytest.approx(critics.kept(worker))


@pytest.mark.parametrize(
    ("second", "others", "title", "words"),
    [
        ((70, 80), [], "that agree", "could both be right"),
        ((10, 25), [(76, 91), (50, 50)], "exclude each other", "the complainant’s reading"),
        ((10, 25), [(20, 20)], "exclude each other", "the translator’s reading"),
        ((10, 25), [(50, 50)], "exclude each other", "do not favour either"),
    ],
)
def test_readings(second, others, title, words):
    found, sentence = critics.readings((75, 100), second, others)
    assert title in found
    assert words in sentence


def test_split_readings_finds_the_two_of_the_letter():
    letter = "UN Special Rapporteurs"
    shares = critics.with_kept(
        frame(
            row(id="o", measure="state_share_of_host_payment", value=60.0, country_iso3="BRA"),
            row(id="t", measure="share_of_pay_received_by_worker", value=80.0,
                attributed_to=letter),
            row(id="c", measure="share_of_pay_kept_by_state", value=80.0,
                attributed_to=f"{letter}, via Prisoners Defenders"),
        ),
        pd.Series({"BRA": "Brazil"}),
    )  # fmt: skip
    assert critics.split_readings(shares) == ((80, 80), (20, 20), [(60, 60)])
    assert list(shares["id"]) == ["c", "t", "o"]
    assert shares["name"].iloc[-1] == "Brazil, 2020:\nnobody named"


# rates


def test_rate_between_by_hand():
    # 100 to 200 abroad for two years: 200 to 400 worker-years; 1,000 more patients
    stock = pd.DataFrame({"year": [2019, 2023], "low": [100.0, 100.0], "high": [200.0, 200.0]})
    a, b = row(as_of="2020", value=500.0), row(as_of="2022", value=1500.0)
    assert critics.rate_between(stock, a, b, 2022.5) == pytest.approx((2.5, 5))
    open_below = row(as_of="2020", value=500.0, qualifier="more_than")
    assert critics.rate_between(stock, open_below, b, 2022.5) == pytest.approx((0, 5))


def test_the_patients_a_worker_of_the_ledger_again():
    # a simpler reckoning: days between the two dates times the least and most ever stated then
    claims = tables.claims()
    stock = claims[(claims["measure"] == "workers_abroad") & (claims["scope"] == "world")]
    value = claims.set_index("id")["value"]
    days = (pd.Timestamp("2023-05-24") - pd.Timestamp("2021-02-23")).days
    rise = value["ec268"] - value["ec264"]
    envelope = flows.stock_envelope(stock)
    some = envelope[envelope["year"].between(2020, 2023)]
    widest = (rise / (some["high"].max() * days / 365), rise / (some["low"].min() * days / 365))
    until = flows.decimal_year("2023-05-24")
    low, high = critics.rate_between(envelope, tables.claim("ec264"), tables.claim("ec268"), until)
    assert widest[0] <= low < high <= widest[1]
    assert 1000 < low < high < 5000


@pytest.mark.parametrize(
    ("world", "words"),
    [((2, 4), "The two rates overlap"), ((5, 6), "is above"), ((0.5, 0.9), "is below")],
)
def test_visits(world, words):
    assert words in critics.visits(world, (1, 3))


def test_times_is_in_words():
    assert critics.times(row(value=30.0), row(value=10.0)) == "3.0"
    assert critics.times(row(value=30.0, qualifier="more_than"), row(value=10.0), 0) == "at least 3"


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
    assert critics.lead(*numbers) == expected


@given(st.integers(2, 40), st.integers(2, 40), st.data())
def test_a_lead_turns_round_with_the_sides_and_is_a_larger_share(of_a, of_d, data):
    a, d = data.draw(st.integers(0, of_a)), data.draw(st.integers(0, of_d))
    turned = {"accusations": "defences", "defences": "accusations", "neither": "neither"}
    found = critics.lead(a, of_a, d, of_d)
    assert critics.lead(d, of_d, a, of_a) == turned[found]
    if found != "neither":
        ahead, behind = (a / of_a, d / of_d) if found == "accusations" else (d / of_d, a / of_a)
        assert ahead > behind


def test_criteria_by_hand():
    table = frame(
        row(side="accusation", grade="A", kind="count", origin="outside"),
        row(side="accusation", grade="B", kind="estimate", origin="a party"),
        row(side="accusation", grade="D", kind="count", origin="outside, read at a party’s"),
        row(side="accusation", grade="A", kind="count", origin="outside", repeats="x"),
        row(side="defence", grade="C", kind="survey", origin="outside"),
        row(side="defence", grade="A", kind="survey", origin="a party"),
    )
    found = critics.criteria(table)
    assert list(found["accusation"]) == [2, 1, 1]
    assert list(found["defence"]) == [1, 1, 1]
    assert set(found["accusations"]) == {3}
    assert set(found["defences"]) == {2}


def test_the_headline_counts_of_the_ledger_again(real):
    # by plain loops over the tables, without the chapter's functions
    sources = tables.sources().set_index("source_id")
    echoes = set(tables.table("repeats")["claim"])
    counts = {"accusation": [0, 0, 0], "defence": [0, 0, 0]}
    for claim in tables.claims().to_dict("records"):
        if claim["measure"] not in critics.SIDES or claim["qualifier"] == "vague":
            continue
        if claim["id"] in echoes:
            continue
        side, kind = critics.SIDES[claim["measure"]]
        source = sources.loc[claim["source_id"]]
        counter = source["nearness"] == "counter"
        points = 2 * counter + (source["nearness"] == "reporter") + (claim["as_of"] != "")
        name = claim["attributed_to"]
        points += counter or (name != "" and not name.startswith("unnamed"))
        points += source["read_as"] != "excerpt"
        counts[side][0] += 1
        counts[side][1] += points >= 3
        counts[side][2] += points >= 3 and kind in ("count", "survey")
    found = critics.criteria(real)
    for side, (total, graded, counted) in counts.items():
        assert set(found[f"{side}s"]) == {total}
        assert list(found[side].iloc[:2]) == [graded, counted]


@pytest.mark.parametrize(
    ("leads", "side", "words"),
    [
        (["accusations", "neither", "accusations"], "accusations", "the accusations stand nearer"),
        (["neither", "defences", "neither"], "defences", "the defences stand nearer"),
        (["accusations", "defences", "neither"], "neither", "one test favours the accusations"),
        (["neither"] * 3, "neither", "no test tells them apart"),
    ],
)
def test_nearer(leads, side, words):
    found, sentence = critics.nearer(leads)
    assert found == side
    assert words in sentence


@pytest.mark.parametrize(
    ("leads", "title"),
    [
        (["neither", "defences"], "Neither side has clearly better grades"),
        (["defences", "defences"], "more of them are counts"),
        (["defences", "neither"], "but not clearly more counts"),
        (["accusations", "defences"], "The accusations have better grades, the defences more"),
    ],
)
def test_grade_title(leads, title):
    assert title in critics.grade_title(pd.DataFrame({"lead": leads}))


@pytest.mark.parametrize(
    ("value", "origin", "verdict"),
    [
        (110, "a party", "supported with a caveat"),
        (110, "outside", "supported"),
        (critics.SEVERAL, "a party", "supported with a caveat"),
        (critics.SEVERAL - 1, "a party", "not checkable"),
    ],
)
def test_several(value, origin, verdict):
    table = frame(row(measure="testimonies_submitted", value=float(value), origin=origin))
    assert critics.several(table)[0] == verdict


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
    assert critics.voice(side, origin) == expected


# the trafficking report


def test_tier_years_and_gaps():
    table = frame(*[row(date_start=year) for year in ("2020", "2017", "2018", "2020")])
    assert critics.tier_years(table) == ([2017, 2018, 2020], [2019])


def test_tier_agrees():
    assert critics.tier_agrees(2015, "2015-07-16") == "The two statements agree."
    assert "do not fit" in critics.tier_agrees(2014, "2015-07-16")


def test_short_is_in_millions():
    assert critics.short(row(value=15_960_000.0, qualifier="nearly")) == "nearly 16"
    assert not math.isnan(float(critics.short(row(value=1_988_000_000.0)).replace(",", "")))


def test_totals_of_people_are_measures_of_either_side():
    assert {critics.SIDES[m][0] for m in critics.PEOPLE} == {"accusation", "defence"}

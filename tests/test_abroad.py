"""Numbers abroad: origins, the peak, the fall, doctors, hosts, on rows small enough to check."""

import csv
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import abroad, bounds, charts, flows, tables

NONE = math.nan
SENTENCES = [
    *(abroad.remainder_sentence((low, 9.0)) for low in (0.0, 1.0)),
    *(abroad.clash_sentence(distance) for distance in (0.0, 1.0)),
    *(abroad.whose_fall(a, b) for a, b in [((5, 6), (1, 2)), ((1, 2), (5, 6)), ((1, 5), (2, 6))]),
    *(abroad.follows(rise, (60, 70)) for rise in [(60, 70), (40, 70)]),
    *(abroad.hosts_sentence(*v) for v in [(10, 11, 20), (20, 10, 19), (15, 10, 20)]),
]


def claims(*rows: tuple, measure: str = "workers_abroad") -> pd.DataFrame:
    """Rows of id, as_of, value, qualifier."""
    table = pd.DataFrame(rows, columns=["id", "as_of", "value", "qualifier"])
    return table.assign(value_high=NONE, measure=measure)


def raw(claim_id: str) -> float:
    """A value straight from the file, without the loader."""
    with (tables.DATA / "claims.csv").open(encoding="utf-8", newline="") as file:
        return next(float(r["value"]) for r in csv.DictReader(file) if r["id"] == claim_id)


# origins


def origin_of(named: str, stake: str, root: str | None = None) -> str:
    """The origin of claim "b", which may repeat claim "a", whose attribution is `root`."""
    ledger = pd.DataFrame(
        {"id": ["a", "b"], "attributed_to": [root or "", named], "source_id": ["s", "t"]}
    )
    sources = pd.DataFrame(
        {
            "source_id": ["s", "t"],
            "stake": ["press", stake],
            "nearness": "reporter",
            "publisher": "a paper",
        }
    )
    pairs = [("b", "a")] if root is not None else []
    repeats = pd.DataFrame(pairs, columns=["claim", "repeats"])
    return abroad.origins(ledger[ledger["id"] == "b"], ledger, sources, repeats).item()


@pytest.mark.parametrize(
    ("named", "stake", "root", "origin"),
    [
        ("UCCM director", "cuba_critical", None, abroad.CUBAN_STATE),  # who is quoted decides
        ("", "cuban_state", None, abroad.CUBAN_STATE),
        ("", "us_government", None, abroad.US_GOVERNMENT),
        ("US State Department", "press", None, abroad.US_GOVERNMENT),
        ("EFE", "cuban_state", None, abroad.OTHERS),  # a named agency goes before the publisher
        ("", "cuba_allied", None, abroad.OTHERS),
        ("Cuban officials", "us_government", "US State Department", abroad.US_GOVERNMENT),
        ("Cuban officials", "us_government", "", abroad.CUBAN_STATE),  # the root names nobody
    ],
)
def test_origin(named, stake, root, origin):
    assert origin_of(named, stake, root) == origin


def test_nobody_in_the_ledger_is_sorted_by_accident():
    rows = tables.claims(measure="workers_abroad", scope="world")
    found = abroad.origins(rows, tables.claims(), tables.sources(), tables.table("repeats"))
    assert set(rows.loc[found == abroad.OTHERS, "attributed_to"]) == {
        "",
        "Business Insider",
        "Xinhua",
        "DPA",
        "EFE",
        "Human Rights Watch",
        "Reuters",
    }
    assert set(rows.loc[found == abroad.US_GOVERNMENT, "id"]) == {"ec251", "S0263", "ec253"}


# the peak and the fall


def test_peak_years_by_hand():
    # no year was lower than 50 in 2015, so only years whose highest reaches 50 can be the peak
    envelope = pd.DataFrame(
        {"year": [2014, 2015, 2016, 2017], "low": [47, 50, 40, 30], "high": [52, 50, 49, 50]}
    )
    assert abroad.peak_years(envelope) == [2014, 2015, 2017]


@given(st.lists(st.tuples(st.floats(0, 1e5), st.floats(0, 1e5)), min_size=1, max_size=9))
def test_the_year_with_the_highest_figure_can_always_be_the_peak(ends):
    rows = [(2000 + n, min(pair), max(pair)) for n, pair in enumerate(ends)]
    envelope = pd.DataFrame(rows, columns=["year", "low", "high"])
    assert envelope.loc[envelope["high"].idxmax(), "year"] in abroad.peak_years(envelope)


@pytest.mark.parametrize(
    ("years", "text"),
    [
        ([2014], "2014"),
        ([2014, 2015], "2014 to 2015"),
        ([2014, 2015, 2016, 2019], "2014 to 2016 and 2019"),
        ([2009, 2011, 2012, 2018], "2009, 2011 to 2012 and 2018"),
    ],
)
def test_span_of_years(years, text):
    assert abroad.span_of_years(years) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ((101, 150), "more than the whole"),
        ((30, 49.9), "less than half"),
        ((51, 150), "more than half"),
        ((40, 60), "perhaps less and perhaps more than half"),
    ],
)
def test_weight(share, text):
    assert abroad.weight(share) == text


def test_onset():
    assert "for 2018, so" in abroad.onset_sentence([2017, 2019, 2020], 2017, 2020)
    assert "Each year" in abroad.onset_sentence([2016, 2017, 2018, 2019, 2020], 2017, 2020)


def test_span_closes_open_ends_where_they_are_stated():
    rows = claims(("a", "2017", 100.0, "more_than"), ("b", "2018", 200.0, "about"))
    assert abroad.span(rows) == (100.0, 210.0)


def test_remainder_by_hand():
    assert abroad.remainder((20, 26), [(8, 9), (1, 2)]) == (9, 17)
    assert abroad.remainder((20, 26), [(30, 40)]) == (0, 0)


def test_the_share_of_brazil_reckoned_again_from_the_file():
    # by hand: from "about 52,000" or "more than 50,000" to 28,729 or "more than 28,000"
    start = min(raw("S0131") * 0.95, raw("S0151")), raw("S0131") * 1.05
    end = raw("S0254"), raw("hs_ab_015")
    gone = raw("ec078") * 0.95, raw("ec078") * 1.05  # the counts of withdrawals lie inside
    assert gone[0] < raw("S0742") < raw("S0743") < gone[1]
    by_hand = gone[0] / (start[1] - end[0]) * 100, gone[1] / (start[0] - end[1]) * 100

    rows = tables.claims(measure="workers_abroad", scope="world")
    rows["origin"] = abroad.origins(
        rows, tables.claims(), tables.sources(), tables.table("repeats")
    )
    cuban = rows[rows["origin"] == abroad.CUBAN_STATE]
    fall = bounds.subtract(
        abroad.span(cuban[cuban["as_of"].str.startswith("2017")]),
        abroad.span(cuban[cuban["as_of"] == "2020-03"]),
    )
    brazil = abroad.span(tables.claims(id=["ec078", "S0742", "S0743"]))
    assert abroad.percent(brazil, fall) == pytest.approx(by_hand)


# doctors


def test_doctors_are_compared_with_all_workers_near_in_time():
    workers = claims(("w", "2016", 50.0, "more_than"), ("x", "2020", 28.0, "exact"))
    doctors = claims(
        ("same", "2017", 50.0, "exact"),
        ("late", "2018", 50.0, "exact"),  # two years off, and no number for that year
        ("above", "2020", 40.0, "exact"),
        ("own", "2020", 18.0, "exact"),
        ("vague", "2020", NONE, "vague"),
    )
    found = abroad.doctors_checked(doctors, workers).set_index("id")["finding"].to_dict()
    assert found == {
        "same": abroad.SAME,
        "late": abroad.OWN,
        "above": abroad.ABOVE,
        "own": abroad.OWN,
    }


def test_doctor_shares_by_hand():
    checked = bounds.with_bounds(
        flows.dated(claims(("a", "2014", 25.0, "exact"), ("b", "2020", 18.0, "exact")))
    )
    totals = claims(("t", "2013", 80.0, "exact"), ("u", "2015", 100.0, "exact"))
    shares = abroad.doctor_shares(checked, totals)
    assert list(shares["id"]) == ["a"]  # no total within a year of 2020
    assert (shares["share_low"].item(), shares["share_high"].item()) == pytest.approx((25, 31.25))


@pytest.mark.parametrize(
    ("findings", "word"),
    [
        ([abroad.OWN, abroad.OWN], "No number"),
        ([abroad.OWN, abroad.SAME], "Some numbers"),
        ([abroad.ABOVE, abroad.SAME, abroad.OWN], "Most numbers"),
    ],
)
def test_doctors_sentence(findings, word):
    assert abroad.doctors_sentence(pd.DataFrame({"finding": findings})).startswith(word)


# hosts


def test_latest_takes_the_last_and_all_staff_before_doctors():
    rows = claims(
        ("old", "2016", 900.0, "exact"),
        ("doctors", "2017", 300.0, "exact"),
        ("staff", "2017", 200.0, "about"),
        ("other", "2015", 500.0, "exact"),
    )
    rows["country_iso3"] = ["A", "A", "A", "B"]
    rows["measure"] = ["mission_stock", "mission_doctors", "mission_stock", "mission_stock"]
    assert list(abroad.latest(rows)["id"]) == ["other", "staff"]
    assert abroad.latest(rows).iloc[1]["low"] == 190
    assert list(abroad.latest(rows, start=2016)["id"]) == ["staff"]
    assert list(abroad.latest(rows, end=2017)["id"]) == ["old", "other"]


def test_the_list_of_2016_adds_up_to_its_own_total():
    listed = tables.claims(source_id="csc_acs_2016", measure="mission_stock")
    assert sum(raw(claim) for claim in listed["id"]) >= raw("S0110")
    assert not listed["country_iso3"].duplicated().any()


# verdict and sentences


def test_clash_by_hand():
    side = claims(("a", "2019", 100.0, "about"), ("b", "2019", 90.0, "more_than"))
    assert abroad.clash(side, claims(("c", "2019", 120.0, "exact"))) == pytest.approx(15)
    assert abroad.clash(side, claims(("c", "2019", 104.0, "exact"))) == 0
    with pytest.raises(ValueError, match="two ends"):
        abroad.clash(side[side["id"] == "b"], side)


def floor_rows(*rows: tuple[float, str, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["value", "qualifier", "origin"])
    return table.assign(value_high=NONE)


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        ([(27.0, "exact", abroad.OTHERS), (29.0, "exact", abroad.CUBAN_STATE)], "contradicted"),
        ([], "not checkable"),
        ([(29.0, "more_than", abroad.CUBAN_STATE)], "not checkable"),
        (
            [(27.0, "more_than", abroad.CUBAN_STATE), (34.0, "exact", abroad.US_GOVERNMENT)],
            "not checkable",
        ),  # the Cuban statement allows less than the floor
        (
            [(29.0, "exact", abroad.CUBAN_STATE), (34.0, "exact", abroad.US_GOVERNMENT)],
            "supported with a caveat",
        ),
        (
            [(29.0, "more_than", abroad.CUBAN_STATE), (34.0, "exact", abroad.US_GOVERNMENT)],
            "supported",
        ),
    ],
)
def test_stated_floor(rows, verdict):
    found, sentence, confidence = abroad.stated_floor(28.0, floor_rows(*rows))
    assert found == verdict
    assert not any(c.isdigit() for c in sentence + confidence)


def test_against():
    ends = [abroad.against(28, i) for i in [(28, math.inf), (20, 27), (27, 30)]]
    assert ends == ["at or above", "below", "can be either"]


def test_every_branch_has_a_sentence_of_its_own_without_a_number():
    assert len(set(SENTENCES)) == len(SENTENCES)
    assert not any(c.isdigit() for s in SENTENCES for c in s)


def test_a_clear_and_an_unclear_fall():
    assert "nurses" in abroad.whose_fall((11.8, 18.7), (5.8, 7))
    assert "cannot be told" in abroad.whose_fall((5, 8), (7, 9))
    assert "lower account" in abroad.hosts_sentence(usual=100, lower=115, higher=235)


def test_draw_gives_each_origin_its_mark_and_an_open_end_an_arrow():
    figure, axes = charts.new(height=2)
    rows = bounds.with_bounds(
        flows.dated(claims(("a", "2010", 5000.0, "more_than"), ("b", "2011", 6000.0, "about")))
    ).assign(origin=[abroad.CUBAN_STATE, abroad.OTHERS])
    abroad.draw(axes, rows, 1000)
    assert [list(line.get_ydata()) for line in axes.lines] == [[5.0], [], [6.0]]
    assert [text.xyann for text in axes.texts] == [(0, 10)]
    charts.plt.close(figure)

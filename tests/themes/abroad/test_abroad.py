"""Numbers abroad: origins, the peak, two accounts, the verdict on a floor."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.ledger import tables
from evidence.reckon import bounds, flows
from evidence.show import charts
from evidence.themes.abroad import abroad

NONE = math.nan


def claims(*rows: tuple, measure: str = "workers_abroad") -> pd.DataFrame:
    """Rows of id, as_of, value, qualifier."""
    table = pd.DataFrame(rows, columns=["id", "as_of", "value", "qualifier"])
    return table.assign(value_high=NONE, measure=measure)


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
    assert set(rows.loc[found == abroad.OTHERS, "attributed_to"]) == {""}
    assert set(rows.loc[found == abroad.US_GOVERNMENT, "id"]) == {
        "workers-abroad.2019.us-congress",
        "workers-abroad.2021.us-department-state",
        "workers-abroad.2015.us-congress",
    }


def test_a_figure_is_second_hand_where_anybody_in_its_line_names_cuba():
    ledger = pd.DataFrame(
        {"id": ["a", "b", "c"], "attributed_to": ["CIA", "Cuban officials", "CIA"]}
    )
    repeats = pd.DataFrame({"claim": ["b"], "repeats": ["a"]})
    found = abroad.second_hand(ledger, ledger, repeats)
    assert found.tolist() == [True, True, False]
    assert abroad.second_hand(ledger, ledger, repeats.iloc[:0]).tolist() == [False, True, False]


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


def test_span_reaches_as_far_as_the_hedges():
    rows = claims(("a", "2017", 100.0, "more_than"), ("b", "2018", 200.0, "about"))
    assert abroad.span(rows) == (100.0, 250.0)


def test_clash_by_hand():
    side = claims(("a", "2019", 110.0, "about"), ("b", "2019", 91.0, "more_than"))
    assert abroad.least_distance(side, claims(("c", "2019", 120.0, "exact"))) == 5
    assert abroad.least_distance(side, claims(("c", "2019", 114.0, "exact"))) == 0
    with pytest.raises(ValueError, match="two ends"):
        abroad.least_distance(side[side["id"] == "b"], side)


def test_draw_gives_each_origin_its_mark_and_an_open_end_an_arrow():
    figure, axes = charts.new(height=2)
    rows = bounds.with_bounds(
        flows.dated(claims(("a", "2010", 5000.0, "more_than"), ("b", "2011", 6000.0, "about")))
    ).assign(origin=[abroad.CUBAN_STATE, abroad.OTHERS])
    abroad.draw(axes, rows, 1000)
    assert [list(line.get_ydata()) for line in axes.lines] == [[5.0], [], [6.0]]
    assert [text.xyann for text in axes.texts] == [(0, 10)]
    charts.plt.close(figure)

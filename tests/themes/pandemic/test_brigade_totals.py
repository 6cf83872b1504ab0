"""Brigades against the pandemic, on rows checked by hand."""

from datetime import date

import matplotlib
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.ledger import tables
from evidence.reckon import totals
from evidence.show import charts, edges
from evidence.themes.pandemic import brigade_totals, totals_chart


def dated(*rows: tuple[str, str, float, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["id", "as_of", "value", "qualifier"])
    return table.assign(value_high=float("nan"))


def test_days_of_a_partial_date():
    day = date(2020, 2, 1).toordinal()
    assert brigade_totals.days("2020-02-01") == (day, day)
    assert brigade_totals.days("2020-02") == (day, day + 28)  # a leap year
    assert brigade_totals.days("2020") == (day - 31, day + 334)


def test_a_fall_counts_only_where_the_order_is_known():
    rows = dated(
        ("a", "2020-04-06", 15, "exact"),
        ("b", "2020-04", 14, "exact"),
        ("c", "2020-05", 13, "exact"),
    )
    assert len(totals.falls(rows)) == 3
    falls = brigade_totals.certain_falls(rows)
    assert list(zip(falls["earlier"], falls["later"], strict=True)) == [("a", "c"), ("b", "c")]
    assert brigade_totals.certain_falls(rows.iloc[:1]).empty


@given(
    st.lists(
        st.tuples(st.sampled_from(["2020", "2020-03", "2020-05", "2020-05-07"]), st.integers(1, 9)),
        min_size=2,
        max_size=8,
    )
)
def test_certain_falls_are_falls(pairs):
    rows = dated(*[(str(i), when, float(v), "exact") for i, (when, v) in enumerate(pairs)])
    certain, every = brigade_totals.certain_falls(rows), totals.falls(rows)
    pair = ["earlier", "later"]
    assert set(map(tuple, certain[pair].values)) <= set(map(tuple, every[pair].values))


def test_the_floor_never_falls_and_waits_for_the_end_of_a_date():
    rows = dated(
        ("a", "2020-04", 20, "exact"),
        ("b", "2020-04-10", 10, "more_than"),
        ("c", "2020-06", 15, "exact"),
    )
    line = brigade_totals.floor(rows)
    assert list(line["low"]) == [10, 20, 20]
    assert line["time"].is_monotonic_increasing


def test_the_totals_drawn_are_returned():
    figure, _ = charts.new(3)
    drawn = totals_chart.draw_totals(figure, totals_chart.PANELS[:1])
    assert (drawn["as_of"].str.len() > 4).all()
    below = set(drawn.loc[drawn["certainly_below"].eq(True), "id"])
    sent = tables.claims(measure="pandemic_brigades_sent", scope="world")
    assert below == set(brigade_totals.certain_falls(sent)["later"])
    matplotlib.pyplot.close("all")


# The chapter’s headline results once more, from the raw rows and without the module.


def value(claim_id: str) -> float:
    return tables.claim(claim_id)["value"]


def test_henry_reeve_totals_by_subtraction():
    assert (
        brigade_totals.difference(
            "hr-brigades-total.henry-reeve.2022-05.agencia-cubana-noticias",
            "pandemic-brigades-sent.2023-05.agencia-cubana-noticias",
        )
        == (
            value("hr-brigades-total.henry-reeve.2022-05.agencia-cubana-noticias")
            - value("pandemic-brigades-sent.2023-05.agencia-cubana-noticias"),
        )
        * 2
    )


def test_the_statements_below_an_earlier_one_by_a_plain_loop():
    rows = tables.claims(measure="pandemic_countries_sent", scope="world")
    rows = rows[(rows["qualifier"] == "exact") & (rows["as_of"].str.len() == 10)]
    plain = {
        later.id
        for later in rows.itertuples()
        for earlier in rows.itertuples()
        if earlier.as_of < later.as_of and earlier.value > later.value
    }
    assert set(brigade_totals.certain_falls(rows)["later"]) == plain != set()


def test_what_lies_below_is_found_measure_by_measure():
    measures = totals_chart.SENT
    parts = [brigade_totals.below([m]) for m in measures]
    assert brigade_totals.below(measures) == set().union(*parts)
    assert brigade_totals.below(measures, set()) == set()


def test_the_last_totals_are_told_panel_by_panel():
    measures = [m for panel in totals_chart.PANELS for m in panel]
    told = totals_chart.tell_totals(tables.claims(measure=measures, scope="world"))
    assert told.startswith("brigades 58 and 25; countries and territories 42 and ")
    assert told.count(";") == 2


def test_a_floor_is_drawn_within_its_panel_only():
    line = pd.DataFrame({"time": [1.0, 2.0, 4.0], "low": [10.0, 20.0, 30.0]})
    assert totals_chart.stretch(line, 0, 5) == ([1, 2, 4, 5], [10, 20, 30, 30])
    assert totals_chart.stretch(line, 1.5, 3) == ([1.5, 2, 3], [10, 20, 20])
    assert totals_chart.stretch(line, 2, 4) == ([2, 4], [20, 20])  # a step at the end is not seen
    assert totals_chart.stretch(line, 5, 6) == ([5, 6], [30, 30])
    assert totals_chart.stretch(line, 0, 1) == ([], [])


def panels_with_a_brigade_total_of(day, monkeypatch):
    """What charts.finish would refuse of the panels, had a total of that day been stated."""
    claims = tables.claims()
    last = claims[claims["measure"] == "pandemic_brigades_sent"].sort_values("as_of").tail(1)
    more = pd.concat([claims, last.assign(id="more", as_of=day, value=60.0)])
    plain = tables.table
    monkeypatch.setattr(tables, "table", lambda name: more if name == "claims" else plain(name))
    figure, _ = charts.new(height=6)
    totals_chart.draw_totals(figure, totals_chart.PANELS)
    found = edges.cut_off(figure)
    matplotlib.pyplot.close(figure)
    return found


@pytest.mark.parametrize("later", ["2023-12-31", "2024-11-03", "2026-06-30"])
def test_a_later_total_widens_the_panels(later, monkeypatch):
    assert panels_with_a_brigade_total_of(later, monkeypatch) == []


@pytest.mark.parametrize("between", ["2021-07-15", "2021-12-01"])
def test_a_total_from_the_gap_of_the_time_axis_is_not_lost_in_silence(between, monkeypatch):
    assert panels_with_a_brigade_total_of(between, monkeypatch)

"""What a host pays for one worker and what the worker receives, on rows checked by hand."""

import math

import pandas as pd
import pytest
from pay_rows import NAMES, SOURCES, claims

from evidence.show import charts
from evidence.themes.money import pay_sides, worker_pay


def pay(*rows: tuple[str, str, float]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["line", "measure", "value"])
    return table.assign(low=table["value"], high=table["value"], value_high=math.nan)


@pytest.mark.parametrize(
    ("worker", "home", "words"),
    [
        (500, 60, "and more than at home"),
        (50, 60, "less than hosts pay"),
        (5000, 60, "What hosts pay"),
    ],
)
def test_pay_title(worker, home, words):
    table = pay(("A", "host_x", 4000), ("A", "worker_x", worker), ("Cuba", "home_x", home))
    title = worker_pay.pay_title(table)
    assert words in title
    assert ("at home" in title) == (worker == 500)


def test_unit_words():
    assert worker_pay.unit_words("usd_per_month") == "US dollars a month"
    assert worker_pay.unit_words("eur_per_hour") == "euros an hour"
    assert worker_pay.unit_words("zar") == "rand"


def test_pay_table_sets_hosts_and_workers_side_by_side():
    table = claims(
        {"id": "ec092", "measure": "host_pays_per_worker_usd", "country_iso3": "BBB"},
        {"id": "ec091", "measure": "worker_receives_usd", "country_iso3": "BBB"},
        {"id": "ec160", "measure": "worker_receives_brl", "country_iso3": "BBB",
         "unit": "brl_per_month", "as_of": ""},
    )  # fmt: skip
    found = worker_pay.pay_table(pay_sides.with_sides(table, SOURCES), NAMES).to_dict("records")
    assert [r["Year"] for r in found] == ["2020", "undated"]
    assert found[0]["Country"] == "Bland"
    assert found[0]["Host pays"] == "{claim}`ec092` (others)"
    assert found[0]["Worker receives"] == "{claim}`ec091` (others)"
    assert found[1]["Host pays"] == ""


def test_lines_run_from_the_highest_sum_to_cuba():
    rows = claims(
        {"id": "a", "measure": "worker_receives_usd", "country_iso3": "AAA", "value": 500.0},
        {"id": "b", "measure": "host_pays_per_worker_usd", "country_iso3": "BBB", "value": 4000.0},
        {"id": "c", "measure": "worker_receives_usd", "country_iso3": "BBB", "value": 900.0},
        {"id": "d", "measure": "worker_receives_usd", "country_iso3": "", "value": 1.0},
    )
    home = claims({"id": "e", "measure": "home_pay_top_doctor_usd", "value": 60.0})
    both = [pay_sides.with_sides(some, SOURCES) for some in (rows, home)]
    found = worker_pay.home_line(*both, NAMES)
    assert list(found["id"]) == ["b", "c", "a", "e"]
    told = worker_pay.tell_lines(found)
    assert told.startswith("Bland, host pays: 4,000; Bland, worker receives: 900; ")
    assert told.endswith("Cuba, at home, a doctor’s pay: 60")
    figure, axes = charts.new(3)
    worker_pay.draw_lines(axes, found)
    lines = [label.get_text() for label in axes.get_yticklabels()]
    assert (lines[0], lines[-1], len(lines)) == ("Bland", "Cuba, at home", 3)
    charts.plt.close(figure)

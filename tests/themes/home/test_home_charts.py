"""The charts on care at home: what is drawn and what is labelled."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from evidence.ledger import tables
from evidence.reckon.doctors import DOCTORS, WORKERS
from evidence.show import charts
from evidence.themes.home import facilities, home_charts


@pytest.fixture
def axes():
    figure, axes = charts.new(3)
    yield axes
    plt.close(figure)


def texts(axes: plt.Axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


def test_layers_label_the_highest_and_the_latest_count(axes):
    layers = {"polyclinics": "polyclinics", "hospitals": "hospitals"}
    peaks = {n: facilities.since_peak(tables.claims(measure=m)) for n, m in layers.items()}
    drawn = home_charts.draw_layers(axes.figure, layers, peaks)
    assert set(drawn["measure"]) == set(layers.values())
    labels = [t.split(" in ")[0] for panel in axes.figure.axes for t in texts(panel) if t]
    by_id = tables.claims().set_index("id")["value"]
    stated = [f"{by_id[peak[end]]:.0f}" for peak in peaks.values() for end in ("peak", "latest")]
    assert labels == stated


def test_rank_names_cuba_twice(axes):
    crowd = pd.DataFrame({"iso3": ["CUB", "MCO", "USA"], "value": [9.0, 8.0, 3.5]})
    world = pd.Series({"year": 2019, "value": 1.7}, dtype=object)
    home_charts.draw_rank(axes, crowd, (7.0, 7.2), world)
    assert texts(axes) == [
        "Cuba, all in the count: 9.0",
        "Cuba, at home: 7.0 to 7.2",
        "Monaco 8.0",
        "United States 3.5",
        "world, 2019: 1.7",
    ]


def test_density_is_solid_where_doctors_abroad_were_counted(axes):
    bank = pd.DataFrame({"year": [1992, 1998, 2010], "value": [4.0, 5.0, 6.0]})
    years = pd.DataFrame(
        [(2007, DOCTORS, 4.0, 5.0), (2010, DOCTORS, 5.0, 5.0), (2012, WORKERS, 3.0, 7.0)],
        columns=["year", "basis", "low", "high"],
    ).assign(total_low=6.0, total_high=7.0)
    home_charts.draw_density(axes, bank, years)
    bars = {tuple(s[:, 1]) for lines in axes.collections for s in lines.get_segments()}
    assert bars == {(6.0, 7.0), (3.0, 7.0), (4.0, 5.0), (5.0, 5.0)}
    assert {"4.0 to 5.0", "5.0"} <= set(texts(axes))


def test_infant_mortality_labels_the_newest_and_the_adjusted_rate(axes):
    years = range(2000, 2026)
    wide = pd.DataFrame({c: 5.0 for c in ("LCN", "DOM", "USA", "CRI", "CUB")}, index=years)
    reported = pd.DataFrame({"time": [2025.5], "value": [9.9], "as_of": ["2025"]})
    reported["qualifier"] = "exact"
    home_charts.draw_infant(
        axes, wide, reported, tables.claim("infant-mortality-rate-adjusted.cuba.2004.blog")
    )
    assert "Cuba, as reported:\n9.9 in 2025" in texts(axes)
    assert "adjusted for 2004:\nabout 7.45 to 11.46" in texts(axes)

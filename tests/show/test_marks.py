"""What is drawn is what the rows say."""

import pandas as pd
import pytest

from evidence.show import charts, marks


@pytest.fixture
def axes():
    figure, axes = charts.new(height=2)
    yield axes
    charts.plt.close(figure)


def rows(**columns: list) -> pd.DataFrame:
    base = {
        "value_high": float("nan"),
        "source_id": "panichelli_batalla_2020.txt",
        "qualifier": "exact",
    }
    return pd.DataFrame({**base, **columns})


def test_over_time_draws_each_dated_number_in_its_unit(axes):
    table = rows(id=["a", "b", "c"], as_of=["2010", "2011", ""], value=[2000.0, 3000.0, 4000.0])
    drawn = marks.over_time(axes, table, unit=1000)
    assert list(drawn["id"]) == ["a", "b"]  # the undated claim has no place on the axis
    assert list(axes.lines[0].get_ydata()) == [2.0, 3.0]
    assert list(axes.lines[0].get_xdata()) == [2010.5, 2011.5]


@pytest.mark.parametrize(("qualifier", "away"), [("more_than", 11), ("up_to", -11)])
def test_an_open_end_is_an_arrow(axes, qualifier, away):
    marks.over_time(axes, rows(id=["a"], as_of=["2010"], value=[5.0], qualifier=qualifier))
    assert [text.xyann[1] for text in axes.texts] == [away]


def test_a_vague_claim_is_not_drawn(axes):
    table = rows(id=["a"], as_of=["2010"], value=[float("nan")], qualifier="vague")
    assert marks.over_time(axes, table).empty


@pytest.mark.parametrize(
    ("stake", "group"),
    [
        ("cuban_state", "Cuban state"),
        ("us_government", "Critics and US government"),
        ("cuba_critical", "Critics and US government"),
        ("academic", "Others"),
    ],
)
def test_group_of(stake, group):
    assert marks.group_of(stake) == group


def test_ranges_end_at_the_edge_of_the_axes(axes):
    axes.set_xlim(1, 10)
    marks.ranges(axes, ["a", "b"], [0.0, 2.0], [3.0, float("inf")], [charts.BLUE] * 2)
    assert [list(line.get_xdata()) for line in axes.lines] == [[1, 3], [2, 10]]
    assert [t.get_text() for t in axes.get_yticklabels()] == ["a", "b"]


def test_stacked_writes_each_count(axes):
    counts = pd.DataFrame({"exact": [2, 0], "vague": [1, 3]}, index=["x", "y"])
    marks.stacked(axes, counts, {"exact": charts.BLUE, "vague": charts.GREY})
    assert [text.get_text() for text in axes.texts] == ["2\nexact", "1\nvague", "3\nvague"]


def test_tell_is_number_and_date():
    claim = {"value": 407000.0, "qualifier": "more_than", "as_of": "2019-05-20"}
    assert marks.tell(claim, 1000) == "more than 407 in May 2019"

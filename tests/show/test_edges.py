"""Marks that the axes of a chart would cut off: found, and told by chart.finish."""

import matplotlib.pyplot as plt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.ledger import tables
from evidence.show import charts, edges


def drawn(draw, **limits):
    figure, axes = plt.subplots()
    axes.set(**({"xlim": (0, 10), "ylim": (0, 10)} | limits))
    draw(axes)
    found = edges.cut_off(figure)
    plt.close(figure)
    return found


OUT = {
    "point": lambda axes: axes.plot(11, 5, "o"),
    "point below": lambda axes: axes.plot(5, -0.1, "o"),
    "line": lambda axes: axes.plot([5, 11], [5, 5]),
    "step": lambda axes: axes.step([5, 10.5], [5, 5], where="post"),
    "scatter": lambda axes: axes.scatter([5, 11], [5, 5]),
    "rule": lambda axes: axes.hlines(5, 0, 11),
    "bar": lambda axes: axes.bar([5], [11]),
    "lying bar": lambda axes: axes.barh([5], [11]),
    "field": lambda axes: axes.fill_between([1, 2], [1, 2], [3, 11]),
    "span": lambda axes: axes.axvspan(5, 11),
    "line across": lambda axes: axes.axhline(11),
    "labelled point": lambda axes: axes.annotate("x", (11, 5), (5, 5), textcoords="offset points"),
}
IN = {
    "at the edges": lambda axes: axes.plot([0, 10], [0, 10], "o"),
    "bar to the edge": lambda axes: axes.bar([5], [10]),
    "no point": lambda axes: axes.plot([float("nan"), 5], [5, float("inf")]),
    "line across": lambda axes: axes.axhline(5),
    "text": lambda axes: axes.text(11, 5, "in the margin"),
    "not clipped": lambda axes: axes.plot(11, 5, "o", clip_on=False),
    "unseen": lambda axes: axes.plot(11, 5, "o", visible=False),
    "by parts of the axes": lambda axes: axes.plot(1.5, 0.5, "o", transform=axes.transAxes),
}


@pytest.mark.parametrize("kind", OUT)
def test_what_is_cut_off(kind):
    (told,) = drawn(OUT[kind])
    assert "beyond axes of x 0 to 10 and y 0 to 10" in told


@pytest.mark.parametrize("kind", IN)
def test_what_is_not(kind):
    assert drawn(IN[kind]) == []


def test_scales_and_directions_do_not_matter():
    def draw(axes):
        axes.plot([1, 1000], [1, 9], "o")

    assert drawn(draw, xscale="log", xlim=(1, 1000)) == []
    assert drawn(draw, xscale="log", xlim=(1000, 1)) == []
    assert len(drawn(draw, xscale="log", xlim=(1, 900))) == 1
    assert len(drawn(draw, xscale="log", xlim=(900, 1))) == 1


@given(st.floats(-20, 20), st.floats(-20, 20))
def test_a_point_is_told_exactly_where_it_is_beyond(x, y):
    inside = all(-0.02 < place < 10.02 for place in (x, y))
    near = any(abs(place - end) < 0.03 for place in (x, y) for end in (0, 10))
    if not near:
        assert (drawn(lambda axes: axes.plot(x, y, "o")) == []) == inside


def test_finish_names_the_chart_and_the_mark():
    figure, axes = charts.new(2)
    axes.set(xlim=(2020, 2023.75), ylim=(0, 60))
    axes.step([2020, 2024], [10, 58], where="post")
    with pytest.raises(ValueError, match="chart 'fig-x': its axes cut off Line2D at x 2,024"):
        charts.finish(figure, "fig-x", "a b c", "a b c", "a b c", tables.claims().head())
    plt.close(figure)

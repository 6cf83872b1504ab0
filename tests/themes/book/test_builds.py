"""Build times from few rows."""

import pandas as pd
import pytest

from evidence.ledger import tables
from evidence.show import charts
from evidence.themes.book import builds

ROWS = pd.DataFrame(
    [
        ("cold", "this build", 10.0),
        ("cold", "stock jupyter-book", 40.0),
        ("nothing changed", "this build", 0.1),
        ("the cells alone, added up", "this build", 6.0),
        ("5 generated chapters, cold", "this build", 4.0),
        ("20 generated chapters, cold", "this build", 7.0),
        ("5 generated chapters, cold", "stock jupyter-book", 20.0),
        ("20 generated chapters, cold", "stock jupyter-book", 80.0),
    ],
    columns=["case", "tool", "seconds"],
)


def test_cases_stand_side_by_side():
    rows = builds.cases(ROWS)
    assert rows["case"].tolist() == ["cold", "nothing changed", "the cells alone, added up"]
    assert rows["this build"].tolist() == [10.0, 0.1, 6.0]
    assert builds.table(ROWS)["Stock jupyter-book"].tolist() == ["40.00", "not timed", "not timed"]


def test_ratio_and_slope():
    assert builds.cells(ROWS) == 6
    assert builds.largest_book(ROWS) == (20, 7 / 80)
    assert builds.ratio(ROWS, "cold") == 0.25
    assert builds.slope(ROWS, "this build") == pytest.approx(3 / 15)
    assert builds.slope(ROWS, "stock jupyter-book") == pytest.approx(4)
    with pytest.raises(ValueError, match="not timed on two sizes"):
        builds.slope(ROWS.iloc[:5], "this build")


def test_growth_is_drawn_by_size():
    _, axes = charts.new(height=2)
    drawn = builds.draw_growth(axes, ROWS.sample(frac=1, random_state=1))
    assert drawn.loc[drawn["tool"] == "this build", "chapters"].tolist() == [5, 20]
    charts.plt.close("all")


def test_the_ledger_s_times_have_both_tools():
    rows = tables.table("builds")
    assert {builds.OURS, builds.STOCK} <= set(rows["tool"])
    assert (rows["seconds"] > 0).all()

"""How long teams stayed: drawn, and the span of what was served."""

import pandas as pd

from evidence.ledger import tables
from evidence.show import charts
from evidence.themes.pandemic import team_stays


def test_stays_are_drawn_from_short_to_long():
    figure, axes = charts.new(3)
    rows = tables.claims(measure=["brigade_stay_months", "brigade_stay_planned_months"])
    rows["place"] = rows["country_iso3"].replace("", "SLE")
    order = team_stays.draw_stays(axes, rows, tables.country_names().to_dict())
    longest = rows.groupby("place")["value"].max()
    assert list(longest[order]) == sorted(longest)
    charts.plt.close(figure)


def test_the_span_of_stays_takes_the_end_of_a_range():
    rows = pd.DataFrame({"value": [3.0, 6.0], "value_high": [float("nan"), 9.0]})
    assert team_stays.served(rows) == (3.0, 9.0)


def test_stays_are_told_place_by_place():
    rows = pd.DataFrame(
        [
            ("b", "brigade_stay_months", 6.0, "exact"),
            ("a", "brigade_stay_months", 2.0, "more_than"),
            ("a", "brigade_stay_months", 2.0, "more_than"),
            ("a", "brigade_stay_planned_months", 3.0, "exact"),
        ],
        columns=["place", "measure", "value", "qualifier"],
    ).assign(value_high=float("nan"), unit="months")
    told = team_stays.told(rows, ["a", "b"], {"a": "Italy", "b": "Peru"})
    assert told == "Italy more than 2 and 3 planned; Peru 6"

"""The stated totals of people and of missions, drawn by the date they speak of."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import flows
from evidence.show import charts, marks, say, words
from evidence.themes.professionals import reading
from evidence.weigh import voices

said = say.of("professionals")
PLACES = [(-7, 3), (8, 3), (-8, 3), (-4, 26)]  # of the labels beside their marks, in points


def totals() -> pd.DataFrame:
    """All claims on the total of health workers ever sent."""
    return tables.claims(measure="cumulative_workers", scope="world")


def draw() -> None:
    """Show the chart of all dated totals, and how many of them go back to the Cuban state."""
    figure, axes = charts.new(height=3.9)
    drawn = marks.over_time(axes, totals(), unit=1000)
    missions = flows.dated(tables.claims(measure="cumulative_missions"))
    axes.plot(missions["time"], missions["value"] / 1000, "D", mfc="white", mec=charts.BLUE)
    first = missions.iloc[0]
    label = said("fig-totals", "missions", first=marks.tell(first, 1000))
    marks.label(axes, first["time"], first["value"] / 1000, label, -8, 2)
    for claim_id, (dx, dy) in marks.beside("labelled-totals", PLACES).items():
        row = tables.claim(claim_id)
        at = flows.decimal_year(row["as_of"])
        marks.label(axes, at, row["value"] / 1000, marks.tell(row, 1000), dx, dy)
    axes.set(ylabel=said("fig-totals", "y"), ylim=(0, 720), xlim=(1999, 2029))
    marks.key(axes, "lower right")
    steps = tables.judged("told-totals")
    rises = (drawn.set_index("id").loc[steps, "value"].pct_change() + 1).iloc[1:]
    state = (voices.with_origins(drawn)["origin"] == voices.CUBAN_STATE).sum()
    count = words.number(len(drawn))
    share = said("cuban share", cuban=words.number(state), all=count)
    show.result("totals-cuban", share, list(drawn["id"]))
    charts.worded(
        figure, "professionals", "fig-totals", drawn,
        title=reading.fig_totals_title(list(rises)),
        number=count, first_rise=f"{rises.iloc[0]:.1f}", second_rise=f"{rises.iloc[1]:.1f}",
        steps="; ".join(marks.tell(tables.claim(i), 1000) for i in steps),
    )  # fmt: skip

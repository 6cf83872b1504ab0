"""What chooses the sentences of the chapter, each outcome once at least."""

import math

import pandas as pd
from weighed import weighed

from evidence.themes.pandemic import (
    brigade_totals,
    coverage,
    pandemic_deaths,
    team_arrivals,
    vaccines,
)

MAKERS = {"Cuban state"}
TEAMS = (100, 120)


def at_work(*values):
    days = ["2020-09", "2021-01", "2021-05"][: len(values)]
    rows = {"id": days, "as_of": days, "value": values}
    return pd.DataFrame(rows).assign(measure="m", qualifier="exact", value_high=math.nan)


CASES = [
    (brigade_totals.running, "none fell", 0, 0),
    (brigade_totals.running, "between publishers", 1, 0),
    (brigade_totals.running, "the state too", 1, 1),
    (brigade_totals.room, "room", (0, 4)),
    (brigade_totals.room, "room", (-4, 0)),  # none left over, but none lacking
    (brigade_totals.room, "no room", (-9, -1)),
    (brigade_totals.fig_pandemic_title, "fall", at_work(5.0, 4.0)),
    (brigade_totals.fig_pandemic_title, "no fall", at_work(5.0)),
    (brigade_totals.fig_pandemic_title, "no fall", at_work(5.0, 4.0, 5.0)),  # back at the height
    (team_arrivals.enough, "too many", TEAMS, (10, 99)),
    (team_arrivals.enough, "enough", TEAMS, (10, 100)),
    (team_arrivals.enough, "enough", TEAMS, (120, math.inf)),
    (team_arrivals.enough, "too few", TEAMS, (121, math.inf)),
    (team_arrivals.team_size, "nothing", weighed(0, 0), (52, 53), False),
    (team_arrivals.team_size, "none", weighed(2, 0), (52, 53), True),
    (team_arrivals.team_size, "none", weighed(2, 0), (52, 53), False),
    (team_arrivals.team_size, "fewer", weighed(3, 1), (52, 53), False),
    (team_arrivals.team_size, "most", weighed(3, 2), (52, 53), True),
    (team_arrivals.team_size, "all", weighed(3, 3), (52, 52), True),
    (team_arrivals.team_size, "all, not clinical", weighed(3, 3), (52, 52), False),
    (team_arrivals.team_size, "most, not clinical", weighed(3, 2), (52, 53), False),
    (vaccines.products, "nobody", [], MAKERS),
    (vaccines.products, "not several", ["A", "B"], MAKERS),
    (vaccines.products, "makers only", ["A", "B", "C"], MAKERS),
    (vaccines.products, "others too", ["A", "B", "C"], {*MAKERS, "x"}),
    (coverage.fig_coverage_title, "one counter", 2, 3),
    (coverage.fig_coverage_title, "no common counter", 1, 2),  # half is not most
    (pandemic_deaths.deaths, "several times", (2.0, 7.2)),
    (pandemic_deaths.deaths, "as much", (1.9, 7.2)),
    (pandemic_deaths.deaths, "as much", (0.9, 1.0)),
    (pandemic_deaths.deaths, "less", (0.2, 0.9)),
    (pandemic_deaths.fig_deaths_title, "both upper", 7, 7, 14),
    (pandemic_deaths.fig_deaths_title, "both lower", 8, 8, 14),
    (pandemic_deaths.fig_deaths_title, "more deaths", 7, 8, 14),
    (pandemic_deaths.fig_deaths_title, "more years", 8, 7, 14),
]

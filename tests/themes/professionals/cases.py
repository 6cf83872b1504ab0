"""What chooses the sentences of the chapter, each outcome once at least."""

import pandas as pd
from weighed import weighed

from evidence.themes.professionals import every_doctor, reading, verdict

YEARS = {"a": "2008", "b": "2014", "c": "2019"}


def pairs(*rows):
    return pd.DataFrame(rows, columns=["earlier", "later", "finding", "tour_low", "tour_high"])


def ending(*findings):
    return pairs(*[("a", "t", finding, 1.0, 1.0) for finding in findings])


SHORT = pairs(("a", "c", "possible", 1.5, 1.8), ("b", "c", "too short", 0.7, 0.8))
SHORT = SHORT.assign(longest=[2.0, 0.82])
LONG = pairs(("a", "c", "possible", 1.5, 1.8), ("b", "c", "too long", 7.0, 9.0))
LONG = LONG.assign(longest=[2.0, 10.0])
EDGE = SHORT.assign(longest=[2.0, 1.0])  # as long as the least stay
BOTH = pd.concat([EDGE, SHORT.iloc[1:].assign(earlier="a")])


CASES = [
    (verdict.people_total, "more than there were", (1, 9), weighed(2, 2, "Cuban state", "WHO")),
    (verdict.people_total, "nobody else", (0, 9), weighed(0, 0)),
    (verdict.people_total, "most too short", (0, 9), weighed(3, 1)),
    (verdict.people_total, "some too short", (0, 9), weighed(4, 2)),
    (verdict.people_total, "unconfirmed", (0, 9), weighed(2, 2, "Cuban state")),
    (verdict.people_total, "confirmed", (0, 9), weighed(2, 2, "Cuban state", "WHO")),
    (every_doctor.every_doctor, "more than there were", (1, 9)),
    (every_doctor.every_doctor, "perhaps more", (0, 9)),
    (every_doctor.every_doctor, "no more", (-5, 0)),
    (reading.stale, "stale", pairs(("a", "b", "too long", 20.0, 22.0)).iloc[0]),
    (reading.stale, "not stale", SHORT.iloc[0]),
    (reading.sectors_of_people, "both", (1.5, 1.8), (2.0, 3.6)),
    (reading.sectors_of_people, "health", (1.5, 1.8), (3.1, 3.6)),
    (reading.sectors_of_people, "all sectors", (0.5, 0.9), (2.0, 3.6)),
    (reading.sectors_of_people, "neither", (0.5, 0.9), (3.1, 3.6)),
    (reading.as_people, "not people", SHORT.iloc[1]),
    (reading.as_people, "people too", SHORT.iloc[0]),
    (reading.total_clash, "cannot", SHORT, YEARS, 1.0),
    (reading.total_clash, "all can", LONG, YEARS, 1.0),
    (reading.total_clash, "far from steady", EDGE, YEARS, 1.0),
    (reading.edges, "none short", LONG, YEARS, 1.0),
    (reading.edges, "all held", SHORT, YEARS, 1.0),
    (reading.edges, "all lost", EDGE, YEARS, 1.0),
    (reading.edges, "some lost", BOTH, YEARS, 1.0),
    *[
        (reading.stay_measured, finding, pairs(("a", "c", finding, 1.5, 1.8)).iloc[0], YEARS)
        for finding in ("no rise", "possible", "too short", "too long")
    ],
    (reading.earlier_totals, "conflict", ending("possible", "too short"), "t"),
    (reading.earlier_totals, "no room", ending("too short"), "t"),
    (reading.earlier_totals, "room", ending("possible", "too long"), "t"),
    (reading.rise, "too fast", SHORT.iloc[1]),
    (reading.rise, "possible", SHORT.iloc[0]),
    (reading.whole, "both", (1.5, 2.2), (1.1, 1.5), (1.0, 3.0)),
    (reading.whole, "person", (1.5, 2.2), (0.5, 0.9), (1.0, 3.0)),
    (reading.whole, "mission", (4.0, 5.0), (1.1, 1.5), (1.0, 3.0)),
    (reading.whole, "neither", (4.0, 5.0), (0.5, 0.9), (1.0, 3.0)),
    (reading.choice, "documented", (1.0, 3.0)),
    (reading.choice, "more", (1.5, 3.0)),
    (reading.choice, "other", (0.5, 3.0)),
    (reading.at_most, "limit", 0.31),
    (reading.at_most, "no limit", float("inf")),
    (reading.fig_totals_title, "at each step", [1.1, 1.2]),
    (reading.fig_totals_title, "not at each step", [1.1, 1.0]),
    (reading.fig_tours_title, "none short", LONG),
    (reading.fig_tours_title, "some short", SHORT),
    (reading.fig_tours_title, "all short", SHORT.iloc[1:]),
]

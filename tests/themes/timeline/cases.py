"""What chooses the sentences of the chapter, each outcome once at least."""

import pandas as pd
from tinyledger import begun

from evidence.themes.timeline import beginnings, dates, named

TARGET = ("DZA", "long-term", 1963, "1963")  # always c0
BEFORE = ("DZA", "long-term", 1962, "1962")
RELIEF = ("CHL", "disaster", 1960, "1960")
ITALY = ("ITA", "epidemic", 2020, "2020-03-22")
NEARLY = (57.0, 60.0)


def first(*others):
    return begun(TARGET, *others), "c0"


def opened(relief):
    return begun(TARGET, ("CHL", "disaster", relief, str(relief)))


def periods(*names):
    return pd.DataFrame({"counted": [6, 7], "named": names})


def team(kind):
    return pd.DataFrame({"kind": ["other", kind], "value": [1.0, 9.0]})


def europe(*others):
    return begun(ITALY, *others), "ITA"


CASES = [
    (dates.match_year, "nobody else", 1963, []),
    (dates.match_year, "same", 1963, [(1963, 1963), (1963, 1963)]),
    (dates.match_year, "same or near", 1963, [(1962, 1963)]),  # a source that allows two years
    (dates.match_year, "some differ", 1963, [(1962, 1962), (1963, 1963)]),
    (dates.match_year, "most differ", 1963, [(1962, 1962), (1963, 1963), (1964, 1964)]),
    (dates.match_year, "all differ", 1963, [(1962, 1962)]),
    (dates.first_mission, "nobody else", *first()),
    (dates.first_mission, "first", *first(TARGET)),
    (dates.first_mission, "first", *first(BEFORE)),  # at home: a matter of the year
    (dates.first_mission, "most differ", *first(BEFORE, BEFORE, TARGET)),
    (dates.first_mission, "first", *first(TARGET, ("PRT", "long-term", 1963, "1963"))),
    (dates.first_mission, "relief before", *first(TARGET, RELIEF)),
    (dates.first_mission, "first", *first(TARGET, ("CHL", "disaster", 1963, "1963"))),
    (dates.first_mission, "elsewhere before", *first(("PRT", "long-term", 1962, "1962"))),
    (dates.duration, "every start", NEARLY, [("Chile in 1960", 60), ("Algeria in 1963", 57)]),
    (dates.duration, "some starts", NEARLY, [("Chile in 1960", 60), ("Togo in 1959", 61)]),
    (dates.duration, "few starts", NEARLY, [("A", 60), ("B", 61), ("C", 62)]),
    (dates.duration, "no start", NEARLY, [("Chile in 1950", 70)]),
    (dates.first_european, "first", *europe()),
    (dates.first_european, "first", *europe(("PRT", "epidemic", 2020, "2020-03-29"))),
    (dates.first_european, "first", *europe(("PRT", "epidemic", 2020, "2020-03"))),  # perhaps later
    (dates.first_european, "first", *europe(("ITA", "disaster", 2009, "2009"))),
    (dates.first_european, "other work before", *europe(("PRT", "long-term", 2009, "2009-08"))),
    (dates.first_european, "another team before", *europe(("PRT", "epidemic", 2020, "2020-02"))),
    (beginnings.fig_starts_title, "relief first", opened(1960)),
    (beginnings.fig_starts_title, "same year", opened(1963)),
    (beginnings.fig_starts_title, "lasting first", opened(1970)),
    (beginnings.against_counts, "fewer in all", periods(5, 6)),
    (beginnings.against_counts, "fewer in some", periods(5, 7)),  # as many is not fewer
    (beginnings.against_counts, "fewer in none", periods(6, 7)),
    *[
        (beginnings.fig_sizes_title, kind, team(kind))
        for kind in ("long-term", "disaster", "epidemic")
    ],
    (named.fig_named_title, "fewer", 163, 164.0),
    (named.fig_named_title, "as many", 164, 164.0),
]

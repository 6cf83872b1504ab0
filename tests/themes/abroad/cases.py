"""What chooses the sentences of the chapter, each outcome once at least."""

import numpy as np
import pandas as pd

from evidence.themes.abroad import abroad, country_hosts, doctors_apart, falls

CUBA, STATES = abroad.CUBAN_STATE, abroad.US_GOVERNMENT


def stated(*rows):
    """Rows of low, high, origin."""
    found = pd.DataFrame(rows, columns=["low", "high", "origin"]).assign(grade="A")
    return found.assign(measure="workers_abroad", scope="world", country_iso3="")


CASES = [
    (abroad.stated_floor, "nobody else", 28.0, stated()),
    (abroad.stated_floor, "all lower", 28.0, stated((27, 27.9, ""))),
    (abroad.stated_floor, "all lower", 28.0, stated((27, 28.5, ""))),  # may be lower: does not fit
    (abroad.stated_floor, "some lower", 28.0, stated((27, 27.9, ""), (29, 29, CUBA))),
    (abroad.stated_floor, "some lower", 28.0, stated((27, 28, ""), (27, 29, ""), (28, 29, CUBA))),
    (abroad.stated_floor, "one counter", 28.0, stated((29, 30, CUBA))),
    (
        abroad.stated_floor, "one counter", 28.0,
        stated((27.9, 28, CUBA), (34, 34, STATES)),
    ),  # the Cuban statement allows less than the floor
    (abroad.stated_floor, "disputed", 28.0, stated((28, 28, CUBA), (34, 34, STATES))),
    (abroad.stated_floor, "agree", 28.0, stated((28, 35, CUBA), (34, 34, STATES))),
    (abroad.american_origin, "same origin", pd.Series([False, True])),
    (abroad.american_origin, "second origin", pd.Series([False, False])),
    (abroad.accounts, "may meet", 0.0),
    (abroad.accounts, "conflict", 0.1),
    (abroad.fig_abroad_stock_title, "one account", 0.0),
    (abroad.fig_abroad_stock_title, "two accounts", 0.1),
    (abroad.run, "one year", np.array([2014])),
    (abroad.run, "several", np.array([2014, 2015])),
    (abroad.against, "above", 28, (28, 30)),
    (abroad.against, "below", 28, (20, 27)),
    (abroad.against, "either", 28, (20, 28)),
    (falls.onset, "years missing", [2017, 2019, 2020], 2017, 2020),
    (falls.onset, "each year", [2016, 2017, 2018, 2019, 2020], 2017, 2020),
    (falls.weight, "whole", (100.1, 150)),
    (falls.weight, "more", (100, 150)),
    (falls.weight, "more", (50.1, 150)),
    (falls.weight, "either", (50, 60)),
    (falls.weight, "either", (40, 50)),
    (falls.weight, "less", (30, 49.9)),
    (falls.remaining, "some", (0.1, 9.0), 4),
    (falls.remaining, "perhaps none", (0.0, 9.0), 4),
    (falls.fell, "fell", (1, 5)),
    (falls.fell, "perhaps", (0, 5)),
    (falls.fell, "perhaps", (-5, 5)),
    (falls.fell, "did not fall", (-5, 0)),
    (falls.whose_fall, "others", (11.8, 18.7), (5.8, 7)),
    (falls.whose_fall, "doctors", (1, 2), (5, 6)),
    (falls.whose_fall, "not known", (5, 8), (7, 9)),
    (falls.whose_fall, "not known", (7, 8), (6, 7)),
    (falls.beyond, "more", (100.1, 157)),
    (falls.beyond, "less", (50, 99.9)),
    (falls.beyond, "either", (90, 100)),
    (falls.follows, "follow", (50.1, 70), (60, 70)),
    (falls.follows, "not clearly", (50, 70), (60, 70)),
    (falls.follows, "not clearly", (60, 70), (50, 70)),
    (country_hosts.nearer, "lower", 100, 115, 235),
    (country_hosts.nearer, "higher", 20, 10, 19),
    (country_hosts.nearer, "neither", 15, 10, 20),
    (doctors_apart.fig_abroad_doctors_title, "few", pd.DataFrame([1]), pd.DataFrame([1, 2, 3])),
    (doctors_apart.fig_abroad_doctors_title, "most", pd.DataFrame([1]), pd.DataFrame([1, 2])),
]  # fmt: skip

"""What chooses the sentences of the chapter, each outcome once at least."""

import pandas as pd
from weighed import weighed

from evidence.themes.home import access, density, facilities, home, infant

YEARS = (2000, 2007, 2020)
NEWEST = {"family_doctor_offices": 2023, "research_institutes": 2003}


def thin(share, *moves):
    return (share, 20.0), *moves, YEARS, "Since then."


def layers(*moves):
    return dict(zip(("offices", "polyclinics", "hospitals"), moves, strict=True))


def counts(least, *moves):
    return {"family_doctor_offices": least, "hospitals": 5}, layers(*moves), NEWEST


def gaps(*values):
    return pd.Series(values)


def since(*counted):
    return (80.0, 90.0), counted, "fell", 2020, 2024


CASES = [
    (home.trend, "rose", (2, 3), (4, 5)),
    (home.trend, "fell", (2, 3), (1, 1.9)),
    (home.trend, "not decided", (2, 3), (3, 4)),
    (home.trend, "not decided", (2, 3), (1, 2)),
    (home.trend, "not decided", (2, 3), (1, 9)),
    (home.under, "some", 13456.0),
    (home.under, "some", 100.0),
    (home.under, "none", 99.0),
    (home.under, "none", -5.0),
    (home.loss_against_abroad, "larger", 31, (20, 30)),
    (home.loss_against_abroad, "of the size", 30, (20, 30)),
    (home.loss_against_abroad, "of the size", 20, (20, 30)),
    (home.loss_against_abroad, "smaller", 19, (20, 30)),
    (home.share_abroad, "no number", (10, 12)),
    (home.since, "fewer", *since(79, 79)),
    (home.since, "not decided", *since(70, 80)),
    (home.thinner, "more", *thin(15, "rose", "rose", "rose")),
    (home.thinner, "not decided", *thin(15, "fell", "rose", "rose")),
    (home.thinner, "not decided", *thin(15, "rose", "rose", "not decided")),
    (home.thinner, "fewer", *thin(15, "rose", "fell", "rose")),
    (home.thinner, "not decided", *thin(15, "rose", "rose", "fell")),
    (home.thinner, "not decided", *thin(15, "fell", "not decided", "fell")),
    (home.thinner, "share not known", *thin(0, "rose", "rose", "rose")),
    *[
        (density.fig_home_density_title, late + end, late, later)
        for late in ("rose", "fell", "not decided")
        for end, later in (("", 0), (", then not known", 1))
    ],
    (facilities.fig_home_layers_title, "all fell", layers("fell", "fell", "fell")),
    (facilities.fig_home_layers_title, "some fell", layers("fell", "held", "fell")),
    (facilities.fig_home_layers_title, "none fell", layers("held", "held", "held")),
    (facilities.layers_counted, "too few", *counts(1, "held", "held", "held")),
    (facilities.layers_counted, "some fell", *counts(2, "held", "fell", "held")),
    (facilities.layers_counted, "none fell", *counts(2, "held", "held", "held")),
    (infant.fig_home_infant_title, "rose", pd.Series([5, 4, 4, 6])),
    (infant.fig_home_infant_title, "low", pd.Series([5, 4])),
    (infant.widest_gap, "either side", gaps(-1.26, 0.5)),
    (infant.widest_gap, "above", gaps(0.5, 0.2)),
    (infant.widest_gap, "below", gaps(-0.5, -0.2)),
    (infant.widest_gap, "nothing", gaps(0.0)),
    (infant.stands, "below", (1, 2), 3),
    (infant.stands, "above", (4, 5), 3),
    (infant.stands, "on both sides", (2, 4), 3),
    (infant.stands, "on both sides", (2, 3), 3),
    (access.unmeasured, "accounts", 0, 3, "waits"),
    (access.unmeasured, "nobody else", 0, 0, "waits"),
    (access.unmeasured, "counted", 1, 0, "waits"),
    (access.shortages, "both sides", {"Cuban state", "OCDH"}, weighed(3, 3)),
    (access.shortages, "one side", {"OCDH", "WHO"}, weighed(3, 3)),
    (access.shortages, "one side", {"Cuban state"}, weighed(3, 2)),
    (access.shortages, "few", {"Cuban state", "OCDH"}, weighed(5, 2)),
    (access.shortages, "few", set(), weighed(1, 0)),
    (access.shortages, "nobody", set(), weighed(0, 0)),
]

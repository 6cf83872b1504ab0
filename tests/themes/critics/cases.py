"""What chooses the sentences of the chapter, each outcome once at least."""

import pandas as pd
from side_rows import frame, row
from weighed import weighed

from evidence.themes.critics import claim_sides, letter_readings, movements, tellings

NAMES = {"a": "A", "b": "B"}


def saved(origin):
    return frame(row(measure="lives_saved", origin=origin))


def testimonies(*counted):
    """Counts of enough, each with its origin, and what weigh gives of all of them."""
    counts = pd.DataFrame(counted, columns=["enough", "origin"])
    return counts, weighed(len(counts), int(counts["enough"].sum()))


def leads(*sides):
    return pd.DataFrame({"lead": sides})


def moves(**findings):
    rows = [("defence", measure, finding) for measure, finding in findings.items()]
    return pd.DataFrame(rows, columns=["side", "measure", "finding"])


def total(low, high, value):
    return pd.Series({"low": low, "high": high, "value": value})


CASES = [
    (claim_sides.origin, "nobody named", "", "press"),
    (claim_sides.origin, "nobody named", "unnamed sources", "press"),
    (claim_sides.origin, "a party", "Prisoners Defenders", "press"),
    (claim_sides.origin, "outside", "UN Special Rapporteurs", "press"),
    (claim_sides.origin, "outside, read at a party’s",
     "UFMG survey, via Carta Maior", "cuba_allied"),
    (claim_sides.people_counted, "outside", saved("outside")),
    (claim_sides.people_counted, "nobody outside", saved("a party")),
    (claim_sides.people_counted, "nobody outside", saved("outside, read at a party’s")),
    (claim_sides.lead, "accusations", 5, 10, 1, 10),
    (claim_sides.lead, "defences", 1, 10, 5, 10),
    (claim_sides.lead, "neither", 3, 10, 2, 10),  # one claim taken from each: the same share
    (claim_sides.lead, "neither", 1, 1, 0, 10),  # too few to take one away
    (claim_sides.nearer, "one side", ["accusations", "neither", "accusations"]),
    (claim_sides.nearer, "one side", ["neither", "defences", "neither"]),
    (claim_sides.nearer, "split", ["accusations", "defences", "neither"]),
    (claim_sides.nearer, "no test", ["neither"] * 3),
    (claim_sides.several, "nobody counted", *testimonies()),
    (claim_sides.several, "few counted", *testimonies((False, "outside"))),
    (claim_sides.several, "fewer", *testimonies(*[(False, "a")] * 2, (True, "outside"))),
    (claim_sides.several, "parties only", *testimonies((True, "a party"), (False, "outside"))),
    (claim_sides.several, "outside", *testimonies((True, "a party"), (True, "outside"))),
    (claim_sides.fig_critics_grades_title, "neither", leads("neither", "defences")),
    (claim_sides.fig_critics_grades_title, "grades and counts", leads("defences", "defences")),
    (claim_sides.fig_critics_grades_title, "grades alone", leads("defences", "neither")),
    (claim_sides.fig_critics_grades_title, "split", leads("accusations", "defences")),
    (letter_readings.fig_critics_shares_title, "all", pd.Series([True, True])),
    (letter_readings.fig_critics_shares_title, "some", pd.Series([True, False])),
    (letter_readings.fig_critics_shares_title, "none", pd.Series([False])),
    (movements.movement, "rise", total(10, 10, 10), total(11, 11, 11)),
    (movements.movement, "fall", total(10, 10, 10), total(9, 9, 9)),
    (movements.movement, "lower as stated", total(10, 10, 10), total(9, 99, 9)),
    (movements.movement, "higher as stated", total(10, 99, 10), total(11, 11, 11)),
    (movements.movement, "same as stated", total(9, 11, 10), total(10, 10, 10)),
    (movements.fig_critics_totals_title, "up and down",
     moves(a="rise", b="lower as stated"), NAMES),
    (movements.fig_critics_totals_title, "up", moves(a="rise", b="higher as stated"), NAMES),
    (movements.fig_critics_totals_title, "down", moves(a="fall"), NAMES),
    (movements.fig_critics_totals_title, "still", moves(a="same as stated"), NAMES),
    (movements.running, "fall", moves(a="fall", b="lower as stated"), "defence"),
    (movements.running, "lower as stated", moves(a="rise", b="lower as stated"), "defence"),
    (movements.running, "none falls", moves(a="rise"), "defence"),
    (movements.running, "none falls", moves(a="fall"), "accusation"),  # not this side's
    (movements.running, "none falls", moves(a="fall"), "programme"),
    (movements.visits, "overlap", (3, 4), (1, 3)),
    (movements.visits, "above", (5, 6), (1, 3)),
    (movements.visits, "below", (0.5, 0.9), (1, 3)),
    (tellings.tier_agrees, "agree", 2015, "2015-07-16"),
    (tellings.tier_agrees, "apart", 2014, "2015-07-16"),
]  # fmt: skip

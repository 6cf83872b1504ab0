"""What chooses the sentences of the chapter, each outcome once at least."""

import pandas as pd
from count_rows import one
from weighed import weighed

from evidence.themes.diplomacy import embargo_losses, offers, sanction_counts, vote_counts

CUBA = "Cuban state"


def others(*origins):
    """Claims of one count, by these origins."""
    rows = {"origin": list(origins), "value": 243.0, "value_high": float("nan")}
    return pd.DataFrame(rows).assign(qualifier="exact")


def fits(*rows):
    return pd.DataFrame(rows, columns=["session_year", "sources", "of"])


def course(*counts):
    rows = {"session_year": range(2000, 2000 + len(counts)), "yes_low": counts, "yes_high": counts}
    return pd.DataFrame(rows)


def opposed(*states):
    """Who voted against in 1992 and in 1993, a letter a state."""
    rows = [(1992 + i, s) for i, names in enumerate(states) for s in names]
    return pd.DataFrame(rows, columns=["session_year", "country"]), [1992, 1993]


CASES = [
    (embargo_losses.sums, "running sum", 5570.0, 5570.3),
    (embargo_losses.sums, "no running sum", 5570.0, 5700.0),
    (offers.rounding, "the same", 1586, 1586),
    (offers.rounding, "cut", 1500, 1586),
    (offers.rounding, "cut", 1500, 1536),  # also the rounded number: cutting is simpler
    (offers.rounding, "rounded", 1600, 1586),
    (offers.rounding, "rounded", 1590, 1586),
    (offers.rounding, "rounded", 2000, 1586),
    (offers.rounding, "neither", 1700, 1586),
    (offers.offered, "the same", 1586, 1586, weighed(2, 2)),
    (offers.offered, "cut", 1500, 1586, weighed(2, 1)),
    (offers.offered, "rounded", 1600, 1586, weighed(2, 1)),
    (offers.offered, "neither", 1700, 1586, weighed(2, 0)),
    (offers.offered, "disputed", 1500, 1586, weighed(3, 1)),
    (sanction_counts.one_counter, "nothing", others(), weighed(0, 0)),
    (sanction_counts.one_counter, "none", others(CUBA), weighed(1, 0)),
    (sanction_counts.one_counter, "differ", others(CUBA, "Reuters", ""), weighed(3, 1)),
    (sanction_counts.one_counter, "differ", others(CUBA, "Reuters"), weighed(2, 1)),
    (sanction_counts.one_counter, "somebody else", others(CUBA, "Reuters"), weighed(2, 2)),
    (sanction_counts.one_counter, "own alike", others(CUBA, ""), weighed(2, 2)),
    (sanction_counts.compared, "nobody else", one(2), weighed(0, 0)),
    (sanction_counts.compared, "no number", one(float("nan"), "vague"), weighed(1, 1)),
    (sanction_counts.compared, "all", one(2), weighed(1, 1)),
    (sanction_counts.compared, "most", one(2), weighed(2, 1)),
    (sanction_counts.compared, "fewer", one(2), weighed(3, 1)),
    (sanction_counts.compared, "none", one(2), weighed(1, 0)),
    (vote_counts.undated_vote, "no vote", fits()),
    (vote_counts.undated_vote, "disputed", fits((2010, 1, 2))),
    (vote_counts.undated_vote, "one vote", fits((2010, 2, 2))),
    (vote_counts.undated_vote, "several votes", fits((2010, 2, 2), (2023, 1, 1))),
    (vote_counts.undated_vote, "several votes", fits((2010, 2, 2), (2023, 1, 2))),
    (vote_counts.name_helps, "same states", *opposed("AB", "AB")),
    (vote_counts.name_helps, "other states", *opposed("AB", "A")),
    (vote_counts.fig_diplomacy_against_title, "none", []),
    (vote_counts.fig_diplomacy_against_title, "one", ["Israel"]),
    (vote_counts.fig_diplomacy_against_title, "several", ["United States", "Israel"]),
    (vote_counts.fig_diplomacy_votes_title, "fell", course(59, 187, 165)),
    (vote_counts.fig_diplomacy_votes_title, "held", course(59, 150, 165)),
    (vote_counts.fig_diplomacy_votes_title, "no higher", course(59, 40, 59)),
    (vote_counts.fig_diplomacy_votes_title, "no higher", course(187, 165, 150)),
]

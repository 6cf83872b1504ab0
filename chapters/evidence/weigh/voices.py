"""Whose figure a claim is, as far as the ledger says; that need not be its publisher.

Who a name is stands in `data/voices.csv`, once for the whole report: the one body whose count it
goes back to (its origin; the bodies of one state are one origin, else its voices would count as
many), whose side it is on, and whether it is a party to the dispute.
"""

import pandas as pd

from evidence.ledger import lineage, tables
from evidence.ledger.checks import STATES

CUBAN_STATE, US_GOVERNMENT, UNKNOWN = *STATES, ""
GOVERNMENTS = {side: name for name, side in STATES.items()}
CARRIERS = ("press", "data_provider")  # sides of those who pass on what others count


def origin_of(names: pd.Series) -> pd.Series:
    """The origin of each name that a claim is attributed to; "" where nobody is named.

    Raises KeyError for a name that is not in the table.
    """
    known = tables.table("voices").set_index("voice")["origin"]
    unknown = sorted(set(names) - set(known.index) - {""})
    if unknown:
        raise KeyError(f"no voice {unknown[0]!r} in data/voices.csv: add a row for it")
    return names.map(known).fillna(UNKNOWN).astype(object)


def origins(
    rows: pd.DataFrame, ledger: pd.DataFrame, sources: pd.DataFrame, repeats: pd.DataFrame
) -> pd.Series:
    """The origin of each claim: a government, whoever else is named, or "" where it is not known.

    A claim that repeats another goes back to its root in `ledger`: whoever the root names is the
    origin, unless that is somebody who carries counts of others (CARRIERS): then the first in the
    line who names a counter tells. Where the root names nobody, the claim's own attribution
    decides; where that is empty the publisher of the root, if it is a government or has the figure
    from its own count or inquiry. What was judged to be "relayed" is the count of somebody who is
    not told, whoever is named. Raises KeyError for a source or a voice that is not known.
    """
    root = ledger.set_index("id").loc[lineage.lines(rows["id"], repeats)]
    named = root["attributed_to"].where(~carries(root["attributed_to"]), _counters(ledger, repeats))
    named = named.where(named.notna(), root["attributed_to"]).set_axis(rows.index)
    who = named.where(named != "", rows["attributed_to"])
    publishers = sources.set_index("source_id").loc[root["source_id"]]
    own = publishers["publisher"].where(publishers["nearness"] != "repeater", UNKNOWN)
    known = tables.table("voices").set_index("voice")["origin"].to_dict()
    own = own.map(lambda name: known.get(name, name))  # one that is a voice speaks for its origin
    own = publishers["stake"].map(GOVERNMENTS).fillna(own).set_axis(rows.index)
    passed_on = root.index.isin(tables.judged("relayed"))
    return origin_of(who).where(who != "", own).mask(passed_on, UNKNOWN).astype(object)


def relays(origins: pd.Series) -> "pd.Series[bool]":
    """Whether each origin only carries what others count, by whatever name it is known."""
    known = tables.table("voices").assign(carries=lambda rows: rows["side"].isin(CARRIERS))
    return origins.map(known.groupby("origin")["carries"].all()).fillna(value=False).astype(bool)


def carries(names: pd.Series) -> "pd.Series[bool]":
    """Whether each name is of somebody who passes on what others count."""
    side = tables.table("voices").set_index("voice")["side"]
    return names.map(side).isin(CARRIERS)


def _counters(ledger: pd.DataFrame, repeats: pd.DataFrame) -> pd.Series:
    """By root of a line of repeats, the first name in the line of one who counts."""
    names = ledger["attributed_to"]
    counts = (names != "") & ~carries(names) & (origin_of(names) != UNKNOWN)
    return names[counts].groupby(lineage.lines(ledger.loc[counts, "id"], repeats)).first()


def with_origins(rows: pd.DataFrame) -> pd.DataFrame:
    """The claims with `origin`, by the lineage that `data/` knows."""
    known = origins(rows, tables.claims(), tables.sources(), tables.table("repeats"))
    return rows.assign(origin=known)

"""How sure the report is of a count of votes: which accounts of a vote bear, and which fit."""

import pandas as pd

from evidence.ledger import tables
from evidence.weigh import calibrated, grades
from evidence.weigh.voices import origins

NO_REPEATS = pd.DataFrame({"claim": [], "repeats": []}, dtype=object)


def accounts(votes: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The rows of votes with `origin` and `grade`, by the rule that holds for claims.

    An account names nobody else as its origin, so its publisher is the origin unless it repeats.
    """
    ids = [f"{r.source_id} {r.session_year}" for r in votes.itertuples()]
    rows = votes.assign(id=ids, attributed_to="", as_of=votes["date"]).reset_index(drop=True)
    rows = rows.assign(measure="votes", scope=rows["session_year"], country_iso3="")
    who = origins(rows, rows.drop_duplicates("id"), sources, NO_REPEATS)
    return grades.with_grades(rows.assign(origin=who), sources)


def sure_of_pair(votes: pd.DataFrame, years: list[int], yes: float, no: float) -> pd.Series:
    """calibrated.weigh of a pair of counts, by all accounts of the votes of `years`, or of every
    vote where no year has it."""
    votes = votes[votes["session_year"].isin(years)] if years else votes
    rows = accounts(votes, tables.sources())
    return calibrated.weigh(rows, (rows["yes"] == yes) & (rows["no"] == no))

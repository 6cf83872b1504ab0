"""Waiting, continuity and shortages: what the ledger has on them, and what it decides."""

from typing import Literal

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.show import words
from evidence.weigh.verdict import stands
from evidence.weigh.voices import CUBAN_STATE


def states_shortage(rows: pd.DataFrame) -> pd.Series:
    """Whether each claim on access states a shortage: some missing, or less than all available."""
    available = rows["measure"].isin(
        tables.measures_in("available")
    )  # what is missing to the whole
    ends = bounds.with_bounds(rows)
    return (ends["low"] > 0).where(~available, ends["high"] < 100)


def unmeasured(
    national: int, accounts: int, subject: str
) -> tuple[Literal["counted", "accounts", "nobody else"], dict[str, str]]:
    """On a statement about access (`subject`, in words): `national` statistics of it and others'
    single accounts."""
    outcome = "counted" if national else "accounts" if accounts else "nobody else"
    return outcome, {"subject": subject}


def shortages(
    origins: set[str], sure: pd.Series
) -> Literal["nobody", "few", "both sides", "one side"]:
    """On hardships laid to the embargo: `origins` of those who state a shortage of care, and how
    many of all who speak of it those are (calibrated.weigh)."""
    found = stands(sure)
    if found in ("nothing", "none"):
        return "nobody" if found == "nothing" else "few"
    if found == "fewer":
        return "few"
    return "both sides" if CUBAN_STATE in origins and len(origins) > 1 else "one side"


def access_statements() -> pd.DataFrame:
    """The statements on access that are listed, in the order of the judgement "listed-access":
    figure (a link), what, date, said_by (with who printed it)."""
    ids = tables.judged("listed-access")
    rows = tables.claims(id=ids).set_index("id").loc[ids].reset_index()
    labels = tables.measures().set_index("measure")["label"]
    stakes = tables.sources().set_index("source_id")["stake"].map(words.STAKES)
    return pd.DataFrame(
        {
            "figure": rows["id"].map(show.measured),
            "what": rows["measure"].map(labels),
            "date": rows["as_of"].map(words.when),
            "said_by": rows["attributed_to"] + " (" + rows["source_id"].map(stakes) + ")",
        }
    )


def show_list() -> None:
    """Show the table of these statements."""
    show.worded(access_statements(), "home", "tab-home-access")

"""Those who left through the United States parole programme, as people and as doctors."""

import numpy as np
import pandas as pd

from evidence.ledger import tables
from evidence.reckon import flows
from evidence.reckon.estimates import sent
from evidence.reckon.estimates.draws import Draw

# the times that a rate is given for, from one of the dates to another
PERIODS = {
    "first": ("start", "visas"),
    "second": ("visas", "approvals"),
    "counted": ("start", "approvals"),
    "whole": ("start", "end"),
}


def counts() -> dict[str, str]:
    """The claims on the programme by what they count: visas, approvals, approvals of a year."""
    parts = tables.judged_parts("headline")
    return {part: parts[part][0] for part in ("visas", "approvals", "approvals of a year")}


def workers(draw: Draw, approvals: np.ndarray) -> np.ndarray:
    """Health workers among approvals that may be of family members too."""
    return approvals / (1 + draw("family_members"))


def share_of_doctors(draw: Draw) -> np.ndarray:
    """The share of doctors among those who left: of those abroad, at the odds of leaving."""
    doctors, odds = draw("doctors_then"), draw("leaver_odds")
    return doctors * odds / (doctors * odds + 1 - doctors)


def approved(draw: Draw, ids: dict[str, str]) -> np.ndarray:
    """Approvals over the whole programme: the last count and those after it; `ids` as counts."""
    return draw(ids["approvals"]) + draw("later_approvals")


def doctors(draw: Draw, ids: dict[str, str]) -> np.ndarray:
    """Doctors among the approvals of the whole programme; `ids` as counts."""
    return workers(draw, approved(draw, ids)) * share_of_doctors(draw)


def dates(ids: dict[str, str]) -> dict[str, float]:
    """In decimal years: start and end of the programme, and the days of its two running counts."""
    span = {part: found[0] for part, found in tables.judged_parts("parole-span").items()}
    return {
        "start": flows.decimal_year(tables.claim(span["start"])["date_start"]),
        "visas": flows.decimal_year(tables.claim(ids["visas"])["as_of"]),
        "approvals": flows.decimal_year(tables.claim(ids["approvals of a year"])["date_end"]),
        "end": flows.decimal_year(tables.claim(span["end"])["date_start"]),
    }


def running(draw: Draw, ids: dict[str, str]) -> dict[str, np.ndarray]:
    """Approvals since the start at each of the `dates`; `ids` as counts."""
    found = {part: draw(ids[part]) for part in ("visas", "approvals")}
    return {"start": np.zeros_like(found["visas"]), **found, "end": approved(draw, ids)}


def rate(
    draw: Draw, known: pd.DataFrame, ids: dict[str, str], when: dict[str, float], period: str
) -> np.ndarray:
    """Approvals for each hundred worker-years of a period; `known` as sent.documented, `ids` as
    counts, `when` as dates."""
    start, end = PERIODS[period]
    total = running(draw, ids)
    _, years = sent.stock_and_years(draw, known)
    served = sent.at(years, known, when[end]) - sent.at(years, known, when[start])
    return 100 * (total[end] - total[start]) / served

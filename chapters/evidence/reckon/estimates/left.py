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


def counted(part: str) -> str:
    """The id of the claim that gives a running count of the programme its number."""
    (found,) = tables.judged("headline", part)
    return found


def workers(draw: Draw, approvals: np.ndarray) -> np.ndarray:
    """Health workers among approvals that may be of family members too."""
    return approvals / (1 + draw("family_members"))


def share_of_doctors(draw: Draw) -> np.ndarray:
    """The share of doctors among those who left: that among those sent, at the odds of leaving."""
    doctors, odds = draw("doctors_sent"), draw("leaver_odds")
    return doctors * odds / (doctors * odds + 1 - doctors)


def approved(draw: Draw) -> np.ndarray:
    """Approvals over the whole programme: the last count and those after it."""
    return draw(counted("approvals")) + draw("later_approvals")


def doctors(draw: Draw) -> np.ndarray:
    """Doctors among the approvals of the whole programme."""
    return workers(draw, approved(draw)) * share_of_doctors(draw)


def dates() -> dict[str, float]:
    """In decimal years: start and end of the programme, and the days of its two running counts."""
    span = {part: ids[0] for part, ids in tables.judged_parts("parole-span").items()}
    last = counted("approvals of a year")
    return {
        "start": flows.decimal_year(tables.claim(span["start"])["date_start"]),
        "visas": flows.decimal_year(tables.claim(counted("visas"))["as_of"]),
        "approvals": flows.decimal_year(tables.claim(last)["date_end"]),
        "end": flows.decimal_year(tables.claim(span["end"])["date_start"]),
    }


def running(draw: Draw) -> dict[str, np.ndarray]:
    """Approvals since the start at each of the `dates`."""
    counts = {part: draw(counted(part)) for part in ("visas", "approvals")}
    return {"start": np.zeros_like(counts["visas"]), **counts, "end": approved(draw)}


def rate(draw: Draw, known: pd.DataFrame, when: dict[str, float], period: str) -> np.ndarray:
    """Approvals for each hundred worker-years of a period; `known` as sent.documented, `when` as
    dates."""
    start, end = PERIODS[period]
    total = running(draw)
    _, years = sent.stock_and_years(draw, known)
    served = sent.at(years, known, when[end]) - sent.at(years, known, when[start])
    return 100 * (total[end] - total[start]) / served

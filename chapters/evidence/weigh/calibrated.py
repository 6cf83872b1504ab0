"""Calibrated words: how sure the report is of a statement, by one rule for every side.

*Evidence* comes from who counted: how many of the origins behind the statements that bear stand
near a count. *Agreement* is the share of these statements that fit.
*Confidence* follows from the two, one step up for each, as in the guidance of the
Intergovernmental Panel on Climate Change (source `ipcc_guidance_2010`). It is stated where
something was found and fits: nothing either way is no low confidence, and neither is evidence
against. Where the counts themselves decide, there is nothing to grade (`decided`).
"""

import pandas as pd

from evidence import assumptions
from evidence.ledger import tables
from evidence.ledger.lineage import without_echoes
from evidence.reckon.bounds import with_bounds
from evidence.weigh import grades
from evidence.weigh.voices import UNKNOWN, with_origins

EVIDENCE = ("limited", "medium", "robust")
AGREEMENT = ("low", "medium", "high")
CONFIDENCE = ("very low", "low", "medium", "high", "very high")
NEAR = ("A", "B")  # grades that stand near a count
LOWEST = "D"  # too far from a count, or too little told of it, to be evidence: it may only agree
NUMBER = ["measure", "scope", "country_iso3", "value", "value_high"]  # a number and of what


def evidence(near: int) -> str:
    """The word for evidence, from the origins near a count: those with a count or its documents.

    Whoever passes a number on can repeat the one who counted, so only counters make it more.
    """
    return EVIDENCE[(near >= assumptions.evidence_medium) + (near >= assumptions.evidence_robust)]


def agreement(fitting: int, claims: int) -> str:
    """The word for agreement, a share of at least one claim; high for two claims or more."""
    limits = (assumptions.agreement_medium, assumptions.agreement_high)
    steps = sum(fitting >= share * claims for share in limits)
    return AGREEMENT[min(steps, claims)]  # one claim has no other to agree with


def confidence(evidence: str, agreement: str) -> str:
    """The word for confidence. Raises ValueError for a word that is not in the scales."""
    return CONFIDENCE[EVIDENCE.index(evidence) + AGREEMENT.index(agreement)]


def weigh(claims: pd.DataFrame, fits: "pd.Series[bool]") -> pd.Series:
    """How sure a statement is: evidence, agreement, confidence, and what they were chosen by.

    `claims` bear on the statement (of `bearing`: they have `origin` and `grade`); `fits`, of the
    same index, says which of them it agrees with. Adds `origins` (names of the known ones, those
    of the lowest grade left out), `near` (how many of them stand near a count), `fitting`, `claims`
    and `proof` (""). Without claims
    agreement is "", and without one that fits so is confidence.
    """
    known = claims[(claims["origin"] != UNKNOWN) & (claims["grade"] != LOWEST)]
    origins = sorted(set(known["origin"]))
    near = known.loc[known["grade"].isin(NEAR), "origin"].nunique()
    fitting = int(fits.sum())
    how_much = evidence(near)
    how_alike = agreement(fitting, len(claims)) if len(claims) else ""
    return pd.Series(
        {
            "evidence": how_much,
            "agreement": how_alike,
            "confidence": confidence(how_much, how_alike) if fitting else "",
            "origins": origins,
            "near": near,
            "fitting": fitting,
            "claims": len(claims),
            "proof": "",
        }
    )


def decided(holds: bool | None) -> pd.Series:
    """As `weigh` gives it for what the counts themselves decide, so that the rule yields to it.

    `holds` tells which way, at every number that they allow; None where they do not, and nothing
    else was found that could.
    """
    nothing = pd.DataFrame({"origin": [], "grade": []}, dtype=object)
    sure = weigh(nothing, pd.Series([], dtype=bool))
    if holds is not None:
        sure["proof"] = "holds" if holds else "fails"
    return sure


def bearing(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that bear, with the `origin` and `grade` that weigh asks for.

    Known echoes do not. Every origin counts once for each number that it gives of a thing, as it
    puts it most exactly. Who names nobody adds a number only where no known origin gives it, and
    once: the rule is the same whichever number is tested.
    """
    links = tables.table("repeats")
    rows = without_echoes(claims, links[links["basis"] != "same_figure"])
    rows = grades.with_grades(with_origins(rows), tables.sources())
    ends, nobody = with_bounds(rows), rows["origin"] == UNKNOWN
    once = rows.assign(nobody=nobody, width=ends["high"] - ends["low"])
    once = once.sort_values(["nobody", "width"], kind="stable").drop_duplicates(["origin", *NUMBER])
    once = once[~(once["nobody"] & once.duplicated(NUMBER))]
    return rows.loc[once.sort_index(kind="stable").index]

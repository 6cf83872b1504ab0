"""Calibrated words: how sure the report is of a statement, by one rule for every side.

*Evidence* comes from who counted: how many of the origins behind the statements that bear stand
near a count. *Agreement* is the share of these statements that fit; all that one origin says to one
question is one statement.
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
from evidence.weigh.voices import UNKNOWN, relays, with_origins

EVIDENCE = ("limited", "medium", "robust")
AGREEMENT = ("low", "medium", "high")
CONFIDENCE = ("very low", "low", "medium", "high", "very high")
NEAR = ("A", "B")  # grades that stand near a count
LOWEST = "D"  # too far from a count, or too little told of it, to be evidence: it may only agree
QUESTION = ["measure", "scope", "country_iso3"]  # what a number is of
NUMBER = [*QUESTION, "value", "value_high"]  # a number and of what


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


def statements(claims: pd.DataFrame, fits: "pd.Series[bool]") -> list[float]:
    """What each statement says: 1 where it fits, 0 where it speaks against, between where both.

    All that one origin says to one question is one statement, from its lowest to its highest
    number: nobody counts more often for speaking more often, and whose own numbers differ speaks
    neither for one of them nor against it. The numbers of nobody known are one each.
    """
    rows = claims.assign(fits=fits.astype(float))
    nobody = rows["origin"] == UNKNOWN
    said = rows[~nobody].groupby(["origin", *QUESTION])["fits"].mean()
    return [*said, *rows.loc[nobody, "fits"]]


def weigh(claims: pd.DataFrame, fits: "pd.Series[bool]") -> pd.Series:
    """How sure a statement is: evidence, agreement, confidence, and what they were chosen by.

    `claims` bear on the statement (of `bearing`: they have `origin` and `grade`); `fits`, of the
    same index, says which of them it agrees with. Adds `origins` (names of the known ones, those
    of the lowest grade left out), `counters` (those of them that stand near a count), `near` (how
    many these are), `fitting`, `split` and `claims` (`statements` that fit, that go both ways, and
    all of them) and `proof` (""). Without claims agreement is "", and where all speak against it so
    is confidence.
    """
    known = claims[(claims["origin"] != UNKNOWN) & (claims["grade"] != LOWEST)]
    origins = sorted(set(known["origin"]))
    counted = known["grade"].isin(NEAR) & ~relays(known["origin"])
    counters = sorted(set(known.loc[counted, "origin"]))
    near, said = len(counters), statements(claims, fits)
    fitting, split = said.count(1), sum(0 < part < 1 for part in said)
    how_much = evidence(near)
    how_alike = agreement(fitting, len(said)) if said else ""
    return pd.Series(
        {
            "evidence": how_much,
            "agreement": how_alike,
            "confidence": confidence(how_much, how_alike) if fitting or split else "",
            "origins": origins,
            "counters": counters,
            "near": near,
            "fitting": fitting,
            "split": split,
            "claims": len(said),
            "proof": "",
        }
    )


def decided(holds: bool | None) -> pd.Series:
    """As `weigh` gives it for what the counts themselves decide, so that the rule yields to it.

    `holds` tells which way, at every number that they allow; None where they do not, and nothing
    else was found that could.
    """
    nothing = pd.DataFrame(
        {name: [] for name in ("origin", "grade", "as_of", *QUESTION)}, dtype=object
    )
    sure = weigh(nothing, pd.Series([], dtype=bool))
    if holds is not None:
        sure["proof"] = "holds" if holds else "fails"
    return sure


def bearing(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that bear, with the `origin` and `grade` that weigh asks for.

    Known echoes do not. A number that an origin gives of a thing bears as it puts it most exactly;
    all that it says to one question `weigh` counts once. Who names nobody adds a number only where
    no known origin gives it, and once: the rule is the same whichever number is tested.
    """
    links = tables.table("repeats")
    rows = without_echoes(claims, links[links["basis"] != "same_figure"])
    rows = grades.with_grades(with_origins(rows), tables.sources())
    ends, nobody = with_bounds(rows), rows["origin"] == UNKNOWN
    once = rows.assign(nobody=nobody, width=ends["high"] - ends["low"])
    once = once.sort_values(["nobody", "width"], kind="stable").drop_duplicates(["origin", *NUMBER])
    once = once[~(once["nobody"] & once.duplicated(NUMBER))]
    return rows.loc[once.sort_index(kind="stable").index]

"""What the tests say of the running total of people.

Each function of a verdict returns (verdict, sentence); the sentences hold no number of their own.
"""

import pandas as pd


def people_total(tests: pd.DataFrame, target: str, checkable: bool) -> tuple[str, str]:
    """Verdict on a running total of people, from totals.implied_tours.

    `target` is the claim id the documented figure goes back to; `checkable` says whether anyone
    but the Cuban state has counted. Raises ValueError where no earlier total tests the target.
    """
    found = set(tests.loc[tests["later"] == target, "finding"])
    if not found:
        raise ValueError(f"no pair of totals ends in {target!r}")
    short, possible = "too short" in found, "possible" in found
    if short and not possible:
        return "contradicted", (
            "As a count of people the total is contradicted: every earlier official total would "
            "make the average stay abroad shorter than any source reports."
        )
    if short:
        return "not checkable", (
            "The total is the Cuban state’s own count, and nobody else’s. Between one earlier "
            "official total and this one too few were abroad, in a steady state, for both to count "
            "people; from another it is possible. Which total, if any, is wrong is not known."
        )
    if not checkable:
        return "not checkable", (
            "The total is the Cuban state’s own count, and nobody else’s. It agrees with the "
            "earlier official totals, but no independent record can confirm it."
        )
    return "supported", "The total agrees with earlier totals and with an independent count."

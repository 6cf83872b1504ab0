"""What the tests say of the running total of people."""

from typing import Literal

import pandas as pd


def people_total(
    tests: pd.DataFrame, target: str, checkable: bool
) -> Literal["only too short", "some too short", "unconfirmed", "confirmed"]:
    """Verdict on a running total of people, from totals.implied_tours.

    `target` is the claim id the documented figure goes back to; `checkable` says whether anyone
    but the Cuban state has counted. Raises ValueError where no earlier total tests the target.
    """
    found = set(tests.loc[tests["later"] == target, "finding"])
    if not found:
        raise ValueError(f"no pair of totals ends in {target!r}")
    if "too short" in found:
        return "some too short" if "possible" in found else "only too short"
    return "confirmed" if checkable else "unconfirmed"

"""What the counted approvals say of the documented number."""

from typing import Literal

from evidence.reckon.bounds import Interval, holds


def counted_otherwise(
    stated: Interval, counted: float, same_unit: bool
) -> Literal["lower", "same unit", "other unit", "unlike"]:
    """Verdict on a hedged number, all that it allows, against a count of possibly another thing.

    What counts something else says nothing of the number where it is not that number.
    """
    if same_unit:
        return "same unit" if counted >= stated[0] else "lower"
    return "other unit" if holds(stated, (counted, counted)) else "unlike"

"""What the counted approvals say of the documented number."""

from typing import Literal


def counted_otherwise(
    value: float, counted: float, same_unit: bool
) -> Literal["lower", "same unit", "other unit"]:
    """Verdict on a hedged "more than `value`" against a count of possibly another thing."""
    if counted <= value:
        return "lower"
    return "same unit" if same_unit else "other unit"

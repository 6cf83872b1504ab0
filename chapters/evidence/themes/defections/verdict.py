"""What the counted approvals say of the documented number.

Each function of a verdict returns (verdict, sentence); the sentences hold no number of their own.
"""


def counted_otherwise(value: float, counted: float, same_unit: bool) -> tuple[str, str]:
    """Verdict on a hedged "more than `value`" against a count of possibly another thing."""
    if counted <= value:
        return "contradicted", "The known count is lower than the documents say."
    if same_unit:
        return "supported", "The known count is above the number that the documents give."
    return "not checkable", (
        "The number matches an official count, but of something else: approved applications to one "
        "United States programme, by health workers of every kind, perhaps with their families. "
        "Of doctors who left, no count was found, and other routes are not counted."
    )

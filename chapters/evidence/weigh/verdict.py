"""The verdicts on a documented figure, as a scale."""

# from the worst for the figure to the best
SCALE = ("contradicted", "not checkable", "supported with a caveat", "supported")

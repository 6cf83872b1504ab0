"""What the two documents share.

Each function of a verdict returns (verdict, sentence); the sentences hold no number of their own.
"""

import pandas as pd


def shared(figures: pd.DataFrame, text: str) -> str:
    """Whether two texts (column `text`) give a figure of the same measure and value."""
    texts = figures.groupby(["measure", "value"])[text].nunique()
    if (texts > 1).any():
        return "The two texts share a figure."
    return "The two texts share no figure that has a number."

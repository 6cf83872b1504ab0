"""The verdicts on a documented figure, as a scale, and what each says of the evidence."""

from typing import Literal

import pandas as pd

CONTRADICTED = "contradicted"
DISPUTED = "disputed, range given"
NO_NUMBER = "no number to check"
WRONG_LABEL = "right number, wrong label"
CAVEAT = "supported with a caveat"
SUPPORTED = "supported"
SCALE = (CONTRADICTED, DISPUTED, NO_NUMBER, WRONG_LABEL, CAVEAT, SUPPORTED)  # the worst first
UNDECIDED = (DISPUTED, NO_NUMBER)


def stands(sure: pd.Series) -> Literal["nothing", "none", "fewer", "most", "all"]:
    """How many of the claims that bear on a statement fit it, from calibrated.weigh.

    Where agreement begins to be more than low is where most begin. "none" speaks against it: where
    some go both ways, it is fewer.
    """
    if not sure["claims"]:
        return "nothing"
    if not sure["fitting"]:
        return "fewer" if sure["split"] else "none"
    if sure["fitting"] == sure["claims"]:
        return "all"
    return "fewer" if sure["agreement"] == "low" else "most"


def agrees(verdict: str, sure: pd.Series) -> bool:
    """Whether a verdict can stand beside the line of evidence that `sure` becomes.

    What the counts themselves decide (`proof`) is one reading: a label that fails leaves a number
    that may be right, and words without a number stay so. Raises KeyError for a verdict that is not
    on the scale.
    """
    supported = (WRONG_LABEL, CAVEAT, SUPPORTED)
    if sure["proof"] == "holds":
        return verdict in (NO_NUMBER, *supported)
    if sure["proof"] == "fails":
        return verdict in (NO_NUMBER, CONTRADICTED, WRONG_LABEL)
    return (
        stands(sure)
        in {
            CONTRADICTED: ("none", "fewer"),
            DISPUTED: ("none", "fewer", "most"),
            NO_NUMBER: ("nothing",),
            **dict.fromkeys(supported, ("most", "all")),
        }[verdict]
    )

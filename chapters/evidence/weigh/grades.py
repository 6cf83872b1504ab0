"""The grade of a claim: how near the count, how checkable. One rule, whoever publishes.

Points: nearness of the source (counter 2, reporter 1, else 0); 1 for a named origin (the source
counts itself, or says whom it has the figure from); 1 for a date; 1 where the source was read in
full and not in excerpt. Grade A: 4 or 5 points, B: 3, C: 2, D: 0 or 1. The stake of a publisher
gives and takes no point: it is shown beside the grade.
"""

import pandas as pd

from evidence.weigh.voices import UNKNOWN, origin_of

NEARNESS = {"counter": 2, "reporter": 1, "repeater": 0, "unknown": 0}
GRADES = {5: "A", 4: "A", 3: "B", 2: "C", 1: "D", 0: "D"}


def with_grades(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The claims with `points` (0 to 5) and `grade` (A to D).

    `sources` has source_id, nearness and read_as. Raises KeyError for a source it does not hold,
    and for a voice that is not known.
    """
    by_id = sources.set_index("source_id")
    source = by_id.loc[claims["source_id"]].reset_index(drop=True)
    source.index = claims.index
    named = (origin_of(claims["attributed_to"]) != UNKNOWN) | (source["nearness"] == "counter")
    points = (
        source["nearness"].map(NEARNESS)
        + named.astype(int)
        + (claims["as_of"] != "").astype(int)
        + (source["read_as"] != "excerpt").astype(int)
    )
    return claims.assign(points=points, grade=points.map(GRADES))

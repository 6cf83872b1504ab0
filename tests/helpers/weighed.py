"""What calibrated.weigh gives for so many claims, of which so many fit."""

import pandas as pd

from evidence.weigh import calibrated


def weighed(claims: int, fitting: int, *origins: str) -> pd.Series:
    """The claims are of grade A, each of another thing, of these origins in turn or of nobody."""
    names = [origins[i % len(origins)] if origins else "" for i in range(claims)]
    things = [f"measure {i}" for i in range(claims)]
    rows = pd.DataFrame({"origin": names, "grade": "A", "measure": things}, dtype=object)
    rows = rows.assign(scope="world", country_iso3="")
    return calibrated.weigh(rows, pd.Series([i < fitting for i in range(claims)], dtype=bool))

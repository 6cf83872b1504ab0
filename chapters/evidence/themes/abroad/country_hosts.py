"""Missions country by country: the latest number of each host, and what the hosts add up to."""

import math
from typing import Literal

import pandas as pd

from evidence.reckon import bounds
from evidence.reckon.flows import dated


def latest(missions: pd.DataFrame, start: float = -math.inf, end: float = math.inf) -> pd.DataFrame:
    """The latest dated statement of each host country between two decimal years, with bounds.

    Of statements with one date, that on all health workers goes before that on doctors, and the
    larger before the smaller. Sorted by value, largest first; adds `time`, `low`, `high`.
    """
    rows = dated(missions[missions["qualifier"] != "vague"])
    rows = rows[(rows["time"] >= start) & (rows["time"] <= end)]
    rows = rows.assign(all_staff=rows["measure"] == "mission_stock")
    rows = rows.sort_values(["time", "all_staff", "value"], kind="stable")
    rows = rows.groupby("country_iso3").tail(1).drop(columns="all_staff")
    rows = rows.sort_values(["value", "country_iso3"], ascending=[False, True], kind="stable")
    return bounds.with_bounds(rows).reset_index(drop=True)


def nearer(usual: float, lower: float, higher: float) -> Literal["lower", "higher", "neither"]:
    """Which of two accounts the averages of the remaining hosts fit.

    `usual` is what such hosts had elsewhere; `lower` and `higher` what the accounts leave each.
    """
    from_lower, from_higher = abs(lower - usual), abs(higher - usual)
    if from_higher == from_lower:
        return "neither"
    return "lower" if from_higher > from_lower else "higher"

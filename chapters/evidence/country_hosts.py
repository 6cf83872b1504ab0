"""Missions country by country: the latest number of each host, and what the hosts add up to."""

import math

import pandas as pd

from . import bounds
from .flows import dated

# Missions that the ledger shows as ended by the end of 2019 (claims S0742, S0745, S0758), and
# those whose latest statement speaks of an end (S0813, S0818, S0844, S0850).
ENDED_2019 = {"BRA", "BOL", "ECU"}
ENDING = ENDED_2019 | {"GTM", "HND", "JAM", "GUY"}


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


def hosts_sentence(usual: float, lower: float, higher: float) -> str:
    """Which of two accounts the averages of the remaining hosts fit; holds no number.

    `usual` is what such hosts had elsewhere; `lower` and `higher` what the accounts leave each.
    """
    if abs(higher - usual) > abs(lower - usual):
        return "That is nearer to the lower account; with so few hosts known it decides nothing."
    if abs(higher - usual) < abs(lower - usual):
        return "That is nearer to the higher account; with so few hosts known it decides nothing."
    return "That speaks for neither account."

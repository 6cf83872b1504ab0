"""People abroad at one time: whose figure it is, the peak, the fall, doctors apart, hosts."""

import math

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from . import bounds, charts
from . import origins as origin
from .bounds import Interval
from .flows import dated, stock_envelope
from .origins import CUBAN_STATE, US_GOVERNMENT

OTHERS = "others, or nobody named"
MARKS = {
    CUBAN_STATE: (charts.BLUE, "o"),
    US_GOVERNMENT: (charts.VERMILION, "s"),
    OTHERS: (charts.GREY, "^"),
}

# How far apart in time, in years, a number said of doctors and the same number said of all health
# workers may lie to be taken for one number; also how far a total of doctors may lie from the
# year whose share it serves.
WINDOW = 1.0

# Missions that the ledger shows as ended by the end of 2019 (claims S0742, S0745, S0758), and
# those whose latest statement speaks of an end (S0813, S0818, S0844, S0850).
ENDED_2019 = {"BRA", "BOL", "ECU"}
ENDING = ENDED_2019 | {"GTM", "HND", "JAM", "GUY"}

OWN, SAME, ABOVE = "differs from all staff", "same as all staff", "above all staff"


def origins(
    rows: pd.DataFrame, ledger: pd.DataFrame, sources: pd.DataFrame, repeats: pd.DataFrame
) -> pd.Series:
    """Whose figure each claim is: a key of MARKS for each row (see `evidence.origins`)."""
    known = origin.origins(rows, ledger, sources, repeats)
    return known.where(known.isin([CUBAN_STATE, US_GOVERNMENT]), OTHERS)


def span(claims: pd.DataFrame) -> Interval:
    """Lowest to highest that dated claims state; open ends closed as in flows.stock_envelope."""
    envelope = stock_envelope(claims)
    return float(envelope["low"].min()), float(envelope["high"].max())


def peak_years(envelope: pd.DataFrame) -> list[int]:
    """The years that can hold the peak of a flows.stock_envelope.

    A year can where its highest statement reaches the greatest of all the lowest statements.
    """
    return list(envelope.loc[envelope["high"] >= envelope["low"].max(), "year"])


def span_of_years(years: list[int]) -> str:
    """Years in words, runs joined: [2014, 2015, 2016, 2019] is "2014 to 2016 and 2019"."""
    groups = np.split(np.array(years), np.flatnonzero(np.diff(years) > 1) + 1)
    texts = [f"{g[0]} to {g[-1]}" if len(g) > 1 else f"{g[0]}" for g in groups]
    return " and ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


def onset_sentence(years: list[int], start: int, end: int) -> str:
    """Whether `years` with statements show in which year a fall from `start` to `end` set in."""
    missing = sorted(set(range(start, end + 1)) - set(years))
    if missing:
        return (
            f"No Cuban statement was found for {span_of_years(missing)}, so when the fall set in "
            "is not known."
        )
    return "Each year between has a Cuban statement."


def percent(part: Interval, whole: Interval) -> Interval:
    """Every percentage that a part can be of a whole; both non-negative."""
    return bounds.scale(bounds.divide(part, whole), 100)


def weight(share: Interval) -> str:
    """A share in percent as words that hold for all of the interval."""
    if share[0] > 100:
        return "more than the whole"
    if share[1] < 50:
        return "less than half"
    if share[0] > 50:
        return "more than half"
    return "perhaps less and perhaps more than half"


def remainder(whole: Interval, parts: list[Interval]) -> Interval:
    """What the parts leave of the whole, not below zero."""
    for part in parts:
        whole = bounds.subtract(whole, part)
    return max(whole[0], 0.0), max(whole[1], 0.0)


def remainder_sentence(left: Interval) -> str:
    """What follows from a remainder; holds no number."""
    if left[0] > 0:
        return (
            "Even at their largest the four together do not make up the whole fall: either other "
            "missions shrank as well, or the number at the start was too high."
        )
    return "At their largest the four together can make up the whole fall."


def whose_fall(others: Interval, doctors: Interval) -> str:
    """Of whom most of a fall was: other staff or doctors; holds no number."""
    if others[0] > doctors[1]:
        return (
            "Most of the fall was of nurses, technicians and others, whom the end of a mission of "
            "doctors cannot explain."
        )
    if doctors[0] > others[1]:
        return "Most of the fall was of doctors."
    return "Whether more doctors or more other staff are missing cannot be told."


def follows(rise: Interval, fall: Interval) -> str:
    """Whether a count goes with one mission, from the mission's percent of its rise and fall."""
    if min(rise[0], fall[0]) > 50:
        return (
            "At the few dates with a count of doctors alone, the mission in Brazil was more than "
            "half of the rise and of the fall."
        )
    return "The counts of doctors alone do not clearly follow the mission in Brazil."


def hosts_sentence(usual: float, lower: float, higher: float) -> str:
    """Which of two accounts the averages of the remaining hosts fit; holds no number.

    `usual` is what such hosts had elsewhere; `lower` and `higher` what the accounts leave each.
    """
    if abs(higher - usual) > abs(lower - usual):
        return "That is nearer to the lower account; with so few hosts known it decides nothing."
    if abs(higher - usual) < abs(lower - usual):
        return "That is nearer to the higher account; with so few hosts known it decides nothing."
    return "That speaks for neither account."


def doctors_checked(
    doctors: pd.DataFrame, workers: pd.DataFrame, window: float = WINDOW
) -> pd.DataFrame:
    """Dated claims said of doctors, each with a finding: OWN, SAME or ABOVE.

    SAME: the same value is stated of all health workers within `window` years. ABOVE: more than
    anyone states of all health workers in that year. Adds `time`, `low`, `high`, `finding`.
    """
    rows = bounds.with_bounds(dated(doctors[doctors["qualifier"] != "vague"]))
    others = dated(workers[workers["qualifier"] != "vague"])
    top = stock_envelope(workers).set_index("year")["high"]

    def finding(row: tuple) -> str:
        near = others[(others["time"] - row.time).abs() <= window]
        if row.value in set(near["value"]):
            return SAME
        return ABOVE if row.low > top.get(math.floor(row.time), math.inf) else OWN

    return rows.assign(finding=[finding(row) for row in rows.itertuples()])


def doctor_shares(
    checked: pd.DataFrame, totals: pd.DataFrame, window: float = WINDOW
) -> pd.DataFrame:
    """The share of Cuba's doctors abroad, in percent: adds `share_low`, `share_high`.

    `checked` has time, low, high; `totals` are claims of all doctors. The divisor spans the totals
    stated for the year and `window` years to either side; a row without any is left out.
    """
    years = dated(totals)
    kept, shares = [], []
    for row in checked.itertuples():
        year = math.floor(row.time)
        near = years[(years["time"].map(math.floor) - year).abs() <= window]
        if len(near):
            kept.append(row.Index)
            shares.append(percent((row.low, row.high), span(near)))
    found = checked.loc[kept]
    return found.assign(share_low=[s[0] for s in shares], share_high=[s[1] for s in shares])


def doctors_sentence(checked: pd.DataFrame) -> str:
    """What the findings say of the numbers called doctors; holds no number."""
    other = checked["finding"] != OWN
    if not other.any():
        return "No number said of doctors is also a number of all health workers."
    if other.mean() > 0.5:
        return "Most numbers said of doctors are, or exceed, the number of all health workers."
    return "Some numbers said of doctors are, or exceed, the number of all health workers."


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
    rows = rows.sort_values(["value", "country_iso3"], ascending=[False, True])
    return bounds.with_bounds(rows).reset_index(drop=True)


def clash(claims: pd.DataFrame, others: pd.DataFrame) -> float:
    """The least distance between two groups of claims, neither of them open at an end.

    In the claims' unit; 0 where some pair overlaps. Raises ValueError where a group has no claim
    with two ends.
    """
    groups = []
    for rows in (claims, others):
        rows = bounds.with_bounds(rows[~rows["qualifier"].isin(["vague", "up_to", "fewer_than"])])
        groups.append(rows[rows["high"] < math.inf])
    if any(group.empty for group in groups):
        raise ValueError("no claim with two ends to compare")
    return min(
        max(a.low - b.high, b.low - a.high, 0.0)
        for a in groups[0].itertuples()
        for b in groups[1].itertuples()
    )


def clash_sentence(distance: float) -> str:
    """What a distance between the two sides means; holds no number."""
    if distance > 0:
        return "They conflict: no figure of one side that has an upper end meets one of the other."
    return "They need not conflict: a figure of one side meets one of the other."


def stated_floor(floor: float, others: pd.DataFrame) -> tuple[str, str, str]:
    """Verdict on a documented "more than `floor`": (verdict, sentence, confidence).

    `others`: claims on the same time by others than the document, with `origin`.
    """
    rows = bounds.with_bounds(others[others["qualifier"] != "vague"])
    if (rows["high"] < floor).any():
        return (
            "contradicted",
            "Somebody states a lower number for the same time.",
            "Agreement is low, and confidence in the figure is low.",
        )
    clear = rows[rows["low"] >= floor]
    if not {CUBAN_STATE, US_GOVERNMENT} <= set(clear["origin"]):
        return (
            "not checkable",
            "No statement for the same time is lower, but not both governments state as much, and "
            "no independent count is known.",
            "Evidence is limited, and confidence in the figure is low.",
        )
    if rows["low"].max() <= rows["high"].min():  # one number lies in all of them
        return (
            "supported",
            "The Cuban and the United States government both state at least as much, and their "
            "figures agree with each other.",
            "Evidence is medium, agreement is high, and confidence in the figure is high.",
        )
    return (
        "supported with a caveat",
        "As a floor the figure stands: the Cuban and the United States government both state at "
        "least as much. How many more there were is disputed, and no independent count is known.",
        "Evidence is limited (one counter, and an estimate that may go back to it), agreement is "
        "high on the floor and low "
        "on the level; confidence is medium in the floor and low in any exact number.",
    )


def against(floor: float, row: Interval) -> str:
    """Where an interval lies against a floor: "at or above", "below" or "can be either"."""
    if row[0] >= floor:
        return "at or above"
    return "below" if row[1] < floor else "can be either"


def draw(axes: plt.Axes, rows: pd.DataFrame, unit: float) -> None:
    """Draw claims over time by origin: a bar for a range or "about", an arrow for "more than".

    `rows` have time, low, high, value and origin.
    """
    for name, (colour, mark) in MARKS.items():
        some = rows[rows["origin"] == name]
        axes.plot(some["time"], some["value"] / unit, mark, ms=4.5, color=colour, alpha=0.8,
                  mec="white", mew=0.4, label=name, zorder=3)  # fmt: skip
        for row in some.itertuples():
            if math.isinf(row.high):
                axes.annotate(
                    "", (row.time, row.value / unit), (0, 10), textcoords="offset points",
                    arrowprops={"arrowstyle": "<-", "color": colour, "lw": 0.8, "alpha": 0.6},
                )  # fmt: skip
            elif row.high > row.low:
                axes.vlines(row.time, row.low / unit, row.high / unit, colour, lw=1.2, alpha=0.7)

"""People abroad at one time: whose figure it is, the peak, two accounts, a stated floor."""

import math
from typing import Literal

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from evidence.ledger import lineage
from evidence.reckon import bounds
from evidence.reckon.bounds import Interval
from evidence.reckon.flows import stock_envelope
from evidence.show import charts, marks, say, words
from evidence.weigh import voices as origin
from evidence.weigh.calibrated import weigh
from evidence.weigh.verdict import stands
from evidence.weigh.voices import CUBAN_STATE, US_GOVERNMENT

said = say.of("abroad")
OTHERS = "others, or nobody named"
MARKS = {
    CUBAN_STATE: (charts.BLUE, "o"),
    US_GOVERNMENT: (charts.VERMILION, "s"),
    OTHERS: (charts.GREY, "^"),
}


def origins(
    rows: pd.DataFrame, ledger: pd.DataFrame, sources: pd.DataFrame, repeats: pd.DataFrame
) -> pd.Series:
    """Whose figure each claim is: a key of MARKS for each row (see `evidence.weigh.voices`)."""
    known = origin.origins(rows, ledger, sources, repeats)
    return known.where(known.isin([CUBAN_STATE, US_GOVERNMENT]), OTHERS)


def second_hand(rows: pd.DataFrame, ledger: pd.DataFrame, repeats: pd.DataFrame) -> pd.Series:
    """Whether a statement in the line of each claim lays its figure to the Cuban state (bool).

    A line is a claim, what it repeats and what repeats it; see `grades.roots`.
    """
    laid = origin.origin_of(ledger["attributed_to"]) == CUBAN_STATE
    own = lineage.lines(ledger.loc[laid, "id"], repeats)
    return lineage.lines(rows["id"], repeats).isin(own)


def american_origin(american: pd.Series) -> Literal["same origin", "second origin"]:
    """Whether the United States figures are a second origin, from `second_hand` of them."""
    return "same origin" if american.any() else "second origin"


def span(claims: pd.DataFrame) -> Interval:
    """Lowest to highest that dated claims state; limits alone as in flows.stock_envelope."""
    envelope = stock_envelope(claims)
    return float(envelope["low"].min()), float(envelope["high"].max())


def peak_years(envelope: pd.DataFrame) -> list[int]:
    """The years that can hold the peak of a flows.stock_envelope.

    A year can where its highest statement reaches the greatest of all the lowest statements.
    """
    return list(envelope.loc[envelope["high"] >= envelope["low"].max(), "year"])


def span_of_years(years: list[int]) -> str:
    """Years in words, runs joined: [2014, 2015, 2016, 2019] is "2014 to 2016 and 2019"."""
    runs = np.split(np.array(years), np.flatnonzero(np.diff(years) > 1) + 1)
    return words.listed([said("run", *run(years)) for years in runs])


def run(years: np.ndarray) -> tuple[Literal["one year", "several"], dict[str, str]]:
    """Years without a gap."""
    outcome = "several" if len(years) > 1 else "one year"
    return outcome, {"first": f"{years[0]}", "last": f"{years[-1]}"}


def least_distance(claims: pd.DataFrame, others: pd.DataFrame) -> float:
    """The least distance between two groups of claims, neither of them open at an end.

    In the claims' unit; 0 where some pair overlaps. Raises ValueError where a group has no claim
    with two ends.
    """
    groups = [bounds.with_bounds(rows) for rows in (claims, others)]
    groups = [rows[(rows["low"] > 0) & (rows["high"] < math.inf)] for rows in groups]
    if any(group.empty for group in groups):
        raise ValueError("no claim with two ends to compare")
    return min(
        max(a.low - b.high, b.low - a.high, 0.0)
        for a in groups[0].itertuples()
        for b in groups[1].itertuples()
    )


def accounts(distance: float) -> Literal["conflict", "may meet"]:
    """What a distance between the two sides means."""
    return "conflict" if distance > 0 else "may meet"


def fig_abroad_stock_title(distance: float) -> Literal["two accounts", "one account"]:
    """Whether there are two accounts of the last years, from the distance of the two sides."""
    return "two accounts" if distance > 0 else "one account"


def stated_floor(
    floor: float, others: pd.DataFrame
) -> tuple[
    Literal["nobody else", "all lower", "some lower", "one counter", "agree", "disputed"],
    dict[str, str],
]:
    """Verdict on a documented "more than `floor`".

    `others`: the claims that bear on the same time, with `low`, `high` and `origin`.
    """
    if others.empty:
        return "nobody else", {}
    fills = {"range": words.spread((others["low"].min(), others["high"].max()))}
    clear = others["low"] >= floor
    found = stands(weigh(others, clear))
    if found == "none":
        return "all lower", fills
    if found == "fewer" or (others["high"] < floor).any():
        return "some lower", fills
    if not {CUBAN_STATE, US_GOVERNMENT} <= set(others.loc[clear, "origin"]):
        return "one counter", fills
    one_number = others["low"].max() <= others["high"].min()  # it lies in all of them
    return "agree" if one_number else "disputed", fills


def against(floor: float, row: Interval) -> Literal["above", "below", "either"]:
    """Where an interval lies against a floor; at the floor is above."""
    if row[0] >= floor:
        return "above"
    return "below" if row[1] < floor else "either"


def draw(axes: plt.Axes, rows: pd.DataFrame, unit: float) -> None:
    """Draw claims over time by origin: a bar for a range or "about", an arrow for "more than".

    `rows` have time, low, high, value and origin.
    """
    for name, (colour, mark) in MARKS.items():
        some = rows[rows["origin"] == name]
        axes.plot(some["time"], some["value"] / unit, mark, ms=4.5, color=colour, alpha=0.8,
                  mec="white", mew=0.4, label=name, zorder=3)  # fmt: skip
        for row in some.itertuples():
            if marks.open_end(row) > 0:
                axes.annotate(
                    "", (row.time, row.value / unit), (0, 10), textcoords="offset points",
                    arrowprops={"arrowstyle": "<-", "color": colour, "lw": 0.8, "alpha": 0.6},
                )  # fmt: skip
            elif row.high > row.low:
                axes.vlines(row.time, row.low / unit, row.high / unit, colour, lw=1.2, alpha=0.7)

"""People abroad at one time: whose figure it is, the peak, two accounts, a stated floor."""

import math

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from evidence.ledger import lineage
from evidence.reckon import bounds
from evidence.reckon.bounds import Interval
from evidence.reckon.flows import stock_envelope
from evidence.show import charts
from evidence.weigh import voices
from evidence.weigh.voices import CUBAN_STATE, US_GOVERNMENT

OTHERS = "others, or nobody named"
MARKS = {
    CUBAN_STATE: (charts.BLUE, "o"),
    US_GOVERNMENT: (charts.VERMILION, "s"),
    OTHERS: (charts.GREY, "^"),
}


def accounts(
    rows: pd.DataFrame, ledger: pd.DataFrame, sources: pd.DataFrame, repeats: pd.DataFrame
) -> pd.Series:
    """Whose figure each claim is: a key of MARKS for each row (see `evidence.weigh.voices`)."""
    known = voices.origins(rows, ledger, sources, repeats)
    return known.where(known.isin([CUBAN_STATE, US_GOVERNMENT]), OTHERS)


def second_hand(rows: pd.DataFrame, ledger: pd.DataFrame, repeats: pd.DataFrame) -> pd.Series:
    """Whether a statement in the line of each claim lays its figure to the Cuban state (bool).

    A line is a claim, what it repeats and what repeats it; see `grades.roots`.
    """
    roots = lineage.roots(repeats).to_dict()
    laid = voices.origin_of(ledger["attributed_to"]) == CUBAN_STATE
    return rows["id"].replace(roots).isin(ledger.loc[laid, "id"].replace(roots))


def second_hand_sentence(american: pd.Series) -> str:
    """Whether the United States figures are a second origin, from `second_hand` of them."""
    if american.any():
        return (
            "The State Department itself lays its figure to Cuban officials, so the two "
            "governments are weighed as one origin."
        )
    return "Nobody lays the United States figure to Cuban officials, so it is a second origin."


def stated_span(claims: pd.DataFrame) -> Interval:
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


def distance(claims: pd.DataFrame, others: pd.DataFrame) -> float:
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


def stated_floor(floor: float, others: pd.DataFrame) -> tuple[str, str]:
    """Verdict on a documented "more than `floor`": (verdict, sentence).

    `others`: claims on the same time by others than the document, with `origin`.
    """
    rows = bounds.with_bounds(others[others["qualifier"] != "vague"])
    if (rows["high"] < floor).any():
        return "contradicted", "Somebody states a lower number for the same time."
    clear = rows[rows["low"] >= floor]
    if not {CUBAN_STATE, US_GOVERNMENT} <= set(clear["origin"]):
        return "not checkable", (
            "No statement for the same time is lower, and no second, independent count was found."
        )
    if rows["low"].max() <= rows["high"].min():  # one number lies in all of them
        return "supported", (
            "The Cuban and the United States government both state at least as much, and their "
            "figures agree with each other."
        )
    return "supported with a caveat", (
        "As a floor the figure stands: the Cuban and the United States government both state at "
        "least as much. How many more there were is disputed, and no independent count is known."
    )


def against(floor: float, row: Interval) -> str:
    """Where an interval lies against a floor: "at or above", "below" or "can be either"."""
    if row[0] >= floor:
        return "at or above"
    return "below" if row[1] < floor else "can be either"


def draw_accounts(axes: plt.Axes, rows: pd.DataFrame, unit: float) -> None:
    """Draw claims over time by account: a bar for a range or "about", an arrow for "more than".

    `rows` have time, low, high, value and account.
    """
    for name, (colour, mark) in MARKS.items():
        some = rows[rows["account"] == name]
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

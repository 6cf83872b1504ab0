"""Shares of a payment drawn and told."""

import math

import matplotlib.pyplot as plt
import pandas as pd

from . import charts, words
from .pay_shares import HALF, PAID_IN, REST
from .pay_sides import SIDES


def draw_shares(axes: plt.Axes, shares: pd.DataFrame, names: list[str]) -> None:
    """One line a share, in percent: a bar for an interval, a mark for a single number.

    `names` label the lines. The number stands beside each. Where a source sets one end only the
    bar is pale and the mark stands at that end. Pay into an account is drawn hollow.
    """
    for place, row in enumerate(shares.itertuples()):
        colour, mark = SIDES[row.said_by]
        text, stated = tell_share(row.low, row.high), (row.low + row.high) / 2
        if text.startswith("up to"):
            stated = row.high
        elif text.startswith("at least"):
            stated = row.low
        open_end = text.startswith(("up to", "at least"))
        axes.plot([row.low, row.high], [place] * 2, color=colour, lw=5.5,
                  alpha=0.3 if open_end else 0.75, solid_capstyle="butt")  # fmt: skip
        axes.plot(stated, place, mark, mfc="white" if row.basis == PAID_IN else colour,
                  mec=colour, ms=6.5, mew=1.2)  # fmt: skip
        if text.startswith("at least"):
            where, offset, side_of_text = row.low, (0, 9), "left"
        elif row.high <= 70 and not (
            row.high < HALF < row.high + 6 + 2.2 * len(text) and row.low > 20
        ):
            where, offset, side_of_text = row.high, (8, 0), "left"
        else:
            where, offset, side_of_text = row.low, (-8, 0), "right"
        axes.annotate(text, (where, place), offset, textcoords="offset points", va="center",
                      ha=side_of_text, fontsize=8.5,
                      bbox={"fc": "white", "ec": "none", "pad": 0.4})  # fmt: skip
    axes.set_yticks(range(len(shares)), names, fontsize=8.5)
    axes.set_ylim(len(shares) - 0.4, -0.9)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)
    axes.axvline(HALF, color=charts.GREY, lw=0.9, ls=(0, (4, 3)), zorder=0)


SHORT = {REST: "state’s part stated", PAID_IN: "paid into account", "plan": "plan"}


def share_names(shares: pd.DataFrame, names: pd.Series) -> list[str]:
    """A label for each share: country, year and what kind of figure; `names` maps iso3 to name."""
    found = []
    for row in shares.itertuples():
        kind = SHORT.get(row.basis, "computed" if row.basis.startswith("comp") else "stated")
        where = names[row.country_iso3] if row.country_iso3 else "Whole programme"
        found.append(f"{where} {row.year or 'undated'}, {kind}")
    return found


def tell_share(low: float, high: float) -> str:
    """A share in words: "20", "9 to 24", "up to 29", "at least 10"."""
    if low <= 0 < high:
        return f"up to {high:.0f}"
    if high >= 100 and low < 100:
        return f"at least {math.floor(low + 1e-9):.0f}"
    return words.spread((low, high))


def share_title(shares: pd.DataFrame) -> str:
    """What the chart of shares shows: how many lie wholly in the lower half."""
    below = (shares["high"] <= HALF).sum()
    return f"{below} of {len(shares)} figures give the worker at most half"


def tell_shares(shares: pd.DataFrame, names: list[str]) -> str:
    """Every share with its label and who says it: "Kenya 2020, computed, others: 20"."""
    return "; ".join(
        f"{name}, {row.said_by.lower()}: {tell_share(row.low, row.high)}"
        for name, row in zip(names, shares.itertuples(), strict=True)
    )

"""Layers of care: dated counts of places, and whether they kept their number."""

from typing import Literal

import pandas as pd

from evidence import assumptions
from evidence.reckon.flows import dated
from evidence.show import say, words

said = say.of("home")
SEVERAL = 2  # sources that have to count a layer


def since_peak(claims: pd.DataFrame) -> pd.Series:
    """The highest and the latest dated count, by id, and the change between them in percent.

    Raises ValueError where no claim is dated.
    """
    rows = dated(claims[claims["qualifier"] != "vague"])
    if rows.empty:
        raise ValueError("no dated count")
    top, last = rows.loc[rows["value"].idxmax()], rows.iloc[-1]
    change = (last["value"] / top["value"] - 1) * 100
    return pd.Series({"peak": top["id"], "latest": last["id"], "change": change})


def moved(change: float) -> str:
    """ "fell" where a number stands more percent below its peak than the assumption `held`."""
    return "fell" if change < -assumptions.held else "held"


def fig_home_layers_title(
    moves: dict[str, str],
) -> tuple[Literal["all fell", "some fell", "none fell"], dict[str, str]]:
    """Which layers fell from their peak, from `moved` for each layer, by name."""
    fell, held = (
        words.listed(
            [said("fig-home-layers", "names", name) for name, m in moves.items() if m == how]
        )
        for how in ("fell", "held")
    )
    first = fell or held
    fills = {"first": first[0].upper() + first[1:], "held": held}
    if not fell:
        return "none fell", fills
    return "some fell" if held else "all fell", fills


def layers_counted(
    sources: dict[str, int], moves: dict[str, str], newest: dict[str, int]
) -> tuple[Literal["too few", "some fell", "none fell"], dict[str, str]]:
    """Whether the described layers of care are there: sources that count each, and its `moved`.

    `sources` and `newest`, the year of each layer's newest dated count, are by measure.
    """
    fig = "fig-home-layers"
    ages = [
        said(fig, "newest", year=f"{year}", layer=said(fig, "measures", measure))
        for measure, year in newest.items()
    ]
    fills = {"newest": words.listed(ages), "several": words.spelled(SEVERAL)}
    if min(sources.values()) < SEVERAL:
        return "too few", fills
    return "some fell" if "fell" in moves.values() else "none fell", fills

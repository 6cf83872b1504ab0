"""Estimates in words, as a table of scenarios, and as a band in a chart."""

import math
from typing import Literal

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from evidence import assumptions
from evidence.reckon.estimates import scenarios
from evidence.show import blocks, say, words

said = say.of("shared")
LEAST = 0.01  # the chance below which, and as far from certainty, none is told apart
SIGNIFICANT = 2  # digits that an estimate is printed with


def rounded(value: float, digits: int = SIGNIFICANT) -> str:
    """An estimate as it is printed: 211,374 is "210,000", 1.949 is "1.9"."""
    if not value:
        return words.number(0)
    places = digits - 1 - math.floor(math.log10(abs(value)))
    return f"{round(value, places):,.{max(places, 0)}f}"


def chance_of(chance: float) -> tuple[Literal["least", "middle", "most"], dict[str, str]]:
    """A share of the draws as a chance: none is called impossible, none certain."""
    within = min(max(chance, LEAST), 1 - LEAST)
    fills = {"percent": f"{100 * within:.0f}"}
    if chance < within:
        return "least", fills
    return "most" if chance > within else "middle", fills


def how_likely(
    chance: float,
) -> Literal[
    "virtually certain", "very likely", "likely", "about as likely as not", "unlikely",
    "very unlikely", "exceptionally unlikely",
]:  # fmt: skip
    """A chance in the words of the IPCC's scale of likelihood."""
    scale = {
        0.01: "exceptionally unlikely", 0.1: "very unlikely", 0.33: "unlikely",
        0.66: "about as likely as not", 0.9: "likely", 0.99: "very likely",
    }  # fmt: skip
    return next((word for end, word in scale.items() if chance < end), "virtually certain")


def likelihood(chance: float) -> str:
    """How likely a finding is, as it stands at the end of it: in italics and in brackets."""
    return said("likelihood", likely=said("how_likely", how_likely(chance)))


def reach(chance: float) -> str:
    """Whether a number is reached, by its chance: "fewer", "open" or "as many"."""
    if how_likely(chance) == "about as likely as not":
        return "open"
    return "fewer" if chance < 1 / 2 else "as many"


def fills(found: dict[str, float], unit: float = 1.0, digits: int = SIGNIFICANT) -> dict[str, str]:
    """A scenarios.summary as the fills of a sentence: median, low, high, likely, chance."""
    ends = {end: rounded(found[end] / unit, digits) for end in ("median", "low", "high")}
    chance = found["chance"]
    return ends | {
        "likely": likelihood(chance),
        "chance": said("chance_of", *chance_of(chance)),
    }


def _estimate(row: dict[str, float], end: str, unit: float, digits: int) -> str:
    low, median, high = (row[key + end] for key in ("low", "median", "high"))
    if math.isnan(median):
        return ""
    if low == high:
        return rounded(median / unit, digits)
    ends = {"low": rounded(low / unit, digits), "high": rounded(high / unit, digits)}
    return said("tab-scenarios", "estimate", median=rounded(median / unit, digits), **ends)


def _chance(row: dict[str, float], end: str) -> str:
    if math.isnan(row["chance" + end]):
        return ""
    if row["low" + end] == row["high" + end]:
        return said("tab-scenarios", "reached" if row["chance" + end] else "not reached")
    return said("tab-scenarios", "chances", *chance_of(row["chance" + end]))


def _change(row: dict) -> blocks.Markup:
    name = row["input"]
    label = blocks.escape(assumptions.table()[name]["label"]) if name else ""
    factor = words.number(scenarios.FACTORS.get(row["change"], 1))
    told = said("tab-scenarios", "changes", row["change"], input=label, factor=factor)
    return blocks.Markup(told)


def scenario_table(
    rows: pd.DataFrame, name: str, caption: str, unit: float = 1.0, digits: int = SIGNIFICANT
) -> None:
    """Show a scenarios.table: what is changed, and what then comes out; `unit` divides it."""
    shown = pd.DataFrame(
        [
            {
                "change": _change(row),
                "value": _estimate(row, "", unit, digits),
                "chance": _chance(row, ""),
                "value_wide": _estimate(row, "_wide", unit, digits),
                "chance_wide": _chance(row, "_wide"),
            }
            for row in rows.to_dict("records")
        ]
    )
    heads = say.parts("shared", "tab-scenarios", "columns")
    right = tuple(heads[column] for column in heads if column != "change")
    blocks.table(shown.rename(columns=heads), name, caption, right)


def scenarios_of(
    model: scenarios.Model, least: float, name: str, caption: str, unit: float = 1.0,
    digits: int = SIGNIFICANT,
) -> None:  # fmt: skip
    """Reckon a model with all its scenarios and show them as scenario_table."""
    scenario_table(scenarios.table(model, least), name, caption, unit, digits)


def band(
    axes: plt.Axes, times: np.ndarray, ends: np.ndarray, colour: str, unit: float = 1.0
) -> None:
    """Draw an estimate over time: the band of 90 percent, its median as a line.

    `ends` are low, median and high, one row each; `unit` divides them.
    """
    low, median, high = ends / unit
    axes.fill_between(times, low, high, color=colour, alpha=0.18, lw=0)
    axes.plot(times, median, color=colour, lw=1.6)


def as_rows(times: np.ndarray, ends: np.ndarray, of: str) -> pd.DataFrame:
    """A band as rows of a chart's data: of, time, low, median, high, rounded to whole numbers."""
    low, median, high = np.round(ends)
    rows = {"of": of, "time": np.round(times, 2), "low": low, "median": median, "high": high}
    return pd.DataFrame(rows)

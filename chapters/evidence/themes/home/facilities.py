"""Layers of care: dated counts of places, and whether they kept their number."""

import pandas as pd

from evidence import assumptions
from evidence.reckon.flows import dated
from evidence.show import words


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


def layers_title(moves: dict[str, str]) -> str:
    """The message of the facilities chart, from `moved` for each layer, by name."""
    groups = {how: [n for n, m in moves.items() if m == how] for how in ("fell", "held")}
    fell, held = (" and ".join(names) for names in groups.values())
    parts = [f"{fell} fell from their peak" if fell else "", f"{held} held" if held else ""]
    text = "; ".join(part for part in parts if part)
    return text[0].upper() + text[1:]


def verdict_layers(
    sources: dict[str, int], moves: dict[str, str], newest: dict[str, int]
) -> tuple[str, str]:
    """Verdict on the described layers of care: sources that count each layer, and its `moved`.

    `newest` is the year of each layer's newest dated count.
    """
    if min(sources.values()) < 2:
        return "not checkable", (
            "At least one layer that the page describes is counted by fewer than two sources."
        )
    ages = words.listed([f"{year} for {name}" for name, year in newest.items()])
    if "fell" in moves.values():
        return "supported with a caveat", (
            "Every layer that the page describes is counted by several sources. But the counts "
            "say how many places there are, not how many are staffed and supplied, and not every "
            f"layer has kept its size. The newest dated counts are of {ages}."
        )
    return "supported", (
        "Every layer that the page describes is counted by several sources, and none has shrunk. "
        f"The newest dated counts are of {ages}."
    )

"""Who is speaking of money: officials, critics or others."""

from typing import Literal

import matplotlib.pyplot as plt
import pandas as pd

from evidence.ledger import tables
from evidence.reckon.bounds import with_bounds
from evidence.show import charts, say

said = say.of("money")
SIDES = {
    "Officials": (charts.BLUE, "o"),
    "Critics": (charts.VERMILION, "s"),
    "Others": (charts.GREY, "^"),
}


def side(voice: str, stake: str) -> Literal["Officials", "Critics", "Others"]:
    """Who is speaking: Officials (of Cuba or a host), Critics (or the US government), Others.

    A press story can carry a minister's figure and a critic's site a ministry's, so the voice
    decides; where nobody is named, the `stake` of the publisher does. Raises KeyError for a voice
    that is not known.
    """
    known = tables.voice(voice)["side"] if voice else ""
    rows = tables.judgements("money-sides")
    return dict(zip(rows["item"], rows["part"], strict=True)).get(known or stake, "Others")


def money_year(claim: pd.Series) -> str:
    """The year a sum of money is of: where its period starts or ends, else its date; or ""."""
    return (claim["date_start"] or claim["date_end"] or claim["as_of"])[:4]


def with_sides(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The claims with `low`, `high` (in their own unit), `said_by` (a side) and `year`."""
    stakes = claims["source_id"].map(sources.set_index("source_id")["stake"])
    said_by = [side(o, s) for o, s in zip(claims["attributed_to"], stakes, strict=True)]
    years = [money_year(row) for _, row in claims.iterrows()]
    return with_bounds(claims).assign(said_by=said_by, year=years)


def side_key(axes: plt.Axes, where: str) -> None:
    """Name the sides by their marks, without a box."""
    handles = [
        axes.plot([], [], mark, color=colour, ms=5.5, ls="", label=said("side", name))[0]
        for name, (colour, mark) in SIDES.items()
    ]
    axes.legend(handles=handles, loc=where, frameon=False, fontsize=8.5, handletextpad=0.2,
                borderaxespad=0.2)  # fmt: skip

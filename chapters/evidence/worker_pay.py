"""What a host pays for one worker and what the worker receives, listed and drawn.

Amounts stay in the currency that the source states; nothing here converts one.
"""

import math

import matplotlib.pyplot as plt
import pandas as pd

from . import show
from .pay_sides import SIDES


def short_name(name: str) -> str:
    """A country's name without what follows the comma."""
    return name.split(",")[0]


def draw_pay(axes: plt.Axes, claims: pd.DataFrame, lines: list[str], unit: str = "worker") -> None:
    """Marks of one kind of pay on one line a country: shape and colour for who says.

    `claims` are rows of with_sides with a column `line`; `lines` the names from the top. Filled
    marks where `unit` is "host", hollow ones otherwise; a bar for a range, an arrow for "more
    than" and "up to".
    """
    for row in claims.itertuples():
        colour, mark = SIDES[row.said_by]
        place = lines.index(row.line) + (-0.16 if unit == "host" else 0.16)
        top = row.value if math.isnan(row.value_high) else row.value_high
        axes.plot([row.value, top], [place] * 2, color=colour, lw=1.6, zorder=2)
        axes.plot([row.value, top], [place] * 2, mark, ms=5.5, mec=colour, mew=1.1, ls="",
                  mfc=colour if unit == "host" else "white", zorder=3)  # fmt: skip
        if row.qualifier in ("more_than", "at_least", "up_to", "fewer_than"):
            away = 14 if row.qualifier in ("more_than", "at_least") else -14
            axes.annotate("", (row.value, place), (away, 0), textcoords="offset points",
                          arrowprops={"arrowstyle": "<-", "color": colour, "lw": 0.9})  # fmt: skip
    axes.set_yticks(range(len(lines)), lines)
    axes.set_ylim(len(lines) - 0.5, -0.6)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)


CURRENCIES = {"usd": "US dollars", "eur": "euros", "brl": "reais", "mxn": "Mexican pesos",
              "zar": "rand", "kes": "Kenyan shillings", "cup": "Cuban pesos",
              "cuc": "convertible pesos"}  # fmt: skip


def unit_words(unit: str) -> str:
    """A unit of money in words: usd_per_month is "US dollars a month"."""
    currency, _, period = unit.partition("_per_")
    article = "an" if period == "hour" else "a"
    return CURRENCIES[currency] + (f" {article} {period}" if period else "")


def _listed_claims(rows: pd.DataFrame) -> show.Markup:
    """Claims as links, each with who says it."""
    parts = [f"{show.claim(r.id)} ({r.said_by.lower()})" for r in rows.itertuples()]
    return show.Markup("; ".join(parts))


def pay_table(claims: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    """What hosts pay and workers receive, one row a country, year and unit, claims as links.

    `claims` are rows of with_sides that carry a country and whose measures begin with
    "host_pays" or "worker_receives"; `names` maps iso3 to a name.
    """
    found = []
    for (country, year, unit), some in claims.groupby(["country_iso3", "year", "unit"]):
        host = some["measure"].str.startswith("host_pays")
        cells = _listed_claims(some[host]), _listed_claims(some[~host])
        found.append((short_name(names[country]), year or "undated", unit_words(unit), *cells))
    columns = ["Country", "Year", "Currency", "Host pays", "Worker receives"]
    return pd.DataFrame(found, columns=columns).sort_values(["Country", "Year"], kind="stable")


def pay_title(pay: pd.DataFrame) -> str:
    """What the chart of pay shows: does every worker's pay lie between home pay and the host's?"""
    kind = pay["measure"].str.split("_").str[0]
    home, worker = pay.loc[kind == "home"], pay.loc[kind == "worker"]
    host = pay.loc[kind == "host"]
    above = worker["low"].min() > home[["low", "high"]].max().max()
    most = worker["value_high"].fillna(worker["value"]).groupby(worker["line"]).max()
    least = host.groupby("line")["value"].min()
    both = most.index.intersection(least.index)
    less = (most[both] < least[both]).all()
    if above and less:
        return "Workers are paid less than hosts pay,\nand more than at home"
    if less:
        return "Workers are paid less than hosts pay"
    return "What hosts pay and what workers receive"

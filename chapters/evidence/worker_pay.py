"""What a host pays for one worker and what the worker receives, listed and drawn.

Amounts stay in the currency that the source states; nothing here converts one.
"""

import math

import matplotlib.pyplot as plt
import pandas as pd

from . import show, words
from .pay_sides import SIDES, side_key


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
        found.append((names[country], year or "undated", unit_words(unit), *cells))
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


def home_line(pay: pd.DataFrame, home: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    """Rows of pay with `line`, the label of their line: a country, or Cuba for pay at home.

    In the order of the lines: the country with the highest sum first, Cuba last.
    """
    pay = pay[pay["country_iso3"] != ""]
    pay = pay.assign(line=pay["country_iso3"].map(names))
    pay = pay.assign(top=pay.groupby("line")["value"].transform("max"))
    pay = pay.sort_values(["top", "line", "id"], ascending=[False, True, True], kind="stable")
    return pd.concat([pay.drop(columns="top"), home.assign(line="Cuba, at home")])


def draw_lines(axes: plt.Axes, rows: pd.DataFrame) -> None:
    """The chart of pay: rows of home_line on a log scale, hosts' payments filled."""
    axes.set(xscale="log", xlim=(14, 16000), xlabel="US dollars a month, as stated (log scale)")
    lines = list(dict.fromkeys(rows["line"]))
    host = rows["measure"].str.startswith("host")
    draw_pay(axes, rows[host], lines, "host")
    draw_pay(axes, rows[~host], lines, "worker")
    ticks = [20, 50, 100, 300, 1000, 3000, 10000]
    axes.set_xticks(ticks, [f"{tick:,}" for tick in ticks])
    axes.minorticks_off()
    side_key(axes, "lower right")


KINDS = {"host": "host pays", "worker": "worker receives", "home": "a doctor’s pay"}


def tell_lines(rows: pd.DataFrame) -> str:
    """The rows of home_line as a phrase: "Kenya, host pays: about 5,300; ..."."""
    kinds = rows["measure"].str.split("_").str[0].map(KINDS)
    groups = rows.groupby(["line", kinds], sort=False)
    return "; ".join(
        f"{line}, {kind}: " + ", ".join(words.figure(row) for _, row in some.iterrows())
        for (line, kind), some in groups
    )

"""What drives the headline results: each computed again with one input changed.

A driver is either a convention of this report (what "about" allows, how a stock runs between
documented years) or what the sources leave open (the lowest or the highest stock stated).
"""

import matplotlib.pyplot as plt
import pandas as pd

from . import bounds, charts, flows

# The statements the three results are computed from: see the chapters on each.
EARLIER, LATER = "S0055", "S0161"
APPROVALS, VISAS = "ec001", "N2-012"
YEAR = ("ec002", 2014.75, 2015.75)
WIDER, NARROWER = 0.10, 0.0  # other readings of "about"


def results(claims: pd.DataFrame, about: float, how: str, side: str) -> dict[str, float]:
    """The three results as single numbers: implied stay, approvals in all, approvals in a year.

    `side` takes the "low", "high" or "middle" stock of each year. Units: years; approvals per
    hundred worker-years.
    """
    by_id = claims.set_index("id")
    rows = claims[(claims["measure"] == "workers_abroad") & (claims["scope"] == "world")]
    stock = flows.stock_envelope(rows, about)

    def years(start: float, end: float) -> float:
        low, high = flows.worker_years(stock, start, end, how)
        return {"low": low, "high": high, "middle": (low + high) / 2}[side]

    def when(claim: str, column: str = "as_of") -> float:
        return flows.decimal_year(by_id.loc[claim, column])

    value = by_id["value"]
    rise = value[LATER] - value[EARLIER]
    since = value[APPROVALS] - value[VISAS]
    claim, start, end = YEAR
    return {
        "Stay implied, 2014 to 2019": years(when(EARLIER), when(LATER)) / rise,
        "Approvals per worker-year, 2010 to 2015": since / years(when(VISAS), end) * 100,
        "Approvals per worker-year, 2015": value[claim] / years(start, end) * 100,
    }


def drivers(claims: pd.DataFrame) -> pd.DataFrame:
    """For each result and driver the change from the base value: low_percent, high_percent."""
    base = {"about": bounds.ABOUT, "how": flows.INTERPOLATION, "side": "middle"}
    changes = {
        "what “about” allows": [{"about": NARROWER}, {"about": WIDER}],
        "stock between documented years": [{"how": "previous"}, {"how": "next"}],
        "lowest or highest stock stated": [{"side": "low"}, {"side": "high"}],
    }
    start = results(claims, **base)
    found = []
    for driver, variants in changes.items():
        others = [results(claims, **{**base, **change}) for change in variants]
        for name, value in start.items():
            moved = [(other[name] / value - 1) * 100 for other in others]
            found.append((name, driver, value, min(*moved, 0.0), max(*moved, 0.0)))
    columns = ["result", "driver", "base", "low_percent", "high_percent"]
    table = pd.DataFrame(found, columns=columns).sort_values(["result", "driver"], kind="stable")
    return table.reset_index(drop=True)


def largest(table: pd.DataFrame) -> str:
    """The driver that moves any result most, in words."""
    width = table["high_percent"] - table["low_percent"]
    row = table.loc[width.idxmax()]
    return f"{row['driver']} ({width.max():.0f} percent from end to end)"


def draw(axes: plt.Axes, table: pd.DataFrame) -> None:
    """Bars of change, grouped by result."""
    labels, place = [], 0.0
    for result, rows in table.groupby("result", sort=False):
        axes.text(0, place, result, fontsize=9, fontweight=600, ha="center", va="center",
                  bbox={"color": "white", "pad": 1})  # fmt: skip
        place += 0.8
        for row in rows.sort_values("high_percent", ascending=False, kind="stable").itertuples():
            axes.barh(place, row.high_percent - row.low_percent, left=row.low_percent,
                      height=0.55, color=charts.BLUE, ec=charts.BLUE)  # fmt: skip
            labels.append((place, row.driver))
            place += 0.8
        place += 0.3
    axes.axvline(0, color=charts.GREY, lw=0.8)
    axes.set_yticks([p for p, _ in labels], [name for _, name in labels], fontsize=8.5)
    most = table[["low_percent", "high_percent"]].abs().max().max()
    axes.set(ylim=(place - 0.3, -0.7), xlim=(-1.1 * most, 1.1 * most))
    axes.set_xlabel("change from the base value, percent")
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)


def inputs(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that the three results rest on."""
    stock = (claims["measure"] == "workers_abroad") & (claims["scope"] == "world")
    return claims[stock | claims["id"].isin([EARLIER, LATER, APPROVALS, VISAS, YEAR[0]])]

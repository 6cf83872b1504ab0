"""What drives the headline results: each computed again with one input changed.

A driver is either an assumption of this report or what the sources leave open (the lowest or the
highest stock stated). What every assumption moves in all chapters is in `data/moves.csv`, made by
`make walk`.
"""

import matplotlib.pyplot as plt
import pandas as pd

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon import flows
from evidence.show import blocks, charts, words


def results(claims: pd.DataFrame, side: str) -> dict[str, float]:
    """The three results as single numbers: implied stay, approvals in all, approvals in a year.

    `side` takes the "low", "high" or "middle" stock of each year. Units: years; approvals per
    hundred worker-years.
    """
    by_id = claims.set_index("id")
    rows = claims[(claims["measure"] == "workers_abroad") & (claims["scope"] == "world")]
    stock = flows.stock_envelope(rows)

    def years(start: float, end: float) -> float:
        low, high = flows.worker_years(stock, start, end)
        return {"low": low, "high": high, "middle": (low + high) / 2}[side]

    def when(claim: str, column: str = "as_of") -> float:
        return flows.decimal_year(by_id.loc[claim, column])

    # the statements that the three results are computed from: see the chapters on each
    names = ("earlier total", "later total", "approvals", "visas", "approvals of a year")
    parts = tables.judged_parts("headline")
    earlier, later, approvals, visas, last = (parts[name][0] for name in names)
    value = by_id["value"]
    rise = value[later] - value[earlier]
    since = value[approvals] - value[visas]
    end = int(by_id.loc[last, "date_end"][:4]) + 0.75  # a fiscal year ends with September
    return {
        "Stay implied, 2014 to 2019": years(when(earlier), when(later)) / rise,
        "Approvals per worker-year, 2010 to 2015": since / years(when(visas), end) * 100,
        "Approvals per worker-year, 2015": value[last] / years(end - 1, end) * 100,
    }


def drivers(claims: pd.DataFrame) -> pd.DataFrame:
    """For each result and driver the change from the base value: low_percent, high_percent.

    Every assumption is a driver that the results are reckoned with.
    """
    with assumptions.reading() as read:
        start = results(claims, "middle")
    known = assumptions.table()
    reckoned_with = [name for name in known if name in read]
    changes = {
        "lowest or highest stock stated": [results(claims, side) for side in ("low", "high")]
    }
    for name in reckoned_with:
        driver = known[name]["label"]
        changes[driver] = []
        for end in ("low", "high"):
            with assumptions.assumed(**{name: known[name][end]}):
                changes[driver].append(results(claims, "middle"))
    found = []
    for driver, others in changes.items():
        for name, value in start.items():
            moved = [(other[name] / value - 1) * 100 for other in others]
            found.append((name, driver, value, min(*moved, 0.0), max(*moved, 0.0)))
    columns = ["result", "driver", "base", "low_percent", "high_percent"]
    table = pd.DataFrame(found, columns=columns).sort_values(["result", "driver"], kind="stable")
    return table.reset_index(drop=True)


def largest_driver(table: pd.DataFrame) -> str:
    """The driver that moves any result most, in words."""
    width = table["high_percent"] - table["low_percent"]
    row = table.loc[width.idxmax()]
    return f"{row['driver']} ({width.max():.0f} percent from end to end)"


def draw_drivers(axes: plt.Axes, table: pd.DataFrame) -> None:
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
    return claims[stock | claims["id"].isin(tables.judged("headline"))]


def deciding(moves: pd.DataFrame) -> str:
    """How many assumptions change a verdict, and which, in a sentence. `moves` is that table."""
    known = assumptions.table()
    labels = [known[name]["label"] for name in known if name in set(verdicts(moves)["assumption"])]
    if not labels:
        return "No assumption changes a verdict at an end of its range."
    which = "assumption changes" if len(labels) == 1 else "assumptions change"
    few = f"{words.number(len(labels))} of {words.number(len(known))} {which} a verdict"
    return f"At an end of its range, {few}: {words.listed(labels)}."


def verdicts(moves: pd.DataFrame) -> pd.DataFrame:
    """The rows of moves in which a verdict becomes another."""
    return moves[moves["verdict"] != ""]


def walked(moves: pd.DataFrame) -> pd.DataFrame:
    """Every assumption, one row each: what it is, its value and unit, what was tried, how many
    results move (at the end that moves more) and the verdicts that change."""
    found = []
    for name, row in assumptions.table().items():
        some = moves[(moves["assumption"] == name) & (moves["kind"] == "result")]
        most = some.groupby("value").size().max() if len(some) else 0
        changed = [
            f"{blocks.measured(one.claim)}: {blocks.escape(one.verdict)} (at {one.value})"
            for one in verdicts(some).itertuples()
        ]
        value, low, high = map(_said, (getattr(assumptions, name), row["low"], row["high"]))
        tried = " and ".join(end for end in (low, high) if end != value)
        unit = "" if row["unit"] == "rule" else row["unit"]
        found.append((row["label"], value, tried, unit, most, blocks.Markup("; ".join(changed))))
    columns = ["Assumption", "Value", "Tried", "Unit", "Results that move", "Verdicts that change"]
    return pd.DataFrame(found, columns=columns)


def _said(value: float | str) -> str:
    return value if isinstance(value, str) else words.number(value)

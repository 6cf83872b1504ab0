"""What drives the headline results: each computed again with one input changed.

A driver is either an assumption of this report or what the sources leave open (the lowest or the
highest stock stated). What every assumption moves in all chapters is in `data/moves.csv`, made by
`make walk`.
"""

from typing import Literal

import matplotlib.pyplot as plt
import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon import flows
from evidence.show import blocks, charts, say, words

said = say.of("book")


def results(claims: pd.DataFrame, side: str) -> dict[str, float]:
    """The results as single numbers: implied stay, how many times it the shortest stay taken as
    possible is, approvals in all, approvals in a year.

    `side` takes the "low", "high" or "middle" stock of each year. Units: years; times; approvals
    for each hundred worker-years.
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
    stay = years(when(earlier), when(later)) / rise
    return {
        said("fig-drivers", "stay"): stay,
        said("fig-drivers", "shortest"): assumptions.tour_low / stay,
        said("fig-drivers", "approvals"): since / years(when(visas), end) * 100,
        said("fig-drivers", "last approvals"): value[last] / years(end - 1, end) * 100,
    }


def drivers(claims: pd.DataFrame) -> pd.DataFrame:
    """For each result and driver the change from the base value: low_percent, high_percent.

    Every assumption is a driver that the results are reckoned with.
    """
    with assumptions.reading() as read:
        start = results(claims, "middle")
    known = assumptions.table()
    reckoned_with = [name for name in known if name in read]
    sides = [results(claims, side) for side in ("low", "high")]
    changes = {said("fig-drivers", "stocks"): sides}
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


def largest_driver(table: pd.DataFrame) -> tuple[str, str]:
    """The driver that moves any result most, and by how many percent from end to end, in words."""
    width = table["high_percent"] - table["low_percent"]
    return table.loc[width.idxmax(), "driver"], f"{width.max():.0f}"


def tell(table: pd.DataFrame) -> None:
    """Show which driver moves a result most; `table` as drivers."""
    driver, width = largest_driver(table)
    show.result("verdicts-driver", said("driver", driver=driver, width=width))


def show_chart(table: pd.DataFrame) -> None:
    """Show the chart of the changes; `table` as drivers."""
    figure, axes = charts.new(height=3.6)
    draw(axes, table)
    told = [
        said(
            "fig-drivers", "bar", result=r.result, driver=r.driver,
            low=f"{r.low_percent:+z.1f}", high=f"{r.high_percent:+z.1f}",
        )
        for r in table.itertuples()
    ]  # fmt: skip
    charts.worded(
        figure, "book", "fig-drivers", table, inputs(tables.claims()),
        driver=largest_driver(table)[0], bars="; ".join(told),
        results=words.number(table["result"].nunique()),
    )  # fmt: skip


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
    axes.set_xlabel(said("fig-drivers", "x"))
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)


def inputs(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that these results rest on."""
    stock = (claims["measure"] == "workers_abroad") & (claims["scope"] == "world")
    return claims[stock | claims["id"].isin(tables.judged("headline"))]


def deciding(moves: pd.DataFrame) -> tuple[Literal["none", "one", "several"], dict[str, str]]:
    """How many assumptions change a verdict at an end of their range. `moves` is that table."""
    known = assumptions.table()
    labels = [known[name]["label"] for name in known if name in set(verdicts(moves)["assumption"])]
    fills = {"some": words.number(len(labels)), "all": words.number(len(known)),
             "names": words.listed(labels)}  # fmt: skip
    return ("none", "one")[len(labels)] if len(labels) < 2 else "several", fills


def show_moves() -> None:
    """Show which assumptions change a verdict, and the table of all of them."""
    moves = tables.table("moves")
    show.result("verdicts-deciding", said("deciding", *deciding(moves)))
    show.worded(walked(moves), "book", "tab-assumptions", right=("value", "tried", "most"))


def verdicts(moves: pd.DataFrame) -> pd.DataFrame:
    """The rows of moves in which a verdict becomes another."""
    return moves[moves["verdict"] != ""]


def walked(moves: pd.DataFrame) -> pd.DataFrame:
    """Every assumption, one row each: what it is, its value and unit, what was tried, how many
    results move (at the end that moves more) and the verdicts that change."""
    found = []
    for name, row in assumptions.table().items():
        some = moves[(moves["assumption"] == name) & moves["kind"].isin(["result", "verdict"])]
        most = some.groupby("value").size().max() if len(some) else 0
        changed = [
            said(
                "tab-assumptions",
                "change",
                figure=blocks.measured(one.claim),
                verdict=blocks.escape(one.verdict),
                value=f"{one.value}",
            )
            for one in verdicts(some).itertuples()
        ]
        now = getattr(assumptions, name)  # the table's, unless a cell has changed it
        value, low, high = (_said(one) for one in (now, row["low"], row["high"]))
        tried = words.listed([end for end in (low, high) if end != value])
        unit = "" if row["unit"] == "rule" else row["unit"]
        found.append((row["label"], value, tried, unit, most, blocks.Markup("; ".join(changed))))
    columns = ["label", "value", "tried", "unit", "most", "changed"]
    return pd.DataFrame(found, columns=columns)


def _said(value: float | str) -> str:
    return value if isinstance(value, str) else words.number(value)

"""What the embargo is said to cost: totals on several bases, told and drawn."""

import pandas as pd
from matplotlib.ticker import MaxNLocator

from evidence import show
from evidence.ledger import tables
from evidence.show import charts, marks, say, words
from evidence.themes.diplomacy import embargo_losses
from evidence.weigh import voices

said = say.of("diplomacy")
FIG = "fig-diplomacy-losses"
STYLES = {
    "gold": (charts.VERMILION, "s-"),
    "current": (charts.BLUE, "o-"),
}
# where the name of each basis stands, and the labels of the totals judged to be labelled
NAMES = {
    "gold": (2021.2, 1330, "right"),
    "current": (2021.2, 215, "center"),
}
BESIDE = [(8, 4), (3, -11), (-8, 0), (-4, 10), (2, 10), (2, 10)]


def totals() -> pd.DataFrame:
    """Every total that is claimed."""
    rows = tables.claims(topic="context")
    return rows[rows["measure"].str.startswith("cumulative_embargo_losses")]


def by_basis() -> dict[str, pd.DataFrame]:
    """The totals of each basis by date (embargo_losses.closing); repeats add no point."""
    rows = totals()
    first = rows[~rows["id"].isin(tables.table("repeats")["claim"])]
    return {b: embargo_losses.closing(first[first["measure"].str.endswith(b)]) for b in STYLES}


def ratios() -> pd.DataFrame:
    """Totals by gold beside those at current prices: embargo_losses.times_larger."""
    basis = by_basis()
    return embargo_losses.times_larger(basis["gold"], basis["current"])


def factor() -> str:
    """How many times larger the totals by gold are, in words."""
    found = ratios()["ratio"]
    return words.spread((found.min(), found.max()), 1)


def tell() -> None:
    """Show who claims the totals, how their bases differ, and whether they are running sums."""
    rows, pairs = totals(), ratios()
    own = voices.origin_of(rows["attributed_to"]) == voices.CUBAN_STATE
    some = said("some of", some=f"{own.sum()}", all=f"{len(own)}")
    show.result("diplomacy-losses-own", some, list(rows["id"]))
    show.result("diplomacy-ratio", factor(), [*pairs["adjusted"], *pairs["current"]])
    before, after, year = (
        tables.claim(i)["value"]
        for i in (
            "cumulative-embargo-losses-current.cuba.2019-03.global-research",
            "cumulative-embargo-losses-current.cuba.2020-03.boltxe",
            "annual-embargo-losses.cuba.2020-03.boltxe",
        )
    )
    rise = said("billion", number=f"{(after - before) / 1e9:.2f}")
    show.result(
        "diplomacy-rise",
        rise,
        [
            "cumulative-embargo-losses-current.cuba.2019-03.global-research",
            "cumulative-embargo-losses-current.cuba.2020-03.boltxe",
        ],
    )
    outcome = embargo_losses.sums(after - before, year)
    show.result(
        "diplomacy-sums",
        said("sums", outcome),
        [
            "annual-embargo-losses.cuba.2020-03.boltxe",
            "cumulative-embargo-losses-current.cuba.2020-03.boltxe",
            "cumulative-embargo-losses-current.cuba.2019-03.global-research",
        ],
    )


def told_line(name: str, rows: pd.DataFrame) -> str:
    """The totals of one basis, in words, for the text in place of the chart."""
    points = [
        say.text("shared", "label", number=f"{r.value / 1e9:,.0f}", date=words.when(r.as_of[:7]))
        for r in rows.itertuples()
    ]
    return said(FIG, "line", basis=said(FIG, "bases", name), totals=", ".join(points))


def draw() -> None:
    """Show the chart of the totals."""
    basis = by_basis()
    figure, axes = charts.new(height=3.3)
    for name, (colour, mark) in STYLES.items():
        x, y = basis[name]["time"], basis[name]["value"] / 1e9
        axes.plot(x, y, mark, color=colour, ms=5, mec="white", mew=0.4, lw=1.2)
    drawn = pd.concat([basis[name] for name in STYLES])
    for claim_id, (dx, dy) in marks.beside("labelled-losses", BESIDE).items():
        row = drawn.set_index("id").loc[claim_id]
        billions = row["value"] / 1e9
        marks.label(axes, row["time"], billions, f"{billions:,.0f}", dx, dy)
    for name, (x, y, side) in NAMES.items():
        text = said(FIG, "names", name)
        axes.text(x, y, text, color=STYLES[name][0], ha=side, fontsize=9.5)
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.set(ylabel=said(FIG, "y"), ylim=(0, 2300), xlim=(2012.5, 2026))
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    lines = " ".join(told_line(name, rows) for name, rows in basis.items())
    charts.worded(figure, "diplomacy", FIG, drawn, factor=factor(), lines=lines)

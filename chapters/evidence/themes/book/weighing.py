"""How figures are weighed: who publishes them, hedges as intervals, an example, the thresholds."""

import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.show import charts, say, words
from evidence.weigh import calibrated, wordless

said = say.of("book")
SHARES = {
    "state": "cuban_state",
    "allied": "cuba_allied",
    "critical": "cuba_critical",
    "us": "us_government",
}
FLOW, STAY = 10_000.0, 2.0  # the worked example: people a year, years


def stakes() -> pd.Series:
    """The stake of each claim's publisher."""
    return tables.claims()["source_id"].map(tables.sources().set_index("source_id")["stake"])


def tell_publishers() -> None:
    """Show how many claims there are, and what share each side publishes."""
    claims, share = tables.claims(), stakes().value_counts(normalize=True) * 100
    show.result("claims-all", words.number(len(claims)))
    show.result("sources-all", words.number(claims["source_id"].nunique()))
    for name, stake in SHARES.items():
        show.result(f"{name}-share", said("in a hundred", share=f"{share[stake]:.0f}"))


def draw_publishers() -> None:
    """Show the chart of claims by the stake of their publisher."""
    used = stakes().value_counts()
    figure, axes = charts.new(height=2.9)
    names = [words.STAKES[stake] for stake in used.index]
    axes.barh(range(len(used)), used, color=charts.BLUE, height=0.65)
    for place, value in enumerate(used):
        axes.text(value + 1, place, f"{value}", va="center", fontsize=9)
    axes.set_yticks(range(len(used)), names)
    axes.set(ylim=(len(used) - 0.5, -0.5), xticks=[])
    axes.grid(visible=False)
    axes.spines["bottom"].set_visible(False)
    told = [
        said("fig-stakes", "count", who=name, number=f"{number}")
        for name, number in zip(names, used, strict=True)
    ]
    drawn = tables.claims()[["id", "measure", "source_id"]].assign(stake=stakes())
    charts.worded(figure, "book", "fig-stakes", drawn, first=names[0], counts=", ".join(told))


def show_hedges() -> None:
    """Show how hedges become intervals, by examples."""
    rows = bounds.with_bounds(tables.claims(id=tables.judged("hedge-examples")))
    table = pd.DataFrame(
        {
            "claim": rows["id"].map(show.claim),
            "hedge": rows["qualifier"].str.replace("_", " "),
            "low": rows["low"].map(words.number),
            "high": rows["high"].map(words.number),
        }
    )
    show.worded(table, "book", "tab-hedges", right=("low", "high"))


def percent(share: float) -> str:
    """A share (0 to 1) in percent."""
    return said("percent", share=words.number(share * 100))


def tell_example() -> None:
    """Show a worked example of stock, flow and stay."""
    show.result("example-flow", words.number(FLOW))
    show.result("example-stay", words.number(STAY))
    show.result("example-stock", words.spread(bounds.scale((FLOW, FLOW), STAY)))


def tell_thresholds() -> None:
    """Show where the calibrated words begin."""
    show.result("calibrated-medium", words.number(assumptions.evidence_medium))
    show.result("calibrated-robust", words.number(assumptions.evidence_robust))
    near = said("either grade", dict(zip(("one", "other"), calibrated.NEAR, strict=True)))
    show.result("calibrated-near", near)
    show.result("calibrated-half", percent(assumptions.agreement_medium))
    show.result("calibrated-most", percent(assumptions.agreement_high))


def tell_words() -> None:
    """Show the least numbers that words stand for (wordless)."""
    show.result("words-several", words.number(assumptions.several))
    show.result("words-hundreds", words.number(wordless.LEAST["hundreds"]))

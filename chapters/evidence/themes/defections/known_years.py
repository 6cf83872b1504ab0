"""Which years of the programme are known."""

import matplotlib.pyplot as plt
import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.show import charts, say, words
from evidence.themes.defections import parole, reading
from evidence.themes.defections.parole import YEARS

said = say.of("defections")


def all_years() -> pd.DataFrame:
    """Every year of the programme with what is stated for it: parole.programme_years."""
    return parole.programme_years(tables.claims(), tables.judged_parts("parole-years"))


def ids_of(series: pd.DataFrame) -> list[str]:
    """The claims that give the years their numbers."""
    return [claim_id for ids in series["ids"] for claim_id in ids]


def tell_known(series: pd.DataFrame) -> None:
    """Show which years have a number, and what those leave of the running total."""
    approved, ids = parole.headline("approvals"), ids_of(series)
    unknown = series.loc[series["low"].isna(), "year"]
    show.result("years-known", words.number(series["low"].notna().sum()), ids)
    show.result("years-unknown", words.listed([str(year) for year in unknown]))
    rest = parole.left_over(series, bounds.of(tables.claim(approved)))
    show.result("years-rest", words.spread(rest), [approved, *ids])


def tell_sum() -> None:
    """Show what the last year with a number and the running count before it come to together, and
    how far that is from the running count after it."""
    (before,), last, total = (
        tables.judged("parole-sum"), parole.headline("approvals of a year"),
        parole.headline("approvals"),
    )  # fmt: skip
    value = {claim_id: tables.claim(claim_id)["value"] for claim_id in (before, last, total)}
    both = value[before] + value[last]
    show.result("years-sum", words.number(both), [before, last])
    off = said("percent", share=f"{100 * abs(both / value[total] - 1):.1f}")
    show.result("years-sum-off", off, list(value))


def draw_bars(axes: plt.Axes, series: pd.DataFrame) -> None:
    """Bars for the years with a number (a lighter top where sources disagree); a dashed outline
    with a question mark for those without, as wide as the chart is high: nothing is known."""
    top = series["high"].max() * 1.18
    for row in series.itertuples():
        if pd.isna(row.low):
            axes.bar(row.year, top, width=0.8, fc="#F4F4F4", ec=charts.GREY, lw=0.6, ls=(0, (3, 3)))
            axes.text(row.year, top * 0.5, "?", ha="center", va="center", fontsize=12,
                      color=charts.GREY)  # fmt: skip
            continue
        axes.bar(row.year, row.low, width=0.8, color=charts.BLUE)
        if row.high > row.low:
            axes.bar(row.year, row.high - row.low, 0.8, row.low, fc="white", ec=charts.BLUE, lw=1)
        text = words.spread((row.low, row.high)).replace(" to ", "\nto ")
        axes.text(row.year, row.high + top * 0.02, text, ha="center", va="bottom", fontsize=8.5)
    axes.set(ylim=(0, top), xlim=(YEARS[0] - 0.6, YEARS[-1] + 0.6), xticks=list(YEARS))
    axes.set_xticks(list(YEARS), [f"’{year % 100:02d}" for year in YEARS])
    axes.set(xlabel=said("fig-years-parole", "x"), ylabel=said("fig-years-parole", "y"))


def told_years(series: pd.DataFrame) -> str:
    """Every year with what is stated for it: "2006: 11; 2008: not known"."""
    return "; ".join(
        said(
            "fig-years-parole", "told", year=str(row.year),
            stated=said("not known") if pd.isna(row.low) else words.spread((row.low, row.high)),
        )
        for row in series.itertuples()
    )  # fmt: skip


def draw_years(series: pd.DataFrame) -> None:
    """Show the chart of what is stated year by year."""
    figure, axes = charts.new(height=3.0)
    draw_bars(axes, series)
    title, fills = reading.fig_years_parole_title(series)
    charts.worded(
        figure, "defections", "fig-years-parole", series.assign(ids=series["ids"].map(" ".join)),
        tables.claims(id=ids_of(series)), title, years=told_years(series), **fills,
    )  # fmt: skip


def show_years(series: pd.DataFrame) -> None:
    """Show the claims that give each year its number."""
    labels, unknown = tables.measures().set_index("measure")["label"], said("not known")
    table = series.assign(
        year=series["year"].astype(str),
        stated=[
            show.Markup(", ".join(map(show.claim, ids))) if ids else unknown
            for ids in series["ids"]
        ],
        what=[
            "; ".join(dict.fromkeys(labels[tables.claim(i)["measure"]] for i in ids))
            for ids in series["ids"]
        ],
    )
    show.worded(table, "defections", "tab-years-parole")

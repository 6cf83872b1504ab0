"""The stated numbers abroad: whose they are, drawn over time, the peak and the two accounts."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds, flows
from evidence.show import charts, marks, say, words
from evidence.themes.abroad import abroad

said = say.of("abroad")
PLACES = [(6, 0), (6, 7), (-3, -26), (-6, -9), (-5, -12)]  # of the labels, in points
PEAK = (2014, 2018)  # the years in which the peak is looked for


def stated() -> pd.DataFrame:
    """All claims on health workers abroad worldwide, with `origin`."""
    rows = tables.claims(measure="workers_abroad", scope="world")
    known = tables.claims(), tables.sources(), tables.table("repeats")
    return rows.assign(origin=abroad.origins(rows, *known))


def dated() -> pd.DataFrame:
    """Those with a date, with their bounds."""
    return bounds.with_bounds(flows.dated(stated()))


def of(origin: str) -> pd.DataFrame:
    """Those of `dated` that go back to one origin."""
    rows = dated()
    return rows[rows["origin"] == origin]


def accounts() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The Cuban statements from 2019 to 2021, and the United States ones since 2019."""
    cuban, american = of(abroad.CUBAN_STATE), of(abroad.US_GOVERNMENT)
    recent = cuban[(cuban["time"] >= 2019) & (cuban["time"] < 2022)]
    return recent, american[american["time"] >= 2019]


def tell() -> None:
    """Show how many statements there are, and whose."""
    rows, all_rows = dated(), stated()
    american = of(abroad.US_GOVERNMENT)
    show.result("abroad-dated", words.number(len(rows)))
    first = f"{flows.stock_envelope(all_rows)['year'].min()}"
    show.result("abroad-first", first, list(rows.head(1)["id"]))
    show.result("abroad-undated", words.number(len(all_rows) - len(rows)))
    show.result("abroad-cuban", words.number(len(of(abroad.CUBAN_STATE))))
    show.result("abroad-us", words.number(len(american)), list(american["id"]))


def draw() -> None:
    """Show the chart of all dated statements, with the span of each year."""
    rows, envelope = dated(), flows.stock_envelope(stated())
    figure, axes = charts.new(height=3.9)
    axes.set(ylabel=said("fig-abroad-stock", "y"), ylim=(15, 62), xlim=(2002, 2031))
    axes.set_xticks(range(2005, 2026, 5))
    low, span = envelope["low"] / 1000, (envelope["high"] - envelope["low"]) / 1000
    axes.bar(envelope["year"] + 0.5, span, 0.9, low, color="#E1E8EE", ec="#E1E8EE", lw=2)
    abroad.draw(axes, rows, 1000)
    before = said("fig-abroad-stock", "before", year=f"{envelope['year'].min()}")
    axes.text(2002.3, 18, before, fontsize=8.5, style="italic")
    for claim_id, (dx, dy) in marks.beside("labelled-stock", PLACES).items():
        row = tables.claim(claim_id)
        at = flows.decimal_year(row["as_of"])
        marks.label(axes, at, row["value"] / 1000, marks.tell(row, 1000), dx, dy)
    last = of(abroad.CUBAN_STATE).iloc[-1]
    label = marks.tell(last, 1000, "label on two lines")
    marks.label(axes, last["time"], last["value"] / 1000, label, 0, 24)
    claimed = tables.claim("workers-abroad.2019.us-congress")
    ends = {"low": claimed["value"], "high": claimed["value_high"]}
    ends = {name: f"{end / 1000:.0f}" for name, end in ends.items()}
    marks.label(axes, 2022.0, 47, said("fig-abroad-stock", "american", ends), 6, 0)
    axes.legend(loc="upper left", frameon=False, fontsize=8.5, handletextpad=0.2, borderaxespad=0.2)
    charts.worded(
        figure, "abroad", "fig-abroad-stock", rows,
        title=abroad.fig_abroad_stock_title(abroad.least_distance(*accounts())),
        number=words.number(len(rows)), ranges=words.spelled(len(accounts()[1])).capitalize(),
        **ends, **ends_of(envelope),
    )  # fmt: skip


def ends_of(envelope: pd.DataFrame) -> dict[str, str]:
    """The years that a flows.stock_envelope spans, its lowest and its highest (thousand)."""
    lowest = envelope.loc[envelope["low"].idxmin()]
    highest = envelope.loc[envelope["high"].idxmax()]
    return {
        "year": f"{envelope['year'].min()}",
        "last_year": f"{envelope['year'].max()}",
        "highest": f"{highest['high'] / 1000:.1f}",
        "highest_year": f"{highest['year']:.0f}",
        "lowest": f"{lowest['low'] / 1000:.1f}",
        "lowest_year": f"{lowest['year']:.0f}",
    }


def tell_accounts() -> None:
    """Show when the peak can lie, and whether the two accounts conflict."""
    recent, ranges = accounts()
    clash = said("accounts", abroad.accounts(abroad.least_distance(recent, ranges)))
    show.result("abroad-clash", clash, [*ranges["id"], *recent["id"]])
    cuban = of(abroad.CUBAN_STATE)
    envelope, own = flows.stock_envelope(stated()), flows.stock_envelope(cuban)
    show.result("abroad-peak-years", abroad.span_of_years(abroad.peak_years(own)))
    show.result("abroad-peak-years-all", abroad.span_of_years(abroad.peak_years(envelope)))
    show.result("abroad-peak", words.spread(abroad.span(cuban[cuban["time"].between(*PEAK)])))
    every = range(envelope["year"].min(), envelope["year"].max())
    gaps = sorted(set(every) - set(envelope["year"]))
    show.result("abroad-gaps", words.listed([str(year) for year in gaps]))

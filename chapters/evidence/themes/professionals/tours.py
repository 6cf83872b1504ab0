"""Can the totals count people? The stay that each pair of official totals implies."""

import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon import flows, totals
from evidence.show import charts, marks, say, words
from evidence.themes.professionals import reading

said = say.of("professionals")
LONG = 24  # months, as most postings last at least
COLOURS = {"too short": charts.VERMILION, "possible": charts.BLUE, "too long": charts.GREY}


def stock() -> pd.DataFrame:
    """The stock of workers abroad by year, as flows.stock_envelope gives it."""
    return flows.stock_envelope(tables.claims(measure="workers_abroad", scope="world"))


def milestones() -> pd.DataFrame:
    """The official totals that are put to the test."""
    return tables.claims(id=tables.judged("milestones"))


def years() -> dict[str, str]:
    """The year that each of these totals speaks of, by claim id."""
    return dict(milestones().set_index("id")["as_of"].str[:4])


def tested() -> pd.DataFrame:
    """The flow-stock test of every pair of official totals: the columns of totals.implied_tours,
    with `longest`, the longest stay that the ends of the period allow (years)."""
    tests = totals.implied_tours(milestones(), stock())
    return tests.assign(longest=totals.longest_tours(tests, milestones(), stock()))


def missions_each() -> float:
    """Missions for each worker, as the source of the tested total has them."""
    sent = tables.claim("cumulative-missions.2018.adelante")["value"]
    return sent / tables.claim("cumulative-workers.2018.adelante")["value"]


def tell_stays() -> None:
    """Show which stays are documented, and which are taken as possible."""
    tours = tables.claims(measure="mission_tour_months")
    show.result("tours-documented", words.number(len(tours)), list(tours["id"]))
    long = tours["value"] >= LONG
    show.result("tours-long", words.number(long.sum()), list(tours[long]["id"]))
    show.result("tours-long-from", words.number(LONG))
    low, high = tours["value"].min(), tours[["value", "value_high"]].max().max()
    span = said("documented range", shortest=f"{low:.0f}", longest=f"{high:.0f}")
    show.result("tours-range", span)
    show.result("tour-choice", said("choice", reading.choice((low / 12, high / 12))))
    show.result("tour-low", words.number(assumptions.tour_low))
    show.result("tour-high", words.number(assumptions.tour_high))


def show_table(tests: pd.DataFrame) -> None:
    """Show what every pair implies."""
    when, rows, each = years(), list(tests.itertuples()), missions_each()
    pairs = [(show.claim(p.earlier), show.claim(p.later)) for p in rows]
    table = tests.assign(
        pair=[reading.period(when, p.earlier, p.later) for p in rows],
        totals=[show.Markup(said("period", start=a, end=b)) for a, b in pairs],
        years=[words.spread((p.years_low / 1000, p.years_high / 1000)) for p in rows],
        stay=[reading.stay((p.tour_low, p.tour_high)) for p in rows],
        finding=[said("judge", p.finding) for p in rows],
        posting=[reading.stay((p.tour_low / each, p.tour_high / each)) for p in rows],
        extreme=[said("at_most", *reading.at_most(p.longest)) for p in rows],
    )
    number = words.number(len(milestones()))
    right = ("years", "stay", "posting", "extreme")
    show.worded(table, "professionals", "tab-tours", right, number=number)


def draw(tests: pd.DataFrame) -> None:
    """Show the chart of the implied stays against those taken as possible."""
    pairs = [reading.period(years(), p.earlier, p.later) for p in tests.itertuples()]
    figure, axes = charts.new(height=3.4)
    axes.set(xscale="log", xlim=(0.1, 40), xlabel=said("fig-tours", "x"))
    axes.set_xticks([0.25, 0.5, 1, 2, 4, 10, 20], ["¼", "½", "1", "2", "4", "10", "20"])
    axes.minorticks_off()
    axes.axvspan(*assumptions.tour(), color="#DCE9F1", lw=0)
    lows, highs = tests["tour_low"], tests["tour_high"]
    marks.ranges(axes, pairs, lows, highs, tests["finding"].map(COLOURS))
    label = said("fig-tours", "range")
    axes.text(1.75, -0.45, label, fontsize=8.5, ha="center", va="bottom")
    drawn = tests.merge(milestones()[["id", "source_id"]], left_on="later", right_on="id")
    findings = [
        said("fig-tours", "pair", pair=pair, finding=said("judge", finding))
        for pair, finding in zip(pairs, tests["finding"], strict=True)
    ]
    charts.worded(
        figure, "professionals", "fig-tours", drawn,
        title=reading.fig_tours_title(tests), findings="; ".join(findings),
    )  # fmt: skip

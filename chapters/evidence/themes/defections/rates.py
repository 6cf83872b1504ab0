"""How many of those abroad: approvals against the worker-years that the stock allowed."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds, flows
from evidence.reckon.bounds import Interval
from evidence.show import say, words
from evidence.themes.defections import parole

said = say.of("defections")


def abroad(measure: str = "workers_abroad") -> pd.DataFrame:
    """The stock abroad by year, as flows.stock_envelope gives it."""
    return flows.stock_envelope(tables.claims(measure=measure, scope="world"))


def together(*ids: str) -> Interval:
    """All that claims of one thing allow."""
    return bounds.hull([bounds.of(tables.claim(i)) for i in ids])


def spans() -> dict[str, tuple[Interval, float, float]]:
    """Approvals with the start and the end of their time in decimal years, by a name.

    `since`: from the count of visas to the end of the last fiscal year with a count of its own;
    `before` and `last`: that year and the one before it.
    """
    approved, visas, last = (
        parole.headline(part) for part in ("approvals", "visas", "approvals of a year")
    )
    start = flows.decimal_year(tables.claim(visas)["as_of"])
    year = int(tables.claim(last)["date_end"][:4])
    end = year + 0.75  # a fiscal year ends with September
    before = together(*tables.judged("parole-years", str(year - 1)))
    return {
        "since": (bounds.subtract(together(approved), together(visas)), start, end),
        "before": (before, end - 2, end - 1),
        "last": (together(last), end - 1, end),
    }


def of_year(year: int) -> list[tuple[Interval, float, float]]:
    """What is stated for a year, with each time that it can be of: the fiscal year, which begins in
    October, or the calendar year."""
    events = together(*tables.judged("parole-years", str(year)))
    return [(events, year - 0.25, year + 0.75), (events, year, year + 1)]


def by_period() -> dict[str, list[tuple[Interval, float, float]]]:
    """What is counted by period, with each time that it can be of; in the order of time.

    Years whose kind no source tells can be of two; years without a number are left out.
    """
    since, start, _ = (times := spans())["since"]
    visas = together(parole.headline("visas"))
    (begun,) = tables.judged("parole-span", "start")
    begin = flows.decimal_year(tables.claim(begun)["date_start"])
    end = times["last"][2]
    return {
        "2007": of_year(2007),
        "first": [(visas, begin, start)],
        "2013": of_year(2013),
        "2014": [times["before"]],
        "2015": [times["last"]],
        "since": [(since, start, end)],
        "counted": [(together(parole.headline("approvals")), begin, end)],
    }


def show_by_period() -> None:
    """Show what is counted, the worker-years and the rate of every period with a number."""
    rows = []
    for name, times in by_period().items():
        years = bounds.hull([flows.worker_years(abroad(), *ends) for _, *ends in times])
        rate = bounds.hull([rate_of(*time) for time in times])
        rows.append({
            "period": said("tab-rates", "periods", name),
            "count": words.spread(times[0][0]),
            "years": words.spread((years[0] / 1000, years[1] / 1000)),
            "rate": words.spread(rate, 1),
        })  # fmt: skip
    right = ("count", "years", "rate")
    show.worded(pd.DataFrame(rows), "defections", "tab-rates", right)


def rate_of(events: Interval, start: float, end: float) -> Interval:
    """Events for each hundred worker-years of the time from start to end, in decimal years."""
    return flows.rate_per_hundred(events, flows.worker_years(abroad(), start, end))


def tell_rates() -> None:
    """Show how many were approved, how many worker-years there were, and the rates of each time."""
    times = spans()
    since, start, end = times["since"]
    ids = [parole.headline("approvals"), parole.headline("visas")]
    show.result("approvals-since", words.spread(since), ids)
    low, high = flows.worker_years(abroad(), start, end)
    thousands = said("thousand", years=words.spread((low / 1000, high / 1000)))
    show.result("parole-worker-years", thousands)
    show.result("rate-period", words.spread(rate_of(*times["since"]), 1), ids)
    stated = tables.judged("parole-years", "2014")
    show.result("rate-2014", words.spread(rate_of(*times["before"]), 1), stated)
    last = [parole.headline("approvals of a year")]
    show.result("rate-2015", words.spread(rate_of(*times["last"]), 1), last)

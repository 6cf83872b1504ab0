"""How much time the documented stocks allow in all, from 1960 to the total of 2018."""

import math

import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon import bounds, flows
from evidence.reckon.bounds import Interval
from evidence.show import say, words
from evidence.themes.professionals import reading, tours

said = say.of("professionals")
TESTED = "cumulative-workers.2018.adelante"  # the total, as it was first printed
STUDY_YEARS = 40.5  # 1960 to the middle of 2000, which the study's average is of
WAYS = ("linear", "previous", "next")  # how a stock runs between documented years


def first_year() -> str:
    """The first year with a documented stock."""
    return f"{tours.stock()['year'].min()}"


def parts() -> dict[str, Interval]:
    """Worker-years by part of the period, `all` last. From 2000 to the first documented stock
    anything from the early average to that stock is allowed."""
    stock = tours.stock()
    first, last = stock["year"].min() + 0.5, flows.decimal_year(tables.claim(TESTED)["as_of"])
    average = bounds.of(tables.claim("mean-workers-abroad-per-year.2000.wikipedia"))
    early = bounds.scale(average, STUDY_YEARS)
    gap = first - 2000.5
    between = (average[0] * gap, stock["low"].iloc[0] * gap)
    late = {way: flows.worker_years(stock, first, last, way) for way in WAYS}
    everything = bounds.add(bounds.add(early, between), bounds.hull(list(late.values())))
    return {"early": early, "between": between, **late, "all": everything}


def tell(allowed: dict[str, Interval]) -> None:
    """Show the worker-years in all, and for each person and each mission; `allowed` as parts."""
    show.result("years-first", first_year())
    study = ["mean-workers-abroad-per-year.2000.wikipedia", "cumulative-workers.2000.wikipedia"]
    average, workers = (tables.claim(i)["value"] for i in study)
    show.result("study-stay", words.number(average * math.floor(STUDY_YEARS) / workers), study)
    low, high = allowed["all"]
    thousands = words.spread((low / 1000, high / 1000))
    show.result(
        "years-all",
        said("thousand years", years=thousands),
        ["mean-workers-abroad-per-year.2000.wikipedia"],
    )
    person = bounds.divide(
        allowed["all"], bounds.of(tables.claim("cumulative-workers.2018.adelante"))
    )
    mission = bounds.divide(
        allowed["all"], (tables.claim("cumulative-missions.2018.adelante")["value"],) * 2
    )
    decides = said("whole", reading.whole(person, mission, assumptions.tour()))
    show.result(
        "years-decide",
        decides,
        [
            "mean-workers-abroad-per-year.2000.wikipedia",
            "cumulative-workers.2018.adelante",
            "cumulative-missions.2018.adelante",
        ],
    )
    show.result(
        "years-each-person",
        words.spread(person, 1),
        ["cumulative-workers.2018.adelante"],
    )
    show.result(
        "years-each-mission", words.spread(mission, 1), ["cumulative-missions.2018.adelante"]
    )


def show_table(allowed: dict[str, Interval]) -> None:
    """Show the worker-years of each part; `allowed` as parts."""
    fills = {"first": first_year(), "last": tables.claim(TESTED)["as_of"][:4]}
    rows = pd.DataFrame(
        {
            "period": [said("tab-years", name, fills) for name in allowed],
            "years": [words.spread((low / 1000, high / 1000)) for low, high in allowed.values()],
        }
    )
    show.worded(rows, "professionals", "tab-years", right=("years",))

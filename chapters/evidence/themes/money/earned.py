"""What Cuba is said to earn from health: what is so, beside the record and after it."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.reckon.bounds import Interval
from evidence.show import confidence, say, words
from evidence.themes.money import health_income, pay_sides, reading
from evidence.weigh import sure

said = say.of("money")


def tell_income(income: pd.DataFrame) -> None:
    """Show what the recorded sums say of plans and statements; rows of health_income.yearly."""
    shares = health_income.health_shares(income)
    span = words.spread((shares["share"].min(), shares["share"].max()))
    show.result("money-health-share", span, [*shares["services"], *shares["health"]])
    recorded = health_income.of_kind(income, health_income.RECORDED)
    planned = health_income.of_kind(income, health_income.PLANNED)
    inputs = [*planned["id"], *recorded["id"]]
    show.result("money-plan", said("plan", reading.plan(planned, recorded)), inputs)
    told = income[income["measure"].isin(tables.measures_in("said-of-health"))]
    known = told[told["time"].isin(set(recorded["time"]))]  # nothing tests a year without a record
    how = sure.held_against(known, health_income.lowest_to_highest(recorded))
    within = confidence.sentence(how, said("within the record"))
    show.result("money-income-sure", within, list(told["id"]))
    years = said("record_years", reading.record_years(sure.outside(told), recorded))
    show.result("money-income-years", years, list(told["id"]))


def of_one_sum() -> pd.DataFrame:
    """The claims of income that have the sum of the plan for 2014, with `when`, their year."""
    every = tables.claims(topic="revenue")
    same = every[
        every["value"]
        == tables.claim("health-services-income-planned-usd.cuba.2014-03.miami-herald")["value"]
    ]
    return same.assign(when=[pay_sides.money_year(row) for _, row in same.iterrows()])


def show_one_sum(income: pd.DataFrame) -> None:
    """Show where one sum appears, and how many of the sums above the record are that one."""
    told = health_income.said_of_health(income, set(tables.table("repeats")["claim"]))
    above, same = told[told["above"]], of_one_sum()
    show.result("money-above", words.number(len(above)), list(above["id"]))
    repeated = words.number(above["id"].isin(same["id"]).sum())
    show.result("money-above-same", repeated, list(same["id"]))
    same = same.sort_values(["when", "as_of", "id"], kind="stable")
    labels = tables.measures().set_index("measure")["label"]
    sources = tables.sources().set_index("source_id")
    table = same.assign(
        sum=same["id"].map(show.claim),
        what=same["measure"].map(labels).str.capitalize(),
        year=same["date_start"].str[:4].replace("", said("tab-money-sum", "no year")),
        published=same["source_id"].map(sources["published"]).str[:4],
        publisher=same["source_id"].map(sources["publisher"]),
    )
    show.worded(table, "money", "tab-money-sum")


def left_after(start: float, fall: float) -> float:
    """What a fall in percent leaves of a sum."""
    return start * (1 - fall / 100)


def last_year(recorded: pd.DataFrame) -> Interval:
    """All that is recorded for the last year on record; rows of health_income.yearly."""
    return health_income.lowest_to_highest(recorded[recorded["time"] == recorded["time"].max()])


def tell_after_record(income: pd.DataFrame) -> None:
    """Show how two statements about later years stand to the record and to each other."""
    later, start, fall = (
        tables.claim(i)
        for i in (
            "health-services-income.2025.sawt-falasteen",
            "health-services-income.2013.translating-cuba",
            "health-services-income-decline.2023.translating-cuba",
        )
    )
    last = last_year(health_income.of_kind(income, health_income.RECORDED))
    compared = said("later_sum", reading.later_sum(bounds.of(later), last))
    show.result(
        "money-later",
        compared,
        [
            "health-services-income.2025.sawt-falasteen",
            "health-services-exports.cuba.2022.diario-cuba",
        ],
    )
    left = left_after(start["value"], fall["value"])
    told = said("billions", sum=f"{left / 1e9:.1f}")
    show.result(
        "money-left",
        told,
        [
            "health-services-income.2013.translating-cuba",
            "health-services-income-decline.2023.translating-cuba",
        ],
    )
    show.result(
        "money-growth",
        f"{later['value'] / left:.1f}",
        [
            "health-services-income.2025.sawt-falasteen",
            "health-services-income.2013.translating-cuba",
            "health-services-income-decline.2023.translating-cuba",
        ],
    )

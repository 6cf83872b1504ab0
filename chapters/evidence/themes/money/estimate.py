"""What the recorded exports come to for each worker-year, and what of it reaches the worker."""

from typing import Literal

import numpy as np
import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon.estimates import earned, held_out, scenarios
from evidence.reckon.estimates.draws import drawn
from evidence.show import charts, estimates, say, words
from evidence.themes.money import health_income

said = say.of("money")
BILLION = 1e9
THOUSAND = 1e3


def models(known: pd.DataFrame) -> dict[str, tuple[scenarios.Model, float]]:
    """Each estimate by name: its model, and the number that it is held against.

    Exports for each worker-year (dollars) against the highest payment that is documented for one
    worker; the percentage of them that reaches the worker against the assumption `half`.
    """
    records = earned.recorded()
    some = earned.needed(known, records)

    def of(reckon: scenarios.Model) -> scenarios.Model:
        return lambda draw: reckon(draw, some, records)

    return {
        "exports": (of(earned.per_worker), float(earned.paid()["high"].max())),
        "reaches": (of(earned.reaches), assumptions.half),
    }


def tell(known: pd.DataFrame) -> None:
    """Show both estimates, and what is documented that hosts pay for one worker."""
    paid = earned.paid()
    records = list(tables.claims(measure=earned.RECORDED)["id"])
    for name, (model, least) in models(known).items():
        unit = THOUSAND if name == "exports" else 1.0
        fills = estimates.fills(scenarios.summary(model(drawn()), least), unit)
        fills["least"] = words.number(least / unit)
        told = said("fig-estimate-income", "told", name, fills)
        show.result(f"estimate-money-{name}", told, records)
    span = words.spread((paid["low"].min(), paid["high"].max()))
    show.result("estimate-money-paid", span, list(paid["id"]))


def by_year(known: pd.DataFrame) -> pd.DataFrame:
    """Each year on record: year, scenarios.summary of the exports for each worker-year of it."""
    records, draw = earned.recorded(), drawn()
    found = []
    least, some = float(earned.paid()["high"].max()), earned.needed(known, records)
    for year in records["year"]:
        one = earned.per_worker(draw, some, records[records["year"] == year])
        found.append({"year": f"{year}", **scenarios.summary(one, least)})
    return pd.DataFrame(found)


def show_years(known: pd.DataFrame) -> None:
    """Show the exports for each worker-year by year."""
    rows = by_year(known)
    told = [estimates.fills(row, THOUSAND) for row in rows.to_dict("records")]
    table = rows.assign(
        median=[fills["median"] for fills in told],
        interval=[said("tab-estimate-exports", "interval", low=f["low"], high=f["high"])
                  for f in told],
        chance=[fills["chance"] for fills in told],
    )  # fmt: skip
    least = words.number(models(known)["exports"][1] / THOUSAND)
    right = ("median", "interval", "chance")
    show.worded(table, "money", "tab-estimate-exports", right, least=least)


def show_scenarios(known: pd.DataFrame) -> None:
    """Show both estimates with other inputs."""
    printed = {
        "exports": ("tab-estimate-money-exports", THOUSAND),
        "reaches": ("tab-estimate-money-reaches", 1.0),
    }
    for name, (model, least) in models(known).items():
        key, unit = printed[name]
        caption = said(key, "caption", least=words.number(least / unit))
        estimates.scenarios_of(model, least, key, caption, unit)


def bands(known: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """The times of the documented stock, and low, median and high of a year's income at each."""
    ends = held_out.bands(earned.income(drawn(), known, earned.recorded()))
    return known["time"].to_numpy(), ends


def draw(known: pd.DataFrame) -> None:
    """Show what each year would have brought at the recorded rate, with every stated income."""
    model, least = models(known)["exports"]
    figure, axes = charts.new(height=3.6)
    times, ends = bands(known)
    estimates.band(axes, times, ends, charts.BLUE, unit=BILLION)
    income = health_income.all_income()
    kinds = [*tables.measures_in("said-of-health"), earned.RECORDED]
    rows = income[income["measure"].isin(kinds)]
    recorded = rows["measure"] == earned.RECORDED
    for some, mark, colour in ((rows[~recorded], "s", charts.VERMILION),
                               (rows[recorded], "o", charts.BLUE)):  # fmt: skip
        axes.plot(
            some["time"] + 0.5, some["value"] / BILLION, mark, color=colour, ms=5, mec="white"
        )
    axes.set(ylabel=said("fig-estimate-income", "y"), ylim=(0, 12), xlim=(2003, 2027))
    for name, (x, y) in {"stated": (2013.8, 10.9), "recorded": (2017.2, 3.6)}.items():
        colour = charts.BLUE if name == "recorded" else charts.VERMILION
        axes.text(x, y, said("fig-estimate-income", "kinds", name), color=colour, fontsize=9)
    charts.worded(
        figure, "money", "fig-estimate-income", estimates.as_rows(times, ends, "income"), rows,
        fig_estimate_income_title(scenarios.summary(model(drawn()), least)["chance"]),
        number=words.number(len(rows)),
    )  # fmt: skip


def show_check(known: pd.DataFrame) -> None:
    """Show the model beside sums that it was not given: each recorded one by the other years, and
    those that were planned or stated, by the year on record that is nearest to them."""
    records, draw = earned.recorded(), drawn()
    rows = sums(known, records)
    alone = earned.without_each(draw, earned.needed(known, records), records)
    years, every = known["time"].to_numpy(), earned.income(draw, known, records)
    found = []
    for row in rows.to_dict("records"):
        year = int(row["time"])
        place = int(np.abs(years - year - 0.5).argmin())
        draws = alone[year] if row["measure"] == earned.RECORDED else every[:, place]
        low, _, high = held_out.bands(draws[:, None])[:, 0] / BILLION
        interval = said("tab-estimate-exports", "interval", low=f"{low:.1f}", high=f"{high:.1f}")
        found.append((f"{year}", show.claim(row["id"]), row["measure"], interval,
                      held_out.lies(row["value"], draws)))  # fmt: skip
    table = pd.DataFrame(found, columns=["year", "sum", "kind", "interval", "finding"])
    recorded = table["kind"] == earned.RECORDED
    for name, some in {"recorded": table[recorded], "stated": table[~recorded]}.items():
        where = some["finding"].value_counts()
        fills = {"all": words.number(len(some))} | {
            way: words.number(where.get(way, 0)) for way in ("inside", "above", "below")
        }
        told = said("tab-estimate-income", "told", fills)
        show.result(f"estimate-money-{name}", told, list(rows["id"]))
    table["finding"] = [say.text("shared", "lies", finding) for finding in table["finding"]]
    table["kind"] = [said("fig-money-income", "kinds", kind) for kind in table["kind"]]
    show.worded(table, "money", "tab-estimate-income", right=("sum", "interval"))


def sums(known: pd.DataFrame, records: pd.DataFrame) -> pd.DataFrame:
    """The highest recorded sum of each year, and the sums planned or stated for health in the
    years of the documented stock: rows of health_income.yearly, in order of time."""
    income = health_income.all_income()
    kinds = tables.measures_in("said-of-health")
    stated = income[income["measure"].isin(kinds) & (income["time"] + 0.5 >= known["time"].min())]
    recorded = income[income["measure"] == earned.RECORDED]
    recorded = recorded[recorded["value"].isin(records["high"])].drop_duplicates("time")
    return pd.concat([recorded, stated]).sort_values(["time", "id"], kind="stable")


def fig_estimate_income_title(chance: float) -> Literal["fewer", "open", "as many"]:
    """Whether as much is on record for each worker as the highest payment documented."""
    return estimates.reach(chance)

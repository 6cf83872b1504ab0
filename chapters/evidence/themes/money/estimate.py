"""What the recorded exports come to for each worker-year, and what of it reaches the worker."""

import numpy as np
import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon.estimates import earned, held_out, scenarios, sent
from evidence.reckon.estimates.draws import Draw, drawn
from evidence.show import charts, estimates, marks, say, words
from evidence.themes.money import health_income

said = say.of("money")
BILLION = 1e9
THOUSAND = 1e3


def models() -> dict[str, tuple[scenarios.Model, float]]:
    """Each estimate by name: its model, and the number that it is held against.

    Exports for each worker-year (dollars) against the highest payment that is documented for one
    worker; the percentage of them that reaches the worker against the assumption `half`.
    """
    known, records = sent.documented(), earned.recorded()

    def of(reckon: scenarios.Model) -> scenarios.Model:
        return lambda draw: reckon(draw, known, records)

    return {
        "exports": (of(earned.per_worker), float(earned.paid()["high"].max())),
        "reaches": (of(earned.reaches), assumptions.half),
    }


def tell() -> None:
    """Show both estimates, and what is documented that hosts pay for one worker."""
    paid = earned.paid()
    records = list(tables.claims(measure=earned.RECORDED)["id"])
    for name, (model, least) in models().items():
        unit = THOUSAND if name == "exports" else 1.0
        fills = estimates.fills(scenarios.summary(model(drawn()), least), unit)
        fills["least"] = words.number(least / unit)
        told = said("fig-estimate-income", "told", name, fills)
        show.result(f"estimate-money-{name}", told, records)
    lowest, highest = paid["low"].min() / THOUSAND, paid["high"].max() / THOUSAND
    span = words.spread((lowest, highest))
    show.result("estimate-money-paid", span, list(paid["id"]))


def by_year() -> pd.DataFrame:
    """Each year on record: year, scenarios.summary of the exports for each worker-year of it."""
    known, records, draw = sent.documented(), earned.recorded(), drawn()
    found = []
    for row in records.itertuples():
        one = records[records["year"] == row.year]
        least = float(earned.paid()["high"].max())
        found.append({"year": f"{row.year}",
                      **scenarios.summary(earned.per_worker(draw, known, one), least)})  # fmt: skip
    return pd.DataFrame(found)


def show_years() -> None:
    """Show the exports for each worker-year by year."""
    rows = by_year()
    told = [estimates.fills(row, THOUSAND) for row in rows.to_dict("records")]
    table = rows.assign(
        median=[fills["median"] for fills in told],
        interval=[said("tab-estimate-exports", "interval", low=f["low"], high=f["high"])
                  for f in told],
        chance=[fills["chance"] for fills in told],
    )  # fmt: skip
    least = words.number(models()["exports"][1] / THOUSAND)
    right = ("median", "interval", "chance")
    show.worded(table, "money", "tab-estimate-exports", right, least=least)


def show_scenarios() -> None:
    """Show both estimates with other inputs."""
    units = {"exports": THOUSAND, "reaches": 1.0}
    for name, (model, least) in models().items():
        key = f"tab-estimate-money-{name}"
        caption = said(key, "caption", least=words.number(least / units[name]))
        estimates.scenarios_of(model, least, key, caption, units[name])


def bands() -> tuple[np.ndarray, np.ndarray]:
    """The times of the documented stock, and low, median and high of a year's income at each."""
    known = sent.documented()
    ends = held_out.bands(earned.income(drawn(), known, earned.recorded()))
    return known["time"].to_numpy(), ends


def draw() -> None:
    """Show what each year would have brought at the recorded rate, with every stated income."""
    figure, axes = charts.new(height=3.6)
    times, ends = bands()
    estimates.band(axes, times, ends, charts.BLUE, unit=BILLION)
    income = health_income.all_income()
    kinds = tables.measures_in("said-of-health") + [earned.RECORDED]
    rows = income[income["measure"].isin(kinds)]
    recorded = rows["measure"] == earned.RECORDED
    for some, mark, colour in ((rows[~recorded], "s", charts.VERMILION),
                               (rows[recorded], "o", charts.BLUE)):  # fmt: skip
        axes.plot(some["time"] + 0.5, some["value"] / BILLION, mark, color=colour, ms=5, mec="white")
    axes.set(ylabel=said("fig-estimate-income", "y"), ylim=(0, 12), xlim=(2003, 2027))
    for name, (x, y) in {"stated": (2013.8, 10.9), "recorded": (2022.9, 3.1)}.items():
        colour = charts.BLUE if name == "recorded" else charts.VERMILION
        axes.text(x, y, said("fig-estimate-income", "kinds", name), color=colour, fontsize=9)
    charts.worded(
        figure, "money", "fig-estimate-income",
        estimates.as_rows(times, ends, "income"), rows, number=words.number(len(rows)),
    )  # fmt: skip


def show_check() -> None:
    """Show how many stated incomes, of which the model was given none, lie in its band."""
    times, known = sent.documented()["time"].to_numpy(), sent.documented()
    draws = earned.income(drawn(), known, earned.recorded())
    income = health_income.all_income()
    rows = income[income["measure"].isin(tables.measures_in("said-of-health"))]
    rows = rows[rows["time"].between(times[0] - 0.5, times[-1])]
    found = []
    for row in rows.to_dict("records"):
        place = int(np.abs(times - row["time"] - 0.5).argmin())
        low, _, high = held_out.bands(draws[:, [place]])[:, 0] / BILLION
        finding = held_out.lies(row["value"], draws[:, place])
        interval = said("tab-estimate-exports", "interval", low=f"{low:.1f}", high=f"{high:.1f}")
        found.append((f"{row['time']:.0f}", show.claim(row["id"]), interval, finding))
    table = pd.DataFrame(found, columns=["year", "sum", "interval", "finding"])
    counts = table["finding"].value_counts()
    for name in ("inside", "above the interval", "below the interval"):
        some = counts.get(name.split()[0], 0)
        show.result(f"estimate-money-{name.split()[0]}", words.number(some), list(rows["id"]))
    table["finding"] = [say.text("shared", "lies", finding) for finding in table["finding"]]
    show.result("estimate-money-checked", words.number(len(rows)), list(rows["id"]))
    show.worded(table, "money", "tab-estimate-income", right=("sum", "interval"))

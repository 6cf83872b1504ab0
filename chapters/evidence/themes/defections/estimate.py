"""How many left through the parole programme, as people and as doctors, and how often."""

from typing import Literal

import numpy as np
import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon.estimates import held_out, left, scenarios, sent
from evidence.reckon.estimates.draws import drawn
from evidence.show import charts, estimates, marks, say, words
from evidence.themes.defections import counted

said = say.of("defections")
COLOURS = {"workers": charts.BLUE, "doctors": charts.VERMILION}


def models() -> dict[str, scenarios.Model]:
    """Health workers and doctors among the approvals of the whole programme."""
    counts = left.counts()
    return {
        "workers": lambda draw: left.workers(draw, left.approved(draw, counts)),
        "doctors": lambda draw: left.doctors(draw, counts),
    }


def ids() -> list[str]:
    """The claims that the estimates are reckoned from."""
    return [left.counts()[part] for part in ("visas", "approvals")]


def tell() -> None:
    """Show how many left, as health workers and as doctors, and the rate of each period."""
    documented = tables.claim(counted.DOCUMENTED)
    for name, model in models().items():
        found = scenarios.summary(model(drawn()), documented["value"])
        told = said("fig-estimate-left", "told", name, estimates.fills(found))
        show.result(f"estimate-left-{name}", told, [counted.DOCUMENTED, *ids()])


def rates(known: pd.DataFrame) -> pd.DataFrame:
    """Approvals for each hundred worker-years by period: scenarios.summary of each, with the chance
    that the second period had a higher rate than the first in `chance`."""
    draw, counts = drawn(), left.counts()
    when = left.dates(counts)
    found = {name: left.rate(draw, known, counts, when, name) for name in left.PERIODS}
    rows = [{"period": name, **scenarios.summary(rate, 0)} for name, rate in found.items()]
    return pd.DataFrame(rows).assign(chance=float((found["second"] > found["first"]).mean()))


def show_rates(known: pd.DataFrame) -> None:
    """Show the rates by period, and how likely it is that they rose."""
    rows = rates(known)
    table = rows.assign(
        period=[said("tab-estimate-rates", "periods", name) for name in rows["period"]],
        rate=[estimates.rounded(rate) for rate in rows["median"]],
        interval=[
            said("tab-estimate-rates", "interval", low=f"{r.low:.1f}", high=f"{r.high:.1f}")
            for r in rows.itertuples()
        ],
    )
    show.worded(table, "defections", "tab-estimate-rates", right=("rate", "interval"))
    for name in ("counted", "whole"):
        row = rows[rows["period"] == name].iloc[0].to_dict()
        fills = estimates.fills(row)
        ends = {end: fills[end] for end in ("median", "low", "high")}
        told = said("tab-estimate-rates", "told", name, ends)
        show.result(f"estimate-rate-{name}", told, ids())
    rose = estimates.fills(rows.iloc[0].to_dict())
    told = said("estimate rose", likely=rose["likely"], chance=rose["chance"])
    show.result("estimate-rate-rose", told, ids())


def show_scenarios(known: pd.DataFrame) -> None:
    """Show the doctors, and the rate of the whole programme, with other inputs.

    The rate is held against that of the second period; `known` as sent.documented.
    """
    documented = tables.claim(counted.DOCUMENTED)["value"]
    counts, busiest = left.counts(), rates(known).set_index("period")["median"]["second"]
    when = left.dates(counts)
    some = sent.near(known, when["start"], when["end"])
    held_against = {
        "tab-estimate-left": (models()["doctors"], documented),
        "tab-estimate-rate": (lambda draw: left.rate(draw, some, counts, when, "whole"), busiest),
    }
    for key, (model, least) in held_against.items():
        estimates.scenarios_of(
            model, least, key, said(key, "caption", number=words.number(round(least, 1)))
        )


def bands() -> dict[str, np.ndarray]:
    """Low, median and high of those who had left at each of left.dates."""
    draw = drawn()
    total = left.running(draw, left.counts())
    share = left.share_of_doctors(draw)
    workers = np.column_stack([left.workers(draw, some) for some in total.values()])
    of = {"workers": workers, "doctors": workers * share[:, None]}
    return {name: held_out.bands(table) for name, table in of.items()}


def draw() -> None:
    """Show the chart of what the model gives over time, with every running count on it."""
    figure, axes = charts.new(height=3.4)
    times, rows = np.array(list(left.dates(left.counts()).values())), []
    for name, ends in bands().items():
        estimates.band(axes, times, ends, COLOURS[name], unit=1000)
        axes.text(times[-1] + 0.1, ends[1][-1] / 1000, said("fig-estimate-left", "of", name),
                  color=COLOURS[name], fontsize=9, fontweight=600, va="center")  # fmt: skip
        rows.append(estimates.as_rows(times, ends, name))
    counts = tables.claims(measure=counted.MEASURES)
    running = counts[counts["date_start"].str.startswith("2006")]
    drawn_counts = marks.over_time(axes, running, unit=1000)
    value = tables.claim(counted.DOCUMENTED)["value"]
    axes.axhline(value / 1000, color=charts.GREY, lw=0.8, ls=(0, (4, 3)))
    marks.label(axes, times[0], value / 1000, said("fig-estimate-left", "article"), 0, 6)
    axes.set(ylabel=said("fig-estimate-left", "y"), xlim=(2006, 2020), ylim=(0, 10))
    marks.key(axes, "center left")
    charts.worded(
        figure, "defections", "fig-estimate-left", pd.concat(rows), drawn_counts,
        fig_estimate_left_title(scenarios.summary(models()["doctors"](drawn()), value)["chance"]),
        **{name: estimates.rounded(table["median"].iloc[-1])
           for name, table in zip(COLOURS, rows, strict=True)},
        number=words.number(len(drawn_counts)),
    )  # fmt: skip


def fig_estimate_left_title(chance: float) -> Literal["fewer", "open", "as many"]:
    """Whether as many doctors can have left as the article says."""
    return estimates.reach(chance)

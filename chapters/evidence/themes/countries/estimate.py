"""How many countries health workers have ever served in: from counts, and from who names which."""

from typing import Literal

import numpy as np
import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import flows
from evidence.reckon.estimates import held_out, scenarios, served
from evidence.reckon.estimates.draws import Draw, drawn
from evidence.show import charts, estimates, marks, say, words
from evidence.themes.countries import ever

said = say.of("countries")
DOCUMENTED = "pb-countries"
EVEN = 0.5  # the chance from which something is likelier than not
YEARS = np.arange(2000.5, 2026)


def models(named: pd.DataFrame) -> dict[str, scenarios.Model]:
    """The estimate for the date of the article, from each count that it may start from."""
    within, time = served.limits(named), flows.decimal_year(tables.claim(DOCUMENTED)["as_of"])

    def starting(base: str) -> scenarios.Model:
        return lambda draw: served.ever(draw, base, time, within)

    return {part: starting(base) for part, base in served.bases().items()}


def start() -> dict[str, str]:
    """The count that the estimate stands or falls with, in words: count, date."""
    claim = tables.claim(next(iter(served.bases().values())))
    return {"count": words.figure(claim), "date": words.when(claim["as_of"][: len("2014-05")])}


def whole(found: dict[str, float]) -> dict[str, str]:
    """estimates.fills of a summary of countries, which are counted whole."""
    return estimates.fills(found) | {e: f"{found[e]:.0f}" for e in ("low", "median", "high")}


def tell(named: pd.DataFrame) -> None:
    """Show the estimate, the floor that the names give, and the estimate from other counts."""
    least, bases = tables.claim(DOCUMENTED)["value"], served.bases()
    first, *others = models(named).items()
    found = scenarios.summary(first[1](drawn()), least)
    told = said("fig-estimate-countries", "told", whole(found) | start())
    show.result("estimate-countries", told, [DOCUMENTED, bases[first[0]]])
    both = served.lists(named)
    floor = scenarios.summary(served.recaptured(both, served.limits(named)[1]), least)
    fills = whole(floor) | {
        "own": words.number(both["own"].sum()),
        "other": words.number(both["other"].sum()),
        "both": words.number((both["own"] & both["other"]).sum()),
    }
    show.result("estimate-countries-floor", said("fig-estimate-countries", "floor", fills))
    found = {name: scenarios.summary(model(drawn()), least) for name, model in [first, *others]}
    show_starts(found)
    starts = said("starts_reaching", *starts_reaching(found))
    show.result("estimate-countries-starts", starts, [DOCUMENTED, *bases.values()])


def starts_reaching(
    found: dict[str, dict[str, float]],
) -> tuple[Literal["none", "one", "some", "all"], dict[str, str]]:
    """From which counts the estimate is likelier than not to reach the documented total, and how
    far its medians lie apart: scenarios.summary by the name of the count."""
    reached = [name for name, one in found.items() if one["chance"] >= EVEN]
    names = [said("tab-estimate-starts", "starts", name) for name in reached]
    medians = [one["median"] for one in found.values()]
    fills = {"lowest": f"{min(medians):.0f}", "highest": f"{max(medians):.0f}"}
    fills |= {"names": words.listed(names)} if names else {}
    if len(names) == len(found):
        return "all", fills
    return ("none", "one")[len(names)] if len(names) < 2 else "some", fills


def show_starts(found: dict[str, dict[str, float]]) -> None:
    """Show what the estimate comes to from each count: scenarios.summary by its name."""
    bases = served.bases()
    table = pd.DataFrame(
        [
            {
                "start": said("tab-estimate-starts", "starts", name),
                "count": show.claim(bases[name]),
                **whole(one),
            }
            for name, one in found.items()
        ]
    )
    table["interval"] = [
        said("tab-estimate-starts", "interval", low=low, high=high)
        for low, high in zip(table["low"], table["high"], strict=True)
    ]
    number = words.number(tables.claim(DOCUMENTED)["value"])
    right = ("count", "median", "interval", "chance")
    show.worded(table, "countries", "tab-estimate-starts", right, number=number)


def show_scenarios(named: pd.DataFrame) -> None:
    """Show the estimate with other inputs."""
    least, key = tables.claim(DOCUMENTED)["value"], "tab-estimate-countries"
    model = next(iter(models(named).values()))
    caption = said(key, "caption", number=words.number(least), date=start()["date"])
    estimates.scenarios_of(model, least, key, caption, digits=3)


def over_time(draw: Draw, named: pd.DataFrame) -> np.ndarray:
    """The estimate year by year, one row a draw."""
    base, within = next(iter(served.bases().values())), served.limits(named)
    return np.column_stack([served.ever(draw, base, year, within) for year in YEARS])


def draw(named: pd.DataFrame) -> None:
    """Show the chart of what the model gives by year, with every stated total on it."""
    figure, axes = charts.new(height=3.6)
    ends = held_out.bands(over_time(drawn(), named))
    model, least = next(iter(models(named).values())), tables.claim(DOCUMENTED)["value"]
    estimates.band(axes, YEARS, ends, charts.BLUE)
    drawn_totals = marks.over_time(axes, ever.stated())
    axes.set(ylabel=said("fig-estimate-countries", "y"), ylim=(20, 195), xlim=(1994, 2028.5))
    axes.text(2026, ends[1][-1], said("fig-estimate-countries", "band"), color=charts.BLUE,
              fontsize=9, fontweight=600, va="center")  # fmt: skip
    marks.key(axes)
    rows = estimates.as_rows(YEARS, ends, "countries")
    charts.worded(
        figure, "countries", "fig-estimate-countries", rows, drawn_totals,
        fig_estimate_countries_title(scenarios.summary(model(drawn()), least)["chance"]),
        last=f"{ends[1][-1]:.0f}", number=words.number(len(drawn_totals)), date=start()["date"],
    )  # fmt: skip


def show_check(named: pd.DataFrame) -> None:
    """Show the model beside totals that it was not given: later ones, and those of regions."""
    base, within = next(iter(served.bases().values())), served.limits(named)
    rows = flows.dated(ever.stated())
    rows = rows[rows["qualifier"] == "exact"].drop_duplicates("value")
    given = scenarios.given(next(iter(models(named).values()))) | set(served.bases().values())
    rows = rows[(rows["time"] >= YEARS[0]) & ~rows["id"].isin(given)]
    found = []
    for row in rows.to_dict("records"):
        draws = served.ever(drawn(), base, row["time"], within)
        low, _, high = held_out.bands(draws[:, None])[:, 0]
        interval = said("tab-estimate-starts", "interval", low=f"{low:.0f}", high=f"{high:.0f}")
        finding = said_lies(held_out.lies(row["value"], draws))
        found.append((words.when(row["as_of"]), show.claim(row["id"]), interval, finding))
    columns = ["date", "total", "interval", "finding"]
    table = pd.DataFrame(found, columns=columns)
    show.worded(table, "countries", "tab-estimate-check", right=("total", "interval"),
                date=start()["date"])  # fmt: skip
    regions = served.by_region(served.lists(named))
    told = [
        said("region check", region=r.region, stated=words.number(r.stated),
             named=words.number(r.named), floor=words.number(r.floor))
        for r in regions.itertuples()
    ]  # fmt: skip
    show.result("estimate-countries-regions", words.listed(told), list(regions["total"]))


def said_lies(finding: str) -> str:
    """Where a stated total lies, in words."""
    return say.text("shared", "lies", finding)


def fig_estimate_countries_title(chance: float) -> Literal["fewer", "open", "as many"]:
    """Whether health workers can have served in as many countries as the article says."""
    return estimates.reach(chance)

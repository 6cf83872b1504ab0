"""Cuba among all countries by doctors for the population, with and without those abroad."""

import pandas as pd

from evidence import assumptions, show
from evidence.reckon import ranks
from evidence.show import charts, say, words
from evidence.themes.home import home, home_charts, series

said = say.of("home")
FIG = "fig-home-rank"


def physicians() -> pd.DataFrame:
    """Doctors per 1,000 people of every country and year, in the table that has all countries."""
    return series.series(series.PHYSICIANS, None, "OD_GAPMINDER_SG")


def tell(years: pd.DataFrame) -> None:
    """Show Cuba's place in the latest year, and the places it can have without those abroad."""
    rows = physicians()
    latest = ranks.latest_year(rows, "CUB")
    values = rows[rows["year"] == latest].set_index("iso3")["value"]
    others = values.drop("CUB")
    place = ranks.rank(others, (values["CUB"], values["CUB"]))
    show.result("home-least", words.number(assumptions.least_countries))
    show.result("home-latest", str(latest))
    show.result("home-rank-latest", ranks.place_words(place))
    show.result("home-countries-latest", words.number(len(values)))
    show.result("home-rank-bounds", home.place_at_home(others, years, latest))


def stands(others: pd.Series, value: float) -> str:
    """Where a value stands among others, in words that follow "is"."""
    place = ranks.rank(others, (value, value))
    if place == (1, 1):
        return said(FIG, "highest")
    return said(FIG, "in place", place=ranks.place_words(place))


def draw(years: pd.DataFrame) -> None:
    """Show the chart of all countries in the last year for which doctors abroad were counted."""
    _, last = series.first_and_last(years)
    rows = physicians()
    crowd = rows[rows["year"] == last["year"]].sort_values("value", ascending=False, kind="stable")
    crowd = crowd.reset_index(drop=True)
    others, at_home = crowd.loc[crowd["iso3"] != "CUB", "value"], series.ends(last)
    counted = crowd.set_index("iso3")["value"]["CUB"]
    world = series.series(series.PHYSICIANS, "WLD").iloc[-1]
    figure, axes = charts.new(height=3.6)
    home_charts.draw_rank(axes, crowd, at_home, world)
    fills = {
        "place": ranks.place_words(ranks.rank(others, at_home)), "year": str(last["year"]),
        "dots": f"{len(crowd)}", "stands": stands(others, counted), "counted": f"{counted:.1f}",
        "left": words.spread(at_home, 1), "median": f"{crowd['value'].median():.1f}",
    }  # fmt: skip
    used = series.alone()
    used = used.loc[used["year"] == last["year"], ["id", "year", "value", "source_id"]]
    charts.worded(figure, "home", FIG, pd.concat([crowd, pd.DataFrame([world]), used]), **fills)

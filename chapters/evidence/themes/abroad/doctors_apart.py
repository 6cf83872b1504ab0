"""Doctors abroad, apart from other health workers: their share, and their rise and fall."""

from typing import Literal

import pandas as pd
from matplotlib.ticker import MaxNLocator

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon import bounds, doctors, flows
from evidence.reckon.bounds import Interval
from evidence.show import charts, doctor_words, marks, say, words
from evidence.themes.abroad import falls, shrinking
from evidence.themes.abroad.shrinking import percent, stated

said = say.of("abroad")
PLACES = [(-4, -12), (-4, -10), (6, 0), (-4, -10), (-4, -12)]  # of the labels, in points
SINCE = 2016  # from here on numbers said of doctors repeat those of all health workers


def shares() -> pd.DataFrame:
    """The share of Cuba's doctors that each number said of them would be: doctors.shares."""
    return doctors.shares(doctors.ledger_counts(), doctors.ledger_totals())


def alone(found: pd.DataFrame) -> pd.DataFrame:
    """Those of `shares` that are counts of doctors alone."""
    return found[found["finding"] == doctors.ALONE]


def ends(found: pd.DataFrame) -> Interval:
    """Lowest and highest share of doctors.shares (percent)."""
    return found["share_low"].min(), found["share_high"].max()


def fig_abroad_doctors_title(counts: pd.DataFrame, checked: pd.DataFrame) -> Literal["few", "most"]:
    """Whether few of the numbers said of doctors are counts of them alone."""
    return "few" if len(counts) * 2 < len(checked) else "most"


def tell() -> None:
    """Show which numbers are taken as counts of doctors, and what share of all doctors they are."""
    checked = doctors.ledger_counts()
    counts = alone(shares())
    later, ids = checked[checked["time"] >= SINCE], list(counts["id"])
    repeated = (later["finding"] == doctors.NOT_BELOW).sum()
    low, high = ends(counts)
    show.result("abroad-doctors-sentence", doctor_words.findings_sentence(checked))
    of_all = {"some": words.number(repeated), "all": words.number(len(later))}
    show.result("abroad-doctors-later", said("some of all", of_all), list(later["id"]))
    show.result("abroad-shares", percent((low, high)), ids)
    first, last = f"{counts['year'].min()}", f"{counts['year'].max()}"
    show.result("abroad-shares-years", said("run", "several", first=first, last=last), ids)
    show.result("abroad-shares-dates", words.number(counts["as_of"].nunique()), ids)
    show.result("abroad-beside", doctor_words.beside_sentence(counts), ids)
    show.result("abroad-window", words.number(assumptions.doctors_window))


def show_table() -> None:
    """Show every number said of doctors, and the share it would be."""
    rows, found = doctors.ledger_counts(), shares().set_index("id")
    spans = found[["share_low", "share_high"]].apply(tuple, axis=1).map(words.spread)
    table = rows.assign(
        date=rows["as_of"].map(words.when),
        figure=rows["id"].map(show.claim),
        share=rows["id"].map(spans).fillna(said("no total")),
    )
    show.worded(table, "abroad", "tab-abroad-doctors", right=("figure", "share"))


def draw() -> None:
    """Show the chart of the shares over time."""
    found, checked = shares(), doctors.ledger_counts()
    figure, axes = charts.new(height=3.4)
    axes.set(ylabel=said("fig-abroad-doctors", "y"), ylim=(0, 60))
    axes.set_xlim(found["time"].min() - 1.5, 2027.5)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 5, 10]))
    for row in found.itertuples():
        own = row.finding == doctors.ALONE
        colour = charts.BLUE if own else charts.GREY
        axes.vlines(row.time, row.share_low, row.share_high, colour, lw=2.2 if own else 1)
        middle = (row.share_low + row.share_high) / 2
        face = colour if own else "white"
        axes.plot(row.time, middle, "o" if own else "^", ms=5, color=colour, mfc=face)
    study = tables.claim("share-doctors-abroad.2009.monthly-review")
    at = flows.decimal_year(study["as_of"])
    axes.plot(at, study["value"], "x", color=charts.BLUE, ms=6)
    marks.label(axes, at, study["value"], said("fig-abroad-doctors", "study"), 3, 9)
    drawn = found.set_index("id")
    for claim_id, (dx, dy) in marks.beside("labelled-doctors-abroad", PLACES).items():
        if claim_id not in drawn.index:
            continue  # a narrow window may leave it without a total, and so without a share
        row = drawn.loc[claim_id]
        label = words.figure(tables.claim(claim_id))
        marks.label(axes, row["time"], row["share_low"], label, dx, dy)
    marks.label(axes, 2016.7, 55, said("fig-abroad-doctors", "hollow"), 8, 0)
    counts = alone(found)
    told = [
        said(
            "fig-abroad-doctors", "share", year=row.as_of[:4],
            share=percent((row.share_low, row.share_high)),
        )
        for row in counts.itertuples()
    ]  # fmt: skip
    charts.worded(
        figure, "abroad", "fig-abroad-doctors", pd.concat([found, tables.claims(id=study["id"])]),
        title=fig_abroad_doctors_title(counts, checked),
        left_out=words.number(len(checked) - len(found)), shares="; ".join(told),
        others=words.number(len(found) - len(counts)),
    )  # fmt: skip


def read(*ids: str) -> Interval:
    """Lowest to highest that these numbers of doctors abroad allow, as the chart reads them."""
    rows = doctors.ledger_counts().set_index("id").loc[list(ids)]
    return rows["low"].min(), rows["high"].max()


def tell_over_time(found: dict[str, Interval]) -> None:
    """Show how doctors rose and fell with the mission in Brazil; `found` as shrinking.pieces."""
    parts, fall = tables.judged_parts("doctors-over-time"), tables.judged_parts("fall-abroad")
    brazil_before = parts["Brazil in 2014"]
    peak, late = read(*parts["2014"]), read(*parts["March 2020"])
    rise = bounds.subtract(peak, read(*parts["2012 and 2013"]))
    doctors_fall = bounds.subtract(peak, late)
    others_then = bounds.subtract(shrinking.cuban("2014"), peak)
    others_late = falls.remainder(shrinking.eve(), [late])
    rest_fall = bounds.subtract(others_then, others_late)
    rise_share = doctors.percent(stated(*brazil_before), rise)
    fall_share = doctors.percent(found["brazil"], doctors_fall)
    rising = [*parts["2012 and 2013"], *parts["2014"], *brazil_before]
    since = [*parts["2014"], *parts["March 2020"]]
    both = [*since, *fall["Brazil"]]
    show.result("abroad-rise-share", percent(rise_share), rising)
    show.result("abroad-fall-share", percent(fall_share), both)
    show.result("abroad-beyond", said("beyond", falls.beyond(fall_share)), both)
    show.result("abroad-follows", said("follows", *falls.follows(rise_share, fall_share)))
    show.result("abroad-doctors-fall", said("fell", *falls.fell(doctors_fall)), since)
    of_others = [
        "workers-abroad.2014-09.radio-habana-cuba",
        *parts["2014"],
        *fall["by Cuban statements"][1:],
        *parts["March 2020"],
    ]
    show.result("abroad-rest-fall", said("fell", *falls.fell(rest_fall)), of_others)
    show.result("abroad-whose-fall", said("whose_fall", falls.whose_fall(rest_fall, doctors_fall)))

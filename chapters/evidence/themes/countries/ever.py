"""Countries ever served: what was stated when, and whether the total ever fell."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import flows, totals
from evidence.show import charts, marks, say, words
from evidence.themes.countries import verdict as verdicts
from evidence.weigh import sure

said = say.of("countries")
PLACES = [(-6, 0), (-6, 0), (-8, 6), (-7, 0), (8, 0), (4, 10)]  # of the labels, in points
MEASURE, OF_DOCTORS = "cumulative_countries", "cumulative_countries_doctors"
SINCE = "2018"  # the year in which the documented total was first stated


def stated() -> pd.DataFrame:
    """All claims on the countries ever served by health workers."""
    return tables.claims(measure=MEASURE, scope="world")


def counted(rows: pd.DataFrame) -> "pd.Series[str]":
    """What each total counts, in words: by its measure, or as it is judged to have counted."""
    labels = tables.measures().set_index("measure")["label"]
    otherwise = {ids[0]: part for part, ids in tables.judged_parts("counted-otherwise").items()}
    return rows["id"].map(otherwise).fillna(rows["measure"].map(labels))


def own() -> pd.DataFrame:
    """Those of them that the Cuban state has published."""
    state = tables.sources().query("stake == 'cuban_state'")["source_id"]
    rows = stated()
    return rows[rows["source_id"].isin(state)]


def falls() -> pd.DataFrame:
    """Pairs of the state's own statements of which the later is lower: totals.falls."""
    return totals.falls(sure.totals_once(own()))


def draw() -> None:
    """Show the chart of all dated totals."""
    figure, axes = charts.new(height=3.5)
    drawn = marks.over_time(axes, stated())
    for claim_id, (dx, dy) in marks.beside("labelled-countries", PLACES).items():
        row = tables.claim(claim_id)
        at = flows.decimal_year(row["as_of"])
        marks.label(axes, at, row["value"], marks.tell(row), dx, dy)
    axes.set(ylabel=said("fig-countries", "y"), ylim=(20, 195), xlim=(1994, 2028.5))
    marks.key(axes)
    told = [marks.tell(tables.claim(i)) for i in tables.judged("labelled-countries")]
    charts.worded(
        figure, "countries", "fig-countries", drawn,
        title=verdicts.fig_countries_title(falls()),
        number=words.number(len(drawn)), totals="; ".join(told),
    )  # fmt: skip


def judge() -> None:
    """Show how often the total fell, how deep, and the verdict on the documented one."""
    found, value = falls(), tables.claim("pb-countries")["value"]
    deepest = found.loc[found["drop"].idxmax()]
    show.result("countries-falls", words.number(len(found)))
    ends = [deepest.earlier, deepest.later]
    show.result("countries-deepest", words.number(deepest["drop"]), ends)
    how = sure.running_total(stated(), SINCE, value)
    outcome = verdicts.running_count(own(), SINCE, value, how)
    judged = say.parts("countries", "running_count", *outcome)
    inputs = [
        "cumulative-countries.2019-05.radio-habana-cuba",
        "cumulative-countries.2021-02-23.prensa-latina",
        "cumulative-countries.2022-05.prensa-latina",
    ]
    show.verdict("countries", "pb-countries", judged, how, said("true"), inputs, [])


def show_history() -> None:
    """Show every dated total but known repeats, and what it counts."""
    every = tables.claims(measure=[MEASURE, OF_DOCTORS], scope="world")
    history = flows.dated(sure.outside(every))
    publishers = tables.sources().set_index("source_id")["publisher"]
    table = history.assign(
        date=history["as_of"].map(words.when),
        total=history["id"].map(show.claim),
        counts=counted(history),
        whose=history["origin"].replace("", said("not known")),
        publisher=history["source_id"].map(publishers),
    )
    show.worded(table, "countries", "tab-history", right=("total",))


def tell_sectors() -> None:
    """Show how a count of all sectors stands to one of health alone, and what follows."""
    ids = [
        "cumulative-countries.2008.association-study-cuban",
        "cumulative-all-sector-countries.2008.association-study-cuban",
        "pb-countries",
    ]
    health, everyone = (tables.claim(i)["value"] for i in ids[:2])
    show.result("sectors-gap", words.number(everyone - health), ids[:2])
    ids = ["cumulative-countries.2014-05.radio-habana-cuba", ids[1],
           "cumulative-countries.2018.adelante"]  # fmt: skip
    dated = [(row["value"], int(row["as_of"][:4])) for row in map(tables.claim, ids)]
    show.result("sectors-sentence", said("sectors", *verdicts.sectors(*dated)), ids)

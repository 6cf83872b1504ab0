"""The deaths that were counted: a table, the rise of a year, and how sure it is."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.show import confidence, say, words
from evidence.themes.pandemic.brigade_totals import stated
from evidence.themes.pandemic.pandemic_deaths import beyond_official, deaths, excess
from evidence.weigh import calibrated, sure

said = say.of("pandemic")
ALL, OFFICIAL = (
    "all-cause-deaths.cuba.2021.translating-cuba",
    "covid-deaths-yearly.cuba.2021-12.translating-cuba",
)  # deaths of the year: from all causes, put down to COVID


def death_statements(names: dict[str, str]) -> pd.DataFrame:
    """The statements judged to be "listed-deaths", in the order of the ledger: columns of
    tab-deaths. `names` (by iso3) tell a country that is not Cuba."""
    rows = tables.claims(id=tables.judged("listed-deaths"))
    return rows.assign(
        what=[subject(row, names) for _, row in rows.iterrows()],
        until=rows["as_of"].map(words.when),
        number=rows["id"].map(show.claim),
        counted_by=rows["attributed_to"],
    )


def subject(claim: pd.Series, names: dict[str, str]) -> str:
    """What a claim is a number of, where, and in which unit if that does not go without saying."""
    what = tables.measure(claim["measure"])["label"].capitalize().replace("covid", "COVID")
    if claim["country_iso3"] != "CUB":
        what = said("tab-deaths", "elsewhere", what=what, country=names[claim["country_iso3"]])
    return said("tab-deaths", "percent", what=what) if claim["unit"] == "percent" else what


def show_table() -> None:
    """Show the deaths in the pandemic, official and estimated."""
    show.worded(
        death_statements(tables.country_names()), "pandemic", "tab-deaths", right=("number",)
    )


def before() -> list[float]:
    """The deaths of the years before, from all causes."""
    return [stated(claim_id) for claim_id in tables.judged("deaths-before")]


def tell_excess() -> None:
    """Show by how much deaths rose, in all and as a multiple of the official number."""
    ids, during, earlier = [*tables.judged("deaths-before"), ALL], stated(ALL), before()
    above = excess(during, earlier)
    multiple = bounds.divide(above, (stated(OFFICIAL),) * 2)
    show.result("pandemic-excess", words.spread(above), ids)
    show.result("pandemic-multiple", words.spread(multiple, 1), [*ids, OFFICIAL])
    both = words.number(during + earlier[1] - 2 * earlier[0])
    show.result("pandemic-excess-both", both, ids)
    sentence = said("deaths", deaths(multiple), year=tables.claim(ALL)["as_of"][:4])
    show.result("pandemic-deaths-sentence", sentence, [*ids, OFFICIAL])


def beyond_toll() -> bounds.Interval:
    """By how many deaths the year exceeds each year before and its official toll together.

    A difference of counts, at every number that their words allow.
    """
    during, official = (bounds.of(tables.claim(claim_id)) for claim_id in (ALL, OFFICIAL))
    earlier = bounds.hull([bounds.of(tables.claim(i)) for i in tables.judged("deaths-before")])
    return bounds.subtract(bounds.subtract(during, earlier), official)


def graded(beyond: bounds.Interval, reckoned: pd.DataFrame, fitting: set[str]) -> pd.Series:
    """How sure a rise beyond the toll is: where the counts decide it, as they do (decided), else by
    who has `reckoned` deaths anew (sure.of_ids)."""
    if beyond[0] > 0 or beyond[1] <= 0:
        return calibrated.decided(beyond[0] > 0)
    return sure.of_ids(reckoned, fitting)


def tell_sure() -> None:
    """Show how sure it is that deaths rose by more than the official toll."""
    reckoned = tables.claims(id=tables.judged("deaths-reckoned"))
    fitting = beyond_official(
        reckoned,
        max(before()),
        stated(OFFICIAL),
        stated("covid-deaths-cumulative.cuba.2022-05.cibercuba"),
    )
    how = graded(beyond_toll(), reckoned, fitting)
    counted = [*tables.judged("deaths-before"), ALL, OFFICIAL]
    inputs = counted if how["proof"] else list(reckoned["id"])
    show.result(
        "pandemic-deaths-sure", confidence.sentence(how, said("more than official")), inputs
    )

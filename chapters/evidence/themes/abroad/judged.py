"""The verdict on the documented number abroad in 2019."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.show import confidence, say, words
from evidence.themes.abroad import abroad, stock
from evidence.weigh import calibrated

said = say.of("abroad")
FIGURE = "pb-abroad-2019"


def same_year() -> pd.DataFrame:
    """What others state for the year of the documented number: rows of stock.dated."""
    rows, year = stock.dated(), tables.claim(FIGURE)["as_of"]
    return rows[rows["as_of"].str.startswith(year) & (rows["id"] != FIGURE)]


def judge() -> None:
    """Show the verdict, and what would follow if the United States figure were a count."""
    floor, rows = tables.claim(FIGURE), same_year()
    lone = bounds.with_bounds(calibrated.bearing(rows))
    second = abroad.second_hand(lone, tables.claims(), tables.table("repeats"))
    weighed = lone.assign(origin=lone["origin"].mask(second, abroad.CUBAN_STATE))
    fits, ids = lone["low"] >= floor["value"], list(lone["id"])
    american = abroad.american_origin(second[lone["origin"] == abroad.US_GOVERNMENT])
    show.result(
        "abroad-second-hand",
        said("american_origin", american),
        ["workers-abroad.2019.us-congress", "workers-abroad.2021.us-department-state"],
    )
    show.result("abroad-confidence-apart", confidence.word(calibrated.weigh(lone, fits)), ids)
    judged = say.parts("abroad", "stated_floor", *abroad.stated_floor(floor["value"], weighed))
    how, that = calibrated.weigh(weighed, fits), said("as many", year=floor["as_of"])
    show.verdict("abroad", FIGURE, judged, how, that, list(rows["id"]), ids)


def show_table() -> None:
    """Show what others state for that year, and where each stands against the floor."""
    floor, rows = tables.claim(FIGURE)["value"], same_year()
    against = [abroad.against(floor, (r.low, r.high)) for r in rows.itertuples()]
    publishers = tables.sources().set_index("source_id")["publisher"]
    table = rows.assign(
        figure=rows["id"].map(show.claim),
        date=rows["as_of"].map(words.when),
        publisher=rows["source_id"].map(publishers),
        against=[said("against", one) for one in against],
    )
    show.worded(table, "abroad", "tab-abroad-2019", right=("figure",))


def tell_same_number() -> None:
    """Show how many other statements have the documented number, and how many speak of 2020."""
    rows, value = stock.dated(), tables.claim(FIGURE)["value"]
    same = rows[(rows["value"] == value) & (rows["id"] != FIGURE)]
    show.result("abroad-same-number", words.number(len(same)), list(same["id"]))
    later = (same["time"] >= 2020).sum()
    show.result("abroad-same-2020", words.number(later), list(same["id"]))

"""Counts of the measures added under President Trump, and of visa restrictions."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.show import say, words
from evidence.themes.diplomacy import sanction_counts
from evidence.weigh import sure, voices

said = say.of("diplomacy")
FIGURE = "ge-sanctions"


def others() -> pd.DataFrame:
    """Every other count of these measures."""
    added = tables.claims(measure="sanctions_added")
    return added[(added["qualifier"] != "vague") & (added["id"] != FIGURE)]


def judge() -> None:
    """Show the verdict on the count, and how many statements of it name the Cuban state."""
    rows, figure = others(), tables.claim(FIGURE)
    how, ids = sure.held_against(rows, bounds.of(figure)), list(rows["id"])
    outcome = sanction_counts.one_counter(sure.outside(rows), how)
    judged = say.parts("diplomacy", "one_counter", *outcome)
    that = said("so many measures")
    show.verdict("diplomacy-sanctions", FIGURE, judged, how, that, [FIGURE, *ids], ids)
    own = voices.origin_of(rows["attributed_to"]) == voices.CUBAN_STATE
    some = said("some of", some=f"{own.sum()}", all=f"{len(own)}")
    show.result("diplomacy-sanctions-own", some, ids)


def tell_visas() -> None:
    """Show how many visa restrictions were announced, and for how many people were counted."""
    for name, measure in {
        "visas": "visa_restriction_event", "visas-counted": "named_officials_visas_revoked"
    }.items():  # fmt: skip
        rows = tables.claims(measure=measure)
        dates = words.number(rows["date_start"].nunique())
        show.result(f"diplomacy-{name}", dates, list(rows["id"]))


def show_counts() -> None:
    """Show the table of the counts of measures."""
    rows = pd.concat([tables.claims(id=[FIGURE]), others()])
    publishers = tables.sources().set_index("source_id")["publisher"]
    rows = rows.assign(
        measures=rows["id"].map(show.claim),
        printed=rows["as_of"].map(words.when),
        publisher=rows["source_id"].map(publishers),
        voice=rows["attributed_to"].replace("", said("nobody")),
    ).reset_index(drop=True)
    show.worded(rows, "diplomacy", "tab-diplomacy-sanctions")

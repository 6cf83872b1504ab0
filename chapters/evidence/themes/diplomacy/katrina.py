"""The doctors offered after Hurricane Katrina."""

from evidence import show
from evidence.ledger import tables
from evidence.show import say, words
from evidence.themes.diplomacy import offers
from evidence.weigh import sure

said = say.of("diplomacy")
FIGURE, WIRE = "pb-katrina-offer", "doctors-offered.united-states.2005-09.cuba-solidarity-campaign"
TOLD = [
    "doctors_offered",
    "offered_brigade_size",
    "contingent_founding_size",
    "contingent_founding_doctors",
]


def upper(text: str) -> str:
    """A text with its first letter as a capital."""
    return text[0].upper() + text[1:]


def judge() -> None:
    """Show the verdict on the offer, and how the number of a wire goes back to the team."""
    teams, figure = tables.claims(measure="offered_brigade_size"), tables.claim(FIGURE)["value"]
    reported, ids = teams["value"].mode().iloc[0], list(teams["id"])
    offered = tables.claims(measure=["offered_brigade_size", "doctors_offered"])
    how = sure.of_ids(offered, offers.of_one_count(figure, offered))
    judged = say.parts(
        "diplomacy", "offered", offers.offered(figure, reported, how),
        range=words.spread((offered["value"].min(), offered["value"].max())),
    )  # fmt: skip
    bears, that = list(offered["id"]), said("such an offer")
    show.verdict("diplomacy-katrina", FIGURE, judged, how, that, [FIGURE, *ids], bears)
    found = offers.rounding(tables.claim(WIRE)["value"], reported)
    show.result("diplomacy-wire", said("rounding", found), [WIRE, *ids])


def show_counts() -> None:
    """Show the table of what is stated of the team and of the contingent that came of it."""
    rows = tables.claims(measure=TOLD)
    day = rows["as_of"].where(rows["as_of"] != "", rows["date_start"])
    rows = rows.assign(day=day).sort_values(["day", "id"], kind="stable", ignore_index=True)
    labels = tables.measures().set_index("measure")["label"]
    rows = rows.assign(
        number=rows["id"].map(show.claim),
        what=rows["measure"].map(labels).map(upper),
        date=rows["day"].map(words.when),
        publisher=rows["source_id"].map(tables.sources().set_index("source_id")["publisher"]),
    )
    show.worded(rows, "diplomacy", "tab-diplomacy-katrina")

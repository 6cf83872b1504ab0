"""The first team in Italy: every count of it, and the verdict on the article's."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.show import say, words
from evidence.themes.pandemic import parts, team_arrivals
from evidence.themes.pandemic.brigade_totals import stated
from evidence.weigh import sure

said = say.of("pandemic")
TEAM = "pb-italy-team"  # the article's number


def counts() -> pd.DataFrame:
    """The claims on the size of the team, the article's among them."""
    return tables.claims(id=parts.arrived().query("country_iso3 == 'ITA'")["ids"].iloc[0])


def show_table() -> None:
    """Show every count of the team, with who published it and on whose word."""
    italy = counts()
    publishers = tables.sources().set_index("source_id")["publisher"]
    rows = italy.assign(
        members=italy["id"].map(show.claim),
        publisher=italy["source_id"].map(publishers),
        origin=italy["attributed_to"].replace("", said("tab-italy", "none")),
    )
    show.worded(rows.sort_values("members", kind="stable"), "pandemic", "tab-italy")


def judge() -> None:
    """Show the verdict on the article's number, and how many others have it."""
    italy, ours = counts(), tables.claim(TEAM)
    others = italy[italy["id"] != TEAM]
    ids = list(others["id"])
    clinical = set(tables.judged_parts("first-team-italy")) == {"clinical"}
    how = sure.held_against(others, bounds.of(ours))
    sizes = bounds.hull([bounds.of(row) for _, row in others.iterrows()])
    judged = say.parts("pandemic", "team_size", *team_arrivals.team_size(how, sizes, clinical))
    show.verdict("pandemic-italy", TEAM, judged, how, said("this size"), [TEAM, *ids], ids)
    same = f"{(others['value'] == ours['value']).sum()}"
    text = said("of the others", part=same, whole=f"{len(others)}")
    show.result("pandemic-italy-same", text, ids)
    rest = words.number(ours["value"] - stated("brigade-doctors-epidemic.italy.2020-06.cubasi"))
    show.result(
        "pandemic-italy-rest", rest, [TEAM, "brigade-doctors-epidemic.italy.2020-06.cubasi"]
    )

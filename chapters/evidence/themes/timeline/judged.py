"""The documented dates weighed: a verdict each, how sure it is, and on what it rests."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.show import confidence, say, words
from evidence.themes.timeline import dates, openings
from evidence.weigh import sure

said = say.of("timeline")
TABLE = "tab-timeline-verdicts"


def that_bear() -> pd.DataFrame:
    """The claims that bear, on whatever, and those of the documents."""
    claims = tables.claims()
    kept = sure.outside(claims)["id"]
    documented = claims["source_id"].isin(tables.judged("documents"))
    return claims[documented | claims["id"].isin(kept)]


def weighed() -> pd.DataFrame:
    """The documented dates with verdict, why and against (dates.weighed), and `how` sure they are
    that `that` is so: all from the claims that bear."""
    claims, countries = that_bear(), tables.table("countries")
    table, bears = dates.weighed(claims, countries), dates.bearing_on_dates(claims, countries)
    how = [sure.of_ids(tables.claims(id=r.bears), set(r.fits)) for r in bears.itertuples()]
    return table.assign(how=how, that=[said(TABLE, claim_id, "that") for claim_id in table["id"]])


def verdicts() -> None:
    """Show a table of the verdicts, and a record of each."""
    table = weighed()
    rows = table.assign(
        says=[said(TABLE, claim_id, "says") for claim_id in table["id"]],
        entry=table["id"].map(show.measured),
        verdict=table["verdict"].str.capitalize(),
        sure=[confidence.sentence(row.how, row.that) for row in table.itertuples()],
    )
    show.worded(rows, "timeline", TABLE)
    for row in table.itertuples():
        judged = {"verdict": row.verdict, "why": row.why}
        show.verdict(f"timeline-{row.id}", row.id, judged, row.how, row.that, [], row.against)


def brigade() -> None:
    """Show what "nearly" admits, and on whom the year of the Henry Reeve brigade rests."""
    every = dates.weighed(tables.claims(), tables.table("countries")).set_index("id")
    against = every.loc["pb-brigade-2005", "against"]
    founding = tables.claims(id=against).drop_duplicates("source_id")
    others = openings.outside(founding)
    nearly = bounds.of(tables.claim("pb-duration"))
    show.result("timeline-nearly", words.spread(nearly), ["pb-duration"])
    show.result("timeline-founding", words.number(len(founding)), list(founding["id"]))
    number = words.number(others) if others else said("none")
    show.result("timeline-founding-others", number)

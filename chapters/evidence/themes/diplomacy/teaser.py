"""Which vote the teaser on the page means."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.show import say, words
from evidence.themes.diplomacy import opponents, vote_counts, vote_sources, votes

said = say.of("diplomacy")
FOR, AGAINST = "ge-votes-for", "ge-votes-against"


def pair() -> tuple[float, float]:
    """The two counts that the teaser gives."""
    return tables.claim(FOR)["value"], tables.claim(AGAINST)["value"]


def fits() -> pd.DataFrame:
    """The votes with that pair of counts: vote_counts.years_with."""
    return vote_counts.years_with(votes.votes(), *pair())


def tell() -> None:
    """Show which votes fit, before and after the page, and whether an opponent's name helps."""
    years, page, numerals = fits()["session_year"], tables.claim("ge-sanctions"), tables.numerals()
    comment = vote_counts.last_comment(numerals[numerals["source_id"] == page["source_id"]])
    before, after = vote_counts.either_side(years, page["as_of"], comment)
    for name, found in {"fits": list(years), "before": before, "after": after}.items():
        text = words.listed([str(year) for year in found]) if found else said("none")
        show.result(f"diplomacy-{name}", text, [FOR, AGAINST])
    helps = vote_counts.name_helps(opponents.opposed(), years)
    show.result("diplomacy-opponents", said("name_helps", helps))
    show.result("diplomacy-comment", words.when(comment))


def judge() -> None:
    """Show the verdict on the pair of counts."""
    found = fits()
    judged = say.parts("diplomacy", "undated_vote", vote_counts.undated_vote(found))
    how = vote_sources.sure_of_pair(votes.votes(), list(found["session_year"]), *pair())
    that = said("had those counts")
    show.verdict("diplomacy-votes", FOR, judged, how, that, [AGAINST], [FOR, AGAINST])

"""Whether the teams that are known make the whole that is stated."""

import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.show import say, words
from evidence.themes.pandemic import team_arrivals
from evidence.themes.pandemic.brigade_totals import difference, out_of, room

said = say.of("pandemic")


def arrived() -> pd.DataFrame:
    """Every arrival of a team against an epidemic (team_arrivals.arrivals)."""
    measures = ["brigade_size_epidemic", "brigade_doctors_epidemic"]
    return team_arrivals.arrivals(tables.claims(measure=measures))


def tell_teams() -> None:
    """Show how many people the known teams come to, and whether that can be the total."""
    covid = arrived().query("when >= '2020'")
    # a total for Mexico before December 2020
    mexico = bounds.of(tables.claim("pandemic-workers-sent.mexico.2020.oncuba-news"))
    teams = bounds.add((covid["lowest"].sum(), covid["highest"].sum()), mexico)
    counts = {"arrivals": len(covid), "countries": covid["country_iso3"].nunique()}
    text = said("arrivals", {name: f"{count}" for name, count in counts.items()})
    show.result("pandemic-teams", text)
    ids = ["pandemic-workers-sent.mexico.2020.oncuba-news", *covid["ids"].explode()]
    show.result("pandemic-teams-sum", words.spread(teams), ids)
    outcome = team_arrivals.enough(
        teams, bounds.of(tables.claim("pandemic-workers-sent.2023-05.cuban-foreign-ministry"))
    )
    show.result(
        "pandemic-teams-sentence",
        said("enough", outcome),
        ["pandemic-workers-sent.2023-05.cuban-foreign-ministry"],
    )


def tell_contingent() -> None:
    """Show how the Henry Reeve contingent grew, and whether the pandemic's total fits in."""
    pair = [
        "hr-brigades-total.henry-reeve.2022-05.agencia-cubana-noticias",
        "pandemic-brigades-sent.2023-05.agencia-cubana-noticias",
    ]
    show.result("pandemic-hr-brigades", words.spread(difference(*pair)), pair)
    grown, pair = (
        difference(
            "hr-workers-total.henry-reeve.2022-05.agencia-cubana-noticias",
            "hr-workers-total.henry-reeve.2017-01.cuba-inside-world",
        ),
        [
            "hr-workers-total.henry-reeve.2022-05.agencia-cubana-noticias",
            "hr-workers-total.henry-reeve.2017-01.cuba-inside-world",
        ],
    )
    show.result("pandemic-hr-workers", words.spread(grown), pair)
    outcome = room(
        bounds.subtract(
            grown, bounds.of(tables.claim("pandemic-workers-sent.2023-05.cuban-foreign-ministry"))
        )
    )
    show.result(
        "pandemic-hr-room",
        said("room", outcome),
        [*pair, "pandemic-workers-sent.2023-05.cuban-foreign-ministry"],
    )


def show_disputed() -> None:
    """Show every arrival for which sources disagree, and how many those are."""
    every = arrived()
    twice = every[every["sources"] > 1]
    split = twice[~twice["agree"]].sort_values(["when", "country_iso3"], kind="stable")
    show.worded(team_arrivals.sizes_table(split), "pandemic", "tab-teams")
    show.result("pandemic-gap", words.number(assumptions.arrival_days))
    show.result("pandemic-disputed", out_of(len(split), len(twice)))
    show.result("pandemic-once", f"{len(every) - len(twice)}")
    gap = words.number((split["highest"] - split["lowest"]).median())
    show.result("pandemic-gap-median", gap, list(split["ids"].explode()))


def tell_ebola() -> None:
    """Show what the Ebola teams come to, and how many later counts have that number."""
    ebola = tables.claims(id=tables.judged("ebola-teams"))
    later = tables.claims(measure="ebola_workers")
    same = (later["value"] == ebola["value"].sum()).sum()
    show.result("pandemic-ebola-later", out_of(same, len(later)), list(later["id"]))
    show.result("pandemic-ebola-sum", words.number(ebola["value"].sum()), list(ebola["id"]))

"""What the test of the totals comes to, and the verdict on the documented figure."""

import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon import totals
from evidence.show import say, words
from evidence.themes.professionals import reading, stated, tours
from evidence.themes.professionals import verdict as verdicts
from evidence.weigh import calibrated, sure

said = say.of("professionals")
# the total that the article's figure goes back to
TESTED = "cumulative-workers.2019-05.radio-habana-cuba"


def verdict() -> None:
    """Show the verdict on the article's total, and how many totals it was weighed against."""
    bear = sure.outside(stated.totals())
    others = totals.beside(bear, tables.claim(TESTED), tours.stock())
    how = calibrated.weigh(others, ~others["finding"].isin(["too short", "fell"]))
    judged = say.parts("professionals", "people_total", verdicts.people_total(how))
    that, bears = said("different people"), list(others["id"])
    show.verdict("professionals", "pb-professionals", judged, how, that, [TESTED], bears)
    show.result("professionals-tested", words.number(len(others)), bears)


def findings(tests: pd.DataFrame) -> None:
    """Show what single pairs of totals say, and all of them together."""
    when, least, ids = tours.years(), assumptions.tour_low, list(tours.milestones()["id"])
    pairs = {name: tuple(ids) for name, ids in tables.judged_parts("total-pairs").items()}
    by_pair = tests.set_index(["earlier", "later"], drop=False)
    for name, pair in pairs.items():
        told = said("stay_measured", *reading.stay_measured(by_pair.loc[pair], when))
        show.result(f"tour-from-{name}", told, list(pair))
    earlier = said("earlier_totals", reading.earlier_totals(tests, TESTED))
    show.result("tour-earlier-totals", earlier, [TESTED])
    show.result("tour-edges", said("edges", *reading.edges(tests, when, least)), ids)
    last = pairs["2021"]
    show.result("tour-rise", said("rise", reading.rise(by_pair.loc[last])), list(last))
    show.result(
        "professionals-clash", said("total_clash", *reading.total_clash(tests, when, least)), ids
    )


def missions() -> None:
    """Show how totals of missions stand to totals of people, and how long short missions are."""
    stays = tables.claims(measure="brigade_stay_months")
    span = words.spread((stays["value"].min(), stays["value"].max()))
    show.result("stays-pandemic", span, list(stays["id"]))
    for year, people, sent in (
        ("2018", "cumulative-workers.2018.adelante", "cumulative-missions.2018.adelante"),
        (
            "2020",
            "cumulative-workers.2020-05.solidariedade-cuba-rj",
            "cumulative-missions.2020-05.solidariedade-cuba-rj",
        ),
    ):
        each = tables.claim(sent)["value"] / tables.claim(people)["value"]
        show.result(f"missions-each-{year}", f"{each:.2f}", [people, sent])
    gap = (
        tables.claim("cumulative-workers.2022-05-23.prensa-latina-a")["value"]
        - tables.claim("cumulative-missions.2018.adelante")["value"]
    )
    show.result(
        "missions-gap",
        words.number(gap),
        ["cumulative-workers.2022-05-23.prensa-latina-a", "cumulative-missions.2018.adelante"],
    )

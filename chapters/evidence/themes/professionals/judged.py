"""What the test of the totals comes to, and the verdict on the documented figure."""

import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon import totals
from evidence.show import confidence, say, words
from evidence.themes.professionals import every_doctor, reading, stated, tours
from evidence.themes.professionals import verdict as verdicts
from evidence.weigh import calibrated, sure

said = say.of("professionals")
# the total that the article's figure goes back to, as it was first printed
TESTED = "cumulative-workers.2018.adelante"


def verdict() -> None:
    """Show the verdict on the article's total, and how many totals it was weighed against."""
    bear = sure.outside(stated.totals())
    others = totals.beside(bear, tables.claim(TESTED), tours.stock())
    how = calibrated.weigh(others, ~others["finding"].isin(["too short", "fell"]))
    over, that, bears = every_doctor.excess(), said("different people"), list(others["id"])
    show.result("professionals-tested", words.number(len(others)), bears)
    show.result("professionals-room", confidence.sentence(how, said("room for people")), bears)
    judged = say.parts("professionals", "people_total", verdicts.people_total(over, how))
    if over[0] > 0:
        how, bears = calibrated.decided(holds=False), tables.judged("every-doctor")
    show.verdict("professionals", "pb-professionals", judged, how, that, [TESTED], bears)


def findings(tests: pd.DataFrame) -> None:
    """Show what single pairs of totals say, and all of them together."""
    when, least, ids = tours.years(), assumptions.tour_low, list(tours.milestones()["id"])
    pairs = {name: tuple(ids) for name, ids in tables.judged_parts("total-pairs").items()}
    pairs["stale"] = (pairs["2008"][0], pairs["2014"][0])
    by_pair = tests.set_index(["earlier", "later"], drop=False)
    for name, pair in list(pairs.items())[:-1]:
        told = said("stay_measured", *reading.stay_measured(by_pair.loc[pair], when))
        show.result(f"tour-from-{name}", told, list(pair))
    short_of = by_pair.loc[pairs["2008"]]
    each = tours.missions_each()
    posting = reading.stay((short_of["tour_low"] / each, short_of["tour_high"] / each))
    show.result("tour-posting", posting, list(pairs["2008"]))
    older = by_pair.loc[pairs["stale"]]
    show.result("tour-stale", said("stale", reading.stale(older)), tables.judged("stale"))
    earlier = said("earlier_totals", reading.earlier_totals(tests, TESTED))
    show.result("tour-earlier-totals", earlier, [TESTED])
    show.result("tour-edges", said("edges", *reading.edges(tests, when, least)), ids)
    last = pairs["2021"]
    show.result("tour-rise", said("rise", reading.rise(by_pair.loc[last])), list(last))
    show.result(
        "professionals-clash", said("total_clash", *reading.total_clash(tests, when, least)), ids
    )


def sectors(tests: pd.DataFrame) -> None:
    """Show what the total would mean as a count of workers of all sectors."""
    health, everyone = (tables.judged("sectors-of-people", p)[0] for p in ("health", "all sectors"))
    row = tests.set_index(["earlier", "later"]).loc[(health, TESTED)]
    new = tables.claim(TESTED)["value"] - tables.claim(everyone)["value"]
    stay = (row["years_low"] / new, row["years_high"] / new)
    inputs = [health, everyone, TESTED]
    show.result("sectors-new", words.number(new), inputs[1:])
    told = reading.sectors_of_people((row["tour_low"], row["tour_high"]), stay)
    show.result("sectors-people", said("sectors_of_people", *told), inputs)


def missions(tests: pd.DataFrame) -> None:
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
    pair = ["cumulative-workers.2022-05-23.prensa-latina-a", "cumulative-missions.2018.adelante"]
    people, sent = (tables.claim(i)["value"] for i in pair)
    show.result("missions-gap", words.number(people - sent), pair)
    rise = tests.set_index(["earlier", "later"], drop=False).loc[(TESTED, pair[0])]
    show.result("missions-reading", said("as_people", reading.as_people(rise)), pair)

"""The verdict on the documented number, and how sure the count behind it is."""

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.show import confidence, say
from evidence.themes.defections import counted, parole
from evidence.themes.defections import verdict as verdicts
from evidence.weigh import sure

said = say.of("defections")


def judge_number() -> None:
    """Show the verdict, and how sure it is that so many applications were approved."""
    ids = (counted.DOCUMENTED, parole.headline("approvals"))
    documented, counted_one = (tables.claim(i) for i in ids)
    value, found = documented["value"], counted_one["value"]
    outcome = verdicts.counted_otherwise(value, found, counted.same_unit())
    judged = say.parts("defections", "counted_otherwise", outcome)
    counts = tables.claims(measure="doctors_defected")
    stated = bounds.of(documented)
    how, that = sure.of_ids(counts, sure.within(counts, stated)), said("so many left")
    show.verdict(
        "defections",
        ids[0],
        judged,
        how,
        that,
        [ids[1], "parole-dependant-age-limit.united-states.2017-01.uscis"],
        [],
    )
    approved = tables.claims(measure=["parole_approvals", "parole_personnel_approved"])
    approved = approved[approved["date_start"].str.startswith("2006")]
    how = sure.of_ids(approved, sure.within(approved, stated))
    told = confidence.sentence(how, said("so many approved"))
    show.result("defections-count-sure", told)

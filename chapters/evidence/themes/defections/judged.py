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
    """Show the verdict with how sure the number is, and how sure its label is."""
    ids = (counted.DOCUMENTED, parole.headline("approvals"))
    documented, counted_one = (tables.claim(i) for i in ids)
    stated = bounds.of(documented)
    outcome = verdicts.counted_otherwise(stated, counted_one["value"], counted.same_unit())
    judged = say.parts("defections", "counted_otherwise", outcome)
    approved = tables.claims(measure=["parole_approvals", "parole_personnel_approved"])
    approved = approved[approved["date_start"].str.startswith("2006")]
    doctors = tables.claims(measure="doctors_defected")
    number, label = (sure.held_against(rows, stated) for rows in (approved, doctors))
    inputs = [ids[1], "parole-dependant-age-limit.united-states.2017-01.uscis"]
    bears = list(sure.outside(approved)["id"])
    that = said("so many approved")
    show.verdict("defections", ids[0], judged, number, that, inputs, bears)
    show.result("defections-label-sure", confidence.sentence(label, said("so many left")))

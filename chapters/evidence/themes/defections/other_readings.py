"""What if the number means something else? The approvals under each reading of them."""

import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.reckon.bounds import Interval
from evidence.show import say, words
from evidence.themes.defections import counted, parole, rates, reading

said = say.of("defections")


def share_of_doctors() -> Interval:
    """The share of doctors among the health workers abroad from 2011 to 2015."""
    return parole.doctor_share(rates.abroad("doctors_abroad"), rates.abroad(), 2011, 2015)


def all_readings() -> pd.DataFrame:
    """How many left by January 2016 under each reading: parole.people_by_reading."""
    approved = bounds.of(tables.claim(parole.headline("approvals")))
    return parole.people_by_reading(approved, share_of_doctors())


def tell_readings(people: pd.DataFrame) -> None:
    """Show what the readings mean for the article's number, and what they rest on."""
    ids = [parole.headline("approvals"), counted.DOCUMENTED]
    approved, claimed = (bounds.of(tables.claim(i)) for i in ids)
    reached = said("doctors_reach", *reading.doctors_reach(people, claimed))
    show.result("readings-sentence", reached, ids)
    low, high = share_of_doctors()
    show.result("readings-share", said("percent", share=words.spread((low * 100, high * 100))))
    share = words.spread(parole.needed(approved, claimed))
    show.result("readings-needed", said("percent", share=share), ids)
    family = assumptions.family()
    digits = 1 if any(end % 1 for end in family) else 0
    show.result("readings-family", words.spread(family, digits))


def rates_by_reading(events: Interval, start: float, end: float) -> list[str]:
    """The rate of a time under each reading, in words; the times are those of rates.spans."""
    people = parole.people_by_reading(events, share_of_doctors())
    return [
        words.spread(rates.rate_of((r.low, r.high), start, end), 1) for r in people.itertuples()
    ]


def show_readings(people: pd.DataFrame) -> None:
    """Show how many left under each reading, and at what rate."""
    claimed, times = bounds.of(tables.claim(counted.DOCUMENTED)), rates.spans()
    family, keys = words.spread(assumptions.family()), people["reading"]
    above = [reading.reaches((r.low, r.high), claimed) for r in people.itertuples()]
    table = people.assign(
        reading=[said("tab-readings", "readings", key) for key in keys],
        assumes=[said("tab-readings", "assumes", key, family=family) for key in keys],
        people=[words.spread((r.low, r.high)) for r in people.itertuples()],
        above=[said("reaches", answer) for answer in above],
        **{name: rates_by_reading(*time) for name, time in times.items()},
    )
    right = ("people", *times)
    show.worded(table, "defections", "tab-readings", right, number=words.number(claimed[0]),
                family=family)  # fmt: skip

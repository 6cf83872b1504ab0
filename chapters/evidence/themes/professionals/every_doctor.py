"""The doctors among the total against every doctor that Cuba ever had to send."""

from typing import Literal

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.reckon.bounds import Interval
from evidence.show import say, words

said = say.of("professionals")


def stated(part: str) -> Interval:
    """What the claims judged to be one part of "every-doctor" allow."""
    return bounds.hull([bounds.of(tables.claim(i)) for i in tables.judged("every-doctor", part)])


def there_were() -> dict[str, Interval]:
    """Doctors that there were to send: `most`, if every graduate was Cuban and nobody died, left
    or refused; `fewer`, without those who may have been foreign and those who are known to have
    left."""
    most = bounds.add(stated("graduated"), stated("before"))
    fewer = bounds.subtract(bounds.subtract(most, stated("foreign")), stated("left"))
    return {"most": most, "fewer": fewer}


def excess() -> Interval:
    """By how many doctors sent exceed those that there were, at least and at most."""
    sent, known = stated("sent"), there_were()
    return sent[0] - known["most"][1], sent[1] - known["fewer"][0]


def every_doctor(excess: Interval) -> Literal["more than there were", "perhaps more", "no more"]:
    """Whether more doctors are said to have been sent than there were, from `excess`."""
    if excess[0] > 0:
        return "more than there were"
    return "perhaps more" if excess[1] > 0 else "no more"


def tell() -> None:
    """Show how many doctors there were to send, and by how many those said to be sent exceed it."""
    known, over = there_were(), excess()
    parts = tables.judged_parts("every-doctor")
    ids = [i for some in parts.values() for i in some]
    at_most = [*parts["graduated"], *parts["before"]]
    show.result("doctors-ever", words.number(known["most"][1]), at_most)
    show.result("doctors-ever-less", words.number(known["fewer"][0]), ids)
    fills = {"least": words.number(over[0]), "most": words.number(over[1])}
    show.result("doctors-sentence", said("every_doctor", every_doctor(over), fills), ids)

"""Cuban vaccines: which are named, by whom they were measured, who was vaccinated."""

import re

from .bounds import Interval
from .origins import CUBAN_STATE

# The names that Cuban vaccines carry in the notes of the ledger.
VACCINE = re.compile(r"Abdala|Soberana (?:\d\d|Plus)")

CI = re.compile(r"Confidence interval \(95%\): ([\d.]+)-([\d.]*\d)")


def named(notes: list[str]) -> list[str]:
    """The vaccines that notes name, each once, in order of the alphabet."""
    return sorted({name for note in notes for name in VACCINE.findall(note)})


def schedule(note: str) -> str:
    """The vaccines of one figure in the order its note names them, or what the note begins with."""
    return ", ".join(dict.fromkeys(VACCINE.findall(note))) or note.split(".")[0]


def confidence_interval(note: str) -> Interval | None:
    """The confidence interval that a note states, in percent, or None."""
    found = CI.search(note)
    return (float(found[1]), float(found[2])) if found else None


def products_verdict(names: list[str], origins: set[str]) -> tuple[str, str]:
    """Verdict on "multiple" vaccines: how many the ledger names, and the origins of the figures.

    Their makers are institutes of the Cuban state.
    """
    if len(names) < 2:
        return "not checkable", "The ledger does not name more than one vaccine."
    if origins == {CUBAN_STATE}:
        return "supported", (
            "More than one Cuban vaccine is named with trial figures, so “multiple” holds. How "
            "well they protect is another question: those figures come from their makers’ trials "
            "alone."
        )
    return "supported", (
        "More than one Cuban vaccine is named with trial figures, and not only by its makers."
    )


def coverage_title(ministry: int, count: int) -> str:
    """How many of the figures of coverage go back to one counter, as a title."""
    if ministry > count / 2:
        return "Vaccination: most figures name one counter"
    return "Vaccination: most figures name no common counter"

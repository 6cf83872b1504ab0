"""Cuban vaccines: which are named, by whom they were measured, who was vaccinated."""

import re

import matplotlib.pyplot as plt
import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon.bounds import Interval
from evidence.show import marks, words
from evidence.weigh.voices import CUBAN_STATE

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
        return "supported with a caveat", (
            "More than one Cuban vaccine is named with trial figures, so “multiple” holds by what "
            "their makers state; nobody else’s figures were found. How well they protect is "
            "another question."
        )
    return "supported", (
        "More than one Cuban vaccine is named with trial figures, and not only by its makers."
    )


def coverage_title(ministry: int, count: int) -> str:
    """How many of the figures of coverage go back to one counter, as a title."""
    if ministry > count / 2:
        return "Vaccination: most figures name one counter"
    return "Vaccination: most figures name no common counter"


def trial_table(trials: pd.DataFrame) -> pd.DataFrame:
    """Efficacy for readers, one row a claim, with its interval where the note states one."""
    kind = trials["measure"].str.rsplit("_", n=1).str[1]
    ranges = [confidence_interval(note) for note in trials["note"]]
    return pd.DataFrame(
        {
            "Vaccine": trials["note"].map(schedule),
            "Against": kind.replace({"symptomatic": "symptoms", "severe": "severe illness"}),
            "Efficacy (%)": trials["id"].map(show.claim),
            "Interval": [words.spread(r, 1) if r else "not stated" for r in ranges],
            "Said by": trials["attributed_to"] + ", " + trials["as_of"].map(words.when),
        }
    )


def coverage(people: pd.Series) -> pd.DataFrame:
    """Every share of people fully vaccinated, in percent; `people` is the population by year.

    Counts of people are divided by the population of their year.
    """
    counts = tables.claims(measure="people_fully_vaccinated")
    share = [100 * r.value / people[int(r.as_of[:4])] for r in counts.itertuples()]
    stated = tables.claims(measure="full_vaccination_coverage")
    counts = counts.assign(value=share, unit="percent")
    return pd.concat([stated, counts], ignore_index=True)


def draw_coverage(axes: plt.Axes, rows: pd.DataFrame) -> pd.DataFrame:
    """Shares over time, with the first, the last under half and the newest labelled.

    Returns the plotted rows.
    """
    drawn = marks.over_time(axes, rows)
    first, newest = drawn.iloc[0], drawn.iloc[-1]
    for row, dx, dy in (
        (first, 16, 0),
        (drawn[drawn["value"].lt(50)].iloc[-1], 16, 0),
        (newest, -8, -11),
    ):
        text = f"{row['value']:.0f} in {words.when(row['as_of'][:7])}"
        marks.label(axes, row["time"], row["value"], text, dx, dy)
    axes.set(ylabel="fully vaccinated, % of people", ylim=(-4, 100), xlim=(2021.2, 2023.8))
    axes.set_xticks(
        [2021.5, 2022, 2022.5, 2023, 2023.5],
        ["mid-2021", "Jan\n2022", "mid-2022", "Jan\n2023", "mid-2023"],
    )
    marks.key(axes, "lower right")
    return drawn

"""Cuban vaccines: which are named, by whom they were measured, who was vaccinated."""

import matplotlib.pyplot as plt
import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.show import marks, words
from evidence.weigh.voices import CUBAN_STATE


def with_trials(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims of efficacy with what `trials.csv` has on each: vaccines (joined by ";", "" where the
    source names none), interval_low, interval_high (percent; NaN where none is stated).

    Raises KeyError for a claim that the table lacks.
    """
    rows = tables.table("trials").set_index("claim")
    missing = sorted(set(claims["id"]) - set(rows.index))
    if missing:
        raise KeyError(f"no trial {missing[0]!r} in data/trials.csv: add a row for it")
    return claims.join(rows, on="id")


def vaccine_names(vaccines: list[str]) -> list[str]:
    """The vaccines of figures (joined by ";"), each once, in order of the alphabet."""
    return sorted({name for names in vaccines for name in names.split(";") if name})


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
    """Efficacy for readers, one row a claim of with_trials, with its interval where one is stated.

    Where no vaccine is named the note's first sentence stands for it.
    """
    kind = trials["measure"].str.rsplit("_", n=1).str[1]
    ends = zip(trials["interval_low"], trials["interval_high"], strict=True)
    given = trials["vaccines"].str.replace(";", ", ")
    return pd.DataFrame(
        {
            "Vaccine": given.where(given != "", trials["note"].str.split(".").str[0]),
            "Against": kind.replace({"symptomatic": "symptoms", "severe": "severe illness"}),
            "Efficacy (%)": trials["id"].map(show.claim),
            "Interval": [
                "not stated" if pd.isna(low) else words.spread((low, high), 1) for low, high in ends
            ],
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

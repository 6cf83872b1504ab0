"""What the results on those who left come to: outcomes, worded in `chapters/defections.say.yml`."""

from typing import Literal

import pandas as pd

from evidence.reckon.bounds import Interval
from evidence.show import say, words
from evidence.themes.defections import parole

said = say.of("defections")


def reaches(people: Interval, claimed: Interval) -> Literal["yes", "possible", "no"]:
    """Whether a number of people reaches a claimed "more than"."""
    if people[0] > claimed[0]:
        return "yes"
    return "possible" if people[1] > claimed[0] else "no"


def doctors_reach(
    people: pd.DataFrame, claimed: Interval
) -> tuple[Literal["all", "none", "some", "nobody but doctors"], dict[str, str]]:
    """What the readings mean for a claimed number of doctors: rows of parole.people_by_reading.

    Only the readings that count doctors decide: the article speaks of doctors.
    """
    doctors = people[people["of_doctors"]]
    answers = [reaches((r.low, r.high), claimed) for r in doctors.itertuples()]
    if set(answers) == {"yes"}:
        return "all", {}
    if set(answers) == {"no"}:
        return "none", {}
    able = [r for r, answer in zip(doctors["reading"], answers, strict=True) if answer != "no"]
    quoted = [said("quoted", text=said("tab-readings", "readings", reading)) for reading in able]
    outcome = "nobody but doctors" if able == [parole.ALL_DOCTORS] else "some"
    return outcome, {"readings": words.listed(quoted)}


def fig_parole_title(same_unit: bool) -> Literal["of its own", "of another"]:
    """Whether the number goes back to a count of what it names, or of something else."""
    return "of its own" if same_unit else "of another"


def fig_years_parole_title(
    series: pd.DataFrame,
) -> tuple[Literal["all known", "some unknown"], dict[str, str]]:
    """How many years of the programme have no number: rows of parole.programme_years."""
    unknown = series["low"].isna().sum()
    fills = {"unknown": words.number(unknown), "all": words.number(len(series))}
    return "some unknown" if unknown else "all known", fills

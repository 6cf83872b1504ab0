"""Cuban vaccines: which are named, and by whom they were measured."""

from typing import Literal

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import flows
from evidence.show import say, words
from evidence.themes.pandemic.brigade_totals import out_of
from evidence.weigh import sure, voices, wordless

said = say.of("pandemic")
FIGURE = "ge-vaccines"
LEVEL = 95  # percent, of the intervals that `trials.csv` holds
EFFICACY = ["vaccine_efficacy_symptomatic", "vaccine_efficacy_severe", "vaccine_efficacy_death"]


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


def products(
    names: list[str], origins: set[str]
) -> Literal["nobody", "not several", "makers only", "others too"]:
    """Whether "multiple" vaccines are named, and by the origins of their figures who measured them.

    Their makers are institutes of the Cuban state.
    """
    if len(names) < wordless.least(FIGURE):
        return "not several" if names else "nobody"
    return "makers only" if origins == {voices.CUBAN_STATE} else "others too"


def trial_table(trials: pd.DataFrame) -> pd.DataFrame:
    """Efficacy for readers, one row a claim of with_trials: columns of tab-vaccines.

    Where no vaccine is named the note's first sentence stands for it.
    """
    given = trials["vaccines"].str.replace(";", ", ")
    dates = trials["as_of"].map(words.when)
    ends = zip(trials["interval_low"], trials["interval_high"], strict=True)
    return trials.assign(
        vaccine=given.where(given != "", trials["note"].str.split(".").str[0]),
        against=[said("tab-vaccines", measure) for measure in trials["measure"]],
        efficacy=trials["id"].map(show.claim),
        interval=[trial_interval(low, high) for low, high in ends],
        said_by=[
            said("tab-vaccines", "who and when", who=who, date=date)
            for who, date in zip(trials["attributed_to"], dates, strict=True)
        ],
    )


def trial_interval(low: float, high: float) -> str:
    """The ends of an interval in words (percent; NaN where none is stated)."""
    return said("tab-vaccines", "no interval") if pd.isna(low) else words.spread((low, high), 1)


def trials() -> pd.DataFrame:
    """Every dated claim of efficacy, with its trial (with_trials)."""
    return with_trials(flows.dated(tables.claims(measure=EFFICACY)))


def show_table() -> None:
    """Show the efficacy that trials found, and how often with an interval."""
    held = trials()
    table = trial_table(held)
    show.worded(table, "pandemic", "tab-vaccines", right=("efficacy",), level=f"{LEVEL}")
    stated = out_of(held["interval_low"].notna().sum(), len(held))
    show.result("pandemic-intervals", stated, list(held["id"]))


def judge() -> None:
    """Show which vaccines are named, and the verdict on "multiple"."""
    held = trials()
    held = held[held["vaccines"] != ""]  # a figure that names none tells nothing of how many
    found, ids = vaccine_names(list(held["vaccines"])), list(held["id"])
    outcome = products(found, set(voices.with_origins(held)["origin"]))
    judged = say.parts("pandemic", "products", outcome)
    how = sure.of_ids(held, set(ids if len(found) >= wordless.least(FIGURE) else []))
    that = said("made and tried")
    show.verdict("pandemic-vaccines", FIGURE, judged, how, that, ids, ids)
    show.result("pandemic-vaccines-count", words.number(len(found)), ids)
    show.result("pandemic-vaccines-named", words.listed(found), ids)

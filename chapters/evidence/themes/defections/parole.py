"""The United States parole programme for Cuban health workers: its years and what they can mean.

`claims` is the table of that name; a fiscal year Y runs from October of Y - 1 to September of Y.
"""

from textwrap import fill

import matplotlib.pyplot as plt
import pandas as pd

from evidence import assumptions
from evidence.reckon import bounds
from evidence.reckon.bounds import Interval
from evidence.show import charts, words

YEARS = range(2006, 2018)  # the programme began in August 2006 and ended in January 2017


def years(claims: pd.DataFrame, stated: dict[str, list[str]]) -> pd.DataFrame:
    """One row a fiscal year: year, low, high (people or approvals; NaN where not known), ids.

    `stated` has the claims that give a year its number, by year; see the set "parole-years" of the
    judgements: only some of them say "fiscal year".
    """
    by_id = claims.set_index("id")
    found = []
    for year in YEARS:
        ids = stated.get(str(year), [])
        nothing = (float("nan"),) * 2
        low, high = bounds.hull([bounds.of(by_id.loc[i]) for i in ids]) if ids else nothing
        found.append((year, low, high, ids))
    return pd.DataFrame(found, columns=["year", "low", "high", "ids"])


def on_two_lines(text: str) -> str:
    """What a count is of, on two lines where it is long or has a comma: for a direct label."""
    lines = text.replace(", ", ",\n").split("\n")
    return "\n".join(fill(line, 21) for line in lines)


def left_over(table: pd.DataFrame, total: Interval, last: int = 2015) -> Interval:
    """What a running total to the end of the year `last` leaves for the years without a number.

    It mixes approvals, visas and people as the sources do, so it is no more than a cross-check.
    """
    known = table[(table["year"] <= last) & table["low"].notna()]
    return bounds.subtract(total, (known["low"].sum(), known["high"].sum()))


def draw_years(axes: plt.Axes, table: pd.DataFrame) -> None:
    """Bars for the years with a number (a lighter top where sources disagree); a dashed outline
    with a question mark for those without, as wide as the chart is high: nothing is known."""
    top = table["high"].max() * 1.18
    for row in table.itertuples():
        if pd.isna(row.low):
            axes.bar(row.year, top, width=0.8, fc="#F4F4F4", ec=charts.GREY, lw=0.6, ls=(0, (3, 3)))
            axes.text(row.year, top * 0.5, "?", ha="center", va="center", fontsize=12,
                      color=charts.GREY)  # fmt: skip
            continue
        axes.bar(row.year, row.low, width=0.8, color=charts.BLUE)
        if row.high > row.low:
            axes.bar(row.year, row.high - row.low, 0.8, row.low, fc="white", ec=charts.BLUE, lw=1)
        text = words.spread((row.low, row.high)).replace(" to ", "\nto ")
        axes.text(row.year, row.high + top * 0.02, text, ha="center", va="bottom", fontsize=8.5)
    axes.set(ylim=(0, top), xlim=(YEARS[0] - 0.6, YEARS[-1] + 0.6), xticks=list(YEARS))
    axes.set_xticks(list(YEARS), [f"’{year % 100:02d}" for year in YEARS])
    axes.set_xlabel("year, as the sources give it")


def doctor_share(doctors: pd.DataFrame, stock: pd.DataFrame, first: int, last: int) -> Interval:
    """The share of doctors among the health workers abroad in the years from first to last.

    Both tables are flows.stock_envelope: year, low, high. Only years that both have count. Raises
    ValueError where there is none.
    """
    both = doctors.merge(stock, on="year", suffixes=("_d", "_w"))
    both = both[both["year"].between(first, last)]
    shares = [bounds.divide((r.low_d, r.high_d), (r.low_w, r.high_w)) for r in both.itertuples()]
    return bounds.hull(shares)


def readings(approvals: Interval, share: Interval) -> pd.DataFrame:
    """How many left under each reading of a number of approvals: reading, low, high, assumes."""
    family = assumptions.family()
    workers = bounds.divide(approvals, (1 + family[0], 1 + family[1]))
    doctors = (approvals[0] * share[0], approvals[1] * share[1])
    both = (workers[0] * share[0], workers[1] * share[1])
    rows = [
        ("each approval one health worker", *approvals, "no family members in the count"),
        ("families included", *workers, f"{words.spread(family)} family members for each worker"),
        ("doctors only", *doctors, "doctors left as often as other workers"),
        ("doctors only, families included", *both, "both of these"),
        ("each approval one doctor", *approvals, "nobody but doctors was approved"),
    ]
    return pd.DataFrame(rows, columns=["reading", "low", "high", "assumes"])


def reaches(people: Interval, claimed: Interval) -> str:
    """Whether a number of people reaches a claimed "more than": "yes", "no" or "possible"."""
    if people[0] > claimed[0]:
        return "yes"
    return "possible" if people[1] > claimed[0] else "no"


def needed(approvals: Interval, claimed: Interval) -> Interval:
    """The share of the approvals, in percent, that must be for doctors to reach the number."""
    return bounds.scale(bounds.divide((claimed[0],) * 2, approvals), 100)


def readings_sentence(answers: pd.Series) -> str:
    """What the readings of doctors mean for the claimed number (answers of `reaches`, by reading).

    Only the readings that name doctors count: the article speaks of doctors.
    """
    doctors = answers[answers.index.str.contains("doctor")]
    if (doctors == "yes").all():
        return "Under every reading the number of doctors is above the article’s."
    if (doctors == "no").all():
        return "Under no reading does the number of doctors reach the article’s."
    above = words.listed([f"“{name}”" for name in doctors.index[doctors != "no"]])
    return (
        "The approvals can mean more doctors than the article’s number only if read as "
        f"{above}; which reading holds is not known."
    )


def years_title(table: pd.DataFrame) -> str:
    """The message of the chart of years: how many of them have a number."""
    unknown = table["low"].isna().sum()
    if not unknown:
        return "Every year of the programme has a number"
    return f"No number was found for {unknown} of the programme’s {len(table)} years"

"""Running totals of accusers and defenders: do they move as a total must?"""

from typing import Literal

import pandas as pd

from evidence.ledger import tables
from evidence.reckon.bounds import Interval, divide, of, overlap, subtract, with_bounds
from evidence.reckon.flows import dated, decimal_year, worker_years
from evidence.show import words


def movements(rows: pd.DataFrame) -> pd.DataFrame:
    """Each running total from its first to its last dated statement.

    Totals that run on can only rise: the measures in the group "running-total".

    `rows` as from `numbered`; a total is one measure and one scope and country. Returns side,
    measure, earlier, later (ids) and finding: "rise" and "fall" hold whatever the hedges mean,
    "higher as stated" and "lower as stated" do not.
    """
    found = []
    some = with_bounds(
        dated(
            rows[
                rows["measure"].isin(tables.measures_in("running-total")) & (rows["repeats"] == "")
            ]
        )
    )
    for (measure, _, _), group in some.groupby(["measure", "scope", "country_iso3"], sort=False):
        if len(group) < 2:
            continue
        a, b = group.iloc[0], group.iloc[-1]
        found.append((a["side"], measure, a["id"], b["id"], movement(a, b)))
    return pd.DataFrame(found, columns=["side", "measure", "earlier", "later", "finding"])


def movement(
    earlier: pd.Series, later: pd.Series
) -> Literal["rise", "fall", "same as stated", "lower as stated", "higher as stated"]:
    """How a later total stands to an earlier one, both with `low` and `high`."""
    if later["low"] > earlier["high"]:
        return "rise"
    if later["high"] < earlier["low"]:
        return "fall"
    if later["value"] == earlier["value"]:
        return "same as stated"
    return "lower as stated" if later["value"] < earlier["value"] else "higher as stated"


def fig_critics_totals_title(
    moves: pd.DataFrame, names: dict[str, str]
) -> tuple[Literal["up and down", "up", "down", "still"], dict[str, str]]:
    """What the totals of care do, as stated; `names` tells each measure."""
    up = moves["finding"].isin(["rise", "higher as stated"])
    down = moves["finding"].isin(["fall", "lower as stated"])
    told = {
        "up": words.listed([names[measure] for measure in moves.loc[up, "measure"]]),
        "down": words.listed([names[measure] for measure in moves.loc[down, "measure"]]),
    }
    if up.any():
        return "up and down" if down.any() else "up", told
    return "down" if down.any() else "still", told


def running(moves: pd.DataFrame, side: str) -> Literal["fall", "lower as stated", "none falls"]:
    """Whether one side's running totals do what a total must, from `movements`."""
    found = set(moves.loc[moves["side"] == side, "finding"])
    if "fall" in found:
        return "fall"
    return "lower as stated" if "lower as stated" in found else "none falls"


def rate_between(stock: pd.DataFrame, earlier: pd.Series, later: pd.Series, end: float) -> Interval:
    """Rise from one running total to another for each worker-year that the stock allows.

    `stock`: a flows.stock_envelope; `earlier` sets the start, `end` (decimal years) the end.
    A rise that the hedges leave open below counts from zero.
    """
    start = decimal_year(earlier["as_of"])
    years = worker_years(stock, start, end)
    low, high = subtract(of(later), of(earlier))
    return divide((max(low, 0.0), high), years)


def visits(world: Interval, one_programme: Interval) -> Literal["overlap", "above", "below"]:
    """How the rate of patients a worker stands to a rate of consultations a doctor."""
    if overlap(world, one_programme):
        return "overlap"
    return "above" if world[0] > one_programme[1] else "below"


def short(claim: pd.Series | dict) -> str:
    """A claim's hedge and number in millions, with one decimal: "nearly 16"."""
    return words.HEDGES[claim["qualifier"]] + words.number(round(claim["value"] / 1e6, 1))


def times(above: pd.Series, below: pd.Series, digits: int = 1) -> str:
    """How many times the one claim the other is, in words."""
    return words.spread(divide(of(above), of(below)), digits)

"""Running totals of accusers and defenders: do they move as a total must?"""

from itertools import combinations
from typing import Literal

import pandas as pd

from evidence.ledger import tables
from evidence.reckon.bounds import Interval, divide, of, overlap, subtract, with_bounds
from evidence.reckon.flows import dated, decimal_year, worker_years
from evidence.show import words

FAMILY = "total-of-"  # begins the name of a group of measures that count into one total


def totals_of() -> dict[str, str]:
    """The total that a measure is the whole or a part of, for measures that share one."""
    groups = tables.measures().set_index("measure")["groups"].str.split(";").explode()
    return groups[groups.str.startswith(FAMILY)].to_dict()


def movements(rows: pd.DataFrame) -> pd.DataFrame:
    """How each running total moves between its dated statements.

    Totals that run on can only rise: the measures in the group "running-total". Doctors are part of
    all health workers, so an earlier total of doctors is held against a later one of either
    (groups that begin with FAMILY).

    `rows` as from `numbered`; a total is of one scope and country. Returns side, measure (of the
    later), earlier, later (ids) and finding: "rise" and "fall" hold whatever the hedges mean,
    "higher as stated" and "lower as stated" do not. A total that is lower than an earlier one has
    the row of the deepest such pair, any other that of its first and last statement.
    """
    ours = rows["measure"].isin(tables.measures_in("running-total")) & (rows["repeats"] == "")
    some = with_bounds(dated(rows[ours]))
    some = some.assign(total=some["measure"].replace(totals_of()))
    found = []
    for _, group in some.groupby(["side", "total", "scope", "country_iso3"], sort=False):
        pairs = [
            (movement(a, b), a, b)
            for a, b in combinations(group.to_dict("records"), 2)
            if a["time"] < b["time"] and (a["unit"] == "doctors" or b["unit"] != "doctors")
        ]
        if not pairs:
            continue
        for way in ("fall", "lower as stated"):
            if lower := [pair for pair in pairs if pair[0] == way]:
                how, a, b = max(lower, key=lambda pair: pair[1]["value"] - pair[2]["value"])
                break
        else:
            how, a, b = max(pairs, key=lambda pair: pair[2]["time"] - pair[1]["time"])
        found.append((a["side"], b["measure"], a["id"], b["id"], how))
    return pd.DataFrame(found, columns=["side", "measure", "earlier", "later", "finding"])


def movement(
    earlier: pd.Series | dict, later: pd.Series | dict
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

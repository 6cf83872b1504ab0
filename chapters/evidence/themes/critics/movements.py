"""Running totals of accusers and defenders: do they move as a total must?"""

import pandas as pd

from evidence.ledger import tables
from evidence.reckon.bounds import Interval, divide, hull, of, overlap, subtract, with_bounds
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


def movement(earlier: pd.Series, later: pd.Series) -> str:
    """How a later total stands to an earlier one, both with `low` and `high`."""
    if later["low"] > earlier["high"]:
        return "rise"
    if later["high"] < earlier["low"]:
        return "fall"
    if later["value"] == earlier["value"]:
        return "same as stated"
    return "lower as stated" if later["value"] < earlier["value"] else "higher as stated"


def movement_title(moves: pd.DataFrame, names: dict[str, str]) -> str:
    """What the totals of care do, as stated: the title of their chart."""
    up = [
        names[m] for m in moves.loc[moves["finding"].isin(["rise", "higher as stated"]), "measure"]
    ]
    down = [
        names[m] for m in moves.loc[moves["finding"].isin(["fall", "lower as stated"]), "measure"]
    ]
    parts = [f"{words.listed(up)} go up"] * bool(up) + [f"{words.listed(down)} go down"] * bool(
        down
    )
    return "As stated, " + " and ".join(parts) if parts else "The stated totals stand still"


def running_sentence(moves: pd.DataFrame, side: str) -> str:
    """Whether one side's running totals do what a total must, from `movements`."""
    found = set(moves.loc[moves["side"] == side, "finding"])
    if "fall" in found:
        return "At least one of them falls, which a running total cannot do."
    if "lower as stated" in found:
        return (
            "One of them is lower than before as stated; only its hedge, “more than”, keeps it "
            "from being a fall."
        )
    return "None of them falls."


def rate_between(stock: pd.DataFrame, earlier: pd.Series, later: pd.Series, end: float) -> Interval:
    """Rise from one running total to another for each worker-year, however the stock ran.

    `stock`: a flows.stock_envelope; `earlier` sets the start, `end` (decimal years) the end.
    A rise that the hedges leave open below counts from zero.
    """
    start = decimal_year(earlier["as_of"])
    years = hull([worker_years(stock, start, end, how) for how in ("linear", "previous", "next")])
    low, high = subtract(of(later), of(earlier))
    return divide((max(low, 0.0), high), years)


def visits(world: Interval, one_programme: Interval) -> str:
    """What the rate of patients a worker looks like, beside a rate of consultations a doctor."""
    if overlap(world, one_programme):
        return (
            "The two rates overlap, as they would if the world total counts visits and not "
            "persons; the sources do not say which."
        )
    if world[0] > one_programme[1]:
        return "The world rate is above the rate of consultations in Brazil."
    return "The world rate is below the rate of consultations in Brazil."


def short(claim: pd.Series | dict) -> str:
    """A claim's hedge and number in millions, with one decimal: "nearly 16"."""
    return words.HEDGES[claim["qualifier"]] + words.number(round(claim["value"] / 1e6, 1))


def times(above: pd.Series, below: pd.Series, digits: int = 1) -> str:
    """How many times the one claim the other is, in words."""
    return words.spread(divide(of(above), of(below)), digits)

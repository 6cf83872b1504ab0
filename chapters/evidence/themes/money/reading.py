"""What the results on money come to: outcomes, which `chapters/money.say.yml` words."""

from typing import Literal

import pandas as pd

from evidence.ledger import tables
from evidence.reckon.bounds import Interval, overlap
from evidence.show import say, words
from evidence.themes.money import pay_shares

said = say.of("money")


def plan(
    planned: pd.DataFrame, recorded: pd.DataFrame
) -> Literal["reached", "fell short", "another year", "no year"]:
    """Was a planned sum reached, in its year or in any? Rows of health_income.yearly."""
    wanted = planned["low"].min()
    reached = recorded["high"] >= wanted
    same = recorded["time"].isin(set(planned["time"]))
    if same.any():
        return "reached" if reached[same].any() else "fell short"
    return "another year" if reached.any() else "no year"


def later_sum(later: Interval, last: Interval) -> Literal["agrees", "higher", "lower"]:
    """A sum stated after a series has ended, against the last recorded sum."""
    if overlap(later, last):
        return "agrees"
    return "higher" if later[0] > last[1] else "lower"


def record_years(
    told: pd.DataFrame, recorded: pd.DataFrame
) -> Literal["all on record", "all without", "most without", "some without"]:
    """How far plans and statements speak of years on record; rows of health_income.yearly."""
    other = ~told["time"].isin(set(recorded["time"]))
    if not other.any():
        return "all on record"
    if other.all():
        return "all without"
    return "most without" if other.mean() > 0.5 else "some without"


def payment(
    cash: int, goods: int, free: int
) -> Literal["unknown", "cash only", "goods only", "some free", "none free"]:
    """Verdict on "Cuba is paid in cash or in goods": claims of cash, of goods, of free hosts."""
    if not cash and not goods:
        return "unknown"
    if not (cash and goods):
        return "cash only" if cash else "goods only"
    return "some free" if free else "none free"


def payers(rows: pd.DataFrame) -> Literal["more", "fewer", "first fewer", "neither"]:
    """Which were more, hosts that pay or hosts that do not? Rows of paying_hosts.balance."""
    more = [r.paying[0] > r.free[1] for r in rows.itertuples()]
    fewer = [r.paying[1] < r.free[0] for r in rows.itertuples()]
    if all(more):
        return "more"
    if all(fewer):
        return "fewer"
    return "first fewer" if fewer[0] and more[-1] else "neither"


def sum_of_hosts(
    together: Interval, hosts: list[Interval]
) -> Literal["no count", "none", "all", "some"]:
    """Which of the stated counts of all hosts paying and free hosts together make."""
    if not hosts:
        return "no count"
    same = [overlap(together, host) for host in hosts]
    return "all" if all(same) else "some" if any(same) else "none"


def named_hosts(
    paying: set[str], names: pd.Series
) -> tuple[Literal["none", "one", "some", "all"], dict[str, str]]:
    """Which of the countries that the 2022 page names are recorded as paying.

    `paying` are countries by iso3, `names` the name of each.
    """
    named = tables.judged("named-by-page")
    found = [names[i] for i in named if i in paying]
    if not found:
        return "none", {}
    if len(found) == len(named):
        return "all", {}
    return "one" if len(found) == 1 else "some", {"countries": words.listed(found)}


def impact(fell: list[str]) -> tuple[Literal["none fell", "some fell"], dict[str, str]]:
    """Whether any running total of services given has fallen; `fell` are their labels."""
    return ("some fell", {"totals": words.listed(fell)}) if fell else ("none fell", {})


def limit(percent: float) -> tuple[Literal["half", "other"], dict[str, str]]:
    """The share that figures are held against, in percent: half of a payment, or another."""
    if percent == 50:
        return "half", {"share": words.fraction(percent / 100)}
    return "other", {"share": words.number(percent)}


def most_kept(shares: pd.DataFrame) -> Literal["none", "paid in", "paid in or whole", "some"]:
    """Does any stated or computed share of the worker lie wholly above half?"""
    high = pay_shares.above_half(shares)
    if high.empty:
        return "none"
    outright = high[high["basis"] != "paid in"]
    if outright.empty:
        return "paid in"
    return "paid in or whole" if (outright["country_iso3"] == "").all() else "some"


def side_by_side(
    pairs: pd.DataFrame, names: pd.Series
) -> tuple[Literal["no pair", "all meet", "some meet", "other basis", "apart"], dict[str, str]]:
    """Do officials' and critics' shares of a country meet? Rows of pay_shares.facing.

    `names` maps iso3 to a name.
    """
    if pairs.empty:
        return "no pair", {}
    fills = {"countries": words.listed([names[i] for i in dict.fromkeys(pairs["country_iso3"])])}
    if pairs["meet"].any():
        return "all meet" if pairs["meet"].all() else "some meet", fills
    return "apart" if pairs["same_basis"].any() else "other basis", fills


def share_stated(
    low: float, high: float
) -> tuple[Literal["up to", "at least", "both ends"], dict[str, str]]:
    """How a share in percent is told: by the end that a source sets, or by both."""
    if low <= 0 < high:
        return "up to", {"share": words.spread((high, high))}
    if low < 100 <= high:
        return "at least", {"share": f"{int(low + 1e-9)}"}
    return "both ends", {"share": words.spread((low, high))}


def fig_money_pay_title(pay: pd.DataFrame) -> Literal["above home", "below hosts", "open"]:
    """Does every worker's pay lie between home pay and the host's? Rows of worker_pay.on_lines."""
    kind = pay["measure"].str.split("_").str[0]
    home, worker = pay.loc[kind == "home"], pay.loc[kind == "worker"]
    host = pay.loc[kind == "host"]
    most = worker["value_high"].fillna(worker["value"]).groupby(worker["line"]).max()
    least = host.groupby("line")["value"].min()
    both = most.index.intersection(least.index)
    if not (most[both] < least[both]).all():
        return "open"
    above = worker["low"].min() > home[["low", "high"]].max().max()
    return "above home" if above else "below hosts"


def currency(unit: str) -> Literal["usd", "eur", "brl", "mxn", "zar", "kes", "cup", "cuc"]:
    """The currency of a unit of money: usd_per_month is of usd."""
    return unit.partition("_per_")[0]


def money_unit(unit: str) -> tuple[Literal["once", "year", "month", "hour"], dict[str, str]]:
    """The period of a unit of money: usd_per_month is of a month, usd of none."""
    return unit.partition("_per_")[2] or "once", {"currency": said("currency", currency(unit))}

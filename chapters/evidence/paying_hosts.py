"""Who pays, in what, and who does not."""

import math

import pandas as pd

from . import show, words
from .bounds import Interval, add, hull, overlap, with_bounds
from .worker_pay import unit_words


def payment_verdict(cash: int, goods: int, free: int) -> tuple[str, str]:
    """Verdict on "Cuba is paid in cash or in goods": claims of cash, of goods, of free hosts."""
    if not cash and not goods:
        return "not checkable", "No claim in the ledger says how a host pays."
    if not (cash and goods):
        kind = "cash" if cash else "goods"
        return "supported with a caveat", f"The ledger has hosts that pay in {kind} only."
    if free:
        return "supported with a caveat", (
            "Hosts are recorded as paying in money and in oil, as the article says; but others "
            "are counted that pay nothing."
        )
    return "supported", "Hosts are recorded as paying in money and in goods."


def balance(claims: pd.DataFrame) -> pd.DataFrame:
    """Paying and free hosts by year: year, paying, free, together, hosts, ids.

    Each is an interval over what is stated for the year; `hosts` are the stated counts of all
    hosts. Years without both paying and free hosts are left out.
    """
    rows = with_bounds(claims)
    rows = rows.assign(year=rows["as_of"].str[:4])
    found = []
    for year, some in rows[rows["year"] != ""].groupby("year"):
        by = {m: list(zip(g["low"], g["high"], strict=True)) for m, g in some.groupby("measure")}
        if not {"paying_countries", "free_service_countries"} <= set(by):
            continue
        paying, free = hull(by["paying_countries"]), hull(by["free_service_countries"])
        hosts = [h for h in by.get("host_countries", []) if math.isfinite(h[1])]
        ids = list(some.loc[some["measure"] != "host_countries", "id"])
        found.append((year, paying, free, add(paying, free), hosts, ids))
    return pd.DataFrame(found, columns="year paying free together hosts ids".split())


def balance_sentence(rows: pd.DataFrame) -> str:
    """Which were more, hosts that pay or hosts that do not, over the years of `balance`?"""
    more = [r.paying[0] > r.free[1] for r in rows.itertuples()]
    fewer = [r.paying[1] < r.free[0] for r in rows.itertuples()]
    if all(more):
        return "More hosts paid than did not."
    if all(fewer):
        return "Fewer hosts paid than did not."
    if fewer[0] and more[-1]:
        return "At first fewer hosts paid than did not, later more."
    return "Neither kind of host was clearly the larger in all years."


# A sum that stands in one source and may be of something else: no result rests on it.
DOUBTED = ("ec073",)


def agree_words(together: Interval, hosts: list[Interval]) -> str:
    """Whether paying and free hosts together make one of the stated counts of all hosts."""
    if not hosts:
        return "with no stated count of all hosts to compare"
    if not any(overlap(together, host) for host in hosts):
        return "which is none of the counts of all hosts for that year"
    if all(overlap(together, host) for host in hosts):
        return "which is what the counts of all hosts for that year say"
    return "which is one of the counts of all hosts for that year, though others differ"


def impact_sentence(fell: list[str], labels: pd.Series) -> str:
    """Whether any running total of services given has fallen; `labels` by measure."""
    if not fell:
        return "No dated total is certainly lower than an earlier one."
    return f"A total that cannot fall did so for {words.listed([labels[m] for m in fell])}."


# The countries that the 2022 page names as served (see the note of the claim ge-africa).
NAMED_BY_PAGE = ("BRA", "VEN", "BOL")


def named_hosts_sentence(payers: set[str], names: pd.Series) -> str:
    """Which of the countries that the 2022 page names are recorded as paying."""
    paying = [names[i] for i in NAMED_BY_PAGE if i in payers]
    if not paying:
        return "None of the countries that the page names is recorded as paying."
    if len(paying) == len(NAMED_BY_PAGE):
        return "Every country that the page names is recorded as paying."
    verb = "is" if len(paying) == 1 else "are"
    return (
        f"Of the countries that the page names, {words.listed(paying)} {verb} recorded as paying."
    )


# How the measures of a sum that a host pays, spends or commits in all begin.
TOTALS = ("contract_value", "host_pays_year_usd", "host_pays_total", "host_cost_year",
          "host_cost_planned", "host_spent", "host_upkeep", "host_pays_assistance",
          "host_pays_personnel")  # fmt: skip


def totals_table(claims: pd.DataFrame, names: pd.Series, labels: pd.Series) -> pd.DataFrame:
    """What hosts pay in all, one row a claim, in the currency stated.

    `claims` are rows of pay_sides.with_sides; `names` by iso3, `labels` by measure.
    """
    rows = claims[claims["measure"].str.startswith(TOTALS)]
    rows = rows.sort_values(["country_iso3", "year", "id"], kind="stable")
    table = pd.DataFrame(
        {
            "Country": rows["country_iso3"].map(names),
            "Year": rows["year"].replace("", "undated"),
            "Sum": rows["id"].map(show.claim),
            "Currency": rows["unit"].map(unit_words),
            "What it is": rows["measure"].map(labels).str.capitalize().str.partition(" (")[0],
            "Said by": rows["said_by"],
        }
    )
    return table.sort_values(["Country", "Year"], kind="stable")

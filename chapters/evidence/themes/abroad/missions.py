"""Country by country: the largest missions, and what the hosts add up to."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import flows
from evidence.show import charts, say, words
from evidence.themes.abroad import country_hosts
from evidence.themes.abroad.shrinking import percent

said = say.of("abroad")
SINCE = 2016  # hosts whose latest statement is older are left out of the chart
LARGEST = 20  # hosts that are drawn
LIST = "csc_acs_2016"  # the list of one region that can be added up


def stated() -> pd.DataFrame:
    """All claims on the size of a mission in one country."""
    return tables.claims(measure=["mission_stock", "mission_doctors"])


def before_pandemic() -> pd.DataFrame:
    """The latest number of each host from 2018 to March 2020, without missions that had ended."""
    rows = country_hosts.latest(stated(), 2018, flows.decimal_year("2020-03-31"))
    return rows[~rows["country_iso3"].isin(tables.judged("ended-2019"))]


def tell() -> None:
    """Show what the known hosts add up to, and what two accounts leave for the others."""
    before, listed = before_pandemic(), tables.claims(source_id=LIST, measure="mission_stock")
    usual = listed.loc[listed["country_iso3"] != "VEN", "value"].mean()
    total, ids, listed_ids = before["low"].sum(), list(before["id"]), list(listed["id"])
    rest = tables.claim("pb-hosts-before-covid")["value"] - len(before)
    by_floor, by_claim = (
        (tables.claim(i)["value"] - total) / rest
        for i in ("pb-abroad-2019", "workers-abroad.2019.us-congress")
    )
    venezuelan = before.loc[before["country_iso3"] == "VEN", "low"].sum() / total * 100
    show.result("abroad-list-sum", words.number(listed["value"].sum()), listed_ids)
    show.result("abroad-list-hosts", words.number(len(listed)), listed_ids)
    show.result("abroad-list-mean", words.number(round(usual)), listed_ids)
    show.result("abroad-hosts-known", words.number(len(before)), ids)
    show.result("abroad-hosts-sum", words.number(round(total)), ids)
    for name, claim_id, each in (
        ("abroad-rest-floor", "pb-abroad-2019", by_floor),
        ("abroad-rest-claimed", "workers-abroad.2019.us-congress", by_claim),
    ):
        inputs = [claim_id, "pb-hosts-before-covid", *ids]
        show.result(name, words.number(round(each)), inputs)
    nearer = country_hosts.nearer(usual, by_floor, by_claim)
    show.result("abroad-hosts-sentence", said("nearer", nearer))
    show.result("abroad-venezuela-share", percent((venezuelan, venezuelan)), ids)
    show.result("abroad-hosts-any", words.number(stated()["country_iso3"].nunique()))


def draw() -> None:
    """Show the chart of the largest missions, as last stated."""
    hosts, names = country_hosts.latest(stated(), start=SINCE), tables.country_names()
    top = hosts.head(LARGEST)
    figure, axes = charts.new(height=5.4)
    axes.set(xscale="log", xlim=(45, 250_000), xlabel=said("fig-abroad-hosts", "x"))
    axes.set_xticks([100, 1000, 10_000], ["100", "1,000", "10,000"])
    axes.minorticks_off()
    told = []
    for place, row in enumerate(top.to_dict("records")):
        ended = row["country_iso3"] in tables.judged("ended-or-ending")
        colour = charts.GREY if ended else charts.BLUE
        mark, face = "D" if row["measure"] == "mission_doctors" else "o", "white"
        axes.plot(row["value"], place, mark, color=colour, mfc=face if ended else colour, ms=5.5)
        fills = {"number": words.figure(row), "date": words.when(row["as_of"][:7])}
        label = said("fig-abroad-hosts", "mission", fills)
        axes.text(row["value"] * 1.18, place, label, va="center", fontsize=8.5)
        host = names[row["country_iso3"]]
        told.append(said("fig-abroad-hosts", "host", fills, host=host))
    axes.set_yticks(range(len(top)), [names[i] for i in top["country_iso3"]])
    axes.set_ylim(len(top) - 0.4, -0.6)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)
    charts.worded(
        figure, "abroad", "fig-abroad-hosts", top, first=names[top["country_iso3"].iloc[0]],
        drawn=words.number(len(top)), all=words.number(len(hosts)), hosts="; ".join(told),
    )  # fmt: skip

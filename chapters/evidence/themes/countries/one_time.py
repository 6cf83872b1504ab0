"""Countries with Cuban health workers at one time."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import flows, totals
from evidence.show import charts, marks, say, words
from evidence.themes.countries import verdict as verdicts
from evidence.weigh import sure

said = say.of("countries")
PLACES = [(-12, -14), (7, 0), (6, -10)]  # of the labels beside their marks, in points


def stated() -> pd.DataFrame:
    """All claims on the hosts at one time."""
    return tables.claims(measure="host_countries", scope="world")


def draw() -> None:
    """Show the chart of all dated counts."""
    figure, axes = charts.new(height=3.0)
    drawn = marks.over_time(axes, stated())
    for claim_id, (dx, dy) in marks.beside("labelled-hosts", PLACES).items():
        row = tables.claim(claim_id)
        at = flows.decimal_year(row["as_of"])
        marks.label(axes, at, row["value"], marks.tell(row), dx, dy)
    axes.set(ylabel=said("fig-hosts", "y"), ylim=(15, 85), xlim=(1997, 2027))
    marks.key(axes, "lower left")
    values, pandemic = drawn["value"], drawn.query("2020 <= time < 2021")["value"]
    charts.worded(
        figure, "countries", "fig-hosts", drawn,
        title=verdicts.fig_hosts_title(drawn), number=words.number(len(drawn)),
        highest=f"{values.max():.0f}", lowest=f"{values.min():.0f}",
        pandemic=words.spread((pandemic.min(), pandemic.max())),
    )  # fmt: skip


def judge() -> None:
    """Show how the counts on the eve of the pandemic stand to the documented one."""
    near = totals.before_teams(flows.dated(sure.without_documents(stated())))
    lines = sure.outside(near)
    value, ids = tables.claim("pb-hosts-before-covid")["value"], list(near["id"])
    same, alone = (table[table["value"] == value] for table in (near, lines))
    for name, some, all_ in (("hosts-same", same, near), ("hosts-alone", alone, lines)):
        share = said("some of all", some=words.number(len(some)), all=words.number(len(all_)))
        show.result(name, share, list(some["id"]))
    how, span = sure.of_ids(near, set(same["id"])), (near["value"].min(), near["value"].max())
    judged = say.parts("countries", "agreeing", *verdicts.agreeing(how, span))
    bears = list(lines["id"])
    show.verdict("hosts", "pb-hosts-before-covid", judged, how, said("right"), ids, bears)
    show.result("hosts-range", words.spread(span), ids)

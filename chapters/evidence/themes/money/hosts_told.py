"""Who pays, in what, and who does not: what the pages print of it."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.show import confidence, say, words
from evidence.themes.money import paying_hosts, reading
from evidence.weigh import sure

said = say.of("money")


def tell_hosts() -> None:
    """Show how many hosts paid and how many did not, in the first and in the last year stated."""
    hosts = paying_hosts.counted()
    more = said("payers", reading.payers(hosts))
    show.result("money-balance", more, [i for ids in hosts["ids"] for i in ids])
    for name, row in {"first": hosts.iloc[0], "final": hosts.iloc[-1]}.items():
        show.result(f"money-hosts-{name}", words.spread(row.together), row.ids)
        whole = said("sum_of_hosts", reading.sum_of_hosts(row.together, row.hosts))
        show.result(f"money-hosts-{name}-agree", whole, row.ids)


def tell_payment() -> None:
    """Show whether Cuba is paid in cash or in goods, how sure that is, and by how many hosts."""
    cash, ways = paying_hosts.in_money(), paying_hosts.ways()
    outcome = reading.payment(*(len(rows) for rows in ways.values()))
    judged = say.parts("money", "payment", outcome)
    show.result("money-payment-finding", judged["verdict"].capitalize())
    inputs = tables.judged("payment-told")
    show.result("money-payment-sentence", judged["why"], inputs)
    bears = pd.concat(ways.values())
    how = sure.of_ids(bears, {*ways["cash"]["id"], *ways["goods"]["id"]})
    told = confidence.sentence(how, said("some pay"))
    show.result("money-payment-confidence", told, list(bears["id"]))
    paying, names = set(cash["country_iso3"]), tables.country_names()
    named = said("named_hosts", *reading.named_hosts(paying, names))
    show.result("money-named-sentence", named)
    show.result("money-countries", words.number(len(paying)), list(cash["id"]))

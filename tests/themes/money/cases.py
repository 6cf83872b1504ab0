"""What chooses the sentences of the chapter, each outcome once at least."""

import math

import pandas as pd
from pay_rows import LOW, NAMES, PAID, WORLD, shares

from evidence.themes.money import pay_shares, pay_sides, reading


def yearly(*rows):
    table = pd.DataFrame(rows, columns=["time", "value"])
    return table.assign(low=table["value"], high=table["value"])


def hosts(*rows):
    return pd.DataFrame(
        [((paying, paying), (free, free)) for paying, free in rows], columns=["paying", "free"]
    )


def pay(*rows):
    table = pd.DataFrame(rows, columns=["line", "measure", "value"])
    return table.assign(low=table["value"], high=table["value"], value_high=math.nan)


def paid(worker, home=60):
    return pay(("A", "host_x", 4000), ("A", "worker_x", worker), ("Cuba", "home_x", home))


def facing(*officials):
    rows = [("AAA", "Officials", basis, low, high) for basis, low, high in officials]
    return pay_shares.facing(shares(LOW, *rows))


PLAN = yearly((2014, 8.0))
ON_RECORD = yearly((2018, 5.0), (2019, 5.0))
KEPT = ("BBB", "Others", "stated", 60.0, 70.0)
AT_HALF = ("AAA", "Others", "stated", 50.0, 100.0)  # not wholly above
CASES = [
    (reading.plan, "reached", PLAN, yearly((2014, 8.0))),
    (reading.plan, "fell short", PLAN, yearly((2014, 7.9), (2018, 9.0))),
    (reading.plan, "another year", PLAN, yearly((2018, 8.0))),
    (reading.plan, "no year", PLAN, yearly((2018, 7.9))),
    (reading.later_sum, "agrees", (5.0, 9.0), (4.0, 5.0)),
    (reading.later_sum, "higher", (5.1, 8.0), (4.0, 5.0)),
    (reading.later_sum, "lower", (1.0, 3.9), (4.0, 5.0)),
    (reading.record_years, "all on record", yearly((2018, 1.0)), ON_RECORD),
    (reading.record_years, "some without", yearly((2014, 1.0), (2018, 1.0)), ON_RECORD),
    (reading.record_years, "most without", yearly(*((y, 1.0) for y in (1, 2, 2018))), ON_RECORD),
    (reading.record_years, "all without", yearly((2014, 1.0)), ON_RECORD),
    (reading.payment, "unknown", 0, 0, 1),
    (reading.payment, "cash only", 1, 0, 1),
    (reading.payment, "goods only", 0, 1, 0),
    (reading.payment, "some free", 1, 1, 1),
    (reading.payment, "none free", 1, 1, 0),
    (reading.payers, "more", hosts((2, 1), (9, 8))),
    (reading.payers, "fewer", hosts((1, 2), (1, 9))),
    (reading.payers, "first fewer", hosts((1, 9), (5, 5), (9, 1))),
    (reading.payers, "neither", hosts((9, 1), (1, 9))),
    (reading.payers, "neither", hosts((1, 9), (5, 5))),
    (reading.sum_of_hosts, "no count", (66, 66), []),
    (reading.sum_of_hosts, "none", (66, 66), [(60, 65), (67, 70)]),
    (reading.sum_of_hosts, "all", (66, 66), [(66, 66), (60, 66)]),
    (reading.sum_of_hosts, "some", (66, 66), [(66, 66), (69, 69)]),
    (reading.named_hosts, "none", {"KEN"}, NAMES),
    (reading.named_hosts, "one", {"BRA"}, NAMES),
    (reading.named_hosts, "some", {"BRA", "VEN", "KEN"}, NAMES),
    (reading.named_hosts, "all", {"BRA", "VEN", "BOL"}, NAMES),
    (reading.impact, "none fell", []),
    (reading.impact, "some fell", ["births", "lives"]),
    (reading.most_kept, "none", shares(LOW, AT_HALF)),
    (reading.most_kept, "paid in", shares(LOW, PAID)),
    (reading.most_kept, "paid in or whole", shares(LOW, PAID, WORLD)),
    (reading.most_kept, "some", shares(LOW, PAID, WORLD, KEPT)),
    (reading.side_by_side, "no pair", pay_shares.facing(shares(LOW, WORLD)), NAMES),
    (reading.side_by_side, "all meet", facing(("stated", 10.0, 60.0)), NAMES),
    (reading.side_by_side, "some meet", facing(("stated", 9.0, 9.5), ("stated", 11, 12)), NAMES),
    (reading.side_by_side, "other basis", facing(("paid in", 100.0, 100.0)), NAMES),
    (reading.side_by_side, "apart", facing(("stated", 10.1, 60.0)), NAMES),
    (reading.limit, "half", 50.0),
    (reading.limit, "other", 60.0),
    (reading.share_stated, "up to", 0.0, 29.0),
    (reading.share_stated, "at least", 10.0, 100.0),
    (reading.share_stated, "both ends", 0.0, 0.0),
    (reading.share_stated, "both ends", 100.0, 100.0),
    (reading.share_stated, "both ends", 9.0, 24.0),
    (reading.fig_money_pay_title, "above home", paid(61)),
    (reading.fig_money_pay_title, "below hosts", paid(60)),
    (reading.fig_money_pay_title, "below hosts", paid(3999, 4000)),
    (reading.fig_money_pay_title, "open", paid(4000)),
    *[
        (reading.currency, name, f"{name}_per_month")
        for name in ("usd", "eur", "brl", "mxn", "zar", "kes", "cup", "cuc")
    ],
    (reading.money_unit, "once", "usd"),
    (reading.money_unit, "year", "kes_per_year"),
    (reading.money_unit, "month", "cup_per_month"),
    (reading.money_unit, "hour", "eur_per_hour"),
    (pay_sides.side, "Officials", "", "host_government"),
    (pay_sides.side, "Critics", "Cuba Archive", "press"),
    (pay_sides.side, "Others", "", "press"),
]

"""What a host pays for one worker and what the worker receives, beside pay in Cuba.

Amounts stay in the currency that the source states; nothing here converts one.
"""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon.bounds import Interval
from evidence.show import say, words
from evidence.themes.money import pay_sides

said = say.of("money")
AT_HOME = [
    "home_pay_top_doctor_usd", "home_pay_typical_doctor_usd", "home_pay_doctor_informal_rate_usd",
]  # fmt: skip


def on_lines(pay: pd.DataFrame, home: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    """Rows of pay with `line`, the label of their line: a country, or Cuba for pay at home.

    In the order of the lines: the country with the highest sum first, Cuba last. Both are rows of
    pay_sides.with_sides; `names` maps iso3 to a name.
    """
    pay = pay[pay["country_iso3"] != ""]
    pay = pay.assign(line=pay["country_iso3"].map(names))
    pay = pay.assign(top=pay.groupby("line")["value"].transform("max"))
    pay = pay.sort_values(["top", "line", "id"], ascending=[False, True, True], kind="stable")
    at_home = home.assign(line=said("fig-money-pay", "home"))
    return pd.concat([pay.drop(columns="top"), at_home])


def in_dollars() -> pd.DataFrame:
    """Monthly pay stated in dollars, as on_lines gives it."""
    pay = tables.claims(measure=["host_pays_per_worker_usd", "worker_receives_usd"])
    both = (pay, tables.claims(measure=AT_HOME))
    sided = (pay_sides.with_sides(rows, tables.sources()) for rows in both)
    return on_lines(*sided, tables.country_names())


def for_one_worker() -> pd.DataFrame:
    """Pay for one worker in any currency, of countries: rows of pay_sides.with_sides.

    Plans and sums of no stated period are left out.
    """
    rows = pay_sides.with_sides(tables.claims(topic="pay"), tables.sources())
    pay = rows["measure"].str.startswith(("host_pays_per_worker", "worker_receives"))
    other = rows["measure"].str.contains("planned|no_period")
    return rows[pay & ~other & (rows["country_iso3"] != "")]


def times_at_home(abroad: float, home: list[float]) -> Interval:
    """How many times the pay at home a pay abroad is, for the highest and the lowest at home."""
    return abroad / max(home), abroad / min(home)


def tell_home() -> None:
    """Show how many times the highest pay at home a worker in Brazil received in one year."""
    ids = tables.judged("top-home-pay")
    home = [tables.claim(i)["value"] for i in ids]
    times = times_at_home(
        tables.claim("worker-receives-usd.brazil.2014-02.midiamax-uol")["value"], home
    )
    show.result(
        "money-home-times",
        words.spread(times),
        ["worker-receives-usd.brazil.2014-02.midiamax-uol", *ids],
    )

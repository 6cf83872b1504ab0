"""Whether the numbers of accusers and of defenders hold together."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.ledger.lineage import without_echoes
from evidence.reckon import bounds, flows
from evidence.reckon.bounds import Interval
from evidence.show import say, words
from evidence.themes.critics import claim_sides, movements
from evidence.weigh import voices

said = say.of("critics")
claim = tables.claim
WHOLE = ("ngo-itself", "families-parents")  # told as whole multiples
UNDATED = "operations-performed.1963.prensa-latina"  # the statement of operations without a date


def programme() -> pd.DataFrame:
    """What the Cuban state says of the programme's own size, as rows that `movements` takes."""
    rows = without_echoes(
        tables.claims(measure=tables.measures_in("programme-total")), tables.table("repeats")
    )
    own = voices.with_origins(rows[rows["qualifier"] != "vague"])
    return own[own["origin"] == voices.CUBAN_STATE].assign(side="programme", repeats="")


def moves() -> pd.DataFrame:
    """The running totals of both sides and of the programme (movements.movements)."""
    return movements.movements(pd.concat([claim_sides.rows(), programme()]))


def tell_accusations() -> None:
    """Show whether the accusers' totals fall, and how they stand to other counts."""
    found = moves()
    show.result(
        "critics-moves-accusations", said("running", movements.running(found, "accusation"))
    )
    for name, (above, below) in tables.judged_parts("times-told").items():
        text = movements.times(claim(above), claim(below), 0 if name in WHOLE else 1)
        show.result(f"critics-{name}", text, [above, below])


def stock() -> pd.DataFrame:
    """The least and the most workers abroad, by year (flows.stock_envelope)."""
    return flows.stock_envelope(tables.claims(measure="workers_abroad", scope="world"))


def patients() -> Interval:
    """How many more patients a worker-year there are from the one statement to the other."""
    until = flows.decimal_year(claim("patients-attended.2023-05.el-siglo")["as_of"])
    return movements.rate_between(
        stock(),
        claim("patients-attended.2021-02.iccc"),
        claim("patients-attended.2023-05.el-siglo"),
        until,
    )


def consultations() -> Interval:
    """The ministry's consultations in Brazil, for each doctor there and year."""
    start, end = (
        flows.decimal_year(claim(i)["as_of"])
        for i in (
            "arrivals-doctors.brazil.2013-08.fidel-soldado-las",
            "consultations-given.brazil.2018-11.translating-cuba",
        )
    )
    doctors = bounds.hull([bounds.of(claim(i)) for i in tables.judged("doctors-in-brazil")])
    return bounds.divide(
        bounds.of(claim("consultations-given.brazil.2018-11.translating-cuba")),
        bounds.scale(doctors, end - start),
    )


def hundreds(ends: Interval) -> str:
    """An interval in words, to the nearest hundred."""
    return words.spread(tuple(round(end, -2) for end in ends))


def tell_defences() -> None:
    """Show whether the defenders' totals fall, and the undated one beside the last."""
    pair, outcome = (
        [UNDATED, "operations-performed.2023-05.el-siglo"],
        movements.running(moves(), "defence"),
    )
    stop = stock()["year"].max() + 0.5  # the middle of the last documented year
    leap = movements.rate_between(
        stock(), claim("operations-performed.2023-05.el-siglo"), claim(UNDATED), stop
    )
    show.result("critics-moves-defences", said("running", outcome))
    show.result("critics-moves-programme", said("running", movements.running(moves(), "programme")))
    show.result("critics-outlier", movements.times(*map(claim, pair), 0), pair)
    show.result("critics-outlier-rate", hundreds(leap), pair)
    show.result("critics-stock-end", f"{int(stop)}")


def tell_rates() -> None:
    """Show how many patients a worker and consultations a doctor the totals come to."""
    rate, in_brazil, pair = (
        patients(),
        consultations(),
        ["patients-attended.2021-02.iccc", "patients-attended.2023-05.el-siglo"],
    )
    show.result("critics-patients-rate", hundreds(rate), pair)
    show.result("critics-patients-day", words.spread(bounds.scale(rate, 1 / 365)), pair)
    behind = [
        "consultations-given.brazil.2018-11.translating-cuba",
        *tables.judged("doctors-in-brazil"),
        "arrivals-doctors.brazil.2013-08.fidel-soldado-las",
    ]
    show.result("critics-consultations-rate", hundreds(in_brazil), behind)
    sentence = said("visits", movements.visits(rate, in_brazil))
    show.result(
        "critics-visits", sentence, [*pair, "consultations-given.brazil.2018-11.translating-cuba"]
    )


def show_table() -> None:
    """Show every running total of both sides and of the programme."""
    rows, labels = moves(), tables.measures().set_index("measure")["label"]
    table = rows.assign(
        total=rows["measure"].map(labels),
        first=rows["earlier"].map(show.claim),
        last=rows["later"].map(show.claim),
        moved=[said("movement", finding) for finding in rows["finding"]],
        side=[said("tab-critics-moves", "whose", side) for side in rows["side"]],
    )
    show.worded(table.sort_values("side", kind="stable"), "critics", "tab-critics-moves")

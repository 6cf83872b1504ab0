"""Running totals of accusers and defenders, on rows checked by hand."""

import math

import pandas as pd
import pytest
from raw_rows import value
from side_rows import frame, row

from evidence.ledger import tables
from evidence.reckon import flows
from evidence.themes.critics import claim_sides, movements, running_totals


@pytest.fixture(scope="module")
def real() -> pd.DataFrame:
    return claim_sides.numbered(tables.claims(), tables.sources(), tables.table("repeats"))


# movements


@pytest.mark.parametrize(
    ("first", "second", "finding"),
    [
        ((10, "exact"), (11, "exact"), "rise"),
        ((10, "exact"), (9, "exact"), "fall"),
        ((10, "exact"), (9, "more_than"), "lower as stated"),
        ((10, "more_than"), (11, "exact"), "higher as stated"),
        ((10, "about"), (10, "exact"), "same as stated"),
    ],
)
def test_movements_by_hand(first, second, finding):
    table = frame(
        row(id="b", as_of="2021", value=float(second[0]), qualifier=second[1]),
        row(id="a", as_of="2020", value=float(first[0]), qualifier=first[1]),
        row(id="c", as_of="", value=99.0),  # undated: has no place
        row(id="d", as_of="2019", value=50.0, country_iso3="BRA", scope="country"),
        row(id="e", as_of="2022", value=1.0, repeats="a"),  # no statement of its own
    )
    (found,) = movements.movements(table).to_dict("records")
    assert (found["earlier"], found["later"], found["finding"]) == ("a", "b", finding)


def test_a_dip_between_the_first_and_the_last_statement_is_found():
    table = frame(*[row(id=i, as_of=day, value=v) for i, day, v in
                    [("a", "2018", 10.0), ("b", "2019", 15.0), ("c", "2020", 12.0),
                     ("d", "2021", 14.0), ("e", "2022", 20.0)]])  # fmt: skip
    (found,) = movements.movements(table).to_dict("records")
    assert (found["earlier"], found["later"], found["finding"]) == ("b", "c", "fall")


@pytest.mark.parametrize(
    ("doctors", "workers"),
    [
        ("ngo_doctors_defected", "ngo_workers_defected"),
        ("cumulative_doctors", "cumulative_workers"),
    ],
)
def test_doctors_are_part_of_all_workers_on_either_side(doctors, workers):
    def told(first: float, last: float) -> list[str]:
        part = row(id="a", as_of="2008", value=first, measure=doctors, unit="doctors")
        whole = row(id="b", as_of="2014", value=last, measure=workers, unit="health_workers")
        return list(movements.movements(frame(part, whole))["finding"])

    assert (told(6000.0, 5000.0), told(5000.0, 6000.0)) == (["fall"], ["rise"])
    later_part = row(id="b", as_of="2014", value=50.0, measure=doctors, unit="doctors")
    whole = row(id="a", as_of="2008", value=90.0, measure=workers, unit="health_workers")
    assert movements.movements(frame(whole, later_part)).empty  # fewer doctors than staff: no fall


def test_a_speaker_of_either_side_is_lower_than_before():
    """By hand: one group's doctors of 2008 beside its workers of 2014; the state's countries."""
    six, five = (
        value(i)
        for i in (
            "ngo-doctors-defected.2008-08.latinamericanstudies-org",
            "ngo-workers-defected.2014-02.latina-press",
        )
    )
    assert six > five  # both "about": rounding alone keeps it from being a fall
    found = running_totals.moves()
    assert movements.running(found, "accusation") == "lower as stated"
    countries = [
        value(i)
        for i in (
            "cumulative-countries.2019-05.radio-habana-cuba",
            "cumulative-countries.2021-02-23.prensa-latina",
        )
    ]
    assert countries[0] > countries[1]
    assert movements.running(found, "programme") == "fall"


def test_the_totals_of_the_ledger_move_as_told(real):
    claims = tables.claims().set_index("id")["value"]
    for move in movements.movements(real).itertuples():
        up = claims[move.later] > claims[move.earlier]
        assert up == (move.finding in ("rise", "higher as stated")), move


# rates


def test_rate_between_by_hand():
    # 100 to 200 abroad for two years: 200 to 400 worker-years; 1,000 more patients
    stock = pd.DataFrame({"year": [2019, 2023], "low": [100.0, 100.0], "high": [200.0, 200.0]})
    a, b = row(as_of="2020", value=500.0), row(as_of="2022", value=1500.0)
    assert movements.rate_between(stock, a, b, 2022.5) == pytest.approx((2.5, 5))
    open_below = row(as_of="2020", value=500.0, qualifier="more_than")
    assert movements.rate_between(stock, open_below, b, 2022.5) == pytest.approx((2.25, 5))


def test_the_patients_a_worker_of_the_ledger_again():
    # a simpler reckoning: days between the two dates times the least and most ever stated then
    claims = tables.claims()
    stock = claims[(claims["measure"] == "workers_abroad") & (claims["scope"] == "world")]
    value = claims.set_index("id")["value"]
    days = (pd.Timestamp("2023-05-24") - pd.Timestamp("2021-02-23")).days
    rise = value["patients-attended.2023-05.el-siglo"] - value["patients-attended.2021-02.iccc"]
    envelope = flows.stock_envelope(stock)
    some = envelope[envelope["year"].between(2020, 2023)]
    widest = (rise / (some["high"].max() * days / 365), rise / (some["low"].min() * days / 365))
    until = flows.decimal_year("2023-05-24")
    low, high = movements.rate_between(
        envelope,
        tables.claim("patients-attended.2021-02.iccc"),
        tables.claim("patients-attended.2023-05.el-siglo"),
        until,
    )
    assert widest[0] <= low < high <= widest[1]
    assert 1000 < low < high < 5000


def test_times_is_in_words():
    assert movements.times(row(value=30.0), row(value=10.0)) == "3.0"
    assert (
        movements.times(row(value=31.0, qualifier="more_than"), row(value=10.0), 0) == "at least 3"
    )


def test_short_is_in_millions():
    assert movements.short(row(value=15_960_000.0, qualifier="nearly")) == "nearly 16"
    assert not math.isnan(float(movements.short(row(value=1_988_000_000.0)).replace(",", "")))

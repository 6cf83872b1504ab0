"""Doctors at home: the reckoning on rows small enough to check by hand, and every verdict."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.ledger import tables
from evidence.themes.home import home

NAN = float("nan")


def claims(*rows: tuple) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["id", "as_of", "value", "qualifier"])
    return table.assign(value_high=NAN)


def frame(**columns) -> pd.DataFrame:
    return pd.DataFrame(columns)


TOTALS = frame(year=[2010, 2011, 2012], low=[400.0, 500.0, 500.0], high=[400.0, 600.0, 600.0])


PEOPLE = frame(year=[2010, 2011, 2012], low=[1e5] * 3, high=[1e5, 2e5, 1e5])


def test_inhabitants_span_all_who_state_them():
    series = frame(year=[2010, 2011], value=[1000.0, 1000.0])
    rows = claims(("a", "2010", 900, "exact"), ("b", "2012", 800, "exact"))
    people = home.inhabitants(rows, series).set_index("year")
    assert people.loc[2010].tolist() == [900, 1000]
    assert people.loc[2011].tolist() == [1000, 1000]
    assert people.loc[2012].tolist() == [800, 800]


def test_at_home_by_hand():
    away = frame(year=[2010, 2011], low=[50.0, 0.0], high=[100.0, 700.0], basis=["d", "w"])
    rows = home.at_home(TOTALS, away, PEOPLE).set_index("year")
    # 400 doctors less 50 to 100, for 100,000 people: 3.0 to 3.5 per 1,000; 12.5 to 25 percent
    first = rows.loc[2010]
    assert (first["low"], first["high"]) == pytest.approx((3.0, 3.5))
    assert (first["total_low"], first["total_high"]) == pytest.approx((4.0, 4.0))
    assert (first["share_low"], first["share_high"]) == pytest.approx((12.5, 25.0))
    # more abroad than counted leaves none, not fewer; 600 for 100,000 people are 6 per 1,000
    assert (rows.loc[2011, "low"], rows.loc[2011, "high"]) == pytest.approx((0.0, 6.0))


def test_at_home_leaves_out_years_without_people():
    away = frame(year=[2010, 1999], low=[1.0, 1.0], high=[1.0, 1.0], basis=["d", "d"])
    assert list(home.at_home(TOTALS, away, PEOPLE)["year"]) == [2010]


@given(
    st.tuples(*[st.floats(0, 1)] * 3),
    st.floats(1, 1e5), st.floats(1, 1e5), st.floats(0, 1e5), st.floats(0, 1e5),
    st.floats(1e5, 1e7), st.floats(1e5, 1e7),
)  # fmt: skip
def test_every_true_state_lies_in_the_interval(place, t1, t2, a1, a2, p1, p2):
    """Wherever total, abroad and people lie in their intervals, doctors at home lie in theirs."""
    ends = [sorted(pair) for pair in ((t1, t2), (a1, a2), (p1, p2))]
    total, away, people = (
        low + share * (high - low) for share, (low, high) in zip(place, ends, strict=True)
    )
    parts = [frame(year=[2000], low=[low], high=[high]) for low, high in ends]
    row = home.at_home(parts[0], parts[1].assign(basis="d"), parts[2]).iloc[0]
    true = 1000 * max(total - away, 0) / people
    assert row["low"] <= true * (1 + 1e-9) + 1e-9
    assert true <= row["high"] * (1 + 1e-9) + 1e-9


def test_the_falls_of_the_count_add_up():
    """What is printed as each year's fall is the difference of what is printed as each count."""
    value = {
        i: tables.claim(i)["value"]
        for i in (
            "doctors-total.cuba.2021.cibercuba",
            "doctors-total.cuba.2022.cibercuba",
            "doctors-total.cuba.2023.cibercuba",
            "doctors-total.cuba.2024.cibercuba",
            "doctors-total-decrease.cuba.2024.cibercuba-a",
            "doctors-total-decrease.cuba.2024.cibercuba-b",
            "doctors-total-decrease.cuba.2023.cibercuba",
            "doctors-total-decrease.cuba.2022.14ymedio",
        )
    }
    totals = "doctors-total.cuba.{}.cibercuba".format
    for first, last, fall in (
        (2021, 2022, "2022.14ymedio"),
        (2022, 2023, "2023.cibercuba"),
        (2023, 2024, "2024.cibercuba-b"),
        (2021, 2024, "2024.cibercuba-a"),
    ):
        drop = value[f"doctors-total-decrease.cuba.{fall}"]
        assert value[totals(first)] - value[totals(last)] == drop

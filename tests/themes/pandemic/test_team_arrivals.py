"""Teams sent against an epidemic, counted by several sources, on rows checked by hand."""

import pandas as pd

from evidence import assumptions
from evidence.ledger import tables
from evidence.themes.pandemic import team_arrivals

SIZE, DOCTORS = "brigade_size_epidemic", "brigade_doctors_epidemic"


def teams(*rows: tuple[str, str, str, float, str, str]) -> pd.DataFrame:
    columns = ["id", "country_iso3", "date_start", "value", "measure", "source_id"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(value_high=float("nan"), qualifier="exact", as_of="")


def test_arrivals_by_hand():
    rows = teams(
        ("a", "ITA", "2020-03", 53, SIZE, "s"),
        ("b", "ITA", "2020-03-22", 52, SIZE, "t"),
        ("c", "ITA", "2020-04-12", 38, SIZE, "s"),
        ("d", "JAM", "2020", 290, SIZE, "s"),  # by year alone: set aside
        ("e", "JAM", "2020-03-21", 140, SIZE, "t"),
        ("f", "MTQ", "2020-06-26", 15, SIZE, "s"),
        ("g", "MTQ", "2020-06-26", 14, DOCTORS, "t"),  # doctors, where there is a size
        ("h", "SUR", "2020", 50, SIZE, "s"),  # by year alone, but nothing better
        ("i", "VEN", "2020-08-16", 230, DOCTORS, "s"),
    )
    found = team_arrivals.arrivals(rows).set_index(["country_iso3", "when"])
    assert list(found["ids"]) == [["a", "b"], ["c"], ["e"], ["f"], ["h"], ["i"]]
    team = found.loc[("ITA", "2020-03-22")]
    assert (team["lowest"], team["highest"], team["sources"], team["agree"]) == (52, 53, 2, False)
    assert found["lowest"].sum() == 52 + 38 + 140 + 15 + 50 + 230


def test_a_hedge_can_make_two_sizes_agree():
    rows = teams(
        ("a", "ZAF", "2020-04-25", 216, SIZE, "s"), ("b", "ZAF", "2020-04-26", 220, SIZE, "t")
    )
    rows.loc[1, "qualifier"] = "about"
    assert bool(team_arrivals.arrivals(rows)["agree"].item())
    rows.loc[1, ["value", "qualifier"]] = 211, "at_least"  # a limit alone, as stated in sums
    assert team_arrivals.arrivals(rows)["highest"].item() == 216
    rows.loc[1, ["value", "qualifier"]] = 210, "more_than"
    assert team_arrivals.arrivals(rows)["highest"].item() == 220


def test_the_gap_is_one_parameter():
    rows = teams(("a", "AND", "2020-03-01", 9, SIZE, "s"), ("b", "AND", "2020-03-08", 9, SIZE, "t"))
    assert len(team_arrivals.arrivals(rows)) == 1
    with assumptions.assumed(arrival_days=6):
        assert len(team_arrivals.arrivals(rows)) == 2


def test_no_team_to_china_in_the_ledger():
    """The chapter says so in words; a new row must change them."""
    sent = tables.claims(measure=[SIZE, DOCTORS], country_iso3="CHN")
    assert sent.empty


def test_the_table_of_sizes_links_each_statement():
    arrived = pd.DataFrame(
        {
            "country_iso3": ["ITA"],
            "when": ["2020-03-22"],
            "ids": [["brigade-doctors-epidemic.italy.2020-06.cubasi"]],
        }
    )
    table = team_arrivals.sizes_table(arrived)
    row = table.iloc[0]
    assert list(row[["country", "arrived", "members"]]) == [
        "Italy", "22 March 2020", "{claim}`brigade-doctors-epidemic.italy.2020-06.cubasi`",
    ]  # fmt: skip

"""What each total of countries counts, and which of them the range of the verdict holds."""

import csv

from evidence.ledger import tables
from evidence.themes.countries import ever
from evidence.themes.countries import verdict as verdicts
from evidence.weigh import sure

OF_DOCTORS = "cumulative-countries-doctors.2025-06.associated-press"


def test_the_table_has_every_total_and_says_what_it_counts(monkeypatch):
    shown = {}
    monkeypatch.setattr(
        "evidence.show.worded", lambda rows, _, name, **__: shown.update({name: rows})
    )
    ever.show_history()
    rows = shown["tab-history"].set_index("id")
    assert rows.loc[OF_DOCTORS, "counts"] == "countries ever served by doctors"
    assert rows.loc["cumulative-countries.2000.wikipedia", "counts"] == "longer postings only"
    assert rows.loc["cumulative-countries.2021-02-23.prensa-latina", "counts"] == (
        "countries ever served"
    )


def test_the_range_holds_every_total_of_the_state_of_its_kind_by_hand():
    # the Cuban state's numbers since 2018 in the table, whoever printed them
    rows = sure.outside(ever.stated())
    rows = rows[(rows["origin"] == "Cuban state") & (rows["as_of"] >= "2018")]
    assert set(rows["value"]) == {130, 150, 164, 165}
    how = sure.running_total(ever.stated(), ever.SINCE, 164)
    _, fills = verdicts.running_count(ever.own(), ever.SINCE, 164, how)
    assert fills["range"] == "130 to 165"


def test_the_number_of_countries_of_doctors_is_left_out_with_a_reason():
    with (tables.DATA / "passages.csv").open(encoding="utf-8", newline="") as file:
        passages = {row["claim"]: row["passage"] for row in csv.DictReader(file)}
    assert "doctors to more than 70 countries" in passages[OF_DOCTORS]
    assert OF_DOCTORS not in set(ever.stated()["id"])
    assert tables.claim("cumulative-countries.2025-06.associated-press")["id"] == OF_DOCTORS

"""The doctors that there were to send, and the stay in single countries, by a simpler reckoning."""

import pytest
from raw_rows import value

from evidence.ledger import tables
from evidence.reckon import flows
from evidence.themes.professionals import country_stays, every_doctor, tours


def test_the_doctors_sent_exceed_those_there_were_by_hand():
    most = value("doctor-graduates-cumulative.cuba.2019.prensa-latina") + value(
        "doctors-total.cuba.1959-01.stored-copy-at"
    )
    sent = value("cumulative-doctors.2018.adelante")
    foreign = value("elam-graduates.elam.2019-12.icrt-notinet")
    left = value("doctors-emigrated.cuba.1959.marxism-leninism-today")
    assert (most, sent) == (177_648, 183_338)
    assert every_doctor.excess() == (sent - most, sent - (most - foreign - left))
    assert every_doctor.excess()[0] == 5_690
    # the total and its doctors are one source's, and the graduates are counted to a later year
    source = {tables.claim(f"cumulative-{what}.2018.adelante")["source_id"]
              for what in ("workers", "doctors", "missions")}  # fmt: skip
    assert len(source) == 1


def test_fewer_graduates_would_leave_no_room_and_more_would(monkeypatch):
    stated = every_doctor.stated
    more = {"graduated": (177_053, 177_053)}  # 171,362 and 5,691 more
    monkeypatch.setattr(every_doctor, "stated", lambda part: more.get(part) or stated(part))
    assert every_doctor.every_doctor(every_doctor.excess()) == "perhaps more"


def test_the_study_s_average_is_its_workers_at_two_years_each():
    workers, average = "cumulative-workers.2000.wikipedia", "mean-workers-abroad-per-year.2000"
    assert value(workers) * 2 / 40 == value(f"{average}.wikipedia")


def test_the_stay_in_a_country_by_hand():
    # a thousand people at mid-2010, to mid-2012, from nobody at mid-2008: a triangle or a block
    total = tables.claim("mission-cumulative.venezuela.2021-04.prensa-latina")
    found = country_stays.stays().set_index("iso3")
    start, end = flows.decimal_year(total["date_start"]), flows.decimal_year(total["as_of"])
    values = tables.claims(measure=["mission_stock"], country_iso3="VEN").query("as_of != ''")
    mean = values["value"].mean()
    simple = mean * (end - start) / total["value"]
    assert found.loc["VEN", "stay_low"] <= simple <= found.loc["VEN", "stay_high"]
    assert 2.5 < simple < 3.5
    assert found.loc["HTI", "years_high"] < found.loc["BRA", "years_low"]


def test_missions_for_each_worker():
    each = value("cumulative-missions.2018.adelante") / value("cumulative-workers.2018.adelante")
    assert tours.missions_each() == pytest.approx(each)

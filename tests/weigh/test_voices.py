"""Whose figure a claim is: one state is one origin, by whatever name it speaks."""

import pandas as pd
import pytest
from raw_rows import read

from evidence.ledger import tables
from evidence.weigh import voices


def origin(who: str) -> str:
    return voices.origin_of(pd.Series([who])).item()


@pytest.mark.parametrize(
    "who",
    ["MINSAP", "ONEI via AFP", "BioCubaFarma director", "Regla Angulo, deputy health minister",
     "state media statistics", "Roberto Morales, vice-president", "EFE, ACN", "Cuban officials"],
)  # fmt: skip
def test_the_cuban_state_by_its_many_names(who):
    assert origin(who) == voices.CUBAN_STATE


@pytest.mark.parametrize(
    "who", ["USCIS, via CiberCuba", "CIA", "US State Department", "Marco Rubio / State Department"]
)
def test_the_united_states_by_its_many_names(who):
    assert origin(who) == voices.US_GOVERNMENT


@pytest.mark.parametrize(
    "who",
    ["CiberCuba", "Angolan health minister", "Kenya health ministry",
     "Cuban journal article", "Colombian migration agency, via Los Angeles Times"],
)  # fmt: skip
def test_others_are_neither(who):
    assert origin(who) not in (voices.CUBAN_STATE, voices.US_GOVERNMENT, voices.UNKNOWN)


@pytest.mark.parametrize("who", ["", "unnamed critics", "unnamed experts, via US State Department"])
def test_nobody_is_no_origin(who):
    assert origin(who) == voices.UNKNOWN


def test_a_voice_that_is_not_known_is_refused():
    with pytest.raises(KeyError, match=r"no voice 'a friend' in data/voices\.csv: add a row"):
        origin("a friend")


def test_every_voice_speaks_in_some_claim_as_noted_or_as_corrected():
    noted = {row["attributed_to"] for row in read("claims")}
    corrected = set(tables.claims()["attributed_to"])
    assert set(tables.table("voices")["voice"]) == (noted | corrected) - {""}


def test_the_ledger_s_names_of_one_ministry_are_one_origin():
    rows = voices.with_origins(
        tables.claims(
            id=[
                "polyclinics.cuba.2026-01.minsap",
                "medicines-missing.cuba.2018.oncuba-news",
                "basic-work-groups.cuba.2026-01.minsap",
                "cumulative-workers.2018-11.solvision",
            ]
        )
    )
    assert set(rows["origin"]) == {voices.CUBAN_STATE}


def test_one_survey_group_is_one_origin_and_a_carrier_is_none():
    rows = tables.claims(
        id=[
            "health-medicines-worry-share.cuba.2025-07.prensa-libre-independiente",
            "medicine-not-found-in-pharmacy-share.cuba.2021-07.ocb-pangea-cms",
            "polyclinics.cuba.2008-05.works-in-progress",
            "cumulative-workers.2000.wikipedia",
        ]
    )
    named = voices.with_origins(rows).set_index("id")["origin"]
    assert (
        named["health-medicines-worry-share.cuba.2025-07.prensa-libre-independiente"]
        == named["medicine-not-found-in-pharmacy-share.cuba.2021-07.ocb-pangea-cms"]
        == "OCDH"
    )
    assert named["polyclinics.cuba.2008-05.works-in-progress"] == "WHO"
    assert named["cumulative-workers.2000.wikipedia"] == "2007 academic study"


def test_an_echo_of_a_state_that_names_nobody_is_the_state_s():
    # an ally's page repeats cumulative-workers.2022-05-23.prensa-latina-a, in which an agency
    # of the state names nobody
    (origin,) = voices.with_origins(
        tables.claims(id="cumulative-workers.2022-05.peoples-dispatch")
    )["origin"]
    assert origin == voices.CUBAN_STATE


def test_a_count_that_a_carrier_breaks_is_the_counter_s():
    # a news agency broke the count; on air beside its reporter the two offices are named
    names = ["parole-approvals.united-states.2016-01.pbs-newshour"]
    (origin,) = voices.with_origins(tables.claims(id=names))["origin"]
    assert origin == voices.US_GOVERNMENT


def test_bodies_that_share_their_data_are_one_origin():
    assert {origin(who) for who in ("PAHO", "WHO", "PAHO/WHO", "World Bank")} == {"WHO"}


@pytest.mark.parametrize(
    ("relay", "counter"),
    [
        ("UN Special Rapporteurs, via the Inter-American Commission", "Prisoners Defenders"),
        ("European Parliament resolution", "Prisoners Defenders"),
        ("Cuban and Venezuelan governments", voices.CUBAN_STATE),
        ("unnamed experts, via US State Department", voices.UNKNOWN),
    ],
)
def test_a_relay_is_the_echo_of_whom_it_relays_on_every_side(relay, counter):
    assert origin(relay) == counter


def test_the_bodies_of_every_state_are_one_origin():
    """A minister, a gazette and a ministry of one country; the words for its state are in `why`."""
    rows = tables.table("voices")
    for country in ("Angola", "Brazil", "Venezuela", "Mexic", "Kenya", "Jamaica", "Algeria"):
        some = rows[rows["voice"].str.contains(country) & rows["side"].isin(
            ["host_government", "cuba_allied"])]  # fmt: skip
        assert some["origin"].nunique() <= 1, country


def test_a_sum_that_who_sues_has_not_counted_has_no_known_origin():
    ids = [
        "host-pays-total-usd.brazil.2020-06.wall-street-journal",
        "worker-share-host-payment.brazil.2020-06.wall-street-journal",
    ]
    named = voices.with_origins(tables.claims(id=ids)).set_index("id")["origin"]
    assert list(named[ids]) == [voices.UNKNOWN, "plaintiffs, Matos v. PAHO"]

"""Whose figure a claim is: one state is one origin, by whatever name it speaks."""

import pytest

from evidence import origins, tables


@pytest.mark.parametrize(
    "who",
    ["MINSAP", "ONEI via AFP", "BioCubaFarma director", "Regla Angulo, deputy health minister",
     "state media statistics", "Roberto Morales, vice-president", "EFE, ACN", "Cuban officials"],
)  # fmt: skip
def test_the_cuban_state_by_its_many_names(who):
    assert origins.CUBAN.search(who)
    assert not origins.UNITED_STATES.search(who)


@pytest.mark.parametrize(
    "who", ["USCIS, via CiberCuba", "CIA", "US State Department", "Marco Rubio / State Department"]
)
def test_the_united_states_by_its_many_names(who):
    assert origins.UNITED_STATES.search(who)
    assert not origins.CUBAN.search(who)


@pytest.mark.parametrize(
    "who",
    ["NACLA", "CiberCuba", "OnCuba News", "Cuban Doctors Human Rights", "Angolan health minister",
     "Cuban staff interviewed", "Kenya health ministry", "Colombian migration agency"],
)  # fmt: skip
def test_others_are_neither(who):
    assert not origins.CUBAN.search(who)
    assert not origins.UNITED_STATES.search(who)


def test_the_ledger_s_names_of_one_ministry_are_one_origin():
    rows = origins.with_origins(tables.claims(id=["hs_fa_017", "hs_ms_002", "hs_fa_018", "X006"]))
    assert set(rows["origin"]) == {origins.CUBAN_STATE}


def test_one_survey_group_is_one_origin_and_a_carrier_is_none():
    rows = tables.claims(id=["hs_wc_008", "hs_ms_017", "hs_fa_009", "S0012"])
    named = origins.with_origins(rows).set_index("id")["origin"]
    assert named["hs_wc_008"] == named["hs_ms_017"] == "OCDH"
    assert named["hs_fa_009"] == "WHO"
    assert named["S0012"] == "2007 academic study"


def test_an_echo_of_a_state_that_names_nobody_is_the_state_s():
    # an ally's page repeats S0279, in which an agency of the state names nobody
    (origin,) = origins.with_origins(tables.claims(id="S0306"))["origin"]
    assert origin == origins.CUBAN_STATE

"""No rule made for one side: with the sides swapped in all tables, outcomes mirror."""

import pandas as pd
import pytest

from evidence.ledger import tables
from evidence.themes.abroad import abroad
from evidence.themes.critics import claim_sides
from evidence.weigh import calibrated, sure, voices

SIDES = {
    "cuban_state": "us_government", "us_government": "cuban_state",
    "cuba_allied": "cuba_critical", "cuba_critical": "cuba_allied",
}  # fmt: skip
STATES = {voices.CUBAN_STATE: voices.US_GOVERNMENT, voices.US_GOVERNMENT: voices.CUBAN_STATE}
ARGUMENTS = {"accusation": "defence", "defence": "accusation"}
MEASURES = [
    "cumulative_workers",
    "cumulative_countries",
    "workers_abroad",
    "host_countries",
    "parole_approvals",
    "testimonies_submitted",
    "lives_saved",
    "sanctions_added",
]


@pytest.fixture
def mirrored(monkeypatch):
    """The tables with the two states, their allies and the two arguments swapped."""
    real = tables.table

    def table(name: str) -> pd.DataFrame:
        rows = real(name)
        swaps = {
            "voices": {"origin": STATES, "side": SIDES},
            "sources": {"stake": SIDES},
            "measures": {"argument": ARGUMENTS},
        }.get(name, {})
        return rows.assign(**{c: rows[c].replace(swap) for c, swap in swaps.items()})

    def turn():
        monkeypatch.setattr(tables, "table", table)

    return turn


def mirror(origins: list[str]) -> list[str]:
    return sorted(STATES.get(name, name) for name in origins)


def weighed() -> dict[str, tuple]:
    """What weigh says of the number of each claim, held against all others of its measure."""
    found = {}
    for measure in MEASURES:
        rows = tables.claims(measure=measure).query("qualifier != 'vague'")
        for claim in rows.head(4).itertuples():
            how = sure.held_against(rows, (claim.value, claim.value))
            words = tuple(how[["evidence", "agreement", "confidence", "near", "fitting", "claims"]])
            found[claim.id] = (*words, how["origins"])
    return found


def test_the_weighing_mirrors(mirrored):
    before = weighed()
    mirrored()
    after = weighed()
    assert {i: how[:-1] for i, how in after.items()} == {i: how[:-1] for i, how in before.items()}
    assert {i: how[-1] for i, how in after.items()} == {i: mirror(h[-1]) for i, h in before.items()}
    both = {name for how in before.values() for name in how[-1]}
    assert set(STATES) <= both  # else nothing was swapped


def test_who_stands_nearer_to_a_count_mirrors(mirrored):
    before = claim_sides.criteria(claim_sides.rows())
    mirrored()
    after = claim_sides.criteria(claim_sides.rows())
    swapped = {"accusations": "defences", "defences": "accusations", "neither": "neither"}
    assert list(after["lead"]) == [swapped[lead] for lead in before["lead"]]
    assert list(after["accusation"]) == list(before["defence"])
    assert list(after["defences"]) == list(before["accusations"])


@pytest.mark.parametrize("ends", [(27.0, 27.9), (28.0, 29.0), (33.5, 50.5)])
def test_a_floor_is_judged_alike_whichever_state_states_it(ends):
    def outcome(first: str, second: str) -> str:
        rows = pd.DataFrame({"low": [28.0, ends[0]], "high": [35.0, ends[1]], "grade": "A"})
        rows = rows.assign(measure="workers_abroad", scope="world", country_iso3="")
        return abroad.stated_floor(28.0, rows.assign(origin=[first, second]))[0]

    assert outcome(*STATES) == outcome(*reversed(STATES))


def test_a_rule_that_asked_for_one_side_would_be_seen(mirrored, monkeypatch):
    real = calibrated.weigh

    def partial(claims: pd.DataFrame, fits: "pd.Series[bool]") -> pd.Series:
        return real(claims[claims["origin"] != voices.US_GOVERNMENT], fits[claims["origin"]
                    != voices.US_GOVERNMENT])  # fmt: skip

    monkeypatch.setattr(calibrated, "weigh", partial)
    before = weighed()
    mirrored()
    assert {i: how[:-1] for i, how in weighed().items()} != {i: h[:-1] for i, h in before.items()}

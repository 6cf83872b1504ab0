"""Which claims bear and which fit: small ledgers, then the real one."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.ledger import tables
from evidence.themes.timeline import dates
from evidence.weigh import sure


def rows(ids: list[str]) -> pd.DataFrame:
    return tables.claims(id=ids)


def test_a_document_is_no_evidence_for_itself():
    assert list(
        sure.outside(rows(["pb-countries", "cumulative-countries.2019-05.radio-habana-cuba"]))["id"]
    ) == ["cumulative-countries.2019-05.radio-habana-cuba"]
    how = sure.of_ids(rows(["pb-countries"]), {"pb-countries"})
    assert (how["claims"], how["confidence"]) == (0, "")


def test_the_documents_are_those_of_the_numerals():
    assert set(tables.judged("documents")) == set(tables.numerals()["source_id"])


def test_a_claim_fits_where_every_number_that_it_allows_does():
    table = pd.DataFrame(
        [("a", 130.0, "exact"), ("b", 150.0, "more_than"), ("c", 164.0, "exact"),
         ("d", 164.0, "about"), ("e", 164.0, "at_least")],
        columns=["id", "value", "qualifier"],
    ).assign(value_high=np.nan)  # fmt: skip
    assert sure.within(table, (164, 170)) == {"c"}
    assert sure.within(table, (163.5, 164.5)) == {"c", "d"}
    assert sure.within(table, (164, math.inf)) == {"c", "e"}
    assert sure.within(table, (150, 160)) == {"b"}
    assert sure.within(table, (0, 129)) == set()


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.floats(0, 1e6))
def test_a_vaguer_claim_fits_no_more(value, low, width):
    def fits(high: float) -> set[str]:
        claim = {"id": ["x"], "value": [value], "value_high": [high], "qualifier": ["exact"]}
        return sure.within(pd.DataFrame(claim), (low, low + width))

    assert fits(value * 2) <= fits(value)


def test_what_can_be_either_says_nothing_alone_and_fits_nothing_beside_others():
    ids = ["workers-abroad.2014-10.reuters", "workers-abroad.2020-03.deutsche-welle"]
    vague, both = rows(ids[:1]), rows(ids)
    assert sure.held_against(vague, (55_000, 55_000))["claims"] == 0  # more than 50,000
    how = sure.held_against(both, (28_729, 55_000))
    assert (how["fitting"], how["claims"]) == (1, 2)
    assert sure.held_against(both, (0, 1))["fitting"] == 0
    assert sure.held_against(both, (0, 1))["claims"] == 2  # both speak against it


def test_a_running_total_is_held_against_later_totals_its_own_number_once():
    totals = tables.claims(measure="cumulative_countries", scope="world")
    some = totals[
        totals["id"].isin(
            [
                "cumulative-countries.2014-05.radio-habana-cuba",  # earlier
                "cumulative-countries.2019-05.radio-habana-cuba",
                "cumulative-countries.2020-02.escambray",  # the same number of the same state
                "cumulative-countries.2021-02-23.prensa-latina",
                "cumulative-countries.2022-05.prensa-latina",
                "cumulative-countries.2026-03.in-defence-marxism",  # by nobody, far from a count
            ]
        )
    ]
    how = sure.running_total(some, "2018", 164)
    # the state's own later totals differ, so it speaks neither way; nobody is another
    assert (how["fitting"], how["split"], how["claims"]) == (0, 1, 2)
    assert how["origins"] == ["Cuban state"]
    assert sure.running_total(some, "2018", 150)["fitting"] == 1
    assert sure.running_total(some, "2018", 130)["fitting"] == 2
    assert sure.running_total(some, "2018", 170)["split"] == 0


def table(*rows: tuple[str, str, str, int, str]) -> pd.DataFrame:
    """Claims of a start or a documented figure: id, measure, country, value, date."""
    found = pd.DataFrame(rows, columns=["id", "measure", "country_iso3", "value", "as_of"])
    return found.assign(
        topic="timeline", scope="country", date_start=found["as_of"], date_end="",
        source_id=found["id"], qualifier="exact", value_high=np.nan,
        value=found["value"].astype(float),
    )  # fmt: skip


DOCUMENTED = [
    ("pb-first-mission", "mission_start_year_long_term", "DZA", 1963, "1963"),
    ("pb-duration", "programme_duration", "CUB", 57, "2020"),
    ("pb-brigade-2005", "brigade_founding_year", "CUB", 2005, "2005"),
    ("pb-reeve-1868", "namesake_service_year", "CUB", 1868, "1868"),
    ("pb-castro-2005", "statement_year", "CUB", 2005, "2005"),
    ("pb-first-european", "first_acceptance_event", "ITA", 1, "2020"),
    ("italy", "mission_start_year_epidemic", "ITA", 2020, "2020-03-22"),
]


def weighed(*others: tuple[str, str, str, int, str]) -> pd.DataFrame:
    claims = table(*DOCUMENTED, *others)
    return dates.bearing_on_dates(claims, tables.table("countries")).set_index("id")


@pytest.mark.parametrize(
    ("other", "bears", "fits"),
    [
        (("DZA", 1963), True, True),
        (("DZA", 1962), True, False),
        (("PRT", 1961), True, False),  # earlier elsewhere
        (("PRT", 2009), False, False),
    ],
)
def test_what_bears_on_the_first_mission(other, bears, fits):
    place, year = other
    found = weighed(("x", "mission_start_year_long_term", place, year, str(year)))
    row = found.loc["pb-first-mission"]
    assert ("x" in row["bears"], "x" in row["fits"]) == (bears, fits)


def test_what_bears_on_the_length_and_the_brigade():
    found = weighed(
        ("x", "mission_start_year_long_term", "DZA", 1962, "1962"),
        ("f", "contingent_founding_size", "CUB", 1500, "2005-09"),
        ("g", "contingent_founding_size", "CUB", 1500, "2006"),
    )
    assert found.loc["pb-duration", "bears"] == ["x", "pb-first-mission"]
    assert found.loc["pb-duration", "fits"] == ["pb-first-mission"]
    assert found.loc["pb-brigade-2005", "bears"] == ["f", "g"]
    assert found.loc["pb-brigade-2005", "fits"] == ["f"]
    assert found.loc["pb-reeve-1868", "bears"] == []


def test_what_bears_on_the_first_in_europe():
    later = ("l", "mission_start_year_epidemic", "AND", 2020, "2020-03-29")
    earlier = ("e", "mission_start_year_epidemic", "PRT", 2014, "2014-08")
    work = ("w", "mission_start_year_long_term", "PRT", 2009, "2009-08")  # no team
    alone = weighed(later, work).loc["pb-first-european"]
    assert (alone["bears"], alone["fits"]) == (["l"], ["l"])
    both = weighed(later, earlier).loc["pb-first-european"]
    assert (both["bears"], both["fits"]) == (["e"], [])


def test_every_weighed_date_has_its_bearing():
    claims, countries = tables.claims(), tables.table("countries")
    found = dates.bearing_on_dates(claims, countries)
    assert list(found["id"]) == list(dates.weighed(claims, countries)["id"])
    assert all(set(row.fits) <= set(row.bears) for row in found.itertuples())


def test_a_cuban_minister_speaks_for_the_cuban_state():
    found = sure.outside(rows(["cumulative-countries.2018.adelante"]))
    assert list(found["origin"]) == ["Cuban state"]


def test_a_total_said_again_is_no_other():
    kept = sure.totals_once(
        rows(
            [
                "cumulative-countries.2019-05.radio-habana-cuba",
                "cumulative-countries.2018.adelante",
                "cumulative-countries.2021-02-23.prensa-latina",
                "cumulative-countries.undated.embassy-tanzania-in",  # 164, without a date
            ]
        )
    )
    assert list(kept["as_of"]) == ["2018", "2021-02-23"]

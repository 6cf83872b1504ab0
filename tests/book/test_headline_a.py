"""The headline results of three chapters again, by a simpler reckoning from the raw rows.

Nothing here uses the book's reader or its intervals for the simple side: single values as printed
in the files, plain arithmetic, and the verdict that follows from it.
"""

import math

import pandas as pd
import pytest
from raw_rows import ROWS, read
from weighed import weighed

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon import bounds, doctors, flows, totals
from evidence.show import say
from evidence.themes.abroad import abroad
from evidence.themes.home import access, facilities, home
from evidence.themes.professionals import verdict as professionals_verdict
from evidence.weigh import voices


def file(name: str, **wanted: str) -> list[dict]:
    """Rows of a file as text, claims with their corrections, narrowed by the columns given."""
    rows = ROWS.values() if name == "claims" else read(name)
    return [r for r in rows if all(r[k] == v for k, v in wanted.items())]


def value(claim_id: str) -> float:
    (row,) = file("claims", id=claim_id)
    return float(row["value"])


def bank(indicator: str, year: int) -> float:
    (row,) = file("indicators", iso3="CUB", indicator=indicator, year=str(year))
    return float(row["value"])


def inside(simple: float, row: pd.Series, low: str = "low", high: str = "high") -> bool:
    """Whether the simple value lies in the interval, but for the rounding of a published series."""
    return row[low] * 0.999 <= simple <= row[high] * 1.001


# more than 28,000 abroad in 2019


def test_the_floor_of_2019_rests_on_one_origin():
    rows = file("claims", measure="workers_abroad", scope="world")
    # a range that somewhere is laid to Cuban officials is Cuban wherever it is printed
    cuban = {
        (r["value"], r["value_high"])
        for r in rows
        if r["attributed_to"].startswith(("Cuban", "Jose"))
    }
    rows = [r for r in rows if r["as_of"].startswith("2019") and r["id"] != "pb-abroad-2019"]
    american = [r for r in rows if r["attributed_to"].startswith("US ")]
    lowest = min(float(r["value"]) for r in rows)
    assert american
    assert all((r["value"], r["value_high"]) in cuban for r in american)
    simple = "supported with a caveat" if lowest >= value("pb-abroad-2019") else "disputed"
    claims = tables.claims(measure="workers_abroad", scope="world")
    claims = claims[claims["as_of"].str.startswith("2019") & (claims["id"] != "pb-abroad-2019")]
    second = abroad.second_hand(claims, tables.claims(), tables.table("repeats"))
    named = voices.with_origins(claims)
    rows = named.assign(origin=named["origin"].mask(second, voices.CUBAN_STATE))
    assert set(rows["origin"]) == {voices.CUBAN_STATE, voices.UNKNOWN}
    rows = bounds.with_bounds(rows).assign(grade="C")
    outcome, _ = abroad.stated_floor(value("pb-abroad-2019"), rows)
    assert outcome == "one counter"
    assert say.text("abroad", "stated_floor", outcome, "verdict") == simple


# doctors abroad and at home

COUNTS = {
    2007: ("doctors-abroad.2007.wikipedia", "doctors-total.cuba.2007.who-gho"),
    2014: ("doctors-abroad.2014-05.radio-habana-cuba", "doctors-total.cuba.2014.who-gho"),
    2020: ("doctors-abroad.2020-03.europa-press", None),
}


def by_hand(year: int) -> tuple[float, float]:
    """Percent of all doctors abroad, and doctors at home per 1,000, from one row each."""
    away, counted = COUNTS[year]
    people = bank("SP.POP.TOTL", year)
    every = value(counted) if counted else bank("SH.MED.PHYS.ZS", year) * people / 1000
    return 100 * value(away) / every, 1000 * (every - value(away)) / people


def reckoned() -> pd.DataFrame:
    rows = tables.table("indicators").query("iso3 == 'CUB' and indicator == 'SP.POP.TOTL'")
    people = home.inhabitants(tables.claims(measure="population", scope="cuba"), rows)
    workers = flows.stock_envelope(tables.claims(measure="workers_abroad", scope="world"))
    total = doctors.ledger_totals()
    away = doctors.by_year(
        doctors.ledger_counts(),
        tables.claims(measure="doctor_share_of_workers_abroad"),
        tables.claims(measure="share_of_doctors_abroad"),
        workers,
        total,
    )
    return home.at_home(total, away, people).set_index("year")


@pytest.mark.parametrize("year", list(COUNTS))
def test_doctors_at_home_and_their_share_abroad(year):
    share, at_home = by_hand(year)
    row = reckoned().loc[year]
    assert inside(share, row, "share_low", "share_high")
    assert inside(at_home, row)


def test_high_numbers_of_doctors_abroad():
    shares = [by_hand(year)[0] for year in COUNTS]
    years = reckoned().query("basis == @doctors.DOCTORS")
    span = years["share_low"].min(), years["share_high"].max()
    outcome, _ = home.share_abroad(span)  # "high" has no least number
    assert say.text("home", "share_abroad", outcome, "verdict") == "no number to check"
    assert span[0] * 0.999 <= min(shares) <= max(shares) <= span[1]


def test_lower_numbers_at_home():
    people = bank("SP.POP.TOTL", 2000)
    start = (
        1000
        * (
            value("doctors-total.cuba.2000.who-gho")
            - value("mean-workers-abroad-per-year.2000.wikipedia")
        )
        / people
    )  # doctors less the mean abroad
    first, last = by_hand(2007)[1], by_hand(2020)[1]
    way = {True: "rose", False: "fell"}
    moves = [way[b > a] for a, b in [(start, first), (first, last), (start, last)]]
    assert moves == ["fell", "rose", "rose"]
    years = reckoned()
    ends = [(years.loc[y, "low"], years.loc[y, "high"]) for y in (2007, 2020)]
    assert home.trend(*ends) == moves[1]
    # the chapter's interval for 2000 runs from this to none abroad
    before = start, 1000 * value("doctors-total.cuba.2000.who-gho") / people
    assert home.trend(before, ends[0]) == moves[0]
    # a country alone is said to have had more doctors in 2020 than the world count, which is then
    # the least: at its highest the end of 2020 is no longer above the start
    assert ends[1][0] < before[1] < last <= ends[1][1]
    assert home.trend(before, ends[1]) == "not decided"
    outcome, _ = home.thinner((15.0, 20.0), *moves, (2000, 2007, 2020), "")
    assert outcome == "not decided"  # two directions, and nobody knows what would have been


def test_fewer_doctors_in_all_than_were_at_home():
    left = last_heads() - value("doctors-abroad.2020-03.europa-press")
    newest = max(file("claims", measure="doctors_total", scope="cuba"), key=lambda r: r["as_of"])
    assert newest["as_of"] == "2024"
    assert float(newest["value"]) < left
    counted = (float(newest["value"]),) * 2
    outcome, fills = home.since((left, left), counted, "not decided", 2020, 2024)
    assert outcome == "fewer"
    assert fills["became"] == "cannot be said to have become fewer or more"
    # nobody abroad and the fewest people: more for the population than in 2020
    people = min(float(r["value"]) for r in file("claims", measure="population", scope="cuba")
                 if r["as_of"].startswith("2024"))  # fmt: skip
    assert 1000 * counted[0] / people > by_hand(2020)[1]
    assert home.trend((by_hand(2020)[1],) * 2, tuple(reckoned().loc[2024, ["low", "high"]])) == (
        "not decided"
    )


def last_heads() -> float:
    """All doctors in the count of 2020, from the World Bank's density and population."""
    return bank("SH.MED.PHYS.ZS", 2020) * bank("SP.POP.TOTL", 2020) / 1000


# layers, waits, hardships


@pytest.mark.parametrize(
    ("measure", "moved"),
    [("family_doctor_offices", "fell"), ("polyclinics", "held"), ("hospitals", "fell")],
)
def test_layers_of_care(measure, moved):
    rows = file("claims", measure=measure)
    assert len({r["source_id"] for r in rows}) >= 2
    dated = sorted((r["as_of"], float(r["value"])) for r in rows if r["as_of"])
    lost = 1 - dated[-1][1] / max(v for _, v in dated)
    assert ("fell" if lost > assumptions.held / 100 else "held") == moved
    peak = facilities.since_peak(tables.claims(measure=measure))
    assert math.isclose(peak["change"], -100 * lost, abs_tol=1e-9)
    assert facilities.moved(peak["change"]) == moved


def test_waiting_is_counted_by_nobody():
    near = {r["source_id"]: r["nearness"] for r in file("sources")}
    measures = ["waiting_time", "polyclinic_wait", "hospital_bed_wait"]
    rows = [r for m in measures for r in file("claims", measure=m)]
    counted = [r for r in rows if r["scope"] == "cuba" and near[r["source_id"]] == "counter"]
    others = [r for r in rows if r["id"] != "pb-waiting-times"]
    assert not counted
    assert {r["as_of"][:4] for r in others} == {"2021"}  # single accounts, none of them of a year
    assert access.unmeasured(len(counted), len(others), "waits")[0] == "accounts"


def test_continuity_is_told_by_the_article_alone():
    rows = file("claims", measure="interviewees_reporting")
    assert [r["id"] for r in rows] == ["pb-continuity"]
    assert access.unmeasured(0, len(rows) - 1, "continuity")[0] == "nobody else"


def test_hardships_are_stated_by_both_sides():
    shortages = ["essential_medicines_available_share", "medicine_not_found_in_pharmacy_share"]
    said = {r["attributed_to"]: float(r["value"]) for m in shortages
            for r in file("claims", measure=m)}  # fmt: skip
    assert said["Cuban health minister"] < 50  # percent of the list there
    assert said["OCDH survey, n=1,141"] > 50  # percent who did not find theirs
    claims = voices.with_origins(tables.claims(measure=shortages))
    assert access.states_shortage(claims).all()
    assert access.shortages(set(claims["origin"]), weighed(2, 2)) == "both sides"


# more than 400,000


def mean_stock(start: int, end: int) -> float:
    """The mean over years of the mean stock stated for a year; years without one are passed by."""
    rows = file("claims", measure="workers_abroad", scope="world")
    years = [
        [float(r["value"]) for r in rows if r["as_of"].startswith(str(y)) and r["value"]]
        for y in range(start, end + 1)
    ]
    means = [sum(stated) / len(stated) for stated in years if stated]
    return sum(means) / len(means)


def test_the_total_of_professionals():
    stays, total = {}, "cumulative-workers.2018.adelante"
    for earlier, start, years in [
        ("cumulative-workers.2008.association-study-cuban", 2008, 10.0),
        ("cumulative-workers.2014-05.radio-habana-cuba", 2014, 4.1),
    ]:
        stays[earlier] = mean_stock(start, 2018) * years / (value(total) - value(earlier))
    least, most = assumptions.tour()
    assert least < stays["cumulative-workers.2008.association-study-cuban"] < most  # time enough
    # not time enough: the two conflict
    assert stays["cumulative-workers.2014-05.radio-habana-cuba"] < least
    stock = flows.stock_envelope(tables.claims(measure="workers_abroad", scope="world"))
    tests = totals.implied_tours(tables.claims(id=[*stays, total]), stock)
    tests = tests[tests["later"] == total].set_index("earlier")
    for earlier, stay in stays.items():
        row = tests.loc[earlier]
        assert row["tour_low"] <= stay <= row["tour_high"]
    # the doctors alone decide: more were sent than graduated or were there before
    there_were = value("doctor-graduates-cumulative.cuba.2019.prensa-latina") + value(
        "doctors-total.cuba.1959-01.stored-copy-at"
    )
    over = value("cumulative-doctors.2018.adelante") - there_were
    assert over > 0
    outcome = professionals_verdict.people_total((over, over), weighed(0, 0))
    assert say.text("professionals", "people_total", outcome, "verdict").startswith("right number")
    assert value(total) > value("pb-professionals")


def test_whose_totals_of_professionals_are_drawn():
    # read row by row: these name somebody else or nobody, and repeat no Cuban statement
    others = {
        "cumulative-workers.2000.wikipedia",
        "cumulative-workers.2012-09.monthly-review",
        "cumulative-workers.2012-07.al-jazeera",
        "cumulative-workers.2013-05.foreign-policy-blog",
        "cumulative-workers.2020-05.solidariedade-cuba-rj",
        "cumulative-workers.2020-08.cuba-solidarity-campaign",
        "cumulative-workers.2006-07.showingthetruth-blog",
        "cumulative-workers.2008-06.docslib-org",
        "cumulative-workers.2005-11.forbes",
    }
    rows = flows.dated(tables.claims(measure="cumulative_workers", scope="world"))
    found = voices.with_origins(rows)
    assert set(found.loc[found["origin"] != voices.CUBAN_STATE, "id"]) == others

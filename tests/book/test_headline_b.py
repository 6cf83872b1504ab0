"""The verdicts on countries, defections and dates again, by a simpler reckoning from raw rows.

Nothing of `evidence` reads or reckons on the simple side: rows come from the files as text.
"""

import re

import pytest
from raw_rows import ROWS, elsewhere, read
from weighed import weighed as sureness

from evidence.ledger import tables
from evidence.reckon import bounds, flows, hosts, totals
from evidence.show import say
from evidence.themes.countries import verdict as countries_verdict
from evidence.themes.defections import counted, known_years, other_readings, parole
from evidence.themes.defections import verdict as defections_verdict
from evidence.themes.timeline import beginnings, dates
from evidence.weigh import calibrated, sure


def raw(*measures: str, scope: str = "") -> list[dict]:
    """Rows of the ledger that others than the two documents state."""
    return [r for r in elsewhere(*measures) if not scope or r["scope"] == scope]


def documented(claim_id: str) -> int:
    return int(float(ROWS[claim_id]["value"]))


def lines(rows: list[dict]) -> list[dict]:
    """One row for each line of repeats: the first seen stands for the others of its root."""
    parent = {r["claim"]: r["repeats"] for r in read("repeats")}
    kept = {}
    for row in rows:
        root = row["id"]
        while root in parent:
            root = parent[root]
        if root == row["id"] or root not in kept:
            kept[root] = row
    return list(kept.values())


@pytest.fixture(scope="module")
def weighed():
    return dates.weighed(tables.claims(), tables.table("countries")).set_index("id")["verdict"]


def test_the_total_of_countries():
    stakes = {r["source_id"]: r["stake"] for r in read("sources")}
    rows = raw("cumulative_countries", scope="world")
    own = [r for r in rows if stakes[r["source_id"]] == "cuban_state" and r["as_of"] >= "2018"]
    said = any(float(r["value"]) == documented("pb-countries") for r in own)
    lower_later = any(
        float(r["value"]) < documented("pb-countries") and r["as_of"] > "2020-03" for r in own
    )
    assert said
    simple = "disputed" if lower_later else "supported"
    state = tables.sources().query("stake == 'cuban_state'")["source_id"]
    rows = tables.claims(measure="cumulative_countries", scope="world")
    rows = rows[rows["source_id"].isin(state)]
    outcome, fills = countries_verdict.running_count(
        rows, "2018", documented("pb-countries"), sureness(2, 1)
    )
    values = [float(r["value"]) for r in own]
    assert fills == {"range": f"{min(values):.0f} to {max(values):.0f}"}
    assert say.text("countries", "running_count", outcome, "verdict").startswith(simple)


def test_how_sure_the_total_of_countries_is():
    # by hand: the numbers since 2018, each of one origin once, and those of nobody once
    numbers = {
        "Cuban state": {164, 150, 130, 165},
        "Seychelles Nation": {165},
        "nobody": {169, 160},
    }
    numbers["nobody"] |= {150.5}  # "more than 150", which no other origin has as a number
    assert documented("pb-countries") in numbers["Cuban state"]
    rows = tables.claims(measure="cumulative_countries", scope="world")
    how = sure.running_total(rows, "2018", documented("pb-countries"))
    stated, nobody = documented("pb-countries"), numbers.pop("nobody")
    # who is known counts once, and fits where all its numbers do
    known = [all(n >= stated for n in some) for some in numbers.values() if some]
    assert how["fitting"] == sum(known) + sum(n >= stated for n in nobody)
    assert how["claims"] <= len(known) + len(nobody)
    assert how["evidence"] == "limited"


def test_the_hosts_before_the_pandemic():
    near = [r for r in raw("host_countries", scope="world") if r["qualifier"] == "exact"]
    eve = ("2019-11", "2019-12", "2020-01", "2020-02", "2020-03")
    said = re.compile("(exclud|leaves out).* (brigades|teams)|before the (pandemic|outbreak)", re.I)
    near = [r for r in near if r["as_of"].startswith(eve) or said.search(r["note"])
            or r["id"] == "host-countries.2020.14ymedio"]  # fmt: skip
    values = {float(r["value"]) for r in near}
    assert documented("pb-hosts-before-covid") in values
    simple = "supported" if len(values) < 3 else "disputed"  # one number among three and more
    rows = flows.dated(
        sure.without_documents(tables.claims(measure="host_countries", scope="world"))
    )
    bear = sure.outside(totals.before_teams(rows))
    assert set(bear["value"]) == values
    how = calibrated.weigh(bear, bear["value"] == documented("pb-hosts-before-covid"))
    outcome, _ = countries_verdict.agreeing(how, (min(values), max(values)))
    assert say.text("countries", "agreeing", outcome, "verdict").startswith(simple)


def test_the_count_behind_the_defections():
    # the only count near it, rounded down to thousands, is the article's number
    (total,) = [
        float(r["value"])
        for r in raw("parole_approvals")
        if r["id"] == "parole-approvals.united-states.2016-01.cuba-journal"
    ]
    assert total // 1000 * 1000 == documented("pb-defections")
    doctors = [r for r in raw("doctors_defected") if r["value"]]
    simple = "supported" if doctors else "right number, wrong label"
    stated = documented("pb-defections"), documented("pb-defections") + 1000
    outcome = defections_verdict.counted_otherwise(stated, total, counted.same_unit())
    assert say.text("defections", "counted_otherwise", outcome, "verdict") == simple


def test_every_total_of_approvals_goes_back_to_one_count():
    since = [r for r in raw("parole_approvals", "parole_personnel_approved")
             if r["date_start"].startswith("2006")]  # fmt: skip
    assert len(since) > 1
    assert [r["id"] for r in lines(since)] == [
        "parole-approvals.united-states.2016-01.cuba-journal"
    ]
    claims = tables.claims(id=[r["id"] for r in since])
    how = sure.of_ids(claims, set(claims["id"]))
    assert (how["origins"], how["evidence"]) == (["US government"], "limited")
    assert how["claims"] == len({r["value"] for r in since}) == 2  # each number once


def test_what_the_known_years_leave_of_the_approvals():
    by_id = {r["id"]: float(r["value"]) for r in read("claims") if r["value"]}
    known = (
        by_id["parole-people.united-states.2006.marti-noticias"]
        + by_id["parole-visas.united-states.2007.marti-noticias"]
        + by_id["parole-visas.united-states.2013.marti-noticias"]
        + by_id["parole-visas.united-states.2014.cibercuba"]
        + by_id["parole-approvals.united-states.2015-09.cuba-journal"]
    )
    low, high = parole.left_over(
        known_years.all_years(),
        bounds.of(tables.claim("parole-approvals.united-states.2016-01.cuba-journal")),
    )
    assert low <= by_id["parole-approvals.united-states.2016-01.cuba-journal"] - known <= high
    assert high - low < 0.02 * high


def test_doctors_only_is_less_than_the_article_says():
    # half of the workers abroad at the height of the Brazilian mission: the highest share stated
    by_id = {r["id"]: float(r["value"]) for r in read("claims") if r["value"]}
    simple = (
        by_id["parole-approvals.united-states.2016-01.cuba-journal"]
        * by_id["doctors-abroad.2014-05.radio-habana-cuba"]
        / 50000
    )
    only = other_readings.all_readings().set_index("reading")
    low, high = only.loc["doctors", ["low", "high"]]
    assert low <= simple <= high < documented("pb-defections")


def test_algeria(weighed):
    lasting = elsewhere("mission_start_year_long_term")
    before = [r for r in lasting if r["country_iso3"] != "DZA" and float(r["value"]) < 1963]
    own = [int(float(r["value"])) <= 1963 <= int(float(r["value_high"] or r["value"]))
           for r in lasting if r["country_iso3"] == "DZA"]  # fmt: skip
    assert documented("pb-first-mission") == 1963
    simple = "contradicted" if before or not any(own) else "supported"
    assert weighed["pb-first-mission"].startswith(simple)
    assert weighed["pb-first-mission"].endswith("caveat") == (any(own) and not all(own))


def test_nearly_sixty_years(weighed):
    algeria = [r for r in raw("mission_start_year_long_term") if r["country_iso3"] == "DZA"]
    relief = raw("mission_start_year_disaster")
    starts = [float(r["value"]) for r in algeria] + [min(float(r["value"]) for r in relief)]
    spans = [2020 - year for year in starts]
    top = documented("pb-duration")
    fits = [top - 5 <= span <= top for span in spans]
    simple = (
        "supported" if all(fits) else "supported with a caveat" if any(fits) else "contradicted"
    )
    assert weighed["pb-duration"] == simple


def test_the_brigade_of_2005(weighed):
    rows = [r for r in read("claims") if r["measure"].startswith("contingent_founding")]
    years = {int((r["date_start"] or r["as_of"] or r["date_end"])[:4]) for r in rows}
    assert years == {documented("pb-brigade-2005")}
    assert weighed["pb-brigade-2005"] == "supported"


@pytest.mark.parametrize(
    ("claim", "measure"),
    [("pb-reeve-1868", "namesake_service_year"), ("pb-castro-2005", "statement_year")],
)
def test_years_that_nobody_else_gives(weighed, claim, measure):
    assert (weighed[claim] == "no number to check") == (raw(measure) == [])


def test_the_first_of_its_group(weighed):
    region = {r["iso3"]: r["un_region"] for r in read("countries")}
    starts = [r for r in read("claims") if r["measure"].startswith("mission_start_year_")]
    starts = [r for r in starts if region.get(r["country_iso3"]) == "Europe"]
    starts = [r for r in starts if r["country_iso3"] != "ITA"]
    earlier = [r for r in starts if float(r["value"]) < 2020]
    same_kind = [r for r in earlier if r["measure"].endswith("epidemic")]
    simple = "contradicted" if same_kind else "supported with a caveat" if earlier else "supported"
    assert weighed["pb-first-european"] == simple


def test_the_named_by_region():
    countries = tables.table("countries")
    named = hosts.named_countries(tables.claims(), countries)
    region = {r["iso3"]: (r["un_region"], r["un_member"]) for r in read("countries")}
    seen = {r["country_iso3"] for r in read("claims")
            if r["measure"].startswith(("mission_start_year_", "presence_reported"))}  # fmt: skip
    assert seen <= set(named["iso3"])
    for name in ("Africa", "Americas", "Asia", "Europe", "Oceania"):
        fewest = sum(region[i] == (name, "1") for i in seen)
        found = ((named["un_region"] == name) & (named["un_member"] == 1)).sum()
        assert fewest <= found <= sum(place == (name, "1") for place in region.values())
    begun = beginnings.starts(tables.claims(), countries)
    assert set(begun["iso3"]) <= set(named["iso3"])

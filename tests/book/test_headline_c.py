"""The verdicts and headline numbers on money, votes, the pandemic and critics, from raw rows.

The simple side knows the files as text and nothing of `evidence`: rows as printed, with the
corrections that stand beside them, single values and plain arithmetic.
"""

import math

import pandas as pd
import pytest
from raw_rows import ECHOES, ROWS, elsewhere, read, value
from weighed import weighed

from evidence.ledger import tables
from evidence.reckon import bounds, flows
from evidence.show import say
from evidence.themes.critics import claim_sides, movements
from evidence.themes.diplomacy import offers, sanction_counts, vote_counts
from evidence.themes.money import health_income, pay_shares, paying_hosts, reading
from evidence.themes.pandemic import pandemic_deaths, team_arrivals, vaccines
from evidence.weigh import sure

# diplomacy


def test_the_vote_of_187():
    pair = {ROWS["ge-votes-for"]["value"], ROWS["ge-votes-against"]["value"]}
    assert pair == {"187", "2"}
    by_year: dict = {}
    for vote in read("votes"):
        by_year.setdefault(vote["session_year"], []).append((vote["yes"], vote["no"]))
    years = [year for year, pairs in by_year.items() if ("187", "2") in pairs]
    simple = "contradicted" if not years else "supported with a caveat"
    if len(years) == 1 and set(by_year[years[0]]) == {("187", "2")}:
        simple = "supported"
    found = vote_counts.years_with(tables.table("votes"), 187, 2)
    assert [str(y) for y in found["session_year"]] == years
    verdict = say.text("diplomacy", "undated_vote", vote_counts.undated_vote(found), "verdict")
    assert verdict == simple == "supported with a caveat"


def test_the_widest_difference_between_accounts_of_a_vote():
    given: dict = {}
    for vote in read("votes"):
        given.setdefault(vote["session_year"], []).append(int(vote["yes"]))
    simple = max(max(yes) - min(yes) for yes in given.values())
    years = vote_counts.by_year(tables.table("votes"))
    assert (years["yes_high"] - years["yes_low"]).max() == simple


def test_the_243_measures():
    rows = [r for r in elsewhere("sanctions_added") if r["value"]]
    same = [r for r in rows if r["value"] == ROWS["ge-sanctions"]["value"]]
    cuban = ("Cuban", "Johana Tablada", "MINREX")
    others = [r for r in same if not r["attributed_to"].startswith(cuban)]
    assert same
    assert not others
    differ = {r["value"] for r in rows} > {ROWS["ge-sanctions"]["value"]}
    simple = "disputed" if differ else "supported with a caveat"
    claims = sure.outside(tables.claims(id=[r["id"] for r in rows]))
    how = sure.held_against(claims, bounds.of(tables.claim("ge-sanctions")))
    outcome, fills = sanction_counts.one_counter(claims, how)
    assert say.text("diplomacy", "one_counter", outcome, "verdict").startswith(simple)
    assert fills["range"] == "240 to 250"  # "more than 240" ends there


def test_the_1500_doctors_offered():
    sizes = [int(r["value"]) for r in elsewhere("offered_brigade_size")]
    (size,) = set(sizes)
    offered = int(value("pb-katrina-offer"))
    hundreds = size // 100 * 100
    simple = {size: "supported", hundreds: "supported with a caveat"}.get(offered, "contradicted")
    made = elsewhere("offered_brigade_size", "doctors_offered")
    alike = {r["id"] for r in made if r["value"] in {"1500", "1586", "1600"}}  # cut, as is, rounded
    claims = tables.claims(id=[r["id"] for r in made])
    assert offers.of_one_count(offered, claims) == alike
    outcome = offers.offered(offered, size, sure.of_ids(claims, alike))
    verdict = say.text("diplomacy", "offered", outcome, "verdict")
    assert verdict == simple == "supported with a caveat"


@pytest.mark.parametrize(
    "claim_id",
    [
        "ge-sanctions-covid",  # many
        "ge-sanctions-biden",  # even more
        "ge-embassy-attacks",
        "ge-embassy-years",
        "pb-wary-leaders",
    ],
)
def test_figures_that_stand_alone(claim_id):
    row = ROWS[claim_id]
    others = elsewhere(row["measure"])
    claims = tables.claims(id=[r["id"] for r in others])
    # no number, or nobody else, or another can be either: nothing to check it by
    simple = "no number to check"
    if row["value"] and others:
        ends = [{float(r["value"]), float(r["value_high"] or r["value"])} for r in others]
        assert {r["qualifier"] for r in others} == {"exact"}
        if all(end == {float(row["value"])} for end in ends):
            simple = "supported"
        assert all(min(end) <= float(row["value"]) <= max(end) for end in ends)
    claim = tables.claim(claim_id)
    outcome = sanction_counts.compared(claim, sanction_counts.sure_of(claim, claims))
    assert say.text("diplomacy", "compared", outcome, "verdict") == simple


def test_hundreds_of_attempts():
    # at least 200, by the rule on words: one total is so high, all others are far below
    others = elsewhere("assassination_attempts")
    assert sorted(float(r["value"]) >= 200 for r in others) == [False] * 4 + [True]
    claims = tables.claims(id=[r["id"] for r in others])
    claim = tables.claim("ge-assassination-attempts")
    outcome = sanction_counts.compared(claim, sanction_counts.sure_of(claim, claims))
    assert say.text("diplomacy", "compared", outcome, "verdict") == "disputed, range given"


# pandemic


def test_the_52_of_the_italian_team():
    rows = [r for r in elsewhere("brigade_size_epidemic") if r["country_iso3"] == "ITA"]
    rows = [r for r in rows if "2020-04" not in (r["date_start"] or r["as_of"])]  # second team
    sizes = [float(r["value"]) for r in rows]
    same = sizes.count(value("pb-italy-team"))
    all_clinical = value("brigade-doctors-epidemic.italy.2020-06.cubasi") == value(
        "pb-italy-team"
    )  # doctors alone would be all of them
    assert len(sizes) / 2 <= same < len(sizes)
    simple = "supported with a caveat" if all_clinical else "right number, wrong label"
    how = weighed(len(sizes), same)
    found, _ = team_arrivals.team_size(how, (min(sizes), max(sizes)), clinical=False)
    assert say.text("pandemic", "team_size", found, "verdict") == simple
    (crema,) = [
        a
        for a in team_arrivals.arrivals(tables.claims(measure="brigade_size_epidemic")).itertuples()
        if "pb-italy-team" in a.ids
    ]
    assert set(crema.ids) == {r["id"] for r in rows} | {"pb-italy-team"}
    assert (crema.lowest, crema.highest) == (min(sizes), max(sizes))


def test_multiple_vaccines():
    efficacy = ("symptomatic", "severe", "death")
    rows = elsewhere(*(f"vaccine_efficacy_{word}" for word in efficacy))
    notes = [r["note"] for r in rows]
    makers = ("BioCubaFarma", "CIGB", "Finlay", "Phase 3 trial authors")
    assert all(r["attributed_to"].startswith(makers) for r in rows)
    brands = [name for name in ("Abdala", "Soberana 02") if any(name in n for n in notes)]
    simple = "supported with a caveat" if len(brands) > 1 else "contradicted"
    found = vaccines.vaccine_names([r["vaccines"] for r in read("trials")])
    assert set(brands) <= set(found)
    outcome = vaccines.products(found, {"Cuban state"})
    assert say.text("pandemic", "products", outcome, "verdict") == simple


def test_the_rise_in_deaths_of_2021():
    rise = [
        value("all-cause-deaths.cuba.2021.translating-cuba") - value(before)
        for before in (
            "all-cause-deaths.cuba.2019.translating-cuba",
            "all-cause-deaths.cuba.2020.translating-cuba",
        )
    ]
    times = [r / value("covid-deaths-yearly.cuba.2021-12.translating-cuba") for r in rise]
    before = [
        value("all-cause-deaths.cuba.2019.translating-cuba"),
        value("all-cause-deaths.cuba.2020.translating-cuba"),
    ]
    low, high = pandemic_deaths.excess(value("all-cause-deaths.cuba.2021.translating-cuba"), before)
    assert (low, high) == (min(rise), max(rise))
    assert min(times) > 2
    assert pandemic_deaths.deaths((min(times), max(times))) == "several times"


# money


def test_paid_in_cash_or_in_goods():
    kinds = ("host_pays", "host_spent", "contract_value")
    paying = {r["country_iso3"] for r in ROWS.values()
              if r["measure"].startswith(kinds) and r["topic"] in ("pay", "revenue")}  # fmt: skip
    oil = {r["country_iso3"] for r in elsewhere("oil_supply")}
    free = [float(r["value"]) for r in elsewhere("free_service_countries")]
    assert paying - oil  # cash where nothing else is recorded
    simple = "supported with a caveat" if min(free) > 0 else "supported"
    outcome = reading.payment(*(len(rows) for rows in paying_hosts.ways().values()))
    assert say.text("money", "payment", outcome, "verdict") == simple


def test_the_health_share_of_services():
    health = {r["date_start"]: float(r["value"]) for r in elsewhere("health_services_exports")
              if r["source_id"] == "E030"}  # fmt: skip
    every = {r["date_start"]: float(r["value"]) for r in elsewhere("total_services_exports")
             if r["source_id"] == "E030"}  # fmt: skip
    shares = sorted(100 * health[year] / every[year] for year in every)
    rows = health_income.yearly(tables.claims(measure=["health_services_exports"]))
    total = health_income.yearly(tables.claims(measure="total_services_exports"))
    total = total.set_index("time")
    for year, sum_of_all in every.items():
        some = rows[rows["time"] == int(year)]
        low, high = (100 * some[end] / total.loc[int(year), "value"] for end in ("low", "high"))
        assert low.min() <= 100 * health[year] / sum_of_all <= high.max()
    assert 50 < shares[0] < shares[-1] < 80


def test_what_the_fall_would_leave():
    left = value("health-services-income.2013.translating-cuba") * (
        1 - value("health-services-income-decline.2023.translating-cuba") / 100
    )
    later = bounds.of(tables.claim("health-services-income.2025.sawt-falasteen"))
    assert (
        later[0] / left
        <= value("health-services-income.2025.sawt-falasteen") / left
        <= later[1] / left
    )
    assert (
        value("health-services-income.2025.sawt-falasteen") / left > 2
    )  # the two cannot both be right without a doubling
    last = [float(r["value"]) for r in elsewhere("health_services_exports")
            if r["date_start"] == "2022"]  # fmt: skip
    assert value("health-services-income.2025.sawt-falasteen") > max(last)
    assert reading.later_sum(later, (min(last), max(last))) == "higher"


@pytest.mark.parametrize(
    ("paying", "free", "hosts"),
    [
        ("paying-countries.2013.gabitos", "free-service-countries.2013-05.saudi-gazette", 66),
        (
            "paying-countries.2016.global-health-intelligence",
            "free-service-countries.2016.global-health-intelligence",
            62,
        ),
    ],
)
def test_hosts_that_pay_and_hosts_that_do_not(paying, free, hosts):
    measures = ["paying_countries", "free_service_countries", "host_countries"]
    table = paying_hosts.balance(tables.claims(measure=measures, scope="world"))
    row = table[table["ids"].map(lambda ids: paying in ids and free in ids)].iloc[0]
    assert value(paying) + value(free) == hosts
    assert row["together"][0] <= hosts <= row["together"][1]
    assert (value(paying) > value(free)) == (row["paying"][0] > row["free"][1])


def test_the_kenyan_shares():
    fee = (
        100
        * value("worker-receives-usd.kenya.2020-10.translating-cuba")
        / (
            value("worker-receives-usd.kenya.2020-10.translating-cuba")
            + value("state-keeps-per-worker-usd.kenya.2020-10.translating-cuba")
        )
    )
    cost = (
        100
        * value("worker-receives-usd.kenya.2020-10.translating-cuba")
        / value("host-cost-per-worker-usd.kenya.2020-10.translating-cuba")
    )
    paid, kept, whole = (
        bounds.of(tables.claim(i))
        for i in (
            "worker-receives-usd.kenya.2020-10.translating-cuba",
            "state-keeps-per-worker-usd.kenya.2020-10.translating-cuba",
            "host-cost-per-worker-usd.kenya.2020-10.translating-cuba",
        )
    )
    assert pay_shares.part_beside(paid, kept) == pytest.approx((fee, fee))
    assert pay_shares.part_of(paid, whole) == pytest.approx((cost, cost))


def test_pay_in_brazil_beside_pay_at_home():
    simple = [
        value("worker-receives-usd.brazil.2014-02.midiamax-uol") / value(home)
        for home in (
            "home-pay-top-doctor-usd.cuba.2014-03-23.hispanically-speaking-news-a",
            "home-pay-top-doctor-usd.cuba.2014-03.breitbart",
        )
    ]
    both = [
        bounds.of(tables.claim(home))
        for home in (
            "home-pay-top-doctor-usd.cuba.2014-03-23.hispanically-speaking-news-a",
            "home-pay-top-doctor-usd.cuba.2014-03.breitbart",
        )
    ]
    low, high = bounds.divide(
        bounds.of(tables.claim("worker-receives-usd.brazil.2014-02.midiamax-uol")),
        bounds.hull(both),
    )
    assert math.isclose(low, min(simple))
    assert math.isclose(high, max(simple))


def test_the_shares_above_one_half():
    above = {
        r["id"]
        for r in ROWS.values()
        if r["value"]
        and r["measure"]
        in (
            "worker_share_of_host_payment",
            "share_of_pay_received_by_worker",
            "share_paid_to_worker_account",
        )
        and float(r["value"]) > 50
    }
    shares = pay_shares.worker_shares(tables.claims(topic=["pay", "rights"]), tables.sources())
    assert {i for ids in pay_shares.above_half(shares)["inputs"] for i in ids} == above


# critics


@pytest.fixture(scope="module")
def real() -> pd.DataFrame:
    return claim_sides.numbered(tables.claims(), tables.sources(), tables.table("repeats"))


def test_several_accusers(real):
    counts = [r for r in ROWS.values() if r["measure"].startswith("testimonies_")]
    enough = [r for r in counts if float(r["value"]) >= 3]
    publishers = {r["source_id"]: r["publisher"] for r in read("sources")}
    groups = {r["attributed_to"] or publishers[r["source_id"]] for r in enough}
    assert groups <= {"Prisoners Defenders", "OCLEP"}  # those that collect the testimonies
    simple = "supported with a caveat" if len(enough) > len(counts) / 2 else "disputed"
    found = claim_sides.several(claim_sides.testimonies(real), weighed(len(counts), len(enough)))
    assert say.text("critics", "several", found, "verdict") == simple


@pytest.mark.parametrize("side", ["accusation", "defence"])
def test_numbers_that_rest_on_somebody_outside(real, side):
    stakes = {r["source_id"]: r["stake"] for r in read("sources")}
    parties = ("cuba_critical", "us_government", "cuban_state", "cuba_allied")
    argues = {m["measure"] for m in read("measures") if m["argument"] == side}
    mine = [r for r in ROWS.values() if r["measure"] in argues]
    mine = [r for r in mine if r["qualifier"] != "vague" and r["id"] not in ECHOES]
    apart = {v["voice"] for v in read("voices") if v["party"] == "outside"}
    outside = [r for r in mine if r["attributed_to"] in apart]
    outside = [r for r in outside if not r["measure"].startswith("tip_")]
    outside = {r["id"] for r in outside if stakes[r["source_id"]] not in parties}
    some = real[(real["side"] == side) & (real["repeats"] == "")]
    assert set(some.loc[some["origin"] == "outside", "id"]) == outside
    assert len(some) == len(mine)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "ngo-arrivals-in-us.venezuela.2013-12.el-universal",
            "parole-visas.united-states.2013.marti-noticias",
        ),
        (
            "ngo-people-left-missions.venezuela.2013.marti-noticias",
            "ngo-people-left-missions.venezuela.2013.international-business-times",
        ),
        (
            "families-separated.cuba.2020-09.prisoners-defenders",
            "parents-separated.cuba.2020-09.prisoners-defenders",
        ),
        (
            "families-separated.cuba.2020-09.prisoners-defenders",
            "parole-approvals.united-states.2016-01.cuba-journal",
        ),
    ],
)
def test_how_many_times_one_number_is_another(above, below):
    simple = value(above) / value(below)
    low, high = bounds.divide(bounds.of(tables.claim(above)), bounds.of(tables.claim(below)))
    assert low <= simple <= high


def test_patients_a_worker_and_consultations_a_doctor():
    workers = [float(r["value"]) for r in elsewhere("workers_abroad")
               if r["scope"] == "world" and r["as_of"][:4] in ("2021", "2022", "2023")]  # fmt: skip
    patients = (
        (value("patients-attended.2023-05.el-siglo") - value("patients-attended.2021-02.iccc"))
        / 2.25
        / (sum(workers) / len(workers))
    )
    stock = flows.stock_envelope(tables.claims(measure="workers_abroad", scope="world"))
    until = flows.decimal_year(tables.claim("patients-attended.2023-05.el-siglo")["as_of"])
    world = movements.rate_between(
        stock,
        tables.claim("patients-attended.2021-02.iccc"),
        tables.claim("patients-attended.2023-05.el-siglo"),
        until,
    )
    assert world[0] * 0.99 <= patients <= world[1] * 1.01
    doctors = (
        value("mission-doctors.brazil.2014-02.midiamax-uol")
        + value("planned-workers.brazil.2014-03.miami-herald")
    ) / 2
    start, end = (
        flows.decimal_year(tables.claim(i)["as_of"])
        for i in (
            "arrivals-doctors.brazil.2013-08.fidel-soldado-las",
            "consultations-given.brazil.2018-11.translating-cuba",
        )
    )
    stated = bounds.hull(
        [
            bounds.of(tables.claim(i))
            for i in (
                "mission-doctors.brazil.2014-02.midiamax-uol",
                "planned-workers.brazil.2014-03.miami-herald",
                "mission-doctors.brazil.2017-12.economist-intelligence-unit",
            )
        ]
    )
    mine = bounds.divide(
        bounds.of(tables.claim("consultations-given.brazil.2018-11.translating-cuba")),
        bounds.scale(stated, end - start),
    )
    assert (
        mine[0]
        <= value("consultations-given.brazil.2018-11.translating-cuba") / (doctors * 5.25)
        <= mine[1]
    )
    assert (
        value("operations-performed.1963.prensa-latina")
        / value("operations-performed.2023-05.el-siglo")
        > 20
    )  # the undated total stands apart

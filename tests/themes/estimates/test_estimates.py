"""What the sections “Our estimate” show: the words beside the numbers behind them."""

import math

import numpy as np
import pytest

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon import hosts
from evidence.reckon.estimates import earned, scenarios, sent, served
from evidence.reckon.estimates.draws import drawn
from evidence.show import estimates, say
from evidence.themes.countries import estimate as countries
from evidence.themes.defections import estimate as defections
from evidence.themes.defections import known_years, rates
from evidence.themes.money import estimate as money
from evidence.themes.professionals import estimate as professionals

KNOWN = sent.documented()
NAMED = hosts.named_countries(tables.claims(), tables.table("countries"))


@pytest.fixture
def shown(monkeypatch):
    """The tables that are shown, by their name and caption."""
    found = {}
    monkeypatch.setattr(
        "evidence.show.result", lambda name, text, _=None: found.update({name: text})
    )
    for place in ("evidence.show.worded", "evidence.show.blocks.table"):
        monkeypatch.setattr(place, lambda rows, *names, **_: found.update({names: rows}))
    return found


@pytest.mark.parametrize(("value", "digits", "text"), [
    (211_374, 2, "210,000"), (1.949, 2, "1.9"), (2.04, 2, "2.0"), (0, 2, "0"), (99.6, 2, "100"),
    (136.6, 3, "137"), (0.0123, 2, "0.012"), (9.96, 2, "10.0"),
])  # fmt: skip
def test_an_estimate_is_rounded(value, digits, text):
    assert estimates.rounded(value, digits) == text


def test_a_sentence_is_filled_with_what_the_summary_says():
    found = {"low": 186_800.0, "median": 246_400.0, "high": 338_000.0, "chance": 0.004}
    assert estimates.fills(found, unit=1000) == {
        "low": "190", "median": "250", "high": "340", "likely": "(*exceptionally unlikely*)",
        "chance": "below 1 percent",
    }  # fmt: skip
    assert estimates.fills({**found, "chance": 0.5})["chance"] == "50 percent"


@pytest.mark.parametrize(("chance", "reach"), [
    (0, "fewer"), (0.329, "fewer"), (0.33, "open"), (0.659, "open"), (0.66, "as many"),
])  # fmt: skip
def test_what_a_chart_may_say(chance, reach):
    assert estimates.reach(chance) == reach


def test_a_total_fits_what_its_intervals_say():
    rows = professionals.checked(KNOWN)
    assert rows["value"].is_unique
    assert {"cumulative-workers.2018.adelante", "cumulative-missions.2018.adelante"} <= set(
        rows["id"]
    )
    for row in rows.itertuples():
        fits = [ends[0] <= row.value <= ends[2] for ends in (row.people, row.postings)]
        words = {(True, True): "either", (True, False): "people", (False, True): "postings"}
        other = "above both" if row.value > row.postings[2] else "below both"
        assert row.finding == words.get(tuple(fits), other)


def test_no_total_is_among_the_inputs():
    stated = set(tables.claims(measure=["cumulative_workers", "cumulative_missions"])["id"])
    for model, _ in professionals.models(KNOWN).values():
        assert not stated & set(scenarios.inputs(model))


def test_the_estimates_of_doctors_are_held_against_what_is_said_of_doctors():
    found = professionals.models(KNOWN)
    assert found["doctors"][1] == found["every doctor"][1] == 183_338
    assert found["people"][1] == 400_000
    assert found["missions"][1] == 595_400


def test_the_scenarios_begin_with_the_estimate_and_have_every_prior_that_moves_it(shown):
    professionals.show_scenarios(KNOWN)
    (people,) = (rows for names, rows in shown.items() if names[0] == "tab-estimate-people")
    told = list(people.iloc[:, 0])
    assert told[0] == "**nothing: the estimate**"
    labels = {assumptions.table()[name]["label"] for name in (
        "early_stock", "stock_place", "stock_scale", "stay", "short_share", "further_missions"
    )}  # fmt: skip
    moved = {text.rpartition(", times")[0].replace("\\", "") for text in told[3:]}
    assert moved == labels
    assert len(told) == 3 + 2 * len(labels)


@pytest.fixture
def results(monkeypatch):
    """The results that are shown, by name."""
    found = {}
    for place in ("evidence.show.worded", "evidence.show.blocks.table"):
        monkeypatch.setattr(place, lambda *_, **__: None)
    monkeypatch.setattr(
        "evidence.show.result", lambda name, text, _=None: found.update({name: text})
    )
    return found


def test_each_answer_ends_with_its_likelihood(results):
    professionals.tell(KNOWN)
    defections.tell()
    defections.show_rates(KNOWN)
    countries.tell(NAMED)
    money.tell(KNOWN)
    for name, model in (
        *[(f"estimate-{name.replace(' ', '-')}", one)
          for name, one in professionals.models(KNOWN).items()],
        *[(f"estimate-money-{name}", one) for name, one in money.models(KNOWN).items()],
        *[(f"estimate-left-{name}", (one, 7000)) for name, one in defections.models().items()],
        ("estimate-countries", (next(iter(countries.models(NAMED).values())), 164)),
    ):  # fmt: skip
        reckon, least = model
        word = estimates.how_likely((reckon(drawn()) >= least).mean())
        assert f"percent (*{word}*)." in results[name], name
    assert "(*virtually certain*)." in results["estimate-rate-rose"]


def test_no_sentence_has_a_chance_without_its_likelihood():
    found = []
    for chapter in ("professionals", "countries", "defections", "money"):
        found += [text for _, text in say.leaves(say.catalogue(chapter)) if "{chance}" in text]
    assert len(found) == 11
    for text in found:
        assert "{chance} {likely}" in text


def test_the_estimate_of_countries_is_said_on_its_condition(results):
    countries.tell(NAMED)
    assert results["estimate-countries"].startswith(
        "If the count of about 120 in May 2014 is right"
    )
    catalogue = say.catalogue("countries")
    texts = [catalogue[f"{kind}-countries"]["caption"] for kind in ("tab-estimate", "fig-estimate")]
    texts += [catalogue["tab-estimate-check"]["caption"]]
    texts += catalogue["fig-estimate-countries"]["title"].values()
    for text in texts:
        assert "the count of {date}" in text


def test_no_check_is_of_what_the_model_was_given(shown):
    model = professionals.models(KNOWN)["people"][0]
    checked = professionals.checked(KNOWN)
    assert not set(checked["id"]) & scenarios.given(model)
    assert 67_000 not in set(checked["value"])
    countries.show_check(NAMED)
    ((_, rows),) = [(k, v) for k, v in shown.items() if "tab-estimate-check" in k]
    told = " ".join(rows["total"])
    for claim_id in [*served.bases().values(), "cumulative-countries.2000.wikipedia"]:
        assert claim_id not in told
    assert "cumulative-countries.2021-02" in told


def test_the_number_of_2014_and_the_last_year_add_up_to_the_count_by_hand(results):
    known_years.tell_sum()
    assert results == {
        "years-sum": "7,153", "years-sum-off": f"{100 * (5490 + 1663 - 7117) / 7117:.1f} percent",
    }  # fmt: skip


def test_the_rates_of_single_periods_by_hand():
    # the stocks stated for the years: 30,000 to 40,000 in 2006 to 2008
    found = {name: [rates.rate_of(*time) for time in times]
             for name, times in rates.by_period().items()}  # fmt: skip
    for low, high in found["2007"]:
        assert (low, high) == pytest.approx((77_900 / 40_000, 77_900 / 30_000))
    # 2013: between the stocks of mid-2012 and mid-2014, 38,500 to 60,000
    for low, high in found["2013"]:
        assert 97_600 / 60_000 < low < high < 97_600 / 38_500
    (first,), (since,), (counted,) = (found[name] for name in ("first", "since", "counted"))
    assert first == pytest.approx((0.9, 1.1), abs=0.05)
    assert first[0] < counted[0] < since[0]
    assert list(found) == ["2007", "first", "2013", "2014", "2015", "since", "counted"]


def test_the_rates_of_parts_frame_that_of_the_whole():
    found = defections.rates(KNOWN).set_index("period")["median"]
    assert found["first"] < found["counted"] < found["second"]


def test_bands_of_those_who_left_never_fall_and_doctors_are_fewer():
    bands = defections.bands()
    for ends in bands.values():
        assert (np.diff(ends, axis=1) >= 0).all()
    assert (bands["doctors"] <= bands["workers"]).all()


def test_countries_by_region_beside_their_totals():
    named = hosts.named_countries(tables.claims(), tables.table("countries"))
    regions = served.by_region(served.lists(named)).set_index("region")
    assert regions.loc["Africa", "stated"] == 42
    assert (regions["floor"] >= regions["named"]).all()
    assert countries.models(named).keys() == served.bases().keys()


def test_a_recorded_year_is_reckoned_without_itself():
    records = earned.recorded()
    alone = earned.without_each(drawn(), KNOWN, records)
    changed = records.assign(high=records["high"].where(records["year"] != 2019, 1e12))
    assert alone[2019] == pytest.approx(earned.without_each(drawn(), KNOWN, changed)[2019])
    assert np.median(alone[2020]) < np.median(earned.without_each(drawn(), KNOWN, changed)[2020])


def test_the_exports_of_one_year_by_hand():
    # 2022: 4.882 billion, on the middle of the stocks at the middle of the year
    stock = KNOWN.set_index("time").loc[2022.5]
    years = KNOWN.set_index("time")[["low", "high"]].mean(axis=1)
    area = ((years[2021.5] + years[2022.5]) / 2 + (years[2022.5] + years[2023.5]) / 2) / 2
    row = money.by_year(KNOWN).set_index("year").loc["2022"]
    assert stock["low"] < area
    assert row["median"] == pytest.approx(4.8822345e9 / area * 2.75 / 3, rel=0.05)


def test_a_prior_at_either_end_leaves_sound_numbers():
    priors = ["stay", "further_missions", "early_stock", "stock_scale", "worker_pay"]
    for name in priors:
        for end in ("low", "high"):
            with assumptions.assumed(**{name: assumptions.table()[name][end]}):
                for model, least in [*professionals.models(KNOWN).values(),
                                     *money.models(KNOWN).values()]:  # fmt: skip
                    found = scenarios.summary(model(drawn()), least)
                    assert found["low"] <= found["median"] <= found["high"]
                    assert 0 <= found["chance"] <= 1
                    assert not any(map(math.isnan, found.values()))

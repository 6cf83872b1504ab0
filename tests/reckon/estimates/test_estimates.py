"""Estimates: each reckoned a second time in a simpler way, and what no draw may break."""

import random
import statistics
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence import assumptions
from evidence.ledger import tables
from evidence.reckon import flows, hosts
from evidence.reckon.estimates import draws, earned, held_out, left, scenarios, sent, served
from evidence.reckon.estimates.draws import drawn
from evidence.weigh import sure

KNOWN = sent.documented()
NAMED = hosts.named_countries(tables.claims(), tables.table("countries"))
DOCTORS = sent.doctor_counts()
COUNTS = left.counts()
MARCH_2020 = flows.decimal_year("2020-03")
NEAR = 0.05
PRIORS = [name for name, row in assumptions.table().items() if name in {
    "stock_place", "stock_scale", "early_stock", "stay", "short_share", "further_missions",
    "doctors_sent", "stayed_doctors", "foreign_counted", "doctors_then", "leaver_odds",
    "family_members",
    "later_approvals", "new_hosts", "earned_abroad", "worker_pay",
}]  # fmt: skip


def one_by_one(reckon, runs=4000):
    """Low, median and high of numbers that are reckoned one at a time, with another sampler.

    `reckon` gets a function from the name of an input to one value of it.
    """
    chance, ranges = random.Random(7), cache(draws.range_of)

    def value(name):
        low, likely, high = ranges(name)
        return chance.triangular(low, high, likely) if low < high else likely

    found = sorted(reckon(value) for _ in range(runs))
    return found[runs // 20], statistics.median(found), found[-runs // 20]


def agree(model, second):
    """A model against a second way: the medians are near, and each is in the other's interval."""
    first = scenarios.summary(model(drawn()), 0)
    low, median, high = second
    assert median == pytest.approx(first["median"], rel=NEAR)
    assert first["low"] <= median <= first["high"]
    assert low <= first["median"] <= high


@cache
def stocks():
    """The lowest and the highest stock of each documented year: (mid-year, low, high)."""
    rows = flows.stock_envelope(tables.claims(measure="workers_abroad", scope="world"))
    return [(row.year + 0.5, row.low, row.high) for row in rows.itertuples()]


def area(points, start, end):
    """The area under straight lines between points, by adding up ten days at a time."""
    step, total, time = 1 / 36.5, 0.0, start
    times, levels = zip(*points, strict=True)
    while time < end - 1e-9:
        wide = min(step, end - time)
        total += wide * float(np.interp(time + wide / 2, times, levels))
        time += wide
    return total


@pytest.fixture(scope="module")
def areas():
    """Worker-years from the first documented stock to March 2020: on the lowest, the highest."""
    return {side: area([(at, levels[side]) for at, *levels in stocks()], stocks()[0][0], MARCH_2020)
            for side in (0, 1)}  # fmt: skip


def sent_by_hand(value, areas):
    """Postings and people by March 2020, each input one number."""
    place, scale = value("stock_place"), value("stock_scale")
    first_time, low, high = stocks()[0]
    first = scale * (low + place * (high - low))
    times = [at for at, *_ in stocks()]
    last = [scale * np.interp(MARCH_2020, times, [one[side] for one in stocks()])
            for side in (1, 2)]  # fmt: skip
    years = 40.5 * value("early_stock")
    years += (value("early_stock") + first) / 2 * (first_time - 2000.5)
    years += scale * (areas[0] + place * (areas[1] - areas[0]))
    abroad = last[0] + place * (last[1] - last[0])
    postings = (years / value("stay") + abroad / 2) * (1 + value("short_share"))
    return postings, postings / (1 + value("further_missions"))


@pytest.mark.parametrize(("of", "place"), [(sent.postings, 0), (sent.people, 1)])
def test_those_sent_one_by_one(of, place, areas):
    second = one_by_one(lambda value: sent_by_hand(value, areas)[place], runs=1500)
    agree(lambda draw: sent.at(of(draw, KNOWN), KNOWN, MARCH_2020), second)


def mean(name):
    """The mean of an input: a third of the sum of its lowest, likeliest and highest value."""
    return sum(draws.range_of(name)) / 3


def test_every_doctor_in_closed_form():
    value = {part: tables.claim(i)["value"] for part, i in DOCTORS.items()}
    closed = value["graduated"] + mean("stayed_doctors") * value["before"]
    closed -= mean("foreign_counted") * value["foreign"]
    agree(lambda draw: sent.every_doctor(draw, DOCTORS), (closed * 0.95, closed, closed * 1.05))


def test_the_doctors_sent_one_by_one(areas):
    def reckon(value):
        most = value(DOCTORS["graduated"]) + value("stayed_doctors") * value(DOCTORS["before"])
        most -= value("foreign_counted") * value(DOCTORS["foreign"])
        return min(sent_by_hand(value, areas)[1] * value("doctors_sent"), most)

    agree(
        lambda draw: sent.doctors(draw, KNOWN, MARCH_2020, DOCTORS), one_by_one(reckon, runs=1000)
    )


def test_doctors_who_left_one_by_one():
    def reckon(value):
        approved = 7117 + value("later_approvals")
        odds = value("leaver_odds") * value("doctors_then") / (1 - value("doctors_then"))
        return approved / (1 + value("family_members")) * odds / (1 + odds)

    agree(lambda draw: left.doctors(draw, COUNTS), one_by_one(reckon))


def test_the_share_of_doctors_is_as_measured():
    # doctors over workers at the ends of what the statements allow, by their part of the approvals
    late, early = (7117 - 1574) / 7117, 1574 / 7117
    low = late * 15_000 / 47_000 + early * 19_000 / 40_000
    high = late * 25_500 / 50_000 + early * 25_500 / 30_000
    prior = draws.range_of("doctors_then")
    assert prior == pytest.approx((low, (low + high) / 2, high), abs=0.005)
    assert mean("leaver_odds") == draws.range_of("leaver_odds")[1] == 1  # no side is likelier
    assert np.median(left.share_of_doctors(drawn())) == pytest.approx(prior[1], abs=0.01)


def test_the_stock_may_lie_as_far_off_as_the_statements_of_one_year_lie_apart():
    claims = tables.claims(measure="workers_abroad", scope="world")
    alone = claims[claims["value_high"].isna() & (claims["qualifier"] != "vague")]
    apart = {}
    for year, some in sure.outside(alone).groupby(alone["as_of"].str[:4]):
        if year and len(some) > 1:
            low, high = some["value"].min(), some["value"].max()
            apart[year] = (high - low) / (high + low)
    assert max(apart, key=apart.get) == "2020"
    assert max(apart.values()) == pytest.approx((37_000 - 28_000) / 65_000)
    assert draws.range_of("stock_scale") == pytest.approx((1 - 0.14, 1, 1 + 0.14), abs=0.011)


def test_what_a_model_was_given():
    base = next(iter(served.bases().values()))
    given = scenarios.given(lambda draw: served.ever(draw, base, MARCH_2020, (95, 249)))
    assert {base, "cumulative-countries.2000.wikipedia"} <= given
    assert not given & set(assumptions.table())


def test_workers_who_left_in_closed_form():
    # the mean of 1 / (1 + x), x triangular from 0 to 1 with its top at 0.3, is 0.7085 (integrated)
    assert draws.range_of("family_members") == (0, 0.3, 1)
    closed = (7117 + mean("later_approvals")) * 0.7085
    found = scenarios.summary(left.workers(drawn(), left.approved(drawn(), COUNTS)), 0)
    assert found["median"] == pytest.approx(closed, rel=NEAR)


@pytest.mark.parametrize(("period", "approved"), [
    ("first", 1574), ("second", 7117 - 1574), ("counted", 7117),
])  # fmt: skip
def test_rates_by_hand(period, approved):
    start, end = (left.dates(COUNTS)[name] for name in left.PERIODS[period])
    middle = [(at, (low + high) / 2) for at, low, high in stocks()]
    years = area(middle, start, end) * mean("stock_scale")
    rate = 100 * approved / years
    found = scenarios.summary(left.rate(drawn(), KNOWN, COUNTS, left.dates(COUNTS), period), 0)
    assert found["median"] == pytest.approx(rate, rel=NEAR)
    assert found["low"] <= rate <= found["high"]


def test_the_dates_of_the_programme():
    found = left.dates(COUNTS)
    assert found == pytest.approx(
        {"start": 2006.61, "visas": 2010.96, "approvals": 2015.75, "end": 2017.03}, abs=0.01
    )


def test_countries_in_closed_form():
    base = next(iter(served.bases().values()))
    years = MARCH_2020 - flows.decimal_year(tables.claim(base)["as_of"])
    closed = mean(base) + mean("new_hosts") * years
    found = scenarios.summary(served.ever(drawn(), base, MARCH_2020, served.limits(NAMED)), 0)
    assert found["median"] == pytest.approx(closed, rel=NEAR)
    assert found["low"] <= closed <= found["high"]


def test_the_floor_of_names_beside_the_number_of_chapman():
    named = served.lists(NAMED)
    own, other = named["own"], named["other"]
    chapman = served.chapman(own.sum(), other.sum(), (own & other).sum())
    found = scenarios.summary(served.recaptured(named, served.limits(NAMED)[1]), 0)
    assert found["median"] == pytest.approx(chapman, rel=NEAR)
    assert found["low"] <= chapman <= found["high"]


def test_chapman_by_hand():
    # 9 and 9, of which 4 in both: 10 x 10 / 5 - 1
    assert served.chapman(9, 9, 4) == 19
    assert served.chapman(9, 9, 9) == 9


def test_exports_for_each_worker_year_by_hand():
    # the middle of each year's sums, on the middle of the stocks at mid-year
    sums = earned.recorded()
    years = [area([(at, (low + high) / 2) for at, low, high in stocks()], year, year + 1)
             for year in sums["year"]]  # fmt: skip
    hand = ((sums["low"] + sums["high"]) / 2).sum() / (sum(years) * mean("stock_scale"))
    hand *= mean("earned_abroad")
    found = scenarios.summary(earned.per_worker(drawn(), KNOWN, sums), 0)
    assert found["median"] == pytest.approx(hand, rel=NEAR)
    assert found["low"] <= hand <= found["high"]


def test_what_reaches_the_worker_one_by_one():
    sums = earned.recorded()
    total = ((sums["low"] + sums["high"]) / 2).sum()
    sides = [sum(area([(at, levels[side]) for at, *levels in stocks()], year, year + 1)
                 for year in sums["year"]) for side in (0, 1)]  # fmt: skip

    def reckon(value):
        years = sides[0] + value("stock_place") * (sides[1] - sides[0])
        exported = value("earned_abroad") * total / (value("stock_scale") * years)
        return 100 * 12 * value("worker_pay") / exported

    agree(lambda draw: earned.reaches(draw, KNOWN, sums), one_by_one(reckon))


SHARES = st.floats(0, 1)
ENDS = st.integers(-(10**8), 10**8).map(lambda n: n / 100)
RANGES = st.lists(ENDS, min_size=3, max_size=3).map(lambda of: tuple(sorted(of)))


@given(RANGES, SHARES, SHARES)
def test_a_triangular_draw_lies_in_its_range_and_rises(of, first, second):
    low, high = sorted([first, second])
    found = draws.triangular(of, np.array([low, high]))
    wide = max(1e-9, 1e-9 * max(map(abs, of)))
    assert of[0] - wide <= found[0] <= found[1] + wide <= of[2] + 2 * wide


@given(RANGES.filter(lambda of: of[0] + 1 < of[1] < of[2] - 1), SHARES)
def test_a_triangular_draw_is_the_inverse_of_its_distribution(of, share):
    low, likely, high = of
    (at,) = draws.triangular(of, np.array([share]))
    below = (at - low) ** 2 / ((high - low) * (likely - low))
    above = (high - at) ** 2 / ((high - low) * (high - likely))
    assert (below if at < likely else 1 - above) == pytest.approx(share, abs=1e-6)


@pytest.mark.parametrize(("of", "middle"), [((0, 0, 1), 1 - 0.5**0.5), ((0, 1, 1), 0.5**0.5)])
def test_a_triangular_draw_whose_top_is_an_end(of, middle):
    assert draws.triangular(of, np.array([0.0, 0.5, 1.0])) == pytest.approx([0, middle, 1])


def test_the_draws_are_the_same_in_every_run_and_whatever_else_is_drawn():
    before = sent.people(drawn(), KNOWN)
    draws.places.cache_clear()
    for name in reversed(PRIORS):
        draws.places(name)
    assert np.array_equal(sent.people(drawn(), KNOWN), before)


def test_no_two_inputs_move_together():
    table = np.corrcoef([draws.places(name) for name in PRIORS])
    assert np.abs(table - np.eye(len(PRIORS))).max() < 0.06


def test_a_change_of_an_assumption_moves_the_draws_and_one_beyond_its_range_widens_it():
    with assumptions.assumed(stay=1.8):
        shorter = np.median(sent.people(drawn(), KNOWN)[:, -1])
    assert shorter > np.median(sent.people(drawn(), KNOWN)[:, -1])
    with assumptions.assumed(stay=5):
        assert draws.range_of("stay") == (1.2, 5, 5)


def test_a_claim_without_an_upper_end_is_not_drawn():
    with pytest.raises(ValueError, match="no upper end"):
        draws.range_of("cumulative-workers.2013-05.foreign-policy-blog")  # at least
    with pytest.raises(KeyError):
        draws.range_of("no-such-input")


def ranges(names):
    """A strategy for other ranges of inputs, within what each can be."""

    def one(name):
        top = 1.0 if assumptions.table()[name]["unit"] == "share" else 5 * draws.range_of(name)[2]
        part = st.floats(0.01, top)
        return st.lists(part, min_size=3, max_size=3).map(lambda of: tuple(sorted(of)))

    return st.fixed_dictionaries({name: one(name) for name in names})


@settings(max_examples=30, deadline=None)
@given(ranges(PRIORS))
def test_no_draw_breaks_a_hard_bound(other):
    draw = drawn(other)
    stock, years = sent.stock_and_years(draw, KNOWN)
    postings, people = sent.postings(draw, KNOWN), sent.people(draw, KNOWN)
    assert (stock >= 0).all()
    assert (np.diff(years, axis=1) >= 0).all()
    assert (np.diff(postings, axis=1) >= -1e-6).all()
    assert (people <= postings).all()
    doctors = sent.doctors(draw, KNOWN, MARCH_2020, DOCTORS)
    assert (doctors <= sent.every_doctor(draw, DOCTORS)).all()
    assert (doctors <= sent.at(people, KNOWN, MARCH_2020)).all()
    assert (left.doctors(draw, COUNTS) <= left.approved(draw, COUNTS)).all()
    for base in served.bases().values():
        found = served.ever(draw, base, MARCH_2020, (95, 249))
        assert ((found >= 95) & (found <= 249)).all()


@pytest.mark.parametrize("time", [2000.5, 2004.5, 2008.5, 2011.25, MARCH_2020, 2025.5])
def test_the_rows_near_a_time_are_enough(time):
    some = sent.near(KNOWN, time)
    assert len(some) <= 3
    for of in (sent.people, sent.postings):
        full, short = (sent.at(of(drawn(), rows), rows, time) for rows in (KNOWN, some))
        assert short == pytest.approx(full)


def test_the_names_are_all_counted_in_their_floor():
    named, most = served.lists(NAMED), served.limits(NAMED)[1]
    found = served.recaptured(named, most)
    assert found.min() >= len(named)
    assert found.max() <= most
    assert (named["own"] | named["other"]).all()


def test_a_time_outside_the_model_is_refused():
    table = sent.people(drawn(), KNOWN)
    assert sent.at(table, KNOWN, 1960.0) == pytest.approx(table[:, 0])
    for time in (1959.9, KNOWN["time"].iloc[-1] + 0.01):
        with pytest.raises(ValueError, match="the model runs from"):
            sent.at(table, KNOWN, time)


def double(draw):
    return 2 * draw("stay") - draw("new_hosts")


def test_scenarios_by_hand():
    rows = scenarios.table(double, least=3).set_index(["input", "change"])
    assert scenarios.inputs(double) == ["stay", "new_hosts"]
    # stay 1.2, 2.5, 3.5; new hosts 1, 2.8, 5
    assert rows.loc[("", "all low"), "median"] == pytest.approx(2 * 1.2 - 5)
    assert rows.loc[("", "all high"), "median"] == pytest.approx(2 * 3.5 - 1)
    assert rows.loc[("", "all high"), "chance"] == 1
    assert rows.loc[("", "all low"), "chance"] == 0
    assert len(rows) == 3 + 2 * 2
    base = rows.loc[("", "as it is")]
    assert rows.loc[("stay", "doubled"), "median"] > base["median"]
    assert rows.loc[("stay", "halved"), "median"] < base["median"]
    wide, narrow = (
        rows.loc[("new_hosts", change), "high_wide"] - rows.loc[("new_hosts", change), "low_wide"]
        for change in ("doubled", "halved")
    )
    assert wide > base["high"] - base["low"] > narrow
    assert 0 < base["chance"] < 1


def test_a_range_moves_within_what_its_input_can_be():
    assert scenarios.limited("doctors_sent", scenarios.scaled((0.38, 0.48, 0.65), 2)) == (
        0.76, 0.96, 1.0,
    )  # fmt: skip
    assert scenarios.limited("stay", scenarios.widened((1.8, 2.5, 3.0), 2)) == pytest.approx(
        (1.1, 2.5, 3.5)
    )
    assert scenarios.limited("new_hosts", scenarios.widened((1, 2.8, 5), 2))[0] == 0


def test_where_a_stated_total_lies():
    many = np.arange(1001.0)
    assert held_out.lies(49, many) == "below"
    assert held_out.lies(50, many) == held_out.lies(950, many) == "inside"
    assert held_out.lies(951, many) == "above"
    assert list(held_out.bands(many[:, None])[:, 0]) == [50, 500, 950]

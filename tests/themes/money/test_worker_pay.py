"""What a host pays for one worker and what the worker receives, on rows checked by hand."""

from pay_rows import NAMES, SOURCES, claims
from raw_rows import ROWS

from evidence.show import charts
from evidence.themes.money import pay_chart, pay_sides, pay_tables, worker_pay


def test_pay_table_sets_hosts_and_workers_side_by_side():
    table = claims(
        {
            "id": "host-pays-per-worker-usd.brazil.2014-03.breitbart",
            "measure": "host_pays_per_worker_usd",
            "country_iso3": "BBB",
        },
        {
            "id": "worker-receives-usd.brazil.2014-02.breitbart",
            "measure": "worker_receives_usd",
            "country_iso3": "BBB",
        },
        {
            "id": "worker-receives-brl.brazil.2018-11.sao-goncalo-agora",
            "measure": "worker_receives_brl",
            "country_iso3": "BBB",
            "unit": "brl_per_month",
            "as_of": "",
        },
    )
    found = pay_tables.host_and_worker(pay_sides.with_sides(table, SOURCES), NAMES).to_dict(
        "records"
    )
    assert [r["year"] for r in found] == ["2020", "undated"]
    assert found[0]["country"] == "Bland"
    assert found[0]["host"] == "{claim}`host-pays-per-worker-usd.brazil.2014-03.breitbart` (others)"
    assert found[0]["worker"] == "{claim}`worker-receives-usd.brazil.2014-02.breitbart` (others)"
    assert found[1]["host"] == ""


def test_lines_run_from_the_highest_sum_to_cuba():
    rows = claims(
        {"id": "a", "measure": "worker_receives_usd", "country_iso3": "AAA", "value": 500.0},
        {"id": "b", "measure": "host_pays_per_worker_usd", "country_iso3": "BBB", "value": 4000.0},
        {"id": "c", "measure": "worker_receives_usd", "country_iso3": "BBB", "value": 900.0},
        {"id": "d", "measure": "worker_receives_usd", "country_iso3": "", "value": 1.0},
    )
    home = claims({"id": "e", "measure": "home_pay_top_doctor_usd", "value": 60.0})
    both = [pay_sides.with_sides(some, SOURCES) for some in (rows, home)]
    found = worker_pay.on_lines(*both, NAMES)
    assert list(found["id"]) == ["b", "c", "a", "e"]
    told = pay_chart.told_pay(found)
    assert told.startswith("Bland, host pays: 4,000; Bland, worker receives: 900; ")
    assert told.endswith("Cuba, at home, a doctor’s pay: 60")
    figure, axes = charts.new(3)
    pay_chart.draw_pay(axes, found)
    lines = [label.get_text() for label in axes.get_yticklabels()]
    assert (lines[0], lines[-1], len(lines)) == ("Bland", "Cuba, at home", 3)
    charts.plt.close(figure)


def test_pay_for_one_worker_is_of_countries_and_of_a_period_that_is_no_plan():
    kinds = ("host_pays_per_worker", "worker_receives")
    simple = {r["id"] for r in ROWS.values() if r["topic"] == "pay" and r["country_iso3"]
              and r["measure"].startswith(kinds)}  # fmt: skip
    left_out = {
        "host-pays-per-worker-planned-usd.kenya.undated.mediamax",
        "worker-receives-planned-usd.kenya.undated.mediamax",
        "host-pays-per-worker-no-period-usd.venezuela.2013-12.el-universal",
        "host-pays-per-worker-no-period-usd.mexico.undated.taturana-blog",
        "host-pays-per-worker-no-period-zar.south-africa.2020-06.south-african",
    }  # as the text says
    assert left_out < simple
    assert set(worker_pay.for_one_worker()["id"]) == simple - left_out


def test_pay_abroad_in_times_of_pay_at_home():
    assert worker_pay.times_at_home(120.0, [40.0, 60.0, 30.0]) == (2.0, 4.0)

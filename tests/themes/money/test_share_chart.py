"""Shares of a payment drawn and told, on rows checked by hand."""

from pay_rows import LOW, NAMES, PAID, shares

from evidence.ledger import tables
from evidence.show import charts
from evidence.themes.money import pay_shares, share_chart


def test_labels_and_charts_are_drawn_for_every_row():
    rows = pay_shares.worker_shares(tables.claims(topic=["pay", "rights"]), tables.sources())
    names = tables.country_names()
    labels = share_chart.share_lines(rows, names)
    figure, axes = charts.new(3)
    share_chart.draw_shares(axes, rows, labels)
    told = [t.get_text() for t in axes.texts]
    assert told == [share_chart.told_share(r.low, r.high) for r in rows.itertuples()]
    assert [t.get_text() for t in axes.get_yticklabels()] == labels
    charts.plt.close(figure)


def test_shares_are_told_with_their_labels():
    told = share_chart.told_shares(shares(LOW, PAID), ["one", "two"])
    assert told == "one, critics: 5 to 10; two, officials: 100"


def test_lines_name_country_year_and_kind():
    rows = shares(LOW, ("", "Others", "state share", 1.0, 2.0)).assign(year=["2019", ""])
    assert share_chart.share_lines(rows, NAMES) == [
        "Aland 2019, stated", "Whole programme undated, state’s part stated"
    ]  # fmt: skip


def test_the_rows_behind_the_chart_are_one_an_input():
    rows = shares(LOW, ("AAA", "Others", "both ends", 1.0, 2.0))
    rows = rows.assign(
        inputs=[
            ["worker-share-host-payment.2018-11.independencedaybrazil-com-br"],
            [
                "worker-receives-usd.kenya.2020-10.translating-cuba",
                "state-keeps-per-worker-usd.kenya.2020-10.translating-cuba",
            ],
        ],
        unit=["", "usd_per_month"],
    )
    found = share_chart.plotted(rows)
    assert list(found["id"]) == [
        "worker-share-host-payment.2018-11.independencedaybrazil-com-br",
        "worker-receives-usd.kenya.2020-10.translating-cuba",
        "state-keeps-per-worker-usd.kenya.2020-10.translating-cuba",
    ]
    assert list(found["line"]) == [0, 1, 1]
    assert found["basis"].iloc[2] == "computed from both ends (usd)"

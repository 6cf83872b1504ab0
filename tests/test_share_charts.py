"""Shares of a payment drawn and told, on rows checked by hand."""

import pytest
from pay_rows import LOW, PAID, WORLD, shares

from evidence import charts, pay_shares, share_charts, tables


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(20, 20, "20"), (9, 24, "9 to 24"), (0, 29, "up to 29"), (10, 100, "at least 10"), (0, 0, "0"),
     (100, 100, "100")],
)  # fmt: skip
def test_tell_share(low, high, text):
    assert share_charts.tell_share(low, high) == text


def test_share_title_counts():
    assert (
        share_charts.share_title(shares(LOW, PAID, WORLD))
        == "1 of 3 figures give the worker at most half"
    )


def test_labels_and_charts_are_drawn_for_every_row():
    rows = pay_shares.worker_shares(tables.claims(topic=["pay", "rights"]), tables.sources())
    names = tables.country_names()
    labels = share_charts.share_names(rows, names)
    figure, axes = charts.new(3)
    share_charts.draw_shares(axes, rows, labels)
    told = [t.get_text() for t in axes.texts]
    assert told == [share_charts.tell_share(r.low, r.high) for r in rows.itertuples()]
    assert [t.get_text() for t in axes.get_yticklabels()] == labels
    charts.plt.close(figure)


def test_shares_are_told_with_their_labels():
    told = share_charts.tell_shares(shares(LOW, PAID), ["one", "two"])
    assert told.startswith("one, ")
    assert told.count(";") == 1

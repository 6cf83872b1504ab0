"""Who pays, in what, and who does not, on rows checked by hand."""

import pandas as pd
import pytest
from pay_rows import NAMES, SOURCES, claims

from evidence.themes.money import pay_sides, paying_hosts

LABELS = pd.Series({"lives": "lives claimed as saved", "births": "births attended"})


@pytest.mark.parametrize(
    ("counts", "verdict", "words"),
    [
        ((0, 0, 0), "not checkable", "No claim"),
        ((3, 0, 0), "supported with a caveat", "in cash only"),
        ((0, 3, 1), "supported with a caveat", "in goods only"),
        ((3, 3, 1), "supported with a caveat", "pay nothing"),
        ((3, 3, 0), "supported", "in money and in goods"),
    ],
)
def test_payment_verdict(counts, verdict, words):
    found, sentence = paying_hosts.payment_verdict(*counts)
    assert found == verdict
    assert words in sentence


def hosts(*rows: tuple[str, str, float]) -> pd.DataFrame:
    short = {"p": "paying_countries", "f": "free_service_countries", "h": "host_countries"}
    return claims(*({"as_of": year, "measure": short[m], "value": v} for year, m, v in rows))


def test_balance_adds_paying_and_free_by_year():
    table = hosts(("2013", "p", 26), ("2013", "f", 40), ("2013", "h", 66), ("2014", "p", 30))
    row = paying_hosts.balance(table).iloc[0]
    assert (row.year, row.together, row.hosts) == ("2013", (66, 66), [(66, 66)])
    assert len(paying_hosts.balance(table)) == 1


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([(9, 1), (9, 1)], "More hosts paid"),
        ([(1, 9), (1, 9)], "Fewer hosts paid"),
        ([(1, 9), (9, 1)], "At first fewer"),
        ([(9, 1), (1, 9)], "Neither kind"),
    ],
)
def test_balance_sentence(rows, words):
    table = hosts(*((str(2013 + i), m, v) for i, r in enumerate(rows) for m, v in zip("pf", r)))  # noqa: B905
    assert paying_hosts.balance_sentence(paying_hosts.balance(table)).startswith(words)


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([], "no stated count"),
        ([(60, 60)], "none of the counts"),
        ([(66, 66), (60, 70)], "what the counts of all hosts"),
        ([(66, 66), (69, 69)], "though others differ"),
    ],
)
def test_agree_words(counts, words):
    assert words in paying_hosts.agree_words((66, 66), counts)


@pytest.mark.parametrize(
    ("payers", "words"),
    [
        ({"BRA"}, "names, Brazil is recorded"),
        (set(), "None of the countries"),
        ({"BRA", "VEN", "KEN"}, "names, Brazil and Venezuela are recorded"),
        ({"BRA", "VEN", "BOL"}, "Every country that the page names"),
    ],
)
def test_named_hosts_sentence(payers, words):
    assert words in paying_hosts.named_hosts_sentence(payers, NAMES)


def test_impact_sentence():
    assert "No dated total" in paying_hosts.impact_sentence([], LABELS)
    assert "for births attended and lives" in paying_hosts.impact_sentence(
        ["births", "lives"], LABELS
    )


def test_the_table_of_totals_leaves_out_pay_for_one_worker():
    rows = claims(
        {"id": "ec092", "measure": "host_cost_year_kes", "country_iso3": "BBB", "as_of": ""},
        {"id": "ec091", "measure": "host_pays_per_worker_usd", "country_iso3": "BBB"},
    )
    labels = pd.Series({"host_cost_year_kes": "all costs (Kenyan shillings)"})
    found = paying_hosts.totals_table(pay_sides.with_sides(rows, SOURCES), NAMES, labels)
    (row,) = found.to_dict("records")
    assert row["Sum"] == "{claim}`ec092`"
    assert (row["Country"], row["Year"], row["What it is"]) == ("Bland", "undated", "All costs")

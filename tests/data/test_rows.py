"""Kinds of fault: none is left in the corrected ledger but those judged, each with its reason."""

import re

import built
import pytest
import row_faults as faults
from raw_rows import DOCUMENTS, ROWS, read

from evidence.ledger import tables

CHAPTERS = tables.DATA.parent / "chapters"
SOURCES = {source["source_id"]: source for source in read("sources")}
PLACES = {name for row in read("countries") for name in faults.names(row["name"])}
AS_NOTED = {row["id"]: row for row in read("claims")}
JUDGED = read("judgements")

RULES = {
    "names-itself": lambda rows: faults.names_itself(rows, SOURCES, PLACES),
    "same-number": faults.same_number,
    "later-than-page": lambda rows: faults.later_than_page(rows, SOURCES),
    "estimate-in-note": faults.estimate_in_note,
    "doctors-in-note": faults.doctors_in_note,
    "plan-in-note": faults.plan_in_note,
    "sum-in-note": faults.sum_in_note,
    "serial-number": lambda rows: faults.serial_number(rows, SOURCES),
    "after-its-period": faults.after_its_period,
    "eve-dated-later": faults.eve_dated_later,
    "active-with-a-start": faults.active_with_a_start,
    "nameless": faults.nameless,
    "turned-round": faults.turned_round,
    "no-other-count": lambda rows: faults.no_other_count(rows, DOCUMENTS),
}
# one row of each kind as it was noted, which its rule must find
FAULTS = {
    "names-itself": "lives-saved.italy.2020-06.radio-reloj",
    "same-number": "cumulative-workers.2022-05-23.prensa-latina-b",
    "later-than-page": "disaster-response-total.pakistan.2006-03.peoples-world",
    "estimate-in-note": "workers-abroad.2019.us-congress",
    "doctors-in-note": "doctors-abroad.2008-03.cuba-headlines",
    "plan-in-note": "planned-workers.brazil.2014-03.miami-herald",
    "sum-in-note": "pandemic-workers-sent.kuwait.2021-06.afri-diaspora-dialog",
    "serial-number": "hr-brigade-ordinal.andorra.2020-03.cubasi",
    "after-its-period": "cumulative-embargo-losses-current.cuba.2020-03.boltxe",
    "eve-dated-later": "workers-abroad.2020-03.telesur-english",
    "active-with-a-start": "pandemic-brigades-active.2020-09.patria-latina",
    "nameless": "clinic-time-without-doctor.cuba.2005-08.boston-globe",
    "turned-round": "share-pay-received-by-worker.2019-11.havana-times",
    "no-other-count": "pb-duration",
}


@pytest.mark.parametrize("kind", RULES)
def test_every_row_of_the_kind_is_corrected_or_judged(kind):
    judged = {row["item"] for row in JUDGED if row["set"] == kind}
    assert RULES[kind](ROWS.values()) == judged


@pytest.mark.parametrize("kind", RULES)
def test_the_rule_finds_a_row_that_was_corrected(kind):
    assert FAULTS[kind] in RULES[kind](AS_NOTED.values())


def asked_for() -> set[str]:
    """What the report asks for by name: every text in its code and cells."""
    files = [*CHAPTERS.rglob("*.py"), *CHAPTERS.glob("*.md")]
    return {
        text for file in files for text in re.findall(r'"([a-z0-9-]+)"', file.read_text("utf-8"))
    }


def test_every_judgement_goes_with_a_rule_or_a_use_and_says_why():
    rules = {*RULES, "number-not-in-passage"}
    assert {row["set"] for row in JUDGED} - rules <= asked_for() - rules
    assert all(row["why"].endswith(".") for row in JUDGED)


@pytest.mark.parametrize(("text", "found"), [
    ("USCIS, via Marti Noticias", {"uscis", "marti noticias"}),
    ("Cuba Truth Project blog", {"cuba truth project"}),
    ("The Economist", {"economist"}),
    ("AP", {"associated press"}),
    ("José Martí (Granma)", {"jose marti", "granma"}),
    ("", set()),
])  # fmt: skip
def test_names(text, found):
    assert faults.names(text) == found


@pytest.mark.parametrize(("first", "second", "same"), [
    ("2019", "2019-05", True), ("2019-05", "2019", True), ("2019-05", "2019-05", True),
    ("", "2019", True), ("2019-04", "2019-05", False), ("2019-05-01", "2019-05-02", False),
])  # fmt: skip
def test_dates_that_can_be_one_day(first, second, same):
    assert faults.overlap(first, second) is same


@pytest.mark.parametrize(("as_of", "found"), [
    ("2019", False), ("2019-03", False), ("2019-03-31", False), ("2019-04", True), ("2020", True),
    ("", False),
])  # fmt: skip
def test_a_date_after_the_period(as_of, found):
    row = {"id": "a", "date_end": "2019-03", "as_of": as_of}
    assert faults.after_its_period([row]) == ({"a"} if found else set())


@pytest.mark.parametrize(("to_worker", "to_state", "day", "found"), [
    (75, 51, "2019-11", True), (75, 50, "2019-11", False), (50, 75, "2019-11", False),
    (75, 75, "2020-11", False),
])  # fmt: skip
def test_shares_that_cannot_both_be_so(to_worker, to_state, day, found):
    pay = [("w", "share_of_pay_received_by_worker", to_worker, "UN", "2019-11-06"),
           ("s", "share_of_pay_kept_by_state", to_state, "UN, via somebody", day)]  # fmt: skip
    columns = ("id", "measure", "value", "attributed_to", "as_of")
    rows = [dict(zip(columns, row, strict=True), country_iso3="") for row in pay]
    assert faults.turned_round(rows) == ({"w", "s"} if found else set())


def cited() -> set[str]:
    """The claims that the text of a chapter cites."""
    return {i for name in built.PAGES for i in re.findall(r"\{claim\}`([^`]+)`", built.prose(name))}


def test_no_documented_figure_is_without_research():
    # each is stated by somebody else too, or its row says which other measures bear on it, or
    # what was looked for and not found
    reasons = {row["item"]: row["why"] for row in JUDGED if row["set"] == "no-other-count"}
    measures = {row["measure"] for row in read("measures")}
    for figure in faults.no_other_count(ROWS.values(), DOCUMENTS):
        named = set(re.findall(r"[a-z]+(?:_[a-z]+)+", reasons[figure]))
        assert named <= measures
        assert named or re.search(r"votes\.csv|looked for and not found", reasons[figure])


def test_every_claim_that_the_text_cites_was_read_again():
    assert {i for i in cited() if not ROWS[i]["checked"]} == set()


def test_most_were_seen_at_their_page_or_in_full():
    of_others = [ROWS[i] for i in cited() if ROWS[i]["source_id"] not in DOCUMENTS]
    seen = [row["checked"] in ("page", "full_copy", "dataset") for row in of_others]
    assert sum(seen) >= 0.85 * len(seen)


def test_the_two_documents_and_they_alone_are_checked_as_documents():
    checked = {i for i, row in ROWS.items() if row["checked"] == "document"}
    assert checked == {i for i, row in ROWS.items() if row["source_id"] in DOCUMENTS}


def test_only_a_data_set_is_checked_as_one():
    read_as = {
        SOURCES[r["source_id"]]["read_as"] for r in ROWS.values() if r["checked"] == "dataset"
    }
    assert read_as <= {"dataset", "dataset_part"}

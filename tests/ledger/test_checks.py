"""The rules a table must keep, one broken rule at a time, on tables of one or two rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.ledger import cells, checks

CLAIM = {"measure": "doctors", "value": "10", "value_high": "", "unit": "people",
         "qualifier": "exact", "scope": "world", "country_iso3": "", "date_start": "",
         "date_end": "", "note": "", "attributed_to": "", "checked": "", "checked_on": "",
         "checked_at": ""}  # fmt: skip


def table(**columns):
    """Rows from columns of text, numbered as a spreadsheet does, the header being row 1."""
    rows = zip(*columns.values(), strict=True)
    return {n: dict(zip(columns, row, strict=True)) for n, row in enumerate(rows, start=2)}


MEASURES = table(
    measure=["doctors", "beds_change", "shares", "ratings"],
    unit=["people", "percent", "people", "people"],
    argument=["", "", "accusation", "accusation"],
    figure_kind=["", "", "share", "rating"],
)
VOICES = table(
    voice=["a ministry", "a paper", "unnamed sources"],
    origin=["Cuban state", "a paper", ""],
    side=["cuban_state", "press", ""],
    party=["party", "", ""],
)


def resource(*fields, **schema):
    return {"name": "t", "path": "t.csv", "schema": {"fields": list(fields), **schema}}


def test_data_error_lists_every_fault():
    error = checks.DataError(["one", "two"])
    assert (str(error), error.faults) == ("one\ntwo", ["one", "two"])
    assert isinstance(error, ValueError)


@given(st.dates())
def test_every_day_is_a_partial_date(day):
    text = str(day)
    year, month, number = day.timetuple()[:3]
    found = [cells.partial_date(text[:length]) for length in (10, 7, 4)]
    assert found == [(year, month, number), (year, month, 0), (year, 0, 0)]


@pytest.mark.parametrize("text", [
    "", "2019-02-29", "2019-04-31", "2019-13", "2019-00", "2019-01-00", "0000", "19", "2019-5",
    "2019-05-", "2019/05", " 2019", "2019\n", "２０１９",
])  # fmt: skip
def test_no_such_date(text):
    assert cells.partial_date(text) is None


@pytest.mark.parametrize(("field", "good", "bad"), [
    ({"type": "number"}, ["1", "-2.5", "007", ""], ["1,000", "1e3", ".5", "nan", "inf", "1 "]),
    ({"type": "number"}, ["9" * 300], ["9" * 400]),  # no float is as large
    ({"type": "number"}, ["12"], ["１２"]),  # digits, but not those that can be read later
    ({"type": "integer"}, ["1", "-2"], ["1.0", "x"]),
    ({"type": "year"}, ["1963"], ["63", "19630", "196x"]),
    ({"type": "string"}, ["", "é", "a b"], [" a", "a ", "a\tb", "a\nb", "a\x00"]),
    ({"type": "string"}, ["a\xa0b"], ["a\x7fb", "a\x85b", "a\u200bb", "a\u2028b"]),  # unseen
    ({"type": "string"}, ["1+1", "a=1", "-2.5", "\u22125"],
     ["=1+1", "+1", "-1+2", "@SUM(A1)", "=", "-x", "- x", "-"]),  # a spreadsheet would run these
    ({"type": "number"}, ["-2.5"], ["=1"]),
    ({"type": "string", "date": True}, ["2019-05", ""], ["2019-02-30", "May"]),
    ({"type": "string", "constraints": {"required": True}}, ["a"], [""]),
    ({"type": "string", "constraints": {"enum": ["a", "b"]}}, ["a", ""], ["A", "ab"]),
    ({"type": "string", "constraints": {"pattern": "[a-z]+"}}, ["ab"], ["ab1", "1ab"]),
    ({"type": "integer", "constraints": {"minimum": 1}}, ["1"], ["0"]),
    ({"type": "number", "constraints": {"maximum": 100}}, ["100"], ["100.1"]),
])  # fmt: skip
def test_cells(field, good, bad):
    described = resource({"name": "a", **field})
    assert checks.check_table(table(a=good), described) == []
    faults = checks.check_table(table(a=bad), described)
    starts = [checks.where(described, row, "a", text) for row, text in enumerate(bad, start=2)]
    assert [fault[: len(start)] for fault, start in zip(faults, starts, strict=True)] == starts


def test_a_fault_names_file_row_column_and_text():
    found = checks.where({"path": "t.csv"}, 7, "value", "x")
    assert found == "data/t.csv, row 7, column \"value\": 'x'"


@pytest.mark.parametrize(("said", "faults"), [
    (2, []),
    (3, ["data/t.csv: 2 rows where datapackage.json says 3 (cut off? if that is meant, set "
         '"rows" there by hand)']),
    (1, ["data/t.csv: 2 rows where datapackage.json says 1 (`make check` brings it up to date)"]),
])  # fmt: skip
def test_rows_are_as_many_as_the_descriptor_says(said, faults):
    assert checks.check_row_count(table(a=["x", "y"]), resource() | {"rows": said}) == faults


def dated(as_of="", published="", measure="doctors", value="1", unit="people"):
    """Faults of one claim of one source, in an edition of 15 June 2020."""
    claims = table(as_of=[as_of], source_id=["s"], measure=[measure], value=[value], unit=[unit])
    sources = table(source_id=["s"], published=[published])
    fields = [{"name": "as_of", "type": "string", "date": True}]
    resources = [
        {"name": "claims", "path": "claims.csv", "schema": {"fields": fields}},
        {"name": "sources", "path": "sources.csv",
         "schema": {"fields": [{"name": "published", "type": "string", "date": True}]}},
    ]  # fmt: skip
    return checks.check_dates({"claims": claims, "sources": sources}, resources, "2020-06-15")


@pytest.mark.parametrize("day", ["2020-06-15", "2020-06", "2020", "1963", ""])
def test_dates_up_to_the_edition(day):
    assert dated(day) == dated(published=day) == []


@pytest.mark.parametrize("day", ["2020-06-16", "2020-07", "2021", "2031-05-20"])
def test_dates_after_the_edition(day):
    (fault,) = dated(day)
    assert fault == (
        f'data/claims.csv, row 2, column "as_of": {day!r} lies after the day of the data, '
        "2020-06-15 (datapackage.json, created)"
    )
    (fault,) = dated(published=day)
    assert fault.startswith(f'data/sources.csv, row 2, column "published": {day!r} lies after')


@pytest.mark.parametrize(("as_of", "published", "late"), [
    ("2019-05-20", "2019-05-20", False), ("2019-05-20", "2019-05-19", True),
    ("2019-05-20", "2019-05", False), ("2019-05-20", "2019-04", True),
    ("2019", "2019-05-20", False), ("2019-06", "2019-05-20", True),
    ("2019-05", "2019-05-20", False),
    ("2019-12-31", "2019", False), ("2020", "2019-12-31", True), ("2020", "", False),
])  # fmt: skip
def test_dates_after_the_page_that_states_them(as_of, published, late):
    faults = dated(as_of, published)
    assert bool(faults) == late
    assert all("lies after the publication of its source s, " in fault for fault in faults)
    assert dated(as_of, published, "doctors_planned") == []
    assert dated(as_of, published, "graduates_projected_total") == []


@pytest.mark.parametrize(("value", "late"), [("2020", False), ("2021", True), ("", False)])
def test_years_that_are_values(value, late):
    assert bool(dated(value=value, unit="year")) == late
    assert dated(value=value, unit="people") == []


def test_a_column_that_is_unique_has_nothing_twice():
    field = {"name": "short", "type": "string", "constraints": {"unique": True}}
    described = resource({"name": "a", "type": "string"}, field, primaryKey="a")
    (fault,) = checks.check_table(table(a=["1", "2", "3"], short=["x", "y", "x"]), described)
    assert fault == "data/t.csv, row 4, column \"short\": 'x' is a duplicate"


@pytest.mark.parametrize(("key", "rows"), [("a", [3, 4]), (["a", "b"], [4]), (None, [])])
def test_a_key_stands_once(key, rows):
    fields = [{"name": name, "type": "string"} for name in "ab"]
    described = resource(*fields, **({"primaryKey": key} if key else {}))
    faults = checks.check_table(table(a=["x", "x", "x"], b=["1", "2", "1"]), described)
    expected = [f'data/t.csv, row {row}, column "a"' for row in rows]
    assert [fault.split(":")[0] for fault in faults] == expected
    assert all("duplicate" in fault for fault in faults)


@pytest.mark.parametrize("target", ["other", ""])  # "" is the table itself
def test_foreign_keys_point_at_something(target):
    link = {"fields": "to", "reference": {"resource": target, "fields": "id"}}
    tables = {"t": table(id=["a", "b", "c"], to=["a", "", "z"]), "other": table(id=["a"])}
    (fault,) = checks.check_package(tables, [resource(foreignKeys=[link])])
    assert fault.startswith("data/t.csv, row 4, column \"to\": 'z' is unknown")


@pytest.mark.parametrize("change", [
    {},
    {"qualifier": "vague", "value": "", "note": '"Many" of them.'},
    {"value": "10", "value_high": "10"},
    {"value": "9", "value_high": "10"},  # as text "9" stands after "10"
    {"scope": "country", "country_iso3": "BRA"},
    {"date_start": "2019", "date_end": "2019-05"},
    {"date_start": "2019-05-10", "date_end": "2019-05"},
    {"date_start": "2019-05", "date_end": "2019"},
    {"date_start": "2019-05-10", "date_end": "2019-05-10"},
    {"date_start": "2021"},
    {"value": "0"},
    {"measure": "beds_change", "unit": "percent", "value": "-52"},
    {"checked": "page", "checked_on": "2026-11"},
    {"checked": "sister", "checked_on": "2026-11", "checked_at": "https://example.org"},
])  # fmt: skip
def test_claims_that_keep_the_rules(change):
    rows = {2: CLAIM | change}
    assert checks.check_claims(rows, MEASURES, VOICES) == []


@pytest.mark.parametrize(("column", "change"), [
    ("unit", {"unit": "doctors"}),
    ("value", {"value": ""}),
    ("value", {"qualifier": "vague", "note": '"Many" of them.'}),
    ("note", {"qualifier": "vague", "value": "", "note": "many"}),
    ("value", {"value": "10", "value_high": "9"}),
    ("country_iso3", {"scope": "country"}),
    ("date_start", {"date_start": "2020", "date_end": "2019-12"}),
    ("date_start", {"date_start": "2019-06", "date_end": "2019-05"}),
    ("date_start", {"date_start": "2019-05-10", "date_end": "2019-05-09"}),
    ("value", {"value": "-52"}),
    ("value", {"value": "-0.5"}),
    ("value", {"value": "-52", "value_high": "1"}),
    ("checked_on", {"checked": "page"}),
    ("checked_on", {"checked_on": "2026-11"}),
    ("checked_at", {"checked": "full_copy", "checked_on": "2026-11"}),
])  # fmt: skip
def test_claims_that_break_one_rule(column, change):
    rows = {2: CLAIM, 3: CLAIM | change}
    (fault,) = checks.check_claims(rows, MEASURES, VOICES)
    assert fault.startswith(f'data/claims.csv, row 3, column "{column}": {rows[3][column]!r}')


@pytest.mark.parametrize(
    ("measure", "voice", "asked"),
    [
        ("shares", "a paper", True),
        ("shares", "a ministry", False),  # decided upon
        ("shares", "unnamed sources", False),  # nobody to decide upon
        ("shares", "", False),
        ("doctors", "a paper", False),  # argues for nobody
        ("ratings", "a paper", False),  # a rating is the rater's
    ],
)
def test_who_gives_a_number_that_argues_is_a_party_or_outside(measure, voice, asked):
    rows = {2: CLAIM | {"measure": measure, "attributed_to": voice}}
    told = f"data/claims.csv, row 2, column \"attributed_to\": '{voice}' argues for a side, "
    expected = [told + "so voices.csv must say party or outside"] if asked else []
    assert checks.check_claims(rows, MEASURES, VOICES) == expected


@pytest.mark.parametrize(
    ("origin", "side", "told"),
    [
        ("", "", ""),
        ("US government", "us_government", ""),
        ("a paper", "press", ""),
        ("a paper", "", "both are given, or neither"),
        ("", "press", "both are given, or neither"),
        ("Cuban state", "press", "cuban_state goes with"),
        ("Prensa Latina", "cuban_state", "cuban_state goes with"),  # a second origin for one state
        ("US government", "cuba_critical", "us_government goes with"),
    ],
)
def test_no_origin_no_side_and_a_state_is_one_origin(origin, side, told):
    faults = checks.check_voices({2: VOICES[2] | {"origin": origin, "side": side}})
    assert len(faults) == (told != "")
    assert all(f'data/voices.csv, row 2, column "side": {side!r}' in f for f in faults)
    assert all(told in f for f in faults)


def test_a_name_that_a_claim_had_is_no_name_of_another():
    aliases = {2: {"old": "S1", "claim": "c1"}, 3: {"old": "c2", "claim": "c1"}}
    claims = {2: {"id": "c1"}, 3: {"id": "c2"}}
    (fault,) = checks.check_aliases(aliases, claims)
    assert fault == "data/aliases.csv, row 3, column \"old\": 'c2' is the id of a claim"


def assumed(*rows):
    """Faults of assumptions given as "name value low high unit"."""
    columns = ["name", "value", "low", "high", "unit"]
    found = {n: dict(zip(columns, row.split(), strict=True)) for n, row in enumerate(rows, start=2)}
    return checks.check_assumptions(found)


def test_assumptions_up_to_the_ends_of_their_range():
    assert assumed("a 0.1 0 0.1 share", "b 0 0 1 share", "rule previous linear next rule") == []
    assert assumed("stay_low 2 1 3 years", "stay_high 2 1 3 years") == []


@pytest.mark.parametrize(("rows", "place", "told"), [
    (["a 0.11 0 0.1 share"], "row 2, column \"value\": '0.11'", "is not from 0 to 0.1"),
    (["a -1 0 0.1 share"], "row 2, column \"value\": '-1'", "is not from 0 to 0.1"),
    (["a some 0 1 share"], "row 2, column \"value\": 'some'", "is not a number, and the unit is"),
    (["b linear next 1 rule"], "row 2, column \"high\": '1'", "is a number, and the unit is rule"),
    (["a 1 1 1 share"], "row 2, column \"high\": '1'", "is the same as low"),
    (["stay_low 2 1 3 y", "stay_high 1.5 1 3 y"], "row 3, column \"value\": '1.5'",
     "is below stay_low, 2"),
])  # fmt: skip
def test_assumptions_that_cannot_be(rows, place, told):
    (fault,) = assumed(*rows)
    assert fault.startswith(f"data/assumptions.csv, {place}")
    assert told in fault


def sourced(**columns):
    """Faults of one source, a paper of the press."""
    kinds = table(kind=["press", "journal"], side=["press", "academic"])
    own = {"publisher": ["A paper"], "original_publisher": [""], "published": [""],
           "read_on": [""], "publisher_kind": ["press"], "stake": ["press"]}  # fmt: skip
    return checks.check_sources(table(**own | columns), kinds)


def test_the_side_of_a_source_follows_from_its_kind_of_publisher():
    assert sourced() == sourced(publisher_kind=["journal"], stake=["academic"]) == []
    (fault,) = sourced(publisher_kind=["journal"])
    assert fault.startswith("data/sources.csv, row 2, column \"stake\": 'press'")


@pytest.mark.parametrize(("original", "published", "read", "column"), [
    ("", "", "", None), ("An agency", "2019-05-07", "2019-05-07", None),
    ("", "2019-05-07", "2019-05", None), ("", "2019-05-07", "2019", None), ("", "2019", "", None),
    ("A paper", "", "", "original_publisher"), ("", "2019-05-07", "2019-05-06", "read_on"),
    ("", "2019-05", "2019-04-30", "read_on"), ("", "2019-05", "2018", "read_on"),
])  # fmt: skip
def test_a_source_is_read_after_it_was_published_and_a_mirror_is_another(
    original, published, read, column
):
    found = sourced(original_publisher=[original], published=[published], read_on=[read])
    assert [fault.split('"')[1] for fault in found] == ([column] if column else [])


def test_a_publisher_has_one_stake():
    rows = table(publisher=["A", "A", "A", "B"], author=["", "x", "", ""],
                 stake=["press", "academic", "un_body", "academic"])  # fmt: skip
    (fault,) = checks.check_stakes(rows)
    assert fault == (
        "data/sources.csv, row 4, column \"stake\": 'un_body' but row 2 has 'press' for the same "
        "publisher and author"
    )

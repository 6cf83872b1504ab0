"""The data package as others read it: valid for `frictionless`, and described in full."""

import csv
import shutil

import pytest
from frictionless import Package

from evidence.ledger import tables
from evidence.show import words

DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
FIELDS = [
    (resource["name"], field)
    for resource in tables.package()["resources"]
    for field in resource["schema"]["fields"]
]


def errors(folder):
    report = Package(str(folder / "datapackage.json")).validate()
    return [] if report.valid else report.flatten(["type", "rowNumber", "fieldName"])


def test_the_package_has_no_errors():
    assert errors(tables.DATA) == []


@pytest.mark.parametrize(("column", "text", "expected"), [
    ("value", "x", ["type-error", 2, "value"]),
    ("as_of", "May", ["constraint-error", 2, "as_of"]),
    ("measure", "no_such_measure", ["foreign-key", 2, None]),
])  # fmt: skip
def test_frictionless_does_read_the_rules(tmp_path, column, text, expected):
    copy = shutil.copytree(tables.DATA, tmp_path / "data")
    with (copy / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[1][rows[0].index(column)] = text
    with (copy / "claims.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    assert errors(copy) == [expected]


def test_every_table_of_the_folder_is_described_and_no_other():
    described = [resource["path"] for resource in tables.package()["resources"]]
    assert sorted(described) == sorted(path.name for path in tables.DATA.glob("*.csv"))


def test_our_own_property_marks_the_columns_that_hold_dates():
    marked = {(name, field["name"]) for name, field in FIELDS if field.get("date") is True}
    assert marked == {
        ("sources", "published"), ("sources", "read_on"), ("claims", "date_start"),
        ("claims", "date_end"), ("claims", "as_of"), ("claims", "checked_on"), ("votes", "date"),
    }  # fmt: skip
    assert marked == {
        (name, field["name"])
        for name, field in FIELDS
        if field.get("constraints", {}).get("pattern") == DATE
    }


def test_frictionless_keeps_our_own_property():
    package = Package(str(tables.DATA / "datapackage.json"))
    field = package.get_resource("claims").schema.get_field("as_of")
    assert field.custom == {"date": True}


@pytest.mark.parametrize(("table", "field"), FIELDS, ids=lambda part: str(part)[:20])
def test_every_column_is_described(table, field):
    assert field["description"].endswith(".")


def test_the_loader_and_frictionless_read_the_same_rows():
    package = Package(str(tables.DATA / "datapackage.json"))
    for name in ("sources", "measures", "corrections", "numerals"):
        theirs = [
            {column: "" if value is None else value for column, value in row.to_dict().items()}
            for row in package.get_resource(name).read_rows()
        ]
        assert theirs == tables.table(name).astype(object).to_dict("records")


def test_no_claim_is_lost_but_those_declared_dropped():
    with (tables.DATA / "claims.csv").open(encoding="utf-8", newline="") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    fixes = tables.table("corrections")
    dropped = set(fixes.loc[fixes["action"] == "drop", "claim"])
    assert list(tables.claims()["id"]) == [i for i in ids if i not in dropped]


@pytest.mark.parametrize(("column", "spoken"), [
    ("qualifier", {*words.HEDGES, "vague"}), ("stake", set(words.STAKES)),
])  # fmt: skip
def test_there_are_words_for_every_value(column, spoken):
    (enum,) = [f["constraints"]["enum"] for _, f in FIELDS if f["name"] == column]
    assert spoken == set(enum)

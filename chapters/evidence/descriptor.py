"""The shape of `data/datapackage.json`, which describes every table."""

import re

from . import shapes

TEXT = {"type": "string", "minLength": 1}
WORDS = {"type": "array", "minItems": 1, "items": TEXT}
FILE = {"type": "string", "pattern": r"^[A-Za-z0-9][\w.-]*\.csv$", "description": "NAME.csv"}
LICENCES = {"type": "array", "items": {"type": "object"}}
CONSTRAINTS = {
    "type": "object",
    "properties": {
        "required": {"type": "boolean"},
        "unique": {"type": "boolean"},
        "enum": WORDS,
        "pattern": TEXT,
        "minimum": {"type": "number"},
        "maximum": {"type": "number"},
    },
}
FIELD = {
    "type": "object",
    "required": ["name", "type", "description"],
    "properties": {
        "name": TEXT,
        "type": {"enum": ["string", "number", "integer", "year"]},
        "description": TEXT,
        "date": {"type": "boolean"},
        "constraints": CONSTRAINTS,
    },
}
LINK = {
    "type": "object",
    "required": ["fields", "reference"],
    "properties": {
        "fields": TEXT,
        "reference": {
            "type": "object",
            "required": ["resource", "fields"],
            "properties": {"resource": {"type": "string"}, "fields": TEXT},
        },
    },
}
RESOURCE = {
    "type": "object",
    "required": ["name", "title", "description", "path", "rows", "schema"],
    "properties": {
        **{name: TEXT for name in ("type", "scheme", "format", "mediatype", "encoding")},
        "name": TEXT,
        "title": TEXT,
        "description": TEXT,
        "path": FILE,
        "rows": {"type": "integer", "minimum": 0},
        "licenses": LICENCES,
        "schema": {
            "type": "object",
            "required": ["fields", "primaryKey"],
            "properties": {
                "fields": {"type": "array", "minItems": 1, "items": FIELD},
                "missingValues": {"const": [""]},
                "primaryKey": {"type": ["string", "array"], "items": TEXT},
                "foreignKeys": {"type": "array", "items": LINK},
            },
        },
    },
}
PACKAGE = {
    "type": "object",
    "required": ["name", "title", "description", "created", "licenses", "resources"],
    "properties": {
        "$schema": TEXT,
        "name": TEXT,
        "title": TEXT,
        "description": TEXT,
        "created": {
            "type": "string",
            "pattern": r"^\d{4}-\d\d-\d\dT00:00:00Z$",
            "description": "YYYY-MM-DDT00:00:00Z",
        },
        "licenses": LICENCES,
        "sources": {"type": "array"},
        "resources": {"type": "array", "minItems": 1, "items": RESOURCE},
    },
}
# the tables that no package can do without
NEEDED = ("claims", "corrections", "measures", "sources")
FILE_NAME = "data/datapackage.json"


def _twice(words: list[str]) -> list[str]:
    return sorted({word for word in words if words.count(word) > 1})


def _names(package: dict) -> list[str]:
    """Faults between the names in a descriptor of the right shape."""
    columns = {r["name"]: [f["name"] for f in r["schema"]["fields"]] for r in package["resources"]}
    told = [f"the table {name!r} is missing" for name in NEEDED if name not in columns]
    for what in ("name", "path"):
        told += [
            f"{word!r} stands twice" for word in _twice([r[what] for r in package["resources"]])
        ]
    for resource in package["resources"]:
        name, schema = resource["name"], resource["schema"]
        key, links = schema["primaryKey"], schema.get("foreignKeys", [])
        told += [f"table {name!r} has the column {word!r} twice" for word in _twice(columns[name])]
        wanted = [(name, column) for column in ([key] if isinstance(key, str) else key)]
        wanted += [(name, link["fields"]) for link in links]
        wanted += [
            (link["reference"]["resource"] or name, link["reference"]["fields"]) for link in links
        ]
        told += [
            f"a key of table {name!r} names the column {column!r} of {table!r}, which is not there"
            for table, column in wanted
            if column not in columns.get(table, [])
        ]
        for field in schema["fields"]:
            pattern = field.get("constraints", {}).get("pattern", "")
            try:
                re.compile(pattern)
            except re.error as error:
                told.append(
                    f"column {field['name']!r} of {name!r}: {pattern!r} is no pattern: {error}"
                )
    return [f"{FILE_NAME}: {sentence}" for sentence in told]


def faults(package: object) -> list[str]:
    """What is wrong with a descriptor: shape first, then the names in it."""
    return shapes.faults(package, PACKAGE, FILE_NAME) or _names(package)

"""Rules a table must keep, each told as: file, row, column, what is wrong."""

import math
import re
from datetime import date
from unicodedata import category

import pandas as pd


class DataError(ValueError):
    """One or more faults in `data/`; the message lists each on a line of its own."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text)) and math.isfinite(float(text))


def _is_integer(text: str) -> bool:
    return bool(re.fullmatch(r"-?[0-9]+", text))


def _first_day(text: str) -> str:
    """The first day that a partial date can mean, YYYY-MM-DD."""
    return text + "-01-01"[len(text) - 4 :]


def partial_date(text: str) -> tuple[int, int, int] | None:
    """Year, month, day of YYYY[-MM[-DD]] (0 where not given), or None where no such date exists."""
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
    if not match:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        date(year, month if match[2] else 1, day if match[3] else 1)
    except ValueError:
        return None
    return year, month, day


# control, format, private and separator characters other than spaces: none belongs in a table
INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
# a spreadsheet runs text that begins so; a plain number, as -2.5, is no formula
FORMULA_STARTS = "=+-@"
WRONG_TYPE = {
    "number": (_is_number, "is not a number"),
    "integer": (_is_integer, "is not a whole number"),
    "year": (lambda text: bool(re.fullmatch(r"[0-9]{4}", text)), "is not a year"),
    "string": (lambda text: True, ""),
}


def _fault_in_cell(text: str, field: dict) -> str | None:
    rules = field.get("constraints", {})
    if not text:
        return "is empty but required" if rules.get("required") else None
    fits, complaint = WRONG_TYPE[field["type"]]
    if not fits(text):
        return complaint
    if text != text.strip() or any(category(c) in INVISIBLE for c in text):
        return "has white space at an end or invisible control characters"
    if field["type"] == "string" and text[0] in FORMULA_STARTS and not _is_number(text):
        return f"begins like a formula of a spreadsheet ({' '.join(FORMULA_STARTS)})"
    if "enum" in rules and text not in rules["enum"]:
        return f"is not one of: {', '.join(rules['enum'])}"
    if "pattern" in rules and not re.fullmatch(rules["pattern"], text):
        return f"does not have the form {rules['pattern']}"
    if field.get("date") and partial_date(text) is None:
        return "is not a possible date (YYYY, YYYY-MM or YYYY-MM-DD)"
    if "minimum" in rules and float(text) < rules["minimum"]:
        return f"is below {rules['minimum']}"
    if "maximum" in rules and float(text) > rules["maximum"]:
        return f"is above {rules['maximum']}"
    return None


def where(resource: dict, row: int, column: str, text: str) -> str:
    """The beginning of every complaint about one cell."""
    return f'data/{resource["path"]}, row {row}, column "{column}": {text!r}'


def check_table(table: pd.DataFrame, resource: dict) -> list[str]:
    """Faults inside one table: columns, types, constraints, duplicate keys."""
    fields = resource["schema"]["fields"]
    names = [field["name"] for field in fields]
    if list(table.columns) != names:
        return [
            f"data/{resource['path']}, row 1: columns are {', '.join(table.columns)}; "
            f"datapackage.json says {', '.join(names)}"
        ]
    faults = []
    for field in fields:
        column = table[field["name"]]
        wrong = {text: fault for text in column.unique() if (fault := _fault_in_cell(text, field))}
        faults += [
            f"{where(resource, row, field['name'], text)} {wrong[text]}"
            for row, text in column[column.isin(list(wrong))].items()
        ]
    key = resource["schema"].get("primaryKey", [])
    keys = [[key] if isinstance(key, str) else key]
    keys += [[f["name"]] for f in fields if f.get("constraints", {}).get("unique")]
    for key in [k for place, k in enumerate(keys) if k and k not in keys[:place]]:
        for row in table.index[table.duplicated(key)]:
            values = ", ".join(table.loc[row, key])
            faults.append(f"{where(resource, row, key[0], values)} is a duplicate")
    return faults


def check_row_count(table: pd.DataFrame, resource: dict) -> list[str]:
    """A fault where rows are lost or added: the descriptor says how many there are."""
    said = resource.get("rows")
    if len(table) == said:
        return []
    return [
        f"data/{resource['path']}: {len(table)} rows where datapackage.json says {said} "
        '(truncated? or update "rows")'
    ]


def check_package(tables: dict[str, pd.DataFrame], resources: list[dict]) -> list[str]:
    """Faults between tables: foreign keys that point at nothing (an empty cell points nowhere)."""
    faults = []
    for resource in resources:
        for key in resource["schema"].get("foreignKeys", []):
            column, target = key["fields"], key["reference"]
            table = tables[resource["name"]]
            known = set(tables[target["resource"] or resource["name"]][target["fields"]])
            bad = table[column][(table[column] != "") & ~table[column].isin(known)]
            faults += [
                f"{where(resource, row, column, text)} is unknown in {target['resource']}"
                for row, text in bad.items()
            ]
    return faults


def check_claims(claims: pd.DataFrame, measures: pd.DataFrame) -> list[str]:
    """Rules between the columns of a claim: units, ranges, dates, missing values, how checked."""
    resource = {"path": "claims.csv"}
    units = measures.set_index("measure")["unit"]
    faults = []
    for row, claim in claims.iterrows():

        def complain(column: str, fault: str, row: int = row, claim: pd.Series = claim) -> None:
            faults.append(f"{where(resource, row, column, claim[column])} {fault}")

        if claim["value"].startswith("-") and not claim["measure"].endswith("_change"):
            complain("value", "is negative, and only a measure named …_change can be")
        if claim["value_high"].startswith("-") and not claim["measure"].endswith("_change"):
            complain("value_high", "is negative, and only a measure named …_change can be")
        if claim["unit"] != units[claim["measure"]]:
            complain("unit", f"but {claim['measure']} is counted in {units[claim['measure']]}")
        if (claim["qualifier"] == "vague") != (claim["value"] == ""):
            complain("value", "a claim has a value, unless its qualifier is vague")
        if claim["qualifier"] == "vague" and claim["note"].count('"') < 2:
            complain("note", "must quote the words of a vague claim")
        if claim["value_high"] and float(claim["value"] or "inf") > float(claim["value_high"]):
            complain("value", f"is above value_high {claim['value_high']}")
        if (claim["scope"] == "country") and not claim["country_iso3"]:
            complain("country_iso3", "is empty though the scope is a country")
        start, end = partial_date(claim["date_start"]), partial_date(claim["date_end"])
        if start and end and start[: len(claim["date_end"].split("-"))] > end:
            complain("date_start", f"is after date_end {claim['date_end']}")
        if bool(claim["checked"]) != bool(claim["checked_on"]):
            complain("checked_on", "a second reading has a date, and nothing else has one here")
        if claim["checked"] in ("full_copy", "sister") and not claim["checked_at"]:
            complain("checked_at", "is empty though the claim was read again elsewhere")
    return faults


def check_sources(sources: pd.DataFrame, kinds: pd.DataFrame) -> list[str]:
    """Rules between the columns of a source: its side is that of its kind of publisher, a mirror's
    origin is another, reading comes last."""
    resource = {"path": "sources.csv"}
    sides = kinds.set_index("kind")["side"]
    faults = []
    for row, source in sources.iterrows():
        original, read = source["original_publisher"], source["read_on"]
        if source["stake"] != sides[source["publisher_kind"]]:
            faults.append(
                f"{where(resource, row, 'stake', source['stake'])} but the publisher is a "
                f"{source['publisher_kind']}, whose stake is {sides[source['publisher_kind']]}"
            )
        if original and original == source["publisher"]:
            faults.append(
                f"{where(resource, row, 'original_publisher', original)} is the publisher itself"
            )
        if read and read < _first_day(source["published"] or "0000")[: len(read)]:
            faults.append(
                f"{where(resource, row, 'read_on', read)} is before its publication, "
                f"{source['published']}"
            )
    return faults


def check_dates(tables: dict[str, pd.DataFrame], resources: list[dict], day: str) -> list[str]:
    """Dates that cannot be: after the day of the data, or after the page that states them.

    `day` is YYYY-MM-DD. What a source projects or plans may lie ahead of it, and periods may
    end after it; of a partial date the first day that it can mean is taken.
    """
    faults = []
    for resource in resources:
        table = tables[resource["name"]]
        for field in resource["schema"]["fields"]:
            if not field.get("date") and field["type"] != "year":
                continue
            column = table[field["name"]]
            late = {text for text in column.unique() if text and _first_day(text) > day}
            faults += [
                f"{where(resource, row, field['name'], text)} lies after the day of the data, "
                f"{day} (datapackage.json, created)"
                for row, text in column[column.isin(late)].items()
            ]
    claims, resource = tables["claims"], {"path": "claims.csv"}
    published = claims["source_id"].map(tables["sources"].set_index("source_id")["published"])
    dated = (claims["as_of"] != "") & (published != "")
    ahead = claims["measure"].str.contains(r"_(?:projected|planned)(?:_|$)")
    for row, claim in claims[dated & ~ahead].iterrows():
        length = len(published[row])
        if _first_day(claim["as_of"])[:length] > published[row]:
            faults.append(
                f"{where(resource, row, 'as_of', claim['as_of'])} lies after the publication of "
                f"its source {claim['source_id']}, {published[row]}"
            )
    years = claims[(claims["unit"] == "year") & ~ahead]
    for row, text in years["value"].items():
        if text and float(text) > int(day[:4]):
            faults.append(f"{where(resource, row, 'value', text)} is a year after that of the data")
    return faults

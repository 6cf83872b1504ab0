"""Rules a table must keep, each told as: file, row, column, what is wrong.

A table is here as it stands in its file: text, by the number of its row and its column. So it is
looked at in a moment, before anything slow is imported.
"""

import re

from evidence.ledger.cells import fault_in_cell, first_day, is_number, partial_date

# the number of a row as a spreadsheet shows it -> column -> text
Rows = dict[int, dict[str, str]]


class DataError(ValueError):
    """One or more faults in `data/`; the message lists each on a line of its own."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


def where(resource: dict, row: int, column: str, text: str) -> str:
    """The beginning of every complaint about one cell."""
    return f'data/{resource["path"]}, row {row}, column "{column}": {text!r}'


# a state is one origin, by whatever name it speaks
STATES = {"Cuban state": "cuban_state", "US government": "us_government"}
# what a judgement can be on: its kind, the table and the column that must have it
JUDGED = {
    "claim": ("claims", "id"),
    "country": ("countries", "iso3"),
    "source": ("sources", "source_id"),
    "side": ("sources", "stake"),
}


def check_table(table: Rows, resource: dict) -> list[str]:
    """Faults inside one table: types, constraints, duplicate keys."""
    fields = resource["schema"]["fields"]
    faults = []
    for field in fields:
        name = field["name"]
        told = {c[name]: "" for c in table.values()}
        told = {text: fault_in_cell(text, field) for text in told}
        faults += [
            f"{where(resource, row, name, cells[name])} {told[cells[name]]}"
            for row, cells in table.items()
            if told[cells[name]]
        ]
    key = resource["schema"].get("primaryKey", [])
    keys = [[key] if isinstance(key, str) else key]
    keys += [[f["name"]] for f in fields if f.get("constraints", {}).get("unique")]
    for key in [k for place, k in enumerate(keys) if k and k not in keys[:place]]:
        seen = set()
        for row, cells in table.items():
            values = ", ".join(cells[column] for column in key)
            if values in seen:
                faults.append(f"{where(resource, row, key[0], values)} is a duplicate")
            seen.add(values)
    return faults


def check_row_count(table: Rows, resource: dict) -> list[str]:
    """A fault where rows are lost or added: the descriptor says how many there are."""
    found, said = len(table), resource["rows"]
    if found == said:
        return []
    advice = (
        "`make check` brings it up to date"
        if found > said
        else 'cut off? if that is meant, set "rows" there by hand'
    )
    return [f"data/{resource['path']}: {found} rows where datapackage.json says {said} ({advice})"]


def check_package(tables: dict[str, Rows], resources: list[dict]) -> list[str]:
    """Faults between tables: foreign keys that point at nothing (an empty cell points nowhere)."""
    faults = []
    for resource in resources:
        for key in resource["schema"].get("foreignKeys", []):
            column, target = key["fields"], key["reference"]
            known = _texts(tables[target["resource"] or resource["name"]], target["fields"])
            faults += [
                f"{where(resource, row, column, cells[column])} is unknown in "
                f"{target['resource']}: mend it, or add a row for it there"
                for row, cells in tables[resource["name"]].items()
                if cells[column] and cells[column] not in known
            ]
    return faults


def _texts(table: Rows, column: str) -> set[str]:
    return {cells[column] for cells in table.values()}


def check_voices(voices: Rows) -> list[str]:
    """Rules between the columns of a voice: no origin, no side; and a state is one origin."""
    faults = []
    for row, voice in voices.items():
        place = where({"path": "voices.csv"}, row, "side", voice["side"])
        origin, side = voice["origin"], voice["side"]
        if bool(origin) != bool(side):
            faults.append(f"{place} but origin is {origin!r}: both are given, or neither")
        for name, state in STATES.items():
            if (origin == name) != (side == state):
                faults.append(f"{place} but origin is {origin!r}: {state} goes with {name!r}")
    return faults


def check_aliases(aliases: Rows, claims: Rows) -> list[str]:
    """A name that a claim had is no claim's name now: it would lead to the wrong one of two."""
    names = {claim["id"] for claim in claims.values()}
    return [
        f"{where({'path': 'aliases.csv'}, row, 'old', alias['old'])} is the id of a claim"
        for row, alias in aliases.items()
        if alias["old"] in names
    ]


def check_assumptions(assumptions: Rows) -> list[str]:
    """Rules for what is assumed: numbers, or names of a rule; the value within its range; a range
    of two assumptions, NAME_low and NAME_high, the right way up."""
    faults = []

    def complain(row: int, column: str, text: str, fault: str) -> None:
        faults.append(f"{where({'path': 'assumptions.csv'}, row, column, text)} {fault}")

    numbers = {}
    for row, assumed in assumptions.items():
        ends = [assumed[column] for column in ("low", "value", "high")]
        if assumed["low"] == assumed["high"]:
            complain(row, "high", assumed["high"], "is the same as low: nothing can be tried")
        for column in ("low", "value", "high"):
            if is_number(assumed[column]) == (assumed["unit"] == "rule"):
                kind = "is a number" if assumed["unit"] == "rule" else "is not a number"
                complain(row, column, assumed[column], f"{kind}, and the unit is {assumed['unit']}")
        if all(is_number(text) for text in ends):
            low, value, high = numbers[assumed["name"]] = [float(text) for text in ends]
            if not low <= value <= high:
                complain(row, "value", assumed["value"], f"is not from {low:g} to {high:g}")
    for row, assumed in assumptions.items():
        name = assumed["name"]
        other = name.removesuffix("_high") + "_low"
        if name.endswith("_high") and name in numbers and other in numbers:
            least, value = numbers[other][1], numbers[name][1]
            if value < least:
                complain(row, "value", assumed["value"], f"is below {other}, {least:g}")
    return faults


def check_sources(sources: Rows, kinds: Rows) -> list[str]:
    """Rules between the columns of a source: its stake is that of its kind of publisher; the
    publisher of a mirror's original is another; reading comes after publication."""
    resource = {"path": "sources.csv"}
    sides = {kind["kind"]: kind["side"] for kind in kinds.values()}
    faults = []
    for row, source in sources.items():
        kind, original, read = (
            source[column] for column in ("publisher_kind", "original_publisher", "read_on")
        )
        if source["stake"] != sides[kind]:
            faults.append(
                f"{where(resource, row, 'stake', source['stake'])} but the publisher is a {kind}, "
                f"whose stake is {sides[kind]}"
            )
        if original and original == source["publisher"]:
            faults.append(
                f"{where(resource, row, 'original_publisher', original)} is the publisher itself"
            )
        if read and read < first_day(source["published"] or "0000")[: len(read)]:
            faults.append(
                f"{where(resource, row, 'read_on', read)} is before its publication, "
                f"{source['published']}"
            )
    return faults


def check_stakes(sources: Rows) -> list[str]:
    """A publisher (and author) whose stake is one thing in one row and another in the next."""
    faults, first = [], {}
    for row, source in sources.items():
        said = first.setdefault((source["publisher"], source["author"]), (row, source["stake"]))
        if source["stake"] != said[1]:
            faults.append(
                f"{where({'path': 'sources.csv'}, row, 'stake', source['stake'])} but row {said[0]}"
                f" has {said[1]!r} for the same publisher and author"
            )
    return faults


def check_judgements(tables: dict[str, Rows]) -> list[str]:
    """Judgements on what is not there (any more): a claim, a country, a source, a side."""
    known = {kind: _texts(tables[name], column) for kind, (name, column) in JUDGED.items()}
    return [
        f"{where({'path': 'judgements.csv'}, row, 'item', judgement['item'])} is no "
        f"{judgement['kind']} of {JUDGED[judgement['kind']][0]}.csv, as corrected: mend the row "
        "or take it out"
        for row, judgement in tables["judgements"].items()
        if judgement["item"] not in known[judgement["kind"]]
    ]


def check_claims(claims: Rows, measures: Rows, voices: Rows) -> list[str]:
    """Rules between the columns of a claim, and with its measure and its voice: units, ranges,
    dates, missing values, how checked; who gives a number that argues is a party or outside."""
    resource = {"path": "claims.csv"}
    units = {measure["measure"]: measure["unit"] for measure in measures.values()}
    # a rating is the rater's, whoever passes it on
    argued = {
        measure["measure"]
        for measure in measures.values()
        if measure["argument"] and measure["figure_kind"] != "rating"
    }
    undecided = {v["voice"] for v in voices.values() if v["origin"] and not v["party"]}
    faults = []
    for row, claim in claims.items():

        def complain(column: str, fault: str, row: int = row, claim: dict = claim) -> None:
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
        if claim["measure"] in argued and claim["attributed_to"] in undecided:
            complain("attributed_to", "argues for a side, so voices.csv must say party or outside")
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


def check_dates(tables: dict[str, Rows], resources: list[dict], day: str) -> list[str]:
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
            name = field["name"]
            faults += [
                f"{where(resource, row, name, cells[name])} lies after the day of the data, "
                f"{day} (datapackage.json, created)"
                for row, cells in table.items()
                if cells[name] and first_day(cells[name]) > day
            ]
    published = {s["source_id"]: s["published"] for s in tables["sources"].values()}
    resource = {"path": "claims.csv"}
    for row, claim in tables["claims"].items():
        if re.search(r"_(?:projected|planned)(?:_|$)", claim["measure"]):
            continue
        stated, printed = claim["as_of"], published[claim["source_id"]]
        if stated and printed and first_day(stated)[: len(printed)] > printed:
            faults.append(
                f"{where(resource, row, 'as_of', stated)} lies after the publication of "
                f"its source {claim['source_id']}, {printed}"
            )
        value = claim["value"]
        if claim["unit"] == "year" and value and float(value) > int(day[:4]):
            told = f"is a year after that of the data, {day[:4]}"
            faults.append(f"{where(resource, row, 'value', value)} {told}")
    return faults

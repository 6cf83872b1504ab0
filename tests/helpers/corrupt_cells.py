"""Corruptions of one cell that break a rule of its column, of its table or between tables."""

from collections.abc import Iterator
from random import Random

from sound import SOUND, Corruption, Sound


def wrong_type(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """No number, whole number or year where there must be one."""
    texts = {
        "number": ["n/a", "1,000", "1e3", "0x1F", "１２", "1.5.2", "nan", "5 000", "=1+1"],
        "integer": ["1.0", "two", "1e1", "３", "--1", "1_000", "@1"],
        "year": ["19a9", "63", "19920", "-1992", "１９９２"],
    }
    for field in table.columns(*texts):
        for text in chance.sample(texts[field["type"]], 3):
            row = chance.choice(table.filled(field["name"]))
            yield table.cell(kind, row, field["name"], text, "is not a")


def out_of_range(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """Below the minimum or above the maximum."""
    for rule, step, told in (("minimum", -1, "is below"), ("maximum", 1, "is above")):
        for field in table.columns(rule=rule):
            row = chance.choice(table.filled(field["name"]))
            text = str(field["constraints"][rule] + step)
            yield table.cell(kind, row, field["name"], text, told)


def impossible_date(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A date of the right form that no calendar has."""
    texts = ["2019-02-30", "2019-13", "2019-00", "2019-06-31", "1900-02-29", "0000"]
    for field in table.fields:
        for text in chance.sample(texts, 2) if field.get("date") else []:
            row = chance.choice(table.filled(field["name"]))
            yield table.cell(kind, row, field["name"], text, "is not a possible date")


def enum_violation(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A word outside the vocabulary, and one of it in other letters."""
    for field in table.columns(rule="enum"):
        for text in ("gossip", chance.choice(field["constraints"]["enum"]).capitalize()):
            row = chance.choice(table.filled(field["name"]))
            yield table.cell(kind, row, field["name"], text, "is not one of")


def pattern_violation(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A text of another form."""
    for field in table.columns(rule="pattern"):
        row = chance.choice(table.filled(field["name"]))
        text = table.get(row, field["name"]) + chance.choice(["{", "{}!", " {x"])
        yield table.cell(kind, row, field["name"], text, "does not have the form")


def missing_value(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """Nothing where something is required."""
    fields = table.columns(rule="required")
    for field in chance.sample(fields, min(3, len(fields))):
        row = chance.choice(table.filled(field["name"]))
        yield table.cell(kind, row, field["name"], "", "is empty but required")


def duplicate_key(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """The key of another row."""
    for _ in range(2):
        first, later = sorted(chance.sample(range(2, len(table.rows) + 1), 2))
        new = table.encoded(later, {column: table.get(first, column) for column in table.key})
        yield table.line(kind, later, new, "is a duplicate", table.at(later, table.key[0]))


def broken_reference(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A word that the other table lacks, and a key renamed that another table needs."""
    for column in table.links:
        row = chance.choice(table.filled(column))
        yield table.cell(kind, row, column, "NO_SUCH_THING", "is unknown in")
    for other in SOUND.values():
        for column, target in other.links.items():
            if target["resource"] != table.name or not other.filled(column):
                continue
            asking = chance.choice(other.filled(column))
            keys = [row[table.header.index(target["fields"])] for row in table.rows]
            row = keys.index(other.get(asking, column)) + 1
            new = table.encoded(row, {target["fields"]: "renamed_thing"})
            place = other.at(asking, column)
            yield table.line(kind, row, new, f"is unknown in {table.name}", place)


def value_above_its_high_end(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A range upside down."""
    if table.name == "claims":
        for row in chance.sample(table.filled("value_high"), 3):
            high = table.get(row, "value_high")
            yield table.cell(kind, row, "value", f"{high.split('.')[0]}9", "is above value_high")


def wrong_unit(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A claim in another unit than its measure, from either side."""
    claims = SOUND["claims"]
    for row in chance.sample(claims.filled("unit"), 3):
        if table.name == "claims":
            yield table.cell(kind, row, "unit", "furlongs", "is counted in")
        if table.name == "measures":
            names = [line[0] for line in table.rows]
            own = names.index(claims.get(row, "measure")) + 1
            new = table.encoded(own, {"unit": "furlongs"})
            yield table.line(kind, own, new, "is counted in furlongs", claims.at(row, "unit"))


def stale_correction(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """An old value that no longer stands: the correction or the claim was edited."""
    fixes, claims = SOUND["corrections"], SOUND["claims"]
    rows = [r for r in fixes.filled("column") if fixes.get(r, "column") == "as_of"]
    for row in chance.sample(rows, 3):
        if table.name == "corrections":
            yield table.cell(kind, row, "old", "1066", "the correction is stale")
        if table.name == "claims":
            ids = [line[0] for line in claims.rows]
            own = ids.index(fixes.get(row, "claim")) + 1
            new = claims.encoded(own, {"as_of": "1066"})
            yield table.line(kind, own, new, "the correction is stale", fixes.at(row, "old"))


def negative_count(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """Fewer than none of something that is counted."""
    if table.name == "claims":
        rows = [r for r in table.filled("value") if not table.get(r, "measure").endswith("_change")]
        for row in chance.sample(rows, 3):
            yield table.cell(kind, row, "value", f"-{table.get(row, 'value')}", "is negative")


def future_date(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A day after the edition."""
    for field in table.fields:
        if field.get("date") or field["type"] == "year":
            row = chance.choice(table.filled(field["name"]))
            text = "2031" if field["type"] == "year" else "2031-05-20"
            # a claim's start is after its end, too, if it has one
            yield table.cell(kind, row, field["name"], text, " after ")


CELLS = (
    wrong_type, out_of_range, impossible_date, enum_violation, pattern_violation, missing_value,
    duplicate_key, broken_reference, value_above_its_high_end, wrong_unit, stale_correction,
    negative_count, future_date,
)  # fmt: skip

"""Add one claim to the ledger: `.venv/bin/python tools/add_claim.py`.

It asks for each column, and shows what may stand there. Its source and its voice are added with it
where they are new. With arguments, one a column (`--measure workers_abroad --value 120 …`), it asks
nothing. The unit and the name of the claim follow from the rest. Nothing is written where a rule
would be broken.
"""

import argparse
import shlex
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "chapters"))  # for who runs this file by itself

from evidence.ledger import additions, names, texts  # noqa: E402
from evidence.ledger.cells import fault_in_cell  # noqa: E402
from evidence.ledger.checks import DataError, Rows  # noqa: E402

COMMAND = ".venv/bin/python tools/add_claim.py"
FOUND = ("id", "unit")  # columns of a claim that follow from others
# a column of a claim -> the table that knows its words, their column and the one that tells them
KNOWN = {
    "measure": ("measures", "measure", "label"),
    "country_iso3": ("countries", "iso3", "short"),
    "source_id": ("sources", "source_id", "title"),
    "attributed_to": ("voices", "voice", "origin"),
}
KEYS = {"claims": "id", "sources": "source_id", "voices": "voice"}
NEW = {"source_id": "sources", "attributed_to": "voices"}  # where a word may be a new one
SHOWN = 15  # words that are listed at once


def fields(described: dict, table: str) -> list[dict]:
    """The columns of a table that are to be filled: all but those that are found."""
    (resource,) = (r for r in described["resources"] if r["name"] == table)
    (key, *rest) = resource["schema"]["fields"]
    if table == "claims":
        return [field for field in (key, *rest) if field["name"] not in FOUND]
    return rest  # the key is asked for with the claim


def words(tables: dict[str, Rows], column: str) -> dict[str, str]:
    """The words that a column of a claim may hold, each with what it stands for."""
    table, key, label = KNOWN[column]
    return {cells[key]: cells[label] for cells in tables[table].values()}


def ask(field: dict, known: dict[str, str] | None = None, may_be_new: bool = False) -> str:
    """The answer to one question, asked until it can stand in the column."""
    name, rules = field["name"], field.get("constraints", {})
    print(f"\n{name}: {field['description']}", "" if rules.get("required") else "May stay empty.")
    if "enum" in rules:
        print(f"  one of: {', '.join(rules['enum'])}")
    if known:
        print("  Part of a word lists what there is.")
    before = None
    while True:
        answer = input(f"{name}> ").strip()
        fault = fault_in_cell(answer, field)
        if not fault and (not known or not answer or answer in known):
            return answer
        if not fault and may_be_new and answer == before:
            return answer
        if known and answer:
            tell(answer, known)
            fault = f"{answer!r} is not known" + (": once more, and it is new" * may_be_new)
        print(f"  {fault}.")
        before = answer


def tell(part: str, known: dict[str, str]) -> None:
    """List the words that have a part, in themselves or in what they stand for."""
    near = [word for word in known if part.casefold() in f"{word} {known[word]}".casefold()]
    for word in near[:SHOWN]:
        print(f"  {word}  ({known[word]})")
    if len(near) > SHOWN:
        print(f"  … and {len(near) - SHOWN} more")


def asked(described: dict, tables: dict[str, Rows]) -> dict[str, str]:
    """Every answer, by column."""
    answers = {}
    for field in fields(described, "claims"):
        column = field["name"]
        known = words(tables, column) if column in KNOWN else None
        answers[column] = ask(field, known, column in NEW)
        if column in NEW and answers[column] and answers[column] not in known:
            print(f"\nThis is new in {NEW[column]}.csv:")
            answers |= {more["name"]: ask(more) for more in fields(described, NEW[column])}
    return answers


def given(described: dict, arguments: list[str]) -> dict[str, str]:
    """What the arguments say, by column."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )  # fmt: skip
    for table in ("claims", *NEW.values()):
        of = parser.add_argument_group(f"columns of {table}.csv")
        for field in fields(described, table):
            of.add_argument(
                f"--{field['name']}", metavar="…", help=field["description"].replace("%", "%%")
            )
    return {name: text for name, text in vars(parser.parse_args(arguments)).items() if text}


def rows(
    described: dict, tables: dict[str, Rows], answers: dict[str, str]
) -> dict[str, dict[str, str]]:
    """The row of the claim, and of its source and voice where they are new: {table: row}.

    Raises DataError where an answer leads nowhere.
    """
    new = {}
    for column, table in NEW.items():
        word, more = answers.get(column, ""), [f["name"] for f in fields(described, table)]
        filled = {name: answers[name] for name in more if name in answers}
        if word and word not in words(tables, column):
            new[table] = {KEYS[table]: word} | filled
        elif filled:
            why = f"{word!r} is known in {table}.csv" if word else f"there is no {column}"
            raise DataError([f"--{next(iter(filled))} is of a new row of {table}.csv, but {why}"])
    claim = {field["name"]: "" for field in fields(described, "claims")}
    claim |= {name: text for name, text in answers.items() if name in claim}
    for column, table in (("measure", "measures"), ("country_iso3", "countries")):
        if claim[column] and claim[column] not in words(tables, column):
            raise DataError([f"--{column}: {claim[column]!r} is unknown in {table}.csv"])
    if missing := [name for name in ("measure", "source_id") if not claim[name]]:
        raise DataError([f"--{missing[0]}: a claim needs it"])
    (measure,) = (m for m in tables["measures"].values() if m["measure"] == claim["measure"])
    claim["unit"] = measure["unit"]
    empty = {field["name"]: "" for field in fields(described, "sources")}
    sources = {source["source_id"]: source for source in tables["sources"].values()}
    source = sources.get(claim["source_id"]) or empty | new["sources"]
    country = words(tables, "country_iso3").get(claim["country_iso3"], "")
    taken = {cells["id"] for cells in tables["claims"].values()}
    claim["id"] = names.free(claim, source, country, taken)
    return new | {"claims": claim}


def main(arguments: list[str], folder: Path = texts.DATA) -> None:
    """Add a claim, from arguments or answers. Leaves the program where that cannot be."""
    answers = {}
    try:
        described = texts.package(folder)
        tables = texts.read(folder, described)
        answers = given(described, arguments) or asked(described, tables)
        new = rows(described, tables, answers)
        numbers = additions.add(new, folder)
    except (DataError, OSError) as error:
        again = [f"--{name}={text}" for name, text in answers.items() if text]
        hint = [] if arguments else ["Mend it and run:", f"{COMMAND} {shlex.join(again)}"]
        sys.exit("\n".join(["Nothing is written:", str(error), *hint]))
    except (EOFError, KeyboardInterrupt):
        sys.exit("\nNothing is written.")
    for table, number in numbers.items():
        print(f"data/{table}.csv, row {number}: {new[table][KEYS[table]]}")
    print(f"A chapter prints it with {{claim}}`{new['claims']['id']}`.")


if __name__ == "__main__":
    main(sys.argv[1:])

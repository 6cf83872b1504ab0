"""The tables of `data/`, checked, corrected and typed: what the report reads them from."""

import contextlib
import sys
from functools import cache
from pathlib import Path

import pandas as pd

from evidence.ledger import texts
from evidence.ledger.checks import DataError, Rows
from evidence.ledger.texts import DATA, package

_handed_out: set[str] = set()  # names of the tables that were asked for


def _typed(rows: Rows, fields: list[dict]) -> pd.DataFrame:
    """Number columns as float (NaN where empty), integers as Int64, all others text."""
    names = [field["name"] for field in fields]
    table = pd.DataFrame(list(rows.values()), columns=names, dtype=str)
    kinds = {"number": "float64", "integer": "Int64", "year": "Int64"}
    for field in fields:
        if field["type"] in kinds:
            column = pd.to_numeric(table[field["name"]].replace("", None))
            table[field["name"]] = column.astype(kinds[field["type"]])
    return table


def load(folder: Path = DATA) -> dict[str, pd.DataFrame]:
    """Every table of the package, checked, corrected and typed: {name: table}.

    Raises DataError that lists each fault with file, row, column and what is wrong.
    """
    described = package(folder)
    rows = texts.checked(texts.read(folder, described), described)
    return {
        r["name"]: _typed(rows[r["name"]], r["schema"]["fields"]) for r in described["resources"]
    }


@cache
def _tables() -> dict[str, pd.DataFrame]:
    return load()


def read_early() -> None:
    """Read all tables, for processes that are forked from this one; faults are told on asking."""
    with contextlib.suppress(DataError):
        _tables()


def hand_out(name: str) -> None:
    """Tell who listens that a caller's results depend on a table, which may have been read before.

    As Python tells of files that are opened: by `sys.audit`, with the paths of its files.
    """
    if name not in _handed_out:
        _handed_out.add(name)
        sys.audit("handed out", *map(str, files(name)))


def table(name: str) -> pd.DataFrame:
    """A table of `data/` of the caller's own, by its name in `datapackage.json`."""
    found = _tables()[name]
    hand_out(name)
    return found.copy(deep=False)  # pandas copies what is written to


@cache
def _places(name: str, key: str) -> dict[str, int]:
    return {value: place for place, value in enumerate(_tables()[name][key])}


@cache
def _at(name: str, place: int) -> pd.Series:
    return _tables()[name].iloc[place]


def _row(name: str, key: str, wanted: str) -> pd.Series:
    """The row of a table with that key. Raises KeyError where there is none."""
    places = _places(name, key)
    hand_out(name)
    if wanted not in places:
        raise KeyError(f"no {name[:-1]} {wanted!r} in data/{name}.csv")
    return _at(name, places[wanted]).copy(deep=False)  # pandas copies what is written to


def files(name: str) -> list[Path]:
    """The files that one table is made from: its rows, their description, the corrections."""
    (resource,) = (r for r in package()["resources"] if r["name"] == name)
    corrected = ["corrections.csv"] if name == "claims" else []
    return [DATA / path for path in ("datapackage.json", resource["path"], *corrected)]


def claims(**equal: str | list[str]) -> pd.DataFrame:
    """Claims as corrected, one row each; keyword = value (or list of values) narrows them.

    An id may be one that the claim had before. Raises KeyError for a value that no claim has and
    no table of names knows.

    >>> claims(measure="cumulative_workers", scope="world")
    """
    rows = table("claims")
    for column, values in equal.items():
        wanted = [values] if isinstance(values, str) else values
        if column == "id":
            wanted = [name_now(claim_id) for claim_id in wanted]
        if unknown := set(wanted) - _names(column):
            listed = ", ".join(sorted(map(repr, unknown)))
            raise KeyError(f"no claim in data/claims.csv has the {column} {listed}")
        rows = rows[rows[column].isin(wanted)]
    return rows.reset_index(drop=True)


def _names(column: str) -> set[str]:
    """The values that a column of the claims may have, though no claim may be left that has it."""
    known = _values("claims", column)
    if home := {"measure": "measures", "source_id": "sources"}.get(column):
        hand_out(home)
        known = known | _values(home, column)
    return known


@cache
def _values(name: str, column: str) -> frozenset[str]:
    return frozenset(_tables()[name][column].tolist())


@cache
def _aliases() -> dict[str, str]:
    return dict(_tables()["aliases"].itertuples(index=False))


def name_now(claim_id: str) -> str:
    """The id of a claim, which may be asked for by one that it had before."""
    hand_out("aliases")
    return _aliases().get(claim_id, claim_id)


def claim(claim_id: str) -> pd.Series:
    """One claim by its id, or by one that it had before. Raises KeyError where there is none."""
    return _row("claims", "id", name_now(claim_id))


def source(source_id: str) -> pd.Series:
    """One source by id. Raises KeyError where there is none."""
    return _row("sources", "source_id", source_id)


def measure(name: str) -> pd.Series:
    """One measure by name. Raises KeyError where there is none."""
    return _row("measures", "measure", name)


def voice(name: str) -> pd.Series:
    """Who a name is that claims are attributed to. Raises KeyError where it is not known."""
    return _row("voices", "voice", name)


def judgements(name: str, part: str | None = None) -> pd.DataFrame:
    """The rows of one set of judgements (of one part of it), in order: part, kind, item, why.

    Raises DataError where there are none.
    """
    hand_out("judgements")
    rows = _set(name, part)
    if rows.empty:
        wanted = f"the set {name!r}" + ("" if part is None else f", part {part!r}")
        raise DataError([f"data/judgements.csv has no row for {wanted}, which the report asks for"])
    return rows.copy(deep=False)


@cache
def _set(name: str, part: str | None) -> pd.DataFrame:
    rows = _tables()["judgements"]
    rows = rows[(rows["set"] == name) & ((rows["part"] == part) if part is not None else True)]
    return rows.drop(columns="set").reset_index(drop=True)


def judged(name: str, part: str | None = None) -> list[str]:
    """The items of one set of judgements (of one part of it), in order: ids or codes.

    >>> judged("milestones")
    """
    return list(judgements(name, part)["item"])


def judged_parts(name: str) -> dict[str, list[str]]:
    """The items of one set by its parts, both in order."""
    rows = judgements(name)
    return {part: list(some["item"]) for part, some in rows.groupby("part", sort=False)}


def measures_in(group: str) -> list[str]:
    """The measures of one group. Raises DataError where the group has none."""
    hand_out("measures")
    if not (found := _groups().get(group)):
        raise DataError([f'data/measures.csv, column "groups": no measure is in {group!r}'])
    return list(found)


@cache
def _groups() -> dict[str, list[str]]:
    rows = _tables()["measures"].assign(group=lambda rows: rows["groups"].str.split(";"))
    return rows.explode("group").groupby("group", sort=False)["measure"].agg(list).to_dict()


def vocabulary(name: str, column: str) -> list[str]:
    """The words a column may hold, in the order of the descriptor."""
    (resource,) = (r for r in package()["resources"] if r["name"] == name)
    (field,) = (f for f in resource["schema"]["fields"] if f["name"] == column)
    return field["constraints"]["enum"]


def sources() -> pd.DataFrame:
    """Sources, one row each."""
    return table("sources")


def measures() -> pd.DataFrame:
    """The vocabulary of measures: name, unit, label, definition."""
    return table("measures")


def country_names() -> pd.Series:
    """The name by which the report prints a country, by ISO code (iso3)."""
    return table("countries").set_index("iso3")["short"]


def numerals() -> pd.DataFrame:
    """Every numeral in the two documents, with the claim or the reason that accounts for it."""
    return table("numerals")

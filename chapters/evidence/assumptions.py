"""Every assumption of the report by name, read at the moment a function is called.

`data/assumptions.csv` holds each with a range worth trying, its unit and its reason. Read one as
`assumptions.held`. A notebook changes one with `assumptions.change(held=5)` and runs its cells
again: what depends on it follows, without a restart. Nothing else in `evidence` holds a copy.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from evidence.ledger import tables

Value = float | str
_changed: dict[str, Value] = {}
_readers: list[set[str]] = []


@cache
def table() -> dict[str, dict[str, Value]]:
    """Each assumption by name: value, low, high (numbers, or words of a rule), unit, why."""
    rows = tables.table("assumptions").to_dict("records")
    return {
        row["name"]: {**row, **{column: _typed(row[column]) for column in ("value", "low", "high")}}
        for row in rows
    }


def _typed(text: str) -> Value:
    try:
        return float(text)
    except ValueError:
        return text  # the name of a rule


def __getattr__(name: str) -> Value:
    """The value of an assumption now. Raises AttributeError for a name that is not in the table."""
    tables.hand_out("assumptions")  # a result that reads one depends on the table
    for names in _readers:
        names.add(name)
    if name in _changed:
        return _changed[name]
    if name.startswith("__") or name not in table():
        raise AttributeError(f"no assumption {name!r} in data/assumptions.csv")
    return table()[name]["value"]


def tour() -> tuple[float, float]:
    """The mean stays taken as possible, in years: shortest and longest."""
    return __getattr__("tour_low"), __getattr__("tour_high")


def family() -> tuple[float, float]:
    """Family members that an approval may stand for beside the worker: fewest and most."""
    return __getattr__("family_low"), __getattr__("family_high")


def change(**values: Value) -> None:
    """Set assumptions until `reset`.

    Raises AttributeError for a name that is not in the table, and ValueError for a rule where a
    number belongs, a number where a rule does, an unknown rule, or a range upside down.
    """
    before = dict(_changed)
    for name, value in values.items():
        known = __getattr__(name)
        if isinstance(known, str) != isinstance(value, str):
            _restore(before)
            raise ValueError(f"the assumption {name!r} is {known!r}; {value!r} is of another kind")
        rules = sorted(str(table()[name][column]) for column in ("low", "value", "high"))
        if isinstance(value, str) and value not in rules:
            _restore(before)
            raise ValueError(f"the assumption {name!r} is one of {', '.join(rules)}; not {value!r}")
        _changed[name] = value if isinstance(value, str) else float(value)
    for low, high in (tour(), family()):
        if low > high:
            _restore(before)
            raise ValueError(f"the range from {low:g} to {high:g} is upside down")


def reset() -> None:
    """Take every assumption from the table again."""
    _restore({})


def _restore(before: dict[str, Value]) -> None:
    _changed.clear()
    _changed.update(before)


@contextmanager
def reading() -> Iterator[set[str]]:
    """The names of the assumptions that are read in a `with` block, as it goes on."""
    names = set()
    _readers.append(names)
    try:
        yield names
    finally:
        _readers[:] = [one for one in _readers if one is not names]


@contextmanager
def assumed(**values: Value) -> Iterator[None]:
    """As `change`, for the length of a `with` block."""
    before = dict(_changed)
    change(**values)
    try:
        yield
    finally:
        _restore(before)

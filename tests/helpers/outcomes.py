"""Which functions of the evidence choose a sentence, and the cases that their tests run.

A function declares its outcomes by what it returns: `Literal["rose", "fell"]`, alone or in a tuple
with the fills of the sentence. The entry of that name in the catalogue of its theme words each.
A file `cases.py` beside the tests of a room has the list CASES: function, outcome, arguments.
"""

import importlib
import pkgutil
import re
import runpy
from collections.abc import Callable
from functools import cache
from inspect import isfunction
from typing import Literal, get_args, get_origin

from built import ROOT

import evidence
from evidence.show import say

CATALOGUES = sorted(path.name.removesuffix(say.END) for path in say.CHAPTERS.glob(f"*{say.END}"))
CASES = [
    (path.parent.relative_to(ROOT).as_posix(), *case)
    for path in sorted((ROOT / "tests").rglob("cases.py"))
    for case in runpy.run_path(str(path))["CASES"]
]


def declared(function: Callable) -> set[str]:
    """The outcomes that a function declares; none where it chooses no sentence."""
    found = function.__annotations__.get("return")
    if get_origin(found) is tuple:
        found = get_args(found)[0]
    return set(get_args(found)) if get_origin(found) is Literal else set()


@cache
def choosing() -> tuple[Callable, ...]:
    """Every function of the evidence that declares outcomes."""
    names = [m.name for m in pkgutil.walk_packages(evidence.__path__, "evidence.")]
    return tuple(
        function
        for module in map(importlib.import_module, names)
        for function in vars(module).values()
        if isfunction(function) and function.__module__ == module.__name__ and declared(function)
    )


def room(catalogue: str) -> str:
    """The package whose functions a catalogue words."""
    return "evidence.show" if catalogue == "shared" else f"evidence.themes.{catalogue}"


def at_home(catalogue: str) -> dict[str, Callable]:
    """The functions that a catalogue must word, by name."""
    return {f.__name__: f for f in choosing() if f.__module__.startswith(f"{room(catalogue)}.")}


def known(catalogue: str) -> dict[str, Callable]:
    """The functions that a catalogue may word: its own, and those that know no theme."""
    general = ("evidence.ledger.", "evidence.reckon.", "evidence.weigh.")
    shared = {f.__name__: f for f in choosing() if f.__module__.startswith(general)}
    return shared | at_home(catalogue)


def branches(catalogue: str) -> dict[str, tuple[tuple[str, ...], dict]]:
    """Each entry, and each part of one, that branches: its path and what is below it.

    By the name that its function has: `fig_hosts_title` for the part `title` of `fig-hosts`.
    """
    tree = say.catalogue(catalogue)
    found = {(key,): below for key, below in tree.items() if isinstance(below, dict)}
    inside = {
        (*path, key): below
        for path, entry in found.items()
        for key, below in entry.items()
        if isinstance(below, dict)
    }
    return {
        re.sub(r"\W", "_", "_".join(path)): (path, below)
        for path, below in (found | inside).items()
    }

"""The catalogues of sentences: each outcome has its sentence, each sentence can be reached."""

from itertools import chain

import pytest
from built import ROOT
from outcomes import CASES, CATALOGUES, at_home, branches, choosing, declared, known

from evidence.show import say
from press.claims import numbers

CODE = [*(ROOT / "chapters" / "evidence").rglob("*.py"), *(ROOT / "chapters").glob("*.md")]
GIVEN = {"title", "caption", "alt", "columns"}  # parts that charts and tables ask for by themselves


def test_every_catalogue_is_sound_and_holds_no_typed_number():
    assert say.faults() == []
    assert numbers.in_catalogues() == []


def test_every_function_that_chooses_a_sentence_has_a_catalogue():
    worded = chain(*(known(catalogue).values() for catalogue in CATALOGUES))
    assert {f.__qualname__ for f in choosing()} <= {f.__qualname__ for f in worded}


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_outcomes_and_sentences_are_the_same(catalogue):
    found, functions = branches(catalogue), known(catalogue)
    assert set(at_home(catalogue)) <= set(found)
    for name, (path, below) in found.items():
        if name in functions:
            assert set(below) == declared(functions[name]), name
        elif len(path) == 1:
            assert path[0].startswith(("fig-", "tab-")), f"no function {name!r} chooses in it"
        elif path[1] in GIVEN - {"columns"}:
            raise AssertionError(f"no function {name!r} chooses in it")


@pytest.mark.parametrize("function", choosing(), ids=lambda f: f"{f.__module__}.{f.__name__}")
def test_every_outcome_is_reached_by_a_case(function):
    reached = {outcome for _, tested, outcome, *_ in CASES if tested is function}
    assert reached == declared(function)


@pytest.mark.parametrize(
    ("room", "function", "outcome", "arguments"),
    [(room, f, outcome, arguments) for room, f, outcome, *arguments in CASES],
    ids=lambda value: getattr(value, "__name__", value) if not isinstance(value, list) else "",
)
def test_each_case_gives_its_outcome_and_fills_its_sentence(room, function, outcome, arguments):
    found = function(*arguments)
    found, fills = found if isinstance(found, tuple) else (found, None)
    assert found == outcome
    for catalogue in CATALOGUES:
        if known(catalogue).get(function.__name__) is not function:
            continue
        path, _ = branches(catalogue).get(function.__name__, ((), {}))
        for below, text in say.leaves(say.catalogue(catalogue)) if path else ():
            if below[: len(path) + 1] == (*path, outcome):
                given = dict.fromkeys(say.places(text), "…") if fills is None else fills
                said = say.text(catalogue, *below, {k: given[k] for k in say.places(text)})
                assert said.strip()


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_every_entry_is_used(catalogue):
    code = "".join(path.read_text(encoding="utf-8") for path in CODE)
    keys = set(say.catalogue(catalogue))
    for key, entry in say.catalogue(catalogue).items():
        if key.startswith(("fig-", "tab-")):
            keys |= set(entry) - GIVEN
    assert [key for key in sorted(keys) if f'"{key}"' not in code] == []

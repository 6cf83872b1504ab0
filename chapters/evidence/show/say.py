"""The sentences, titles and captions of a page, read from `chapters/NAME.say.yml`.

Code finds out what is so, an *outcome* in a word or two; the catalogue says it to a reader. An
entry of a catalogue is a text, or branches by outcome, or has named parts, or all of these:

    stays: "They run from {range} months."          a text, with a place that code fills
    rise:                                           a text for each outcome of a function `rise`
      possible: As a rise in people that is possible.
      too fast: As a rise in people that is not possible.
    fig-totals:                                     a chart: its title, caption and alt text
      title: The stated total jumps

Each text is whole, so that a catalogue in another language (`NAME.say.es.yml`) can say it in its
own order. Numbers come in through places alone: one that is typed stops the build.
"""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from string import Formatter

from evidence.ledger import shapes, yamls

CHAPTERS = Path(__file__).resolve().parents[2]
END = ".say.yml"
SHAPE = {
    "type": ["object", "string"],
    "minLength": 1,
    "minProperties": 1,
    "additionalProperties": {"$ref": "#"},
}
Tree = dict[str, "Tree | str"]


def leaves(tree: Tree | str, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each text of a catalogue or of a part of one, with the keys that lead to it."""
    if isinstance(tree, str):
        yield path, tree
        return
    for key, below in tree.items():
        yield from leaves(below, (*path, key))


def places(text: str) -> set[str]:
    """The names of the places in a text. Raises ValueError where braces hold anything else."""
    found = set()
    for _, name, form, conversion in Formatter().parse(text):
        if name is not None:
            if form or conversion or not name.isidentifier():
                raise ValueError(f"{{{name}}} is no place: a place is one word in braces")
            found.add(name)
    return found


@cache
def _read(text: str, file: str) -> tuple[Tree, list[str]]:
    tree, told = yamls.parse(text, file)
    if not told and not isinstance(tree, dict):
        told = [f"{file}: {tree!r:.60} is not a mapping of keys to texts"]
    told = told or shapes.faults(tree, SHAPE, file)
    for path, leaf in leaves(tree) if not told else ():
        at = f"{file}, key {'.'.join(map(str, path))}"
        told += [f"{at}: {key!r} is no text: quote it" for key in path if not isinstance(key, str)]
        try:
            places(leaf)
        except ValueError as error:
            told.append(f"{at}: {error}")
    return tree, told


def read(path: Path) -> tuple[Tree, list[str]]:
    """A catalogue, and what is wrong with it: a sentence each."""
    text, told = yamls.read_text(path)
    return ({}, told) if told else _read(text, path.name)


def faults(folder: Path = CHAPTERS) -> list[str]:
    """Whatever is wrong with the catalogues of a book."""
    return [fault for path in sorted(folder.glob(f"*{END}")) for fault in read(path)[1]]


def catalogue(chapter: str) -> Tree:
    """The catalogue of a chapter as it stands now. Raises ValueError where it breaks a rule."""
    tree, told = read(CHAPTERS / f"{chapter}{END}")
    if told:
        raise ValueError("; ".join(told))
    return tree


def _below(chapter: str, path: tuple[str, ...]) -> Tree | str:
    """What a catalogue has at a path of keys."""
    found = catalogue(chapter)
    for key in path:
        if isinstance(found, str) or key not in found:
            there = f"only {', '.join(map(repr, found))}" if isinstance(found, dict) else "a text"
            at = f"{chapter}{END}, key {'.'.join(path)}"
            raise ValueError(f"{at}: there is no {key!r}, {there}")
        found = found[key]
    return found


def text(chapter: str, *path: str | dict[str, str], **fills: str) -> str:
    """The text at a path of keys (entry, outcome, part), its places filled.

    The last of the path may be a dict of fills, as functions return it beside their outcome. A
    fill that the text has no place for is one that another text of the entry has. Raises
    ValueError for a path that leads to no text, a place without a fill, a fill that no text of
    the entry has a place for, and one that is not text.
    """
    if isinstance(path[-1], dict):
        path, fills = path[:-1], path[-1] | fills
    found, at = _below(chapter, path), f"{chapter}{END}, key {'.'.join(path)}"
    if not isinstance(found, str):
        raise ValueError(f"{at}: say which of {', '.join(map(repr, found))}")
    if missing := places(found) - set(fills):
        raise ValueError(f"{at}: nothing fills {{{min(missing)}}}")
    wanted = set().union(*(places(leaf) for _, leaf in leaves(_below(chapter, path[:1]))))
    if extra := set(fills) - wanted:
        raise ValueError(f"{at}: no text of {path[0]!r} has a place {{{min(extra)}}}")
    if others := sorted(name for name, fill in fills.items() if not isinstance(fill, str)):
        raise ValueError(f"{at}: {{{others[0]}}} is filled with what is no text")
    return found.format_map(fills)


def parts(chapter: str, *path: str | dict[str, str], **fills: str) -> dict[str, str]:
    """The named parts at a path, each as `text` gives it: `verdict` and `why`, say."""
    keys = [key for key in path if isinstance(key, str)]
    return {part: text(chapter, *keys, part, *path[len(keys) :], **fills)
            for part in _below(chapter, tuple(keys))}  # fmt: skip


def of(chapter: str) -> partial:
    """`text` of one chapter: `said = say.of("home")`, then `said("rise", outcome)`."""
    return partial(text, chapter)

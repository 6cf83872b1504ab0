"""Numbers that the code of a chapter holds as words, and that its cells then print.

A caption or an alternative text may name a number that was computed and put in; one that stands in
the code as a piece of text ("more than twice as high") stays when the data change.
"""

import ast
import re
from collections.abc import Iterator

from IPython.core.inputtransformer2 import TransformerManager

from press.claims.quantities import bare_numbers

# what follows a computed number in an f-string: its unit
SCALE = re.compile(r"^(?:hundred|thousand|million|billion)\b")

# of a column, a claim, a chart: "iso3", "things-counted.somewhere.2018.a-paper", "fig-2"
NAME = re.compile(r"[A-Za-z][\w.-]*\d[\w.-]*")
# three digits or more, and no power of ten
ALONE = re.compile(r"(?!1[0,]*$)(?=(?:\D*\d){3})[\d.,]+")


def pieces(code: str) -> Iterator[tuple[int, str]]:
    """Line (from 1) and text of each text and number in a cell, the parts of f-strings too."""
    flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    try:
        tree = compile(code, "cell", "exec", flags)
    except SyntaxError:  # magics are no Python
        tree = compile(TransformerManager().transform_cell(code), "cell", "exec", flags)
    for node in ast.walk(tree):
        value = getattr(node, "value", None) if isinstance(node, ast.Constant) else None
        if isinstance(value, str):
            if not NAME.fullmatch(value):
                yield node.lineno, " ".join(value.split())
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield node.lineno, f"{value:,}"


def typed_numbers(code: str, printed: list[str], nouns: set[str]) -> Iterator[tuple[int, str, str]]:
    """Line, number and text of what a cell's code holds and `printed` has.

    A number without words counts from three digits on and only where it is all that is printed:
    smaller ones and powers of ten stand in code for much else.
    """
    whole = "\n".join(printed)
    for line, text in pieces(code):
        if text not in whole:  # most are not, and this is quick to see
            continue
        numbers = bare_numbers(SCALE.sub("", text), nouns)
        rest = re.sub("|".join(map(re.escape, numbers)), "", text) if numbers else ""
        if re.search(r"[^\W\d_]{2}", rest):
            typed = any(text in said for said in printed)
        else:
            typed = ALONE.fullmatch(text) and text in printed
        if typed:
            yield from ((line, number, text) for number in numbers)

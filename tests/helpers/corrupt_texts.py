"""Corruptions of a text that a person or a program may misread.

Some are texts like any other for the reader of the tables: see `accepted`.
"""

from collections.abc import Iterator
from random import Random

from sound import SOUND, Corruption, Sound

MARKUP = [
    "<script>alert(1)</script>", "</style><script>alert(1)</script>", '"><svg onload=alert(1)>',
    "<img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "<!-- <b>", "]]></p></td></table>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;", "<a href=javascript:alert(1)>x</a>",
    "<style>*{display:none}</style>", "<iframe srcdoc='<script>alert(1)</script>'>",
]  # fmt: skip
MARKDOWN = [
    "{claim}`x`", "`` ` ``` {bare}`1`", "[x](javascript:alert(1))", "~~~~", "~~~~{raw} html",
    "![x](y.png) **b** _i_", "a | b \\| c", "{{ title }} {% raw %}", "$x^2$ \\(y\\) #1", "# Title",
    "<javascript:alert(1)>", "```{code-cell}", "[^1] [@k]", "% gone", "(target)=",
]  # fmt: skip
FORMULAS = [
    "=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1+1", "\r=1+1", "=HYPERLINK(A1)", "-cmd|' /C c'!A0",
]  # fmt: skip
ADDRESSES = [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "//a.example",
    "https://a.example/ javascript:alert(1)", "\x01javascript:alert(1)", "https://a.example/{x}",
]  # fmt: skip
ODD_ADDRESSES = [
    'https://a.example/"onmouseover="alert(1)', "https://a.example/'onclick='alert(1)",
    "https://a.example/<script>alert(1)</script>", "https://a.example/](javascript:alert(1))",
    "https://a.example/`%00`\\x#~$^_&amp;",
]  # fmt: skip
UNSEEN = {
    "control character": ["\x00", "\x07", "\x1b", "\x85", "\n", "\r"],
    "zero-width character": ["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad"],
    "bidi override": ["\u202e", "\u202d", "\u2066", "\u200f"],
}


def texts(table: Sound) -> list[str]:
    """The columns of text that have something in some row."""
    return [f["name"] for f in table.columns("string") if table.filled(f["name"])]


def unseen_character(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """A character that no reader sees, inside a text."""
    for kind, characters in UNSEEN.items():
        for character in chance.sample(characters, 2):
            column = chance.choice(texts(table))
            row = chance.choice(table.filled(column))
            text = table.get(row, column)
            text = text[:1] + character + text[1:] + "."
            yield table.cell(kind, row, column, text, "invisible control characters")


def formula(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """What a spreadsheet would run."""
    for text in FORMULAS:
        column = chance.choice(texts(table))
        row = chance.choice(table.filled(column))
        told = "white space" if text[0].isspace() else "begins like a formula"
        yield table.cell(kind, row, column, text, told)


def text_that_is_markup(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """HTML, scripts, MyST, LaTeX and template marks: a text like any other where one may stand."""
    texts = [("markup", text) for text in MARKUP] + [("markdown", text) for text in MARKDOWN]
    columns = table.open_columns or [field["name"] for field in table.columns("string")]
    places = [(row, column) for column in columns for row in table.filled(column)]
    places = chance.sample(places, min(len(places), len(texts)))
    for (kind, text), (row, column) in zip(texts, places, strict=False):
        if not table.open_columns:  # names, words of a vocabulary and numbers only
            yield table.cell(kind, row, column, text, "")
        elif table.name == "sources" and "{" in text and column != "licence":
            yield table.cell(kind, row, column, text, "does not have the form")
        else:
            yield table.text(kind, row, column, text)


def words_of_a_vague_claim(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """Markup in the words that a vague claim prints for its number, and a note without them."""
    if table.name == "claims":
        fixed = {line[0] for line in SOUND["corrections"].rows}
        rows = [
            row
            for row in range(2, len(table.rows) + 1)
            if table.get(row, "qualifier") == "vague" and table.get(row, "id") not in fixed
        ]
        first, second, third = chance.sample(rows, 3)
        yield table.text("markup", first, "note", f'"{MARKUP[0]}" of them.')
        yield table.text("markdown", second, "note", f'"{MARKDOWN[0]}" of them.')
        yield table.cell("missing value", third, "note", "Many of them.", "must quote the words")


def address(table: Sound, kind: str, chance: Random) -> Iterator[Corruption]:
    """Addresses of sources that would run a script, and some that only look like it."""
    if table.name == "sources":
        rows = chance.sample(table.filled("url"), len(ADDRESSES + ODD_ADDRESSES))
        for text in ADDRESSES:
            yield table.cell(kind, rows.pop(), "url", text, "")
        for text in ODD_ADDRESSES:
            yield table.text(kind, rows.pop(), "url", text)


TEXTS = (unseen_character, formula, text_that_is_markup, words_of_a_vague_claim, address)

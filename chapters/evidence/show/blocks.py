"""How a chapter shows what it computed: tables, results and charts, as MyST and as HTML.

The book is printed from the MyST; JupyterLab shows the HTML. Everything from `data/` is escaped
here, so that no text in a table can become markup.
"""

import html
import json
import re

import pandas as pd

from evidence.ledger import tables
from evidence.show import confidence, say, words
from evidence.weigh.verdict import UNDECIDED, agrees


class Markup(str):
    """Text that is MyST on purpose and must not be escaped."""


def escape(text: str) -> str:
    """Any text as MyST that prints as itself: every punctuation mark escaped, one line."""
    text = " ".join(str(text).split())
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def claim(claim_id: str) -> Markup:
    """A claim's hedge and number as a link to its entry, for a cell of a table."""
    tables.claim(claim_id)
    return Markup(f"{{claim}}`{claim_id}`")


def measured(claim_id: str) -> Markup:
    """As claim, with the unit where that is a measure (words.MEASURES): "3 years"."""
    unit = tables.claim(claim_id)["unit"]
    return Markup(claim(claim_id) + (f" {unit}" if unit in words.MEASURES else ""))


def _cell(value: object) -> str:
    if isinstance(value, Markup):
        return value
    if isinstance(value, float):
        return "" if pd.isna(value) else escape(words.number(value))
    return escape(value)


def _plain(markup: str) -> str:
    """What JupyterLab shows of a cell: claims as their words, no roles."""
    return re.sub(r"\{claim\}`([^`]+)`", lambda m: words.figure(tables.claim(m[1])), str(markup))


def _italics(text: str) -> str:
    return re.sub(r"\*([^*\s][^*]*)\*", r"<em>\1</em>", text)


def _send(myst: str, as_html: str) -> None:
    from IPython.display import display  # slow to import, and the press needs none of it

    display({"text/markdown": myst, "text/html": as_html}, raw=True)


def table(rows: pd.DataFrame, name: str, caption: str, right: tuple[str, ...] = ()) -> None:
    """Show rows as a numbered, captioned table that `` {numref}`name` `` can refer to,
    with its rows as a download.

    Columns are headed by their names; those in `right` are set flush right. An index with names,
    as grouping gives, is shown as columns. Raises ValueError for an empty table, an unknown column
    in `right`, and labels of rows or columns that could not be shown.
    """
    rows = labelled(rows, name)
    if rows.empty or not set(right) <= set(rows.columns):
        raise ValueError(f"table {name!r}: no rows, or no such column in {right}")
    line = "| " + " | ".join(escape(column) for column in rows.columns) + " |"
    rule = "|" + "|".join("--:" if c in right else ":--" for c in rows.columns) + "|"
    body = [
        "| " + " | ".join(_cell(value) for value in row) + " |"
        for row in rows.itertuples(index=False)
    ]
    head = f"~~~~{{table}} {escape(caption)}\n:name: {name}\n:class: evidence\n\n"
    shown = rows.map(lambda value: _plain(value) if isinstance(value, Markup) else value)
    rows_as_text = shown.to_csv(index=False, lineterminator="\n")
    data = json.dumps({"caption": caption, "csv": rows_as_text})
    offer = f"```{{table-data}} {name}\n{data}\n```"
    _send(
        "\n".join([head + line, rule, *body, "~~~~", "", offer]),
        shown.to_html(index=False) + f"<p>{html.escape(caption)}</p>",
    )


def worded(
    rows: pd.DataFrame, chapter: str, name: str, right: tuple[str, ...] = (), **fills: str
) -> None:
    """As table, in the words of the chapter's catalogue.

    Its entry `name` has the `caption`, and under `columns` the heading of each column that is
    shown, in this order; columns in `right` are set flush right. `fills` fill all of them.
    """
    caption = say.text(chapter, name, "caption", **fills)
    heads = say.parts(chapter, name, "columns", **fills)
    if missing := [column for column in heads if column not in rows.columns]:
        raise ValueError(f"table {name!r}: it has no column {missing[0]!r}")
    shown = rows[list(heads)].rename(columns=heads)
    table(shown, name, caption, tuple(heads[column] for column in right))


def labelled(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """Rows with their index as columns, where it says what they are.

    Numbers that only count rows are left out. Raises ValueError for labels without a name, and for
    columns in more than one level.
    """
    if rows.columns.nlevels > 1:
        raise ValueError(f"table {name!r}: give each column one name, these have several levels")
    if any(rows.index.names):
        rows = rows.reset_index()
    elif not pd.api.types.is_integer_dtype(rows.index):
        raise ValueError(f"table {name!r}: its rows have labels without a name: use rename_axis")
    return rows


def result(name: str, text: str, inputs: list[str] | None = None) -> None:
    """Show one computed number (in words) and let prose print it as `` {result}`name` ``.

    `inputs` are the ids of the claims that it was computed from.
    """
    inputs = inputs or []
    payload = json.dumps({"text": text, "inputs": inputs}, ensure_ascii=False)
    _send(
        f"```{{result-entry}} {name}\n{payload}\n```",
        f"<p><code>{html.escape(name)}</code> {_italics(html.escape(text))}</p>",
    )


def verdict(
    name: str,
    figure: str,
    outcome: dict[str, str],
    sure: pd.Series,
    that: str,
    inputs: list[str],
    bears: list[str],
) -> None:
    """Show what the report concludes about a documented figure, as one record.

    Prose prints its parts by their roles: `` {verdict}`name` ``, `` {why}`name` ``,
    `` {sure}`name` `` (the sentence on confidence) and `` {confidence}`name` `` (its word).

    `figure` is the id of the claim that is judged. `outcome` has the texts `verdict`, `why` and,
    where the verdict leaves it open, `decides`: what would decide it. `sure` is what
    calibrated.weigh gives for the statement `that`, from the claims in `bears`; `inputs` are the
    claims that the verdict was found from. Raises ValueError where the two contradict each other,
    and for an open verdict that does not say what would decide it.
    """
    if not agrees(outcome["verdict"], sure):
        raise ValueError(f"verdict {name!r}: {outcome['verdict']!r} contradicts its evidence")
    if (outcome["verdict"] in UNDECIDED) != ("decides" in outcome):
        raise ValueError(
            f"verdict {name!r}: what decides it belongs to an open verdict, and to it alone"
        )
    record = {
        "figure": figure,
        "verdict": outcome["verdict"].capitalize(),
        "why": " ".join([outcome["why"], outcome.get("decides", "")]).strip(),
        "sure": confidence.sentence(sure, that),
        "confidence": confidence.word(sure),
        "inputs": [figure, *(i for i in inputs if i != figure)],
        "bears": bears,
    }
    told = html.escape(f"{record['why']} {record['sure']}")
    _send(
        f"```{{verdict-entry}} {name}\n{json.dumps(record, ensure_ascii=False)}\n```",
        f"<p><code>{html.escape(name)}</code> <strong>{record['verdict']}</strong> {told}</p>",
    )

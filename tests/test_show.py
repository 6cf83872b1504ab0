"""What chapters show: text that prints as itself, tables and results that parse back."""

import json

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml

from evidence import show

MARKDOWN = MarkdownIt("commonmark").enable("table")
# any character (NUL, which CommonMark replaces, is refused in data/), and texts full of markup
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")) | st.text(
    "\\|`*_[]()<>!#&;:{}~$-+=.^%@\"'/1a é\n\t"
)


@pytest.fixture
def sent(monkeypatch):
    """Collect what is sent to the page: a list of {MIME type: text}."""
    found = []
    monkeypatch.setattr(show, "display", lambda data, raw: found.append(data if raw else None))
    return found


def fences(data):
    """Return info string and content of each fenced block of the MyST; there is nothing else."""
    tokens = MARKDOWN.parse(data["text/markdown"])
    assert {token.type for token in tokens} == {"fence"}
    return [(token.info.strip(), token.content) for token in tokens]


def fence(data):
    """Return info string and content of the first fenced block."""
    return fences(data)[0]


@given(TEXTS.filter(str.strip))
@example("a | b \\| c\\")
@example("1. <b>&amp;</b> {claim}`x` **y** [z](w) ~~s~~ $m$ \\")
@example("# title\n- item\n\n    code")
def test_escaped_text_prints_as_itself(text):
    expected = escapeHtml(" ".join(text.split()))
    escaped = show.escape(text)
    assert MARKDOWN.render(escaped) == f"<p>{expected}</p>\n"
    cell = MARKDOWN.render(f"| h | i |\n|---|---|\n| {escaped} | . |")
    assert f"<td>{expected}</td>\n<td>.</td>\n" in cell


@pytest.mark.parametrize(("text", "expected"), [
    ("{claim}`x`", "\\{claim\\}\\`x\\`"), ("a_b", "a\\_b"), (" a\n b ", "a b"), (7, "7"), ("", ""),
])  # fmt: skip
def test_escape(text, expected):
    assert show.escape(text) == expected


def test_claim_is_a_role_of_a_known_claim():
    assert show.claim("pb-italy-team") == "{claim}`pb-italy-team`"
    with pytest.raises(KeyError, match="no-such-claim"):
        show.claim("no-such-claim")


def test_a_measure_is_a_claim_with_its_unit():
    assert show.measured("ge-embassy-years") == "{claim}`ge-embassy-years` years"
    assert show.measured("pb-italy-team") == show.claim("pb-italy-team")


def test_table_as_myst(sent):
    rows = pd.DataFrame({
        "a|b": ["x*", "<i>"],
        "n": [400_000.0, float("nan")],
        "c": [show.claim("pb-italy-team"), "{claim}`pb-italy-team`"],
    })  # fmt: skip
    show.table(rows, "tab-a", "A small table.", right=("n",))
    info, content = fence(sent[0])
    assert info == "{table} A small table\\."
    assert content.split("\n") == [
        ":name: tab-a",
        ":class: evidence",
        "",
        "| a\\|b | n | c |",
        "|:--|--:|:--|",
        "| x\\* | 400\\,000 | {claim}`pb-italy-team` |",
        "| \\<i\\> |  | \\{claim\\}\\`pb\\-italy\\-team\\` |",
        "",
    ]
    _, (offer, data) = fences(sent[0])
    assert offer == "{table-data} tab-a"
    assert json.loads(data) == {
        "caption": "A small table.",
        "csv": "a|b,n,c\nx*,400000.0,52\n<i>,,{claim}`pb-italy-team`\n",
    }


def test_table_as_html_shows_the_words_of_claims_and_no_markup_of_data(sent):
    rows = pd.DataFrame({"a": ["<i>"], "c": [show.claim("pb-duration")]})
    show.table(rows, "tab-a", "Fewer <b> than")
    assert "<th>0</th>" not in sent[0]["text/html"]
    assert "<td>&lt;i&gt;</td>\n      <td>nearly 60</td>" in sent[0]["text/html"]
    assert sent[0]["text/html"].endswith("<p>Fewer &lt;b&gt; than</p>")


@pytest.mark.parametrize("caption", ["Plain words.", "a | b", "{x} <b> *c*", "The `claims` table"])
def test_any_caption_prints_as_itself(sent, caption):
    show.table(pd.DataFrame({"a": ["x"]}), "tab-a", caption, right=("a",))
    info, _ = fence(sent[0])
    assert info.startswith("{table} ")
    shown = MARKDOWN.renderInline(info.removeprefix("{table} "))
    assert shown == escapeHtml(caption)


@pytest.mark.parametrize(("rows", "right"), [
    (pd.DataFrame({"a": []}), ()),
    (pd.DataFrame({"a": ["x"]}), ("b",)),
])  # fmt: skip
def test_tables_that_show_nothing_are_refused(sent, rows, right):
    with pytest.raises(ValueError, match="tab-a"):
        show.table(rows, "tab-a", "A caption", right)
    assert sent == []


@pytest.mark.parametrize("inputs", [None, ["pb-italy-team", "pb-duration"]])
@pytest.mark.parametrize("text", ["3.1 to 3.4 years", 'é "q" ``` <b>\nline'])
def test_result(sent, text, inputs):
    show.result("tour-length", text, inputs)
    info, content = fence(sent[0])
    assert info == "{result-entry} tour-length"
    assert json.loads(content) == {"text": text, "inputs": inputs or []}
    assert "<b>" not in sent[0]["text/html"]
    assert sent[0]["text/html"].startswith("<p><code>tour-length</code> ")


def test_names_of_groups_are_columns():
    rows = pd.DataFrame({"kind": ["a", "a", "b"], "year": [1, 2, 2], "count": [5, 6, 7]})
    for by, head in ((["kind"], "kind,count"), (["kind", "year"], "kind,year,count")):
        shown = show.labelled(rows.groupby(by)[["count"]].sum(), "t")
        assert shown.to_csv(index=False).startswith(f"{head}\na,")


def test_rows_that_are_only_counted_have_no_column():
    rows = pd.DataFrame({"kind": ["a", "b", "c"]})
    assert list(show.labelled(rows.iloc[[2, 0]], "t").columns) == ["kind"]


def test_labels_that_would_be_lost_are_refused():
    rows = pd.DataFrame({"kind": ["a", "b"], "count": [1, 2]})
    with pytest.raises(ValueError, match=r"table 't': its rows have labels without a name"):
        show.labelled(rows.set_axis(["x", "y"]), "t")
    with pytest.raises(ValueError, match=r"table 't': give each column one name"):
        show.labelled(rows.groupby("kind").agg({"count": ["min", "max"]}), "t")

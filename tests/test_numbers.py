"""The check of numbers stops the build, wherever on a page one stands."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinybook import NOTEBOOK, TinyBook

from press.shown import html_texts


@pytest.fixture
def tiny(tmp_path, monkeypatch, capsys):
    return TinyBook(tmp_path, monkeypatch, capsys)


def cell(code, tags=""):
    return f"```{{code-cell}}\n{tags}{code}\n```\n\n"


def test_a_bare_number_stops_the_build_and_names_chapter_line_and_remedy(tiny):
    printed = tiny.fails("# One\n\nSome words.\n\nThere were 25 of them.\n")
    assert "chapters/one, line 5: bare number '25' in “There were 25 of them." in printed
    assert "write {claim}`id`, {result}`name` or {bare}`…`" in printed
    assert not (tiny.folder / "html" / "chapters" / "one.html").exists()


def test_the_line_is_right_in_a_notebook_too(tiny):
    chapter = f"{NOTEBOOK}# One\n\n{cell('None')}There were 25.\n"
    line = chapter.splitlines().index("There were 25.") + 1
    assert f"chapters/one, line {line}: bare number '25'" in tiny.fails(chapter)


# a place for a number: NUMBER stands where one is written
PLACES = """# The title of NUMBER

Words, NUMBER of them, *NUMBER in emphasis*, “NUMBER in quotation marks”, and a note.[^1]

[NUMBER in a link to a page](index.md), [NUMBER in a link](https://example.org "NUMBER on hover"),
{doc}`NUMBER in a role <index>`, {abbr}`WHO (NUMBER in an abbreviation)`, <b>NUMBER in a tag</b>.

- NUMBER in a list

> NUMBER in a quotation

Term of NUMBER
: NUMBER in a definition

```{admonition} NUMBER in the head of a box
NUMBER in a box
```

```{image} dot.png
:alt: NUMBER in words for those who do not see it
```

```{figure} dot.png
:alt: NUMBER again
NUMBER in a caption

NUMBER in a legend
```

| NUMBER in the head of a table |
|---|
| NUMBER in a cell |

```{table} NUMBER in the title of a table
| a |
|---|
| b |
```

```{glossary}
Thing of NUMBER
  NUMBER in a glossary
```

<div title="NUMBER in an attribute"><p aria-label="NUMBER read out">NUMBER in <i>HTML</i></p>
<img alt="NUMBER in an image of HTML"></div>

```{raw} html
<p>NUMBER in raw HTML</p>
```

{offer}`NUMBER in an offer <made.html>`

[^1]: NUMBER in a footnote
"""
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_number_is_found_in_every_place_of_a_page(tiny, seed):
    chance = Random(seed)
    numbers = [f"{n:,}" for n in chance.sample(range(3000, 10**6), PLACES.count("NUMBER"))]
    (tiny.folder / "chapters" / "dot.png").write_bytes(DOT)
    page = PLACES
    for number in numbers:
        page = page.replace("NUMBER", number, 1)
    printed = tiny.fails(page)
    assert [n for n in numbers if f"bare number '{n}'" not in printed] == []


def test_and_passes_where_the_role_marks_it_or_no_reader_meets_it(tiny):
    places = """# One

{bare}`25` and `range(25)`, {math}`25x`, <https://example.org/25> and <code>25</code>.

% 25 in a comment

```python
25
```

<script>25</script>
"""
    assert "25" in tiny.succeeds(places)


def test_a_number_in_words_and_a_year_that_counts(tiny):
    printed = tiny.fails("# One\n\nTwelve went, half of them in 2000; 2000 **doctors** stayed.\n")
    assert all(f"bare number {n}" in printed for n in ("'Twelve'", "'half'", "'2000'"))
    assert printed.count("bare number '2000'") == 1  # the second only


OUTPUTS = [
    'print("some 7,000 doctors")',
    '"some 7,000 doctors"',
    "7000 + 0",
    'from IPython.display import Markdown, display\ndisplay(Markdown("some 7,000 doctors"))',
    'from IPython.display import HTML, display\ndisplay(HTML("<p>some 7,000 doctors</p>"))',
    "from IPython.display import HTML, display\ndisplay(HTML(\"<p title='7,000'>doctors</p>\"))",
    'import pandas as pd\npd.DataFrame({"doctors": [7000]})',
]


def test_numbers_that_cells_print_are_named_with_their_cell(tiny):
    chapter = f"{NOTEBOOK}# One\n\n{cell('None')}" + "".join(map(cell, OUTPUTS))
    printed = tiny.fails(chapter)
    for number, code in enumerate(OUTPUTS, start=2):
        line = chapter[: chapter.index(f"```{{code-cell}}\n{code}")].count("\n") + 1
        told = f"chapters/one, cell {number}, line {line}: bare number '7"
        assert told in printed, code
    assert "send it with show.result or show.table, or tag the cell `bare`" in printed


SHOWN = """import pandas as pd
from evidence import charts, show, tables
figure, axes = charts.new(2)
n = len("abcdefg") * 1000
rows = tables.claims().head(3)
axes.plot([0, n], [0, n])
show.result("n", f"{n:,}")
show.table(pd.DataFrame({"doctors": [f"{n:,}"]}), "tab-n", f"A table of {n:,} doctors")
told = f"There are {n:,} doctors", f"A line to {n:,}.", f"A line up to {n:,}."
charts.finish(figure, "fig-n", *told, rows)
"""


def test_what_show_and_charts_send_may_hold_numbers(tiny):
    assert "7,000" in tiny.succeeds(f"{NOTEBOOK}# One\n\n{cell(SHOWN)}")


def test_and_not_where_the_code_holds_them(tiny):
    code = (
        SHOWN.replace('f"There are {n:,} doctors"', '"There are eleven doctors"')
        .replace('f"A line to {n:,}."', '"A line to 12 doctors."')
        .replace('f"A line up to {n:,}."', '"A line thirteen doctors high."')
        .replace('f"A table of {n:,} doctors"', '"A table of fourteen doctors"')
        .replace('"doctors": [f"{n:,}"]', '"doctors": ["some fifteen"]')
        .replace('show.result("n", f"{n:,}")', 'show.result("n", "4,321")')
    )
    chapter = f"{NOTEBOOK}# One\n\n{cell(code)}"
    printed = tiny.fails(chapter)
    for number in ("eleven", "12", "thirteen", "fourteen", "fifteen", "4,321"):
        assert f"bare number '{number}'" in printed
    line = next(n for n, text in enumerate(chapter.splitlines(), start=1) if "eleven" in text)
    assert f"chapters/one, cell 1, line {line}: bare number 'eleven'" in printed
    assert "compute it, say it without the number, or tag the cell `bare`" in printed


def test_the_tag_lets_a_cell_print_what_it_wants(tiny):
    page = tiny.succeeds(f"{NOTEBOOK}# One\n\n{cell('6 * 7', ':tags: [bare]' + chr(10))}")
    assert ">42\n" in page


def test_a_block_of_show_typed_by_hand_is_prose(tiny):
    printed = tiny.fails('# One\n\n```{result-entry} n\n{"text": "7,000", "inputs": []}\n```\n')
    assert "bare number '7,000'" in printed


@given(st.lists(st.sampled_from("abc"), max_size=5), st.sampled_from(["b", "p", "td", "span"]))
def test_words_of_html_are_kept_and_code_is_not(words, tag):
    inside = " ".join(words)
    text, attributes = html_texts(f"<{tag} title='t {inside}'>{inside}<code>25</code></{tag}>")
    assert inside in text
    assert "25" not in text
    assert attributes == [f"t {inside}"]

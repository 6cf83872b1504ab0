"""Formulas: read as LaTeX, set as MathML, named where they cannot be."""

import re

import pytest
from drafts import cell, page
from tinybook import TinyBook

from press.book.maths import mathml, one_formula


@pytest.fixture
def tiny(tmp_path, monkeypatch, capsys):
    return TinyBook(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize(
    ("latex", "formula"),
    [
        ("a = b", "a = b"),
        ("a &= b \\\\ c &= d", r"\begin{aligned}a &= b \\ c &= d\end{aligned}"),
        ("a\n\n  b", r"\begin{aligned}a \\ b\end{aligned}"),
        (r"\begin{align*}a\\b\end{align*}", r"\begin{aligned}a\\b\end{aligned}"),
        (r"\begin{alignat}{2}a&=b\end{alignat}", r"\begin{aligned}a&=b\end{aligned}"),
        (r"\begin{equation}\label{x}a\nonumber\end{equation}", "a"),
        (r"\begin{equation}\begin{split}a\\b\end{split}\end{equation}",
         r"\begin{aligned}a\\b\end{aligned}"),
        (r"\begin{eqnarray}a&=&b\end{eqnarray}", r"\begin{array}{rcl}a&=&b\end{array}"),
        (r"\begin{cases}a\\b\end{cases}", r"\begin{cases}a\\b\end{cases}"),
        (r"\begin{equation}{a}\end{equation}", "{a}"),
    ],
)  # fmt: skip
def test_blocks_of_latex_are_one_formula(latex, formula):
    assert one_formula(latex) == formula


def test_a_formula_has_its_words():
    found = mathml('a <\n  "b"', False)
    assert 'alttext="a &lt; &quot;b&quot;"' in found
    assert 'display="block"' in mathml("a", True)


@pytest.mark.parametrize(
    ("text", "line"),
    [(r"Words $\nonsense$.", 14), ("$$\n\\frac{a\n$$", 14), ("```{math}\na & b\n```", 14),
     ("> - in a list $\\nonsense$", 14)],
)  # fmt: skip
def test_what_is_no_formula_is_named_with_its_place(tiny, text, line):
    said = tiny.fails(page(text))
    assert re.search(rf"chapters/one, line {line}: the formula “.*” cannot be set: \w+", said, re.S)


def test_a_formula_of_a_cell_is_set_and_one_that_is_not_shown_is_not_looked_at(tiny):
    code = (
        "from IPython.display import Math, display\ndisplay(Math('k_1'))\n"
        "display({'text/latex': r'\\nonsense{x}', 'text/html': '<b>bold</b>'}, raw=True)"
    )
    html = tiny.succeeds(page(cell(code)))
    assert re.search('alttext="[^"]*k_1"', html)
    assert "<b>bold</b>" in html


@pytest.mark.parametrize(
    "text",
    ["Energy is\n$$\na = b\n$$\nand more.", "- Energy is\n  $$\n  a = b\n  $$\n  and more.",
     "> Energy is\n> $$ a = b $$\n> and more.",
     "Energy is[^x]\n\n[^x]: It\n    $$\n    a = b\n    $$\n"],
)  # fmt: skip
def test_a_formula_may_follow_a_line_of_text(tiny, text):
    html = tiny.succeeds(page(text))
    assert len(re.findall(r'<div class="math[^>]*>\s*<math[^>]*display="block"', html)) == 1
    assert html.count("<math") == 1
    assert "$" not in html.partition("<article")[2].partition("</article>")[0]


def test_a_formula_between_double_dollars_within_a_line_is_one_of_the_line(tiny):
    html = tiny.succeeds(page("So $$a = b$$ follows."))
    assert re.search(r"So\s*(<[^>]*>)*<math[^>]*>.*</math>(<[^>]*>)*\s*follows\.", html, re.S)
    assert 'display="block"' not in html


def test_a_block_with_two_labels_is_refused(tiny):
    block = "\\begin{align}\n\\label{a} x \\\\\n\\label{b} y\n\\end{align}"
    said = tiny.fails(page("Words.\n", block))
    assert "chapters/one, line 17: a block of formulas has one number and one label" in said
    assert "a, b" in said


def test_a_block_without_a_label_is_the_same_in_every_build(tiny):
    block = "\\begin{align}\nx\n\\end{align}\n"
    first = tiny.succeeds(page(block, block))
    assert re.findall(r'id="(equation[^"]*)"', first) == [
        "equation-chapters-one-0", "equation-chapters-one-1"
    ]  # fmt: skip
    (tiny.folder / "work" / "kept" / "read" / "chapters" / "one").unlink()
    assert tiny.succeeds(page(block, block)) == first


@pytest.mark.parametrize("text", ["It cost {bare}`$5` and {bare}`$6`.", r"\$a and \$b", "`$a$`"])
def test_dollars_are_dollars(tiny, text):
    assert "<math" not in tiny.succeeds(page(text))


def test_a_page_without_formulas_has_nothing_of_them(tiny):
    html = tiny.succeeds(page("Words."))
    assert "maths.css" not in html
    assert not (tiny.folder / "html" / "_static" / "book" / "maths.css").exists()

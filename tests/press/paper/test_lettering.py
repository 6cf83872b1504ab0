"""Charts for print: outlines of letters become text at the same place."""

import io

import pytest
from drafts import CHART
from lxml import etree
from matplotlib import pyplot as plt

from evidence.show import charts  # noqa: F401  the house style
from press.paper.lettering import LINK, SVG, lettered

A = '<use xlink:href="#SourceSansPro-Regular-41"/>'
B = '<use xlink:href="#SourceSansPro-Regular-62" transform="translate(54.4 0)"/>'
BOLD = '<use xlink:href="#SourceSansPro-Semibold-63" transform="translate(109 0)"/>'


def lines(chart):
    return [(t.text, t.get("x"), t.get("font-weight")) for t in chart.iter(f"{SVG}text")]


def letters(uses):
    return etree.fromstring(lettered(etree.fromstring(CHART.format(uses=uses))))


def test_outlines_become_letters_where_they_stood():
    chart = letters(A + B + BOLD)
    assert lines(chart) == [("Ab", "0 54.4", "400"), ("c", "109", "600")]
    assert not list(chart.iter(f"{SVG}use", f"{SVG}path"))


@pytest.mark.parametrize(
    "mark", ['<use xlink:href="#m1" x="3" y="4"/>', '<use href="#m1"/>', '<use x="3"/>']
)
def test_other_shapes_stay(mark):
    chart = letters(A + mark)
    assert lines(chart) == [("A", "0", "400")]
    assert len(list(chart.iter(f"{SVG}use"))) == 1


def test_a_raised_letter_stands_where_it_stood_in_its_size():
    raised = B.replace("4 0)", "4 39.1) scale(0.7)")
    low, high = letters(A + raised).iter(f"{SVG}text")
    assert low.attrib == {**low.attrib, "transform": "scale(1 -1)", "font-size": "100"}
    assert high.attrib == {
        **high.attrib, "transform": "translate(0 39.1) scale(1 -1)", "font-size": "70", "x": "54.4"
    }  # fmt: skip


def test_a_letter_that_is_turned_stays_an_outline():
    turned = A.replace("/>", ' transform="rotate(9)"/>')
    chart = letters(A + turned)
    assert lines(chart) == [("A", "0", "400")]
    assert len(list(chart.iter(f"{SVG}path"))) == 1  # what the other still shows


def test_every_word_of_a_chart_of_matplotlib_is_text():
    figure, axes = plt.subplots()
    axes.set(title="Más de 400,000 – “total”", xlabel="Año", xticks=[], yticks=[])
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg")
    plt.close(figure)
    chart = etree.fromstring(lettered(etree.fromstring(buffer.getvalue())))
    assert {text for text, *_ in lines(chart)} == {"Más de 400,000 – “total”", "Año"}


def test_powers_of_ten_are_text_and_no_sign_of_a_formula_is_lost():
    figure, axes = plt.subplots()
    axes.set(xscale="log", xlim=(1, 1000), yticks=[], xlabel=r"Doctors ($\sqrt{x^2}$)")
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg")
    plt.close(figure)
    drawn = etree.fromstring(buffer.getvalue())
    shown = [use.get(LINK) for use in drawn.iter(f"{SVG}use") if "SourceSans" in use.get(LINK)]
    chart = etree.fromstring(lettered(drawn))
    words = [text for text, *_ in lines(chart)]
    assert {"10", "0", "1", "2", "3"} <= set(words)
    assert "".join(words).count("") - 1 == len(shown)
    names = {f"#{path.get('id')}" for path in chart.iter(f"{SVG}path")}
    assert {use.get(LINK) for use in chart.iter(f"{SVG}use")} <= names

"""Charts for print: outlines of letters become text at the same place."""

import io

import pytest
from lxml import etree
from matplotlib import pyplot as plt

from evidence import charts  # noqa: F401  the house style
from press.lettering import SVG, letter_charts, lettered

CHART = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<g transform="translate(5 6) scale(0.1 -0.1)"><defs><path id="SourceSansPro-Regular-41" d="M 0 0"/>
</defs>{uses}</g></svg>"""
A = '<use xlink:href="#SourceSansPro-Regular-41"/>'
B = '<use xlink:href="#SourceSansPro-Regular-62" transform="translate(54.4 0)"/>'
BOLD = '<use xlink:href="#SourceSansPro-Semibold-63" transform="translate(109 0)"/>'


def lines(chart):
    return [(t.text, t.get("x"), t.get("font-weight")) for t in chart.iter(f"{SVG}text")]


def test_outlines_become_letters_where_they_stood():
    chart = etree.fromstring(lettered(CHART.format(uses=A + B + BOLD).encode()))
    assert lines(chart) == [("Ab", "0 54.4", "400"), ("c", "109", "600")]
    assert not list(chart.iter(f"{SVG}use", f"{SVG}path"))


def test_other_shapes_stay():
    mark = '<use xlink:href="#m1" x="3" y="4"/>'
    assert b"#m1" in lettered(CHART.format(uses=mark).encode())


@pytest.mark.parametrize(
    ("uses", "said"),
    [
        (A + '<use xlink:href="#m1"/>', "among other shapes"),
        (A + B.replace("4 0", "4 7"), "not moved sideways"),
    ],
)
def test_a_chart_drawn_in_another_way_is_named(tmp_path, uses, said):
    (tmp_path / "odd.svg").write_text(CHART.format(uses=uses))
    with pytest.raises(ValueError, match=f"odd.svg: .*{said}"):
        letter_charts({"odd.svg": str(tmp_path / "odd.svg")})


def test_an_image_that_is_no_chart_stays(tmp_path):
    (tmp_path / "photo.png").write_bytes(b"anything")
    assert letter_charts({"photo.png": str(tmp_path / "photo.png")}) == {"photo.png": b"anything"}


def test_every_word_of_a_chart_of_matplotlib_is_text():
    figure, axes = plt.subplots()
    axes.set(title="Más de 400,000 – “total”", xlabel="Año", xticks=[], yticks=[])
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg")
    plt.close(figure)
    chart = etree.fromstring(lettered(buffer.getvalue()))
    assert {text for text, *_ in lines(chart)} == {"Más de 400,000 – “total”", "Año"}

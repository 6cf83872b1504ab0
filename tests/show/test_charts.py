"""The house style, and what a finished chart sends to the page."""

import base64
import io
import json
import xml.etree.ElementTree as ET
import zlib

import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import font_manager

from evidence.show import charts

ROWS = pd.DataFrame({
    "source_id": ["geopolitical_economy_2022.txt", *["panichelli_batalla_2020.txt"] * 2],
    "value": [1.0, 2.0, 3.5],
})  # fmt: skip
TEXTS = {"title": "One dot rises", "caption": "What it shows.", "alt": "A dot above another."}


@pytest.fixture(autouse=True)
def closed():
    """Leave no chart over from, or for, another test."""
    plt.close("all")
    yield
    plt.close("all")


@pytest.fixture
def sent(monkeypatch):
    found = []
    monkeypatch.setattr(charts, "display", lambda data, raw: found.append(data if raw else None))
    return found


def finish(name="fig-a", rows=ROWS, **texts):
    figure, axes = charts.new(height=2)
    axes.plot([1, 2], [3, 4], color=charts.BLUE)
    charts.finish(figure, name, **(TEXTS | texts), rows=rows)


def payload(data):
    first, content, last = data["text/markdown"].split("\n")
    assert (first, last) == ("````{chart} fig-a", "````")
    return json.loads(content)


@pytest.mark.parametrize("colour", [charts.BLUE, charts.VERMILION, charts.GREY])
def test_text_in_a_house_colour_can_be_read_on_white(colour):
    # WCAG 2: linear light of each channel, its weighted sum, contrast with white at least 4.5
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    assert 1.05 / (luminance + 0.05) >= 4.5


@pytest.mark.parametrize("weight", [400, 600])
def test_the_house_face_is_there(weight):
    face = font_manager.FontProperties(family=matplotlib.rcParams["font.family"], weight=weight)
    found = font_manager.get_font(font_manager.findfont(face, fallback_to_default=False))
    assert found.family_name.startswith("Source Sans Pro")


def test_new_chart_has_the_size_asked_for():
    assert list(charts.new(height=2)[0].get_size_inches()) == [charts.WIDTH, 2]
    assert list(charts.new(height=3, width=4)[0].get_size_inches()) == [4, 3]


def test_source_line_names_each_source_once_most_used_first():
    assert charts.source_line(ROWS) == [
        "panichelli_batalla_2020.txt", "geopolitical_economy_2022.txt",
    ]  # fmt: skip


@given(st.lists(st.sampled_from(sorted(ROWS["source_id"].unique()))))
def test_source_line_holds_the_sources_of_the_rows_and_no_other(ids):
    found = charts.source_line(pd.DataFrame({"source_id": ids}, dtype=str))
    assert sorted(found) == sorted(set(ids))
    assert [ids.count(i) for i in found] == sorted(map(ids.count, found), reverse=True)


def test_an_unknown_source_is_refused(sent):
    with pytest.raises(KeyError, match="no-such-source"):
        finish(rows=ROWS.assign(source_id="no-such-source"))
    assert sent == []


@pytest.mark.parametrize("text", ["", "  ", "a chart"])
@pytest.mark.parametrize("label", ["title", "caption", "alt"])
def test_a_missing_text_is_refused(sent, label, text):
    with pytest.raises(ValueError, match=f"'fig-a': the {label} says too little"):
        finish(**{label: text})
    assert sent == []


def test_a_finished_chart_carries_its_texts_sources_and_data(sent):
    finish()
    found = payload(sent[0])
    assert (found["caption"], found["alt"]) == (TEXTS["caption"], TEXTS["alt"])
    assert found["sources"] == charts.source_line(ROWS)
    assert pd.read_csv(io.StringIO(found["csv"])).equals(ROWS)
    assert "\r" not in found["csv"]


def test_a_finished_chart_is_an_svg_without_text_to_set(sent):
    finish()
    root = ET.fromstring(zlib.decompress(base64.b64decode(payload(sent[0])["svg"])))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("width") == f"{charts.WIDTH * 72:g}pt"  # 72 points to the inch
    assert not root.findall(".//{*}text")  # letters are paths, the same without the fonts
    assert not root.findall(".//{*}date")
    assert sent[0]["text/html"].startswith("<svg")


def test_a_finished_chart_is_closed_and_the_same_in_every_build(sent):
    finish()
    finish()
    assert sent[0] == sent[1]
    assert plt.get_fignums() == []


def test_the_title_is_drawn(sent):
    finish()
    finish(title="Another title here")
    assert payload(sent[0])["svg"] != payload(sent[1])["svg"]
